"""Reasons and gaps in words, in the reader's language. The rows hold rules and figures, never sentences."""

from decimal import Decimal
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation import money, units
from inquiries.enums import Rule


def reason(entry: dict[str, Any], names: dict[str, str]) -> str:
    """Why a producer was asked; `names` gives `producer`, `subject`, `territory`, `seals`."""
    data = entry["data"]
    match entry["rule"]:
        case Rule.PRODUCT:
            return _("%(producer)s trabaja con %(subject)s.") % names
        case Rule.TERRITORY:
            return _("Es de %(territory)s.") % names
        case Rule.SEASON:
            return _("En %(month)s está en temporada.") % {"month": month_name(data["month"])}
        case Rule.CAPACITY:
            free = units.show(data["free"], data["unit"])
            return _("Tiene %(free)s libres en %(month)s.") % {"free": free, "month": month_name(data["month"])}
        case Rule.LEAD_TIME:
            days = data["days"]
            return ngettext("Lo prepara en %(days)s día.", "Lo prepara en %(days)s días.", days) % {"days": days}
        case Rule.SEAL:
            return _("Tiene vigente el sello que usted pidió: %(seals)s.") % names
        case Rule.MINIMUM:
            return _("El pedido llega a su mínimo de %(minimum)s.") % {"minimum": units.show(data["minimum"], data["unit"])}
        case Rule.PRICE:
            price = f"{money.clp(data['price'])}"
            return _("Su precio, %(price)s netos por %(unit)s, está dentro de lo que usted paga.") % {
                "price": price, "unit": units.name(data["unit"], 1),
            }  # fmt: skip
        case _other:
            if data.get("share"):
                percent = round(data["share"] * 100)
                return _("Recibió el %(percent)s %% de los encargos recientes; el reparto lo tiene en cuenta.") % {"percent": percent}
            return _("No ha recibido encargos últimamente: le toca.")


def gap(entry: dict[str, Any], subject: str) -> str:
    """Why a part found nobody."""
    data = entry["data"]
    count = data.get("producers", 0)
    match entry["rule"]:
        case Rule.PRODUCT if data.get("makers") == 0:
            return _("Por ahora nadie ofrece %(subject)s en Terruño.") % {"subject": subject}
        case Rule.PRODUCT:
            text = ngettext("%(count)s productor lo vende en otra unidad.", "%(count)s productores lo venden en otra unidad.", count)
        case Rule.SEAL:
            text = ngettext("A %(count)s productor le falta el sello pedido.", "A %(count)s productores les falta el sello pedido.", count)
        case Rule.SEASON:
            text = ngettext("Para %(count)s productor está fuera de temporada.", "Para %(count)s productores está fuera de temporada.", count)
        case Rule.LEAD_TIME:
            text = ngettext("%(count)s productor necesita más días.", "%(count)s productores necesitan más días.", count)
        case Rule.PRICE:
            text = ngettext("%(count)s productor vende más caro que lo indicado.", "%(count)s productores venden más caro que lo indicado.", count)
        case Rule.CAPACITY if "quantity" in data:
            missing = units.show(Decimal(data["quantity"]), data["unit"])
            return _("Falta escala: entre todos no alcanzan a hacer %(missing)s más.") % {"missing": missing}
        case Rule.CAPACITY:
            text = ngettext("%(count)s productor ya tiene el mes comprometido.", "%(count)s productores ya tienen el mes comprometido.", count)
        case _other:
            text = ngettext("%(count)s productor quedó fuera.", "%(count)s productores quedaron fuera.", count)
    return text % {"count": count}


def month_name(month: int) -> str:
    return str(MONTHS[month]).lower()
