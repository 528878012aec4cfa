from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from catalog.models import Format, PriceTier, Product
from foundation.units import Unit

from .fields import CountField, Described, PesosField, QuantityField

MEASURES = (Unit.KG, Unit.G, Unit.L, Unit.ML, Unit.UNIT, Unit.PAIR, Unit.M, Unit.M2, Unit.M3)
STEPS = (2, 3, 4)
"""Prices by quantity a format may have beside its first."""
MOST_FORMATS = 8


class MeasureForm(Described):
    base_unit = forms.ChoiceField(
        label=_("¿En qué se mide?"), choices=[(unit.value, unit.label) for unit in MEASURES],
        help_text=_("El contenido de cada formato se dice en esta medida."),
    )  # fmt: skip

    def __init__(self, *args: Any, keeping: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["base_unit"]
        if keeping and keeping not in dict(field.choices):
            field.choices = [(keeping, Unit(keeping).label), *field.choices]


class FormatForm(Described):
    """One format; without name and price it is none, and one that was there goes."""

    key = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Formato"), max_length=80, required=False, help_text=_("«Pieza de 400 g»"))
    size = QuantityField(label=_("Contenido"), required=False, help_text=_("«0,4»"))
    price = PesosField(label=_("Precio de cada uno"), required=False, help_text=_("Con IVA"))
    from_1 = CountField(label=_("Se vende desde"), required=False, most=100_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in STEPS:
            self.fields[f"from_{step}"] = CountField(label=_("Desde"), required=False, most=100_000)
            self.fields[f"price_{step}"] = PesosField(label=_("Cada uno a"), required=False)

    @property
    def steps(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"from_{step}"], self[f"price_{step}"]) for step in STEPS]

    @property
    def has_steps(self) -> bool:
        return any(
            self[f"{part}_{step}"].value() or self[f"{part}_{step}"].errors
            for step in STEPS
            for part in ("from", "price")
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        wanted = {"name": data.get("name"), "size": data.get("size"), "price": data.get("price")}
        if any(wanted.values()):
            for name, value in wanted.items():
                if not value and name not in self.errors:
                    self.add_error(name, _("Falta este dato."))
        before = data.get("from_1") or 1
        for step in STEPS:
            fewest, price = data.get(f"from_{step}"), data.get(f"price_{step}")
            if (fewest is None) != (price is None):
                self.add_error(f"from_{step}", _("Un precio por cantidad lleva desde cuántos y a cuánto."))
            elif fewest is not None and fewest <= before:
                self.add_error(f"from_{step}", _("Cada tramo parte de más que el anterior."))
            before = fewest or before
        return data

    def tiers(self) -> list[tuple[int, int]]:
        """(from how many, price of each), fewest first."""
        data = self.cleaned_data
        found = [(data["from_1"] or 1, data["price"])]
        return found + [(data[f"from_{s}"], data[f"price_{s}"]) for s in STEPS if data[f"from_{s}"] is not None]


class _Formats(BaseFormSet):
    """`known` are the keys of the formats that the page showed: another one was not sent by our page."""

    known: frozenset[str] = frozenset()

    def clean(self) -> None:
        keys = [form.cleaned_data.get("key") for form in self.forms if form.cleaned_data.get("key")]
        if not set(keys) <= self.known or len(set(keys)) != len(keys):
            raise ValidationError(_("Los formatos cambiaron mientras los editaba. Ábralos de nuevo."))


FormatFormSet: Any = formset_factory(
    FormatForm, formset=_Formats, extra=1, max_num=MOST_FORMATS, validate_max=True, absolute_max=MOST_FORMATS + 4
)


def initial_formats(draft: Product) -> list[dict[str, Any]]:
    return [_initial(entry, str(place)) for place, entry in enumerate(formats_of(draft))]


def formats_of(draft: Product) -> list[Format]:
    """In the order the page shows them, which is what their keys count."""
    return sorted(draft.formats.all(), key=lambda entry: (entry.order, entry.pk or 0))


def _initial(entry: Format, key: str) -> dict[str, Any]:
    tiers = sorted(entry.tiers.all(), key=lambda tier: tier.min_quantity)
    found: dict[str, Any] = {"key": key, "name": entry.name_es, "size": entry.size}
    if tiers:
        found |= {"from_1": tiers[0].min_quantity if tiers[0].min_quantity > 1 else None, "price": tiers[0].unit_price}
    for step, tier in zip(STEPS, tiers[1:], strict=False):
        found |= {f"from_{step}": tier.min_quantity, f"price_{step}": tier.unit_price}
    return found


def write_formats(draft: Product, measure: str, rows: list[FormatForm]) -> None:
    """Put the typed formats on the draft; one that was there stays the same row, so that its stock stays with it."""
    before = formats_of(draft)
    kept = []
    for order, row in enumerate(row for row in rows if row.cleaned_data.get("name")):
        data = row.cleaned_data
        entry = before[int(data["key"])] if data["key"] else Format()
        entry.name_es, entry.size, entry.order = data["name"], data["size"], order
        entry.tiers.set(_tiers(entry, row))
        kept.append(entry)
    draft.base_unit = measure
    draft.formats.set(kept)


def _tiers(entry: Format, row: FormatForm) -> list[PriceTier]:
    known = {tier.min_quantity: tier for tier in entry.tiers.all()}
    found = []
    for fewest, price in row.tiers():
        tier = known.get(fewest) or PriceTier(min_quantity=fewest)
        tier.unit_price = price
        found.append(tier)
    return found
