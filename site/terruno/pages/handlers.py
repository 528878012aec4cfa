"""What follows when a page or a record is published, withdrawn or deleted in the CMS."""

import time
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, published

from catalog.models import Product
from foundation import outbox
from foundation.outbox import Event, handles
from producers.models import Mandate

from .models import EditorialPage, StoryPage
from .pictures import refresh
from .roles import enrol

PICTURE = "page.picture"
PRICES = ("price_from", "price_format_es", "price_format_en")


def story_id(page: Any) -> int:
    """A story is one listing in both languages: the key of its Spanish page, or its own when it has none."""
    spanish = page.get_translations(inclusive=True).filter(locale__language_code="es").first()
    return int(spanish.pk if spanish else page.pk)


def tell(event: str, page: Any) -> None:
    """Say that a story changed, whichever of its languages did; its version grows."""
    key = story_id(page)
    with transaction.atomic():
        now = int(time.time() * 1000)
        StoryPage.objects.filter(pk=key).update(version=Greatest(F("version") + 1, Value(now)))
        version = StoryPage.objects.values_list("version", flat=True).get(pk=key)
        outbox.publish(event, page, payload={"kind": "story", "id": key, "version": version})


def on_published(sender: type, instance: Any, **_more: Any) -> None:
    if not issubclass(sender, EditorialPage):
        return
    with transaction.atomic():
        outbox.publish(PICTURE, instance, payload={"id": instance.pk})
    if issubclass(sender, StoryPage):
        tell("record.changed", instance)


def on_withdrawn(sender: type, instance: Any, **_more: Any) -> None:
    """A story that is off the site leaves the index when its Spanish page does."""
    if issubclass(sender, StoryPage):
        gone = story_id(instance) == instance.pk
        tell("record.deleted" if gone else "record.changed", instance)


def on_deleted(sender: type, instance: Any, **_more: Any) -> None:
    with transaction.atomic():
        payload = {"kind": "story", "id": instance.pk, "version": max(instance.version + 1, int(time.time() * 1000))}
        outbox.publish("record.deleted", instance, payload=payload)


def on_record_published(sender: type, instance: Any, **_more: Any) -> None:
    """A product's draft may have brought other prices: the columns that lists show follow."""
    if sender is not Product:
        return
    product = Product.objects.get(pk=instance.pk)
    before = [getattr(product, name) for name in PRICES]
    product.set_price_from()
    if before != [getattr(product, name) for name in PRICES]:
        product.save(update_fields=list(PRICES))


def on_mandate(sender: type, instance: Mandate, **_more: Any) -> None:
    enrol(instance)


@handles(PICTURE, transactional=False, lease_s=120, background=True)
def make_picture(event: Event) -> None:
    """Bring a page's `picture` up to its photograph or its poster. Repeating it finds the files made."""
    page = Page.objects.filter(pk=int(event.payload["id"])).specific().first()
    if isinstance(page, EditorialPage) and refresh(page) and isinstance(page, StoryPage):
        tell("record.changed", page)


page_published.connect(on_published, dispatch_uid="terruno_page_published")
page_unpublished.connect(on_withdrawn, dispatch_uid="terruno_page_unpublished")
post_delete.connect(on_deleted, sender=StoryPage, dispatch_uid="terruno_story_deleted")
published.connect(on_record_published, dispatch_uid="terruno_record_published")
post_save.connect(on_mandate, sender=Mandate, dispatch_uid="terruno_mandate")
