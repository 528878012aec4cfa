"""The small print of a product: how it keeps, what is in it, where it is sold."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Product


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    text: str


def facts(product: Product) -> list[Fact]:
    found = [
        Fact(_("Se guarda"), product.storage_note or product.get_storage_display()),
        Fact(_("Dura"), lasting(product.shelf_life_days)),
        Fact(_("Alérgenos"), product.allergens),
        Fact(_("Se vende por"), ", ".join(product.channel_labels())),
        Fact(_("Se hace"), _("A pedido: se empieza cuando usted lo encarga.") if product.made_to_order else ""),
        Fact(_("Con alcohol"), _("Solo para mayores de 18 años.") if product.alcohol else ""),
    ]
    return [fact for fact in found if fact.text]


def lasting(days: int | None) -> str:
    """Days as people say them: 5 días, 3 meses, 2 años."""
    if not days:
        return ""
    if days < 60:
        return ngettext("%(n)s día", "%(n)s días", days) % {"n": days}
    if days < 730:
        months = round(days / 30)
        return ngettext("%(n)s mes", "%(n)s meses", months) % {"n": months}
    years = round(days / 365)
    return ngettext("%(n)s año", "%(n)s años", years) % {"n": years}
