"""Letters about a product's review, wherever it happens: in the panel or in the CMS. Sent by the worker."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_rejected, task_submitted, workflow_approved

from catalog.models import Product
from catalog.policy import reviewers_of
from foundation import mail, reviews
from producers.enums import Role
from producers.models import Mandate

SPANISH = "es"


def to_reviewers(sender: type, instance: TaskState, **_signal: Any) -> None:
    """A draft waits: to the network's coordination, and to the territory's team where there is none."""
    product = _product_of(instance.workflow_state)
    if product is None:
        return
    mandates = reviewers_of(product).exclude(user=instance.workflow_state.requested_by_id)
    coordinators = mandates.filter(role=Role.COORDINATOR)
    chosen = coordinators if coordinators.exists() else mandates
    people = set(chosen.values_list("user__email", flat=True))
    _write(people, f"product-review-{instance.pk}", _("Por revisar: %(title)s"), "submitted", product)


def to_maker_published(sender: type, instance: WorkflowState, **_signal: Any) -> None:
    product = _product_of(instance)
    if product is not None:
        _write(_makers(product), f"product-live-{instance.pk}", _("Publicado: %(title)s"), "published", product)


def to_maker_returned(sender: type, instance: TaskState, **_signal: Any) -> None:
    product = _product_of(instance.workflow_state)
    if product is not None:
        key = f"product-returned-{instance.pk}"
        _write(
            _makers(product), key, _("Falta algo en su ficha: %(title)s"), "returned", product, note=instance.comment
        )


def _write(people: Iterable[str], key: str, subject: str, template: str, product: Product, **more: Any) -> None:
    with transaction.atomic(), translation.override(SPANISH):
        link = f"{settings.TERRUNO_BASE_URL}{reverse('panel-product', args=[product.pk])}"
        context = {"product": product, "producer": product.producer, "link": link, **more}
        for address in sorted(people):
            try:
                mail.enqueue(
                    key=f"{key}-{address}"[:200], to=address, subject=subject % {"title": product.title_es},
                    template=f"catalog/mail/{template}", context=context, locale=SPANISH,
                )  # fmt: skip
            except mail.BadAddress:
                continue


def _makers(product: Product) -> set[str]:
    """Those who answer for the maker, else the address on its page."""
    holders = Mandate.objects.on().filter(role=Role.PRODUCER, producer=product.producer_id, user__is_active=True)
    people = set(holders.values_list("user__email", flat=True))
    return people or ({product.producer.email} if product.producer.email else set())


def _product_of(state: WorkflowState) -> Product | None:
    """The product a review is about, as its draft says it; None when it is about something else."""
    if not reviews.reviewed(state, Product):
        return None
    stored = Product.objects.select_related("producer").get(pk=state.object_id)
    stored.title_es = stored.get_latest_revision_as_object().title_es
    return stored


def take_over() -> None:
    """Connect our letters, and keep the CMS from writing its own about products."""
    reviews.write_letters_of(Product)
    task_submitted.connect(to_reviewers, dispatch_uid="terruno_product_submitted")
    workflow_approved.connect(to_maker_published, dispatch_uid="terruno_product_published")
    task_rejected.connect(to_maker_returned, dispatch_uid="terruno_product_returned")
