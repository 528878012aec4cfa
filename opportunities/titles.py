"""The title of what unmet demand proposes, as a person would write it: how much is missing of what, where, by when."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from foundation import units
from foundation.translated import in_each
from inquiries.models import InquiryLine
from opportunities.models import Opportunity, UnmetDemand

LONGEST = 140
MONTH = {"es": "MMMM 'de' y", "en": "MMMM y"}


def titles_of(opportunity: Opportunity, total: Decimal) -> dict[str, str]:
    """The columns `title_es` and `title_en` for so much in `demand_unit`; {} when nothing adds to it."""
    rows = UnmetDemand.objects.filter(opportunity=opportunity, quantity__gt=0).order_by("pk").select_related(
        "line__inquiry", "line__product__territory", "line__circuit__territory", "line__category", "line__territory"
    )  # fmt: skip
    lines = [row.line for row in rows]
    if not lines:
        return {}
    return in_each("title", lambda: title(lines, total, opportunity.demand_unit)[:LONGEST])


def title(lines: Sequence[InquiryLine], total: Decimal, unit: str) -> str:
    """«Faltan 80 kg de queso de cabra en Limarí para marzo de 2027», in the active language."""
    line, amount = lines[0], units.show(total, unit)
    if line.circuit:
        said = _("Falta lugar para %(amount)s en %(what)s") % {"amount": amount, "what": line.circuit.title}
    else:
        text = ngettext("Falta %(amount)s de %(what)s", "Faltan %(amount)s de %(what)s", 1 if total == 1 else 2)
        said = text % {"amount": amount, "what": _what(line)}
        place = line.territory or (line.product and line.product.territory)
        if place and place.name not in said:
            said = _("%(what)s en %(place)s") % {"what": said, "place": place.name}
    return _by_when(said, sorted({day.replace(day=1) for one in lines if (day := one.inquiry.needed_by)}))


def _what(line: InquiryLine) -> str:
    if line.product:
        return in_a_sentence(line.product.title)
    return in_a_sentence(line.category.name) if line.category else _("productos")


def _by_when(said: str, months: Sequence[date]) -> str:
    if not months:
        return said
    language = "en" if (get_language() or "es").startswith("en") else "es"
    named = {"what": said, "month": format_date(months[0], MONTH[language], locale=language)}
    return _("%(what)s desde %(month)s") % named if len(months) > 1 else _("%(what)s para %(month)s") % named


def in_a_sentence(name: str) -> str:
    """«Queso de cabra» → «queso de cabra»; a first word in capitals stays."""
    first = name.split(" ", 1)[0]
    return name[0].lower() + name[1:] if first[1:].islower() else name
