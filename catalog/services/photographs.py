"""A producer's photographs: taken in under a quota, put on a draft with what they show in words."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from wagtail.images import get_image_model

from catalog.models import Photograph, Product
from foundation import audit, locking, uploads
from foundation.models import User
from producers.models import Producer

from .drafts import edit_draft

MOST_PHOTOGRAPHS = 100
MOST_BYTES = 200 * 1024 * 1024


class QuotaReached(Exception):
    """The producer has as many photographs, or as many bytes of them, as one may have."""


def add_photograph(actor: User, product: Product, upload: UploadedFile, *, alt: str) -> Product:
    """Develop the photograph and put it on the product's draft; answers the draft.

    Raises uploads.PhotographRefused, QuotaReached, drafts.BeingReviewed.
    """
    check_quota(product.producer, 0)
    developed = uploads.develop(upload)  # takes a second: before any row is locked
    image = get_image_model()(
        title=product.title_es[:255], description=alt, file=developed.as_file(), uploaded_by_user=actor
    )
    try:
        with transaction.atomic():
            producer = locking.lock(Producer, product.producer_id)
            check_quota(producer, developed.size)
            image.save()
            Photograph.objects.create(image=image, producer=producer, size=developed.size)
            draft = edit_draft(actor, product, lambda draft: setattr(draft, "image", image), step="foto")
            audit.record(actor, "photograph.added", product, image=image.pk, bytes=developed.size)
    except Exception:
        _forget_file(image)
        raise
    return draft


def _forget_file(image: Any) -> None:
    """The rows were taken back; the file must go by itself."""
    if image.file and image.file._committed:
        image.file.storage.delete(image.file.name)


def describe_photograph(actor: User, product: Product, *, alt: str) -> None:
    """Say in other words what the draft's photograph shows; nothing when it has none of the producer's own."""
    with transaction.atomic():
        own = Photograph.objects.filter(image=product.image_id, producer=product.producer_id).first()
        if own is not None and own.image.description != alt:
            own.image.description = alt
            own.image.save(update_fields=["description"])
            locking.lock(Product, product.pk).touch()
            audit.record(actor, "photograph.described", product, image=own.image_id)


def remove_photograph(actor: User, product: Product) -> Product:
    """Leave the draft without a photograph: the site draws it a poster."""
    return edit_draft(actor, product, lambda draft: setattr(draft, "image", None), step="foto")


def check_quota(producer: Producer, more: int) -> None:
    """Raises QuotaReached when a further photograph of `more` bytes does not fit."""
    stored = Photograph.objects.filter(producer=producer)
    total = stored.aggregate(total=Sum("size"))["total"] or 0
    if stored.count() >= MOST_PHOTOGRAPHS or total + more > MOST_BYTES:
        raise QuotaReached(
            _("Ya tiene %(count)s fotos guardadas. Pida al equipo del territorio que borre las que no usa.")
            % {"count": stored.count()}
        )
