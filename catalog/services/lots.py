"""A lot: what one maker made of one product at one time."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Lot, Product
from catalog.models.lots import new_code
from foundation import audit, outbox
from foundation.actors import Actor
from foundation.models import User
from producers.models import Producer

OLDEST = timedelta(days=3650)


class NotTheirs(Exception):
    """The producer neither answers for the product nor delivers it."""


def make_lot(
    actor: Actor | User,
    product: Product,
    producer: Producer,
    *,
    made_on: date,
    quantity: Decimal,
    best_before: date | None = None,
    note: str = "",
) -> Lot:
    """Give what was made a code and a public page. Raises NotTheirs, ValidationError."""
    made = Product.objects.filter(Q(producer=producer) | Q(supplies__producer=producer), pk=product.pk, live=True)
    if not made.exists():
        raise NotTheirs(str(product))
    today = timezone.localdate()
    if not today - OLDEST <= made_on <= today:
        raise ValidationError({"made_on": _("La fecha va desde hace diez años hasta hoy.")})
    with transaction.atomic():
        lot = Lot(
            code=_free_code(), product=product, producer=producer, made_on=made_on, best_before=best_before,
            quantity=quantity, note_es=note,
        )  # fmt: skip
        lot.full_clean()
        lot.save()
        audit.record(actor, "lot.made", lot, product=product.pk, producer=producer.pk, quantity=quantity)
        outbox.publish("lot.made", lot, payload={"product": product.pk, "producer": producer.pk})
    return lot


def _free_code() -> str:
    while True:
        code = new_code()
        if not Lot.objects.filter(code=code).exists():
            return code
