"""Numbers as people type them, and twelve of them for a year."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from foundation import units

_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,12}", re.ASCII)
MOST_PESOS = 999_999_999


class Described(forms.Form):
    """A field that is wrong says so to those who do not see it, and its help is read with it."""

    error_css_class = "wrong"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class PesosField(forms.CharField):
    """Whole pesos: «12990», «12.990» or «$12.990»."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = str(value or "").replace("$", "").replace(" ", "").strip()
        if not text:
            return None
        if not _GROUPED.fullmatch(text):
            raise ValidationError(_("Escriba el precio en pesos, sin decimales: 12.990."))
        pesos = int(text.replace(".", ""))
        if not 0 < pesos <= MOST_PESOS:
            raise ValidationError(_("El precio va de $1 a $999.999.999."))
        return pesos

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


class QuantityField(forms.CharField):
    """A quantity of at most three decimals, above zero: «0,4», «1.500»."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, most: int = 999_999, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            quantity = units.parse_typed(text)
        except units.BadQuantity as error:
            raise ValidationError(str(error))
        if not 0 < quantity <= self.most:
            raise ValidationError(
                _("La cantidad va por sobre 0 y hasta %(most)s.") % {"most": units.grouped(self.most)}
            )
        return quantity

    def prepare_value(self, value: Any) -> Any:
        return units.grouped(value) if isinstance(value, Decimal | int) else value


class CountField(QuantityField):
    """A whole number from zero on."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        if not _GROUPED.fullmatch(text) or int(text.replace(".", "")) > self.most:
            raise ValidationError(_("Escriba un número entero, de 0 a %(most)s.") % {"most": units.grouped(self.most)})
        return int(text.replace(".", ""))


class YearForm(Described):
    """Twelve capacities, January first; an empty month is none. `all_months` fills the twelve at once."""

    MOST = 10**6

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for month in range(1, 13):
            self.fields[f"month_{month}"] = CountField(label=MONTHS[month].capitalize(), most=self.MOST, required=False)
        self.fields["all_months"] = CountField(
            label=_("Lo mismo todos los meses"), most=self.MOST, required=False,
            help_text=_("Si lo llena, vale para los doce meses y reemplaza lo de abajo."),
        )  # fmt: skip

    @property
    def months(self) -> list[forms.BoundField]:
        return [self[f"month_{month}"] for month in range(1, 13)]

    def capacity(self) -> list[int]:
        """The twelve numbers of a valid form."""
        everywhere = self.cleaned_data["all_months"]
        if everywhere is not None:
            return [everywhere] * 12
        return [self.cleaned_data[f"month_{month}"] or 0 for month in range(1, 13)]

    @staticmethod
    def months_initial(capacity: list[int]) -> dict[str, int]:
        return {f"month_{month}": capacity[month - 1] for month in range(1, 13)}
