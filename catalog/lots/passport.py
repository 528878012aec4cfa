"""What whoever holds a piece of a lot may know: who made it, where, when, under which seals, and the way it took."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import Lot
from catalog.querysets import within_area
from foundation import qr, units
from foundation.drawings import portrait, season_wheel
from foundation.translated import Translated
from producers import holdings
from producers.holdings import Holding
from producers.models import NetworkMember, SealGrant
from producers.pages.producer import where
from territories.cards import Crumb
from territories.linked_data import absolute, breadcrumbs

from .linked_data import lot_document


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the lot's way."""

    title: str
    detail: str = ""
    day: date | None = None
    href: str = ""


def passport_page(lot: Lot) -> dict[str, Any]:
    producer = lot.producer
    seals = seals_of(lot)
    crumbs = [Crumb(_("Productos"), reverse("product-list"))]
    if lot.product.live:
        crumbs.append(Crumb(lot.product.title, lot.product.get_absolute_url()))
    return {
        "section": "products",
        "lot": lot,
        "product": lot.product,
        "producer": producer,
        "inks": producer.territory.inks,
        "crumbs": crumbs,
        "note": Translated("note").read(lot, get_language() or "es"),
        "amount": units.show(lot.quantity, lot.product.unit),
        "past": lot.best_before is not None and lot.best_before < timezone.localdate(),
        "locator": where(producer),
        "portrait": portrait(producer.slug, producer.person or producer.name, producer.portrait),
        "wheel": season_wheel(lot.product.sale_months, lot.made_on.month, get_language() or "es"),
        "seals": seals,
        "way": way_of(lot),
        "code": code_of(lot),
        "documents": [lot_document(lot, seals), breadcrumbs(crumbs)],
    }


def seals_of(lot: Lot) -> list[Holding]:
    """Seals its maker held for the product on the day it was made; one that was revoked is on nothing any more."""
    held = SealGrant.objects.valid(lot.made_on).filter(
        within_area("seal", "product_seals__product"), producer=lot.producer_id, product_seals__product=lot.product_id
    )
    return holdings.listed(held.order_by("granted_on").values(*holdings.FIELDS))


def way_of(lot: Lot) -> list[Stage]:
    """From the maker, through the network they were in that day, to whoever holds it."""
    producer = lot.producer
    stages = [
        Stage(
            _("Lo hizo %(name)s") % {"name": producer.name},
            f"{producer.comuna.name}, {producer.territory.name}",
            lot.made_on,
            producer.get_absolute_url() if producer.live else "",
        )
    ]
    joined = NetworkMember.objects.on(lot.made_on).filter(producer=producer.pk, network__live=True)
    if lot.product.network_id:
        joined = joined.filter(network=lot.product.network_id)
    for member in joined.select_related("network").order_by("network__name"):
        network = member.network
        stages.append(
            Stage(_("Lo vende con %(name)s") % {"name": network.name}, network.trade, None, network.get_absolute_url())
        )
    if lot.best_before:
        stages.append(Stage(_("Consumir antes del"), "", lot.best_before))
    return stages


def code_of(lot: Lot) -> SafeString:
    """The QR that leads to the passport, wherever it is printed."""
    address = absolute(reverse("lot", args=[lot.code]))
    return qr.svg(address, title=_("Código del lote %(code)s") % {"code": lot.code})
