from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from foundation.months import MonthsFormField, months

from .fields import Described


@dataclass(frozen=True, slots=True)
class MonthBox:
    """One of the twelve boxes to tap."""

    number: int
    short: str
    name: str
    on: bool
    now: bool


class SeasonForm(Described):
    """The months it is to be had, by tapping, and when it is made where that differs."""

    sale_months = MonthsFormField(label=_("Toque los meses en que lo tiene"))
    made_months = MonthsFormField(label=_("Toque los meses en que se cosecha o se hace"), required=False)

    @staticmethod
    def initial_of(draft: Product) -> dict[str, Any]:
        return {"sale_months": draft.sale_months, "made_months": draft.months}

    def write(self, draft: Product) -> None:
        draft.sale_months = self.cleaned_data["sale_months"]
        draft.months = self.cleaned_data["made_months"] or draft.sale_months

    @property
    def sale(self) -> list[MonthBox]:
        return self._boxes("sale_months")

    @property
    def made(self) -> list[MonthBox]:
        return self._boxes("made_months")

    @property
    def made_differs(self) -> bool:
        made = self._chosen("made_months")
        return bool(made) and made != self._chosen("sale_months")

    def _boxes(self, name: str) -> list[MonthBox]:
        chosen, today = self._chosen(name), timezone.localdate().month
        return [
            MonthBox(month, str(MONTHS_3[month]), str(MONTHS[month]), month in chosen, month == today)
            for month in range(1, 13)
        ]

    def _chosen(self, name: str) -> set[int]:
        """Months that are ticked, whether typed or kept."""
        value = self[name].value()
        if isinstance(value, int):
            return set(months(value))
        return {int(month) for month in value or [] if str(month).isdecimal()}
