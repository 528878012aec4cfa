"""Reasons and gaps in words, in the reader's language. The rows hold rules and figures, never sentences."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_datetime
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _

from foundation import money, units
from inquiries.deadlines import whole_working_days
from inquiries.enums import DeclineReason, Rule
from inquiries.gaps import LESS, SILENT


def reason(entry: dict[str, Any], names: dict[str, str]) -> str:
    """Why a producer was asked; `names` gives `producer`, `subject`, `territory`, `seals`, `unit`."""
    data = entry["data"]
    match entry["rule"]:
        case Rule.PRODUCT:
            return _("%(producer)s trabaja con %(subject)s.") % names
        case Rule.TERRITORY:
            return _("Es de %(territory)s.") % names
        case Rule.SEASON:
            return _("En %(month)s está en temporada.") % {"month": month_name(data["month"])}
        case Rule.CAPACITY if "day" in data:
            return _("Ese día puede recibir a %(free)s.") % {"free": units.show(data["free"], data["unit"])}
        case Rule.CAPACITY:
            return _("En %(month)s le quedan %(free)s por comprometer.") % {
                "free": units.show(data["free"], data["unit"]), "month": month_name(data["month"]),
            }  # fmt: skip
        case Rule.LEAD_TIME:
            days = data["days"]
            return ngettext("Lo prepara en %(days)s día.", "Lo prepara en %(days)s días.", days) % {"days": days}
        case Rule.SEAL:
            return _("Tiene vigente el sello que usted pidió: %(seals)s.") % names
        case Rule.MINIMUM:
            return _("El pedido llega a su mínimo de %(minimum)s.") % {
                "minimum": units.show(data["minimum"], data["unit"])
            }
        case Rule.PRICE:
            price = {"price": money.clp(data["price"]), "unit": units.name(data["unit"], 1)}
            return _("Su precio, %(price)s netos por %(unit)s, está dentro de lo que usted paga.") % price
        case _other:
            return _turn(data.get("share") or 0)


def _turn(share: float) -> str:
    percent = round(share * 100)
    if not percent:
        return _("No ha recibido encargos últimamente: le toca.")
    text = _("Recibió el %(percent)s %% de los encargos recientes; el reparto lo tiene en cuenta.")
    return text % {"percent": percent}


def gap(entry: dict[str, Any], subject: str) -> str:
    """Why a part found nobody."""
    data = entry["data"]
    if "refused" in data:
        return _refusal(data["refused"], data["producers"])
    match entry["rule"]:
        case Rule.PRODUCT if data.get("makers") == 0:
            return _("Por ahora nadie ofrece %(subject)s en Terruño.") % {"subject": subject}
        case Rule.CAPACITY if "party" in data:
            party = {"people": units.show(data["party"], units.Unit.PERSON)}
            return _("Ningún anfitrión recibe a %(people)s juntas ese día.") % party
        case Rule.CAPACITY if "quantity" in data:
            return _("Falta escala: entre todos no alcanzan a hacer %(missing)s más.") % {"missing": _missing(data)}
        case Rule.MINIMUM if "quantity" in data:
            return _("Quedan %(missing)s, menos que una unidad de venta.") % {"missing": _missing(data)}
    return _kept_out(entry["rule"], data.get("producers", 0))


def _missing(data: dict[str, Any]) -> str:
    return units.show(Decimal(data["quantity"]), data["unit"])


def _kept_out(rule: str, count: int) -> str:
    match rule:
        case Rule.PRODUCT:
            text = ngettext(
                "%(count)s productor lo vende en otra unidad.", "%(count)s productores lo venden en otra unidad.", count
            )
        case Rule.TERRITORY:
            text = ngettext(
                "%(count)s productor es de otro territorio.", "%(count)s productores son de otro territorio.", count
            )
        case Rule.SEAL:
            text = ngettext(
                "A %(count)s productor le falta el sello pedido.",
                "A %(count)s productores les falta el sello pedido.",
                count,
            )
        case Rule.SEASON:
            text = ngettext(
                "Para %(count)s productor está fuera de temporada.",
                "Para %(count)s productores está fuera de temporada.",
                count,
            )
        case Rule.LEAD_TIME:
            text = ngettext(
                "%(count)s productor necesita más días.", "%(count)s productores necesitan más días.", count
            )
        case Rule.PRICE:
            text = ngettext(
                "%(count)s productor vende más caro que lo indicado.",
                "%(count)s productores venden más caro que lo indicado.",
                count,
            )
        case Rule.MINIMUM:
            text = ngettext(
                "%(count)s productor vende desde una cantidad mayor.",
                "%(count)s productores venden desde una cantidad mayor.",
                count,
            )
        case _other:
            text = ngettext(
                "%(count)s productor ya tiene ese tiempo comprometido.",
                "%(count)s productores ya tienen ese tiempo comprometido.",
                count,
            )
    return text % {"count": count}


def _refusal(why: str, count: int) -> str:
    """What those who were asked answered."""
    if why == SILENT:
        text = ngettext(
            "%(count)s productor no respondió a tiempo.", "%(count)s productores no respondieron a tiempo.", count
        )
    elif why == LESS:
        text = ngettext(
            "%(count)s productor tomó solo una parte.", "%(count)s productores tomaron solo una parte.", count
        )
    else:
        text = ngettext(
            "%(count)s productor respondió: «%(said)s».", "%(count)s productores respondieron: «%(said)s».", count
        )
    said = str(DeclineReason(why).label) if why in DeclineReason.values else ""
    return text % {"count": count, "said": said}


def month_name(month: int) -> str:
    return str(MONTHS[month])


def day_in_words(day: date) -> str:
    """«lunes 1 de marzo de 2027», "Monday 1 March 2027"."""
    language = get_language() or "es"
    return str(format_date(day, "EEEE d 'de' MMMM 'de' y" if language == "es" else "EEEE d MMMM y", locale=language))


def moment_in_words(at: Any) -> str:
    """«martes 17 de noviembre, 10:12», in Chile's time."""
    language = get_language() or "es"
    pattern = "EEEE d 'de' MMMM, HH:mm" if language == "es" else "EEEE d MMMM, HH:mm"
    return str(format_datetime(timezone.localtime(at).replace(tzinfo=None), pattern, locale=language))


def time_left(until: datetime, now: datetime) -> str:
    """«Quedan 9 días hábiles», «Quedan 5 horas»: what is left of a deadline, in business days while there are some."""
    if until <= now:
        return _("Ya venció.")
    days = whole_working_days(now, until)
    if days:
        return ngettext("Queda %(n)s día hábil.", "Quedan %(n)s días hábiles.", days) % {"n": days}
    hours = int((until - now).total_seconds() // 3600)
    if hours:
        return ngettext("Queda %(n)s hora.", "Quedan %(n)s horas.", hours) % {"n": hours}
    return _("Queda menos de una hora.")


def join(words: list[str]) -> str:
    """«a, b y c»."""
    if len(words) < 2:
        return "".join(words)
    return gettext("%(first)s y %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
