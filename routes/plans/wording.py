"""What a plan says, in the active language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from foundation import months
from routes.enums import Reason
from routes.opening import time_text
from routes.wording import day_in_words, duration
from territories.cards import said

__all__ = ["day_in_words", "duration", "name_of", "people", "spans", "why_not"]


def why_not(dropped: Mapping[str, Any]) -> str:
    """Why a place is not in the plan, a sentence or two; first that it had been asked for."""
    text = _reason(dropped)
    return _("Usted la pidió sí o sí. %(why)s") % {"why": text} if dropped.get("asked") else text


def _reason(dropped: Mapping[str, Any]) -> str:
    match Reason(dropped["reason"]):
        case Reason.NEVER:
            return _("Usted pidió no pasar por aquí.")
        case Reason.SEASON:
            season = months.in_words(dropped["months"])
            return _("Se visita %(season)s.") % {"season": season} if season else _("No recibe visitas por ahora.")
        case Reason.TOO_FAR:
            away = duration(dropped["minutes"])
            return _("Queda a unas %(away)s de la partida: ir, visitar y volver no cabe en un día.") % {"away": away}
        case Reason.CLOSED:
            return _closed(dropped)
    if dropped.get("asked"):
        return _("No cabe junto con lo demás que pidió. Agregue un día o alargue las horas.")
    return _("Cabe por sí sola, pero no junto con lo demás.")


def _closed(dropped: Mapping[str, Any]) -> str:
    reasons = [spanish if _in_spanish() else english or spanish for spanish, english in dropped["closures"]]
    if reasons:
        return _("Está cerrado esos días: %(reason)s.") % {"reason": ", ".join(reasons).rstrip(".")}
    if dropped["hours"]:
        return _("Abre de %(hours)s: no alcanza a llegar a esas horas.") % {"hours": spans(dropped["hours"])}
    return _("Cierra los días de su viaje.")


def spans(found: list[list[int]]) -> str:
    """«10:00 a 13:00 y 15:00 a 18:00»."""
    pairs = ({"opens": time_text(opens), "closes": time_text(closes)} for opens, closes in found)
    return _(" y ").join(_("%(opens)s a %(closes)s") % pair for pair in pairs)


def _in_spanish() -> bool:
    return (get_language() or "es").startswith("es")


def name_of(told: Mapping[str, Any]) -> str:
    return said(told, "name")


def people(party: int) -> str:
    return ngettext("%(n)s persona", "%(n)s personas", party) % {"n": party}
