"""The steps a product is written in, each kept as a draft by itself."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from catalog.services.reviewing import missing_steps
from foundation import money, months, units


@dataclass(frozen=True, slots=True)
class Step:
    slug: str
    title: Any
    question: Any
    optional: bool = False


STEPS = (
    Step("que", _("Qué es"), _("¿Qué vende y dónde se hace?")),
    Step("cuando", _("Temporada"), _("¿En qué meses lo tiene?")),
    Step("mayor", _("Cuánto y a cómo"), _("¿Cuánto puede entregar cada mes?")),
    Step("precios", _("Por unidad"), _("¿A cuánto lo vende por unidad?"), optional=True),
    Step("foto", _("Foto"), _("Una foto de lo que vende"), optional=True),
    Step("detalles", _("Detalles"), _("Lo que preguntan después"), optional=True),
)
BY_SLUG = {step.slug: step for step in STEPS}


@dataclass(frozen=True, slots=True)
class Stage:
    """A step as the product's page lists it: what was said there, or that it is missing."""

    step: Step
    said: str
    missing: bool


def following(step: Step) -> Step | None:
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def stages(draft: Product) -> list[Stage]:
    missing = missing_steps(draft)
    said = {
        "que": draft.summary_es,
        "cuando": months.in_words(draft.sale_months),
        "mayor": _amounts(draft),
        "precios": ", ".join(entry.name_es for entry in draft.formats.all()),
        "foto": draft.image.description or _("Hay foto") if draft.image else "",
        "detalles": draft.description_es[:120],
    }
    return [Stage(step, str(said[step.slug]), step.slug in missing) for step in STEPS]


def _amounts(draft: Product) -> str:
    own = next((row for row in draft.supplies.all() if row.producer_id == draft.producer_id), None)
    if own is None:
        return ""
    unit = draft.unit_name_es or units.name(draft.unit, 1)
    year = units.show(sum(own.monthly_capacity), draft.unit)
    return str(_("%(year)s al año, a %(price)s netos por %(unit)s")) % {
        "year": year, "price": money.clp(own.unit_price), "unit": unit,
    }  # fmt: skip
