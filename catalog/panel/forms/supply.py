from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import Product, Supply
from catalog.services.supplies import Terms
from foundation.units import SYMBOLS, Unit

from .fields import CountField, PesosField, QuantityField, YearForm

SOLD_IN = (
    Unit.KG, Unit.T, Unit.L, Unit.UNIT, Unit.BOX, Unit.BOTTLE, Unit.DOZEN, Unit.BUNDLE, Unit.PAIR, Unit.M, Unit.M2,
    Unit.M3,
)  # fmt: skip
MOST_DAYS = 730


class SupplyForm(YearForm):
    """What one maker can deliver, of a listing of their own or of others."""

    unit_price = PesosField(label=_("Su precio por unidad"), help_text=_("Neto, sin IVA."))
    minimum = CountField(label=_("Desde cuánto le conviene"), most=10**6)
    lead_time_days = CountField(label=_("Días que necesita para prepararlo"), most=MOST_DAYS)

    @staticmethod
    def initial_of(supply: Supply) -> dict[str, Any]:
        return {
            "unit_price": supply.unit_price, "minimum": supply.minimum, "lead_time_days": supply.lead_time_days,
            **YearForm.months_initial(supply.monthly_capacity),
        }  # fmt: skip

    def terms(self, supply: Supply) -> Terms:
        data = self.cleaned_data
        return Terms(data["unit_price"], data["minimum"], data["lead_time_days"], self.capacity(), supply.multiple)


class WholesaleForm(YearForm):
    """How it is sold by quantity, and what its maker can deliver each month."""

    unit = forms.ChoiceField(
        label=_("Al por mayor se vende por"), choices=[(unit.value, unit.label) for unit in SOLD_IN]
    )
    unit_size = QuantityField(
        label=_("¿Cuánto trae esa unidad?"), required=False, most=100_000, help_text=_("Una caja de 8,2 kg: «8,2».")
    )
    unit_price = PesosField(label=_("Precio por unidad"), help_text=_("Neto, sin IVA."))
    minimum = CountField(label=_("Pedido mínimo"), most=10**6)
    lead_time_days = CountField(label=_("Días que necesita para prepararlo"), most=MOST_DAYS)

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product = product
        field: Any = self.fields["unit"]
        if product.unit not in dict(field.choices):
            field.choices = [(product.unit, Unit(product.unit).label), *field.choices]

    def clean_minimum(self) -> int:
        minimum: int = self.cleaned_data["minimum"]
        return max(1, minimum)

    @staticmethod
    def initial_of(draft: Product, supply: Supply | None) -> dict[str, Any]:
        common = {"unit": draft.unit, "unit_size": draft.unit_size if draft.unit != draft.base_unit else None}
        if supply is None:
            return common | {"minimum": int(draft.minimum), "lead_time_days": draft.lead_time_days}
        return common | {
            "minimum": int(draft.minimum), "lead_time_days": supply.lead_time_days, "unit_price": supply.unit_price,
            **YearForm.months_initial(supply.monthly_capacity),
        }  # fmt: skip

    def write(self, draft: Product) -> None:
        data = self.cleaned_data
        draft.unit, draft.minimum, draft.lead_time_days = data["unit"], data["minimum"], data["lead_time_days"]
        if data["unit_size"]:
            draft.unit_size = data["unit_size"]
        elif data["unit"] in SYMBOLS:
            draft.unit_size = 1

    def terms(self, supply: Supply | None) -> Terms:
        """What was said here of the maker's own supply; its least part and steps stay as they are."""
        data = self.cleaned_data
        least = supply.minimum if supply else data["minimum"]
        multiple = supply.multiple if supply else 1
        return Terms(data["unit_price"], least, data["lead_time_days"], self.capacity(), multiple)
