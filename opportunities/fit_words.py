"""The fit check in words of the active language."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.enums import Channel
from foundation import units
from foundation.units import Unit
from opportunities.enums import RequirementKind
from opportunities.models import Requirement

MET, NOT_MET, UNKNOWN = "met", "not_met", "unknown"


def asked(one: Requirement) -> str:
    """What the requirement asks for: «600 kg al mes», «Ser de Limarí»."""
    quantity = one.quantity or Decimal(0)
    match RequirementKind(one.requirement_kind):
        case RequirementKind.TERRITORY:
            return _("Ser de %(place)s") % {"place": one.territory}
        case RequirementKind.CATEGORY:
            return _("Trabajar en el rubro «%(category)s»") % {"category": one.category}
        case RequirementKind.CHANNEL:
            return _("Vender por el canal «%(channel)s»") % {"channel": Channel(one.channel).label}
        case RequirementKind.SEAL:
            return _("Tener vigente %(seal)s") % {"seal": one.seal}
        case RequirementKind.TRAINING:
            return _("Haber aprobado el curso %(course)s") % {"course": one.course}
        case RequirementKind.LEAD_TIME:
            days = int(quantity)
            return ngettext("Preparar en %(n)s día", "Preparar en %(n)s días", days) % {"n": days}
        case RequirementKind.PEOPLE:
            return _("Ser %(people)s trabajando") % {"people": units.show(quantity, Unit.PERSON)}
        case _capacity:
            return _("Hacer %(quantity)s al mes") % {"quantity": units.show(quantity, one.unit)}


def amount(one: Requirement, figure: Decimal | None) -> str:
    """The figure a requirement was judged by."""
    if figure is None:
        return ""
    match RequirementKind(one.requirement_kind):
        case RequirementKind.LEAD_TIME:
            return units.show(figure, Unit.DAY)
        case RequirementKind.PEOPLE:
            return units.show(figure, Unit.PERSON)
        case _capacity:
            return units.show(figure, one.unit)


def explain(one: Requirement, verdict: str, figure: Decimal | None) -> tuple[str, str, str]:
    """(verdict, figure, reason) of one producer."""
    return verdict, amount(one, figure), _reason(one, verdict, figure)


def _reason(one: Requirement, verdict: str, figure: Decimal | None) -> str:
    kind = RequirementKind(one.requirement_kind)
    if verdict == UNKNOWN:
        return _unknown(kind)
    if figure is not None:
        return _of_figure(one, kind, verdict, figure)
    texts = {
        RequirementKind.TERRITORY: (_("Es de este territorio."), _("Es de otro territorio.")),
        RequirementKind.CATEGORY: (_("Ya trabaja en esto."), _("Trabaja en otra cosa.")),
        RequirementKind.CHANNEL: (_("Ya vende así."), _("Todavía no vende así.")),
        RequirementKind.SEAL: (_("Lo tiene vigente."), _("No lo tiene, o se le venció.")),
        RequirementKind.TRAINING: (_("Lo aprobó."), _("Lo tomó y no llegó a la asistencia mínima.")),
    }
    return texts[kind][0 if verdict == MET else 1]


def _unknown(kind: RequirementKind) -> str:
    if kind == RequirementKind.TRAINING:
        return _("Todavía no lo ha tomado, o el curso no termina.")
    if kind == RequirementKind.CAPACITY:
        return _("No ha dicho cuánto hace al mes en esa medida.")
    return _("No tiene productos publicados, así que no se puede saber.")


def _of_figure(one: Requirement, kind: RequirementKind, verdict: str, figure: Decimal) -> str:
    if kind == RequirementKind.LEAD_TIME:
        text = _("Prepara en %(figure)s.") if verdict == MET else _("Necesita %(figure)s.")
        return text % {"figure": amount(one, figure)}
    if verdict == MET:
        return _("Llega: %(figure)s.") % {"figure": amount(one, figure)}
    missing = (one.quantity or Decimal(0)) - figure
    return _("Tiene %(figure)s; le faltan %(missing)s.") % {
        "figure": amount(one, figure), "missing": amount(one, missing)
    }  # fmt: skip


def of_members(count: int, whole: int) -> tuple[str, str]:
    """(figure, reason) of what each member of a network must meet alone."""
    figure = _("%(count)s de %(whole)s socios") % {"count": count, "whole": whole}
    if not whole:
        return figure, _("La red no tiene socios publicados.")
    if count == whole:
        return figure, _("Lo cumplen todos sus socios.")
    if not count:
        return figure, _("No lo cumple ninguno de sus socios, o no se sabe.")
    return figure, ngettext(
        "Lo cumple %(count)s socio: con ese se puede.", "Lo cumplen %(count)s socios: con esos se puede.", count
    ) % {"count": count}


def of_pool(one: Requirement, verdict: str, total: Decimal | None, able: int) -> tuple[str, str]:
    """(figure, reason) of what the able members of a network add up to."""
    if total is None:
        return "", _("Ningún socio cumple lo demás.") if not able else _("Sus socios no han dicho cuánto hacen.")
    between = ngettext("Entre %(n)s socio:", "Entre %(n)s socios:", able) % {"n": able}
    return amount(one, total), f"{between} {_of_figure(one, RequirementKind(one.requirement_kind), verdict, total)}"
