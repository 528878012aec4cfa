"""Months of the year as a 12-bit mask: bit 0 is January. Zero means no month, 4095 the whole year."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ALL_YEAR = 0b1111_1111_1111
LETTERS = "EFMAMJJASOND"


def mask(months: Iterable[int]) -> int:
    """[1, 2, 12] → 0b1000_0000_0011. Raises ValueError for a month outside 1–12."""
    bits = 0
    for month in months:
        if not 1 <= month <= 12:
            raise ValueError(f"There is no month {month}.")
        bits |= 1 << (month - 1)
    return bits


def months(mask: int) -> list[int]:
    """The months of a mask, 1–12, in the order of the calendar."""
    return [month for month in range(1, 13) if mask & (1 << (month - 1))]


def has(mask: int, month: int) -> bool:
    return bool(mask & (1 << (month - 1)))


def spans(mask: int) -> list[tuple[int, int]]:
    """Runs of months as (first, last), the one over New Year in one piece: Nov–Feb is (11, 2)."""
    if mask == ALL_YEAR:
        return [(1, 12)]
    starts = [m for m in months(mask) if not has(mask, (m - 2) % 12 + 1)]
    found = []
    for first in starts:
        last = first
        while has(mask, last % 12 + 1):
            last = last % 12 + 1
        found.append((first, last))
    return found


def in_words(mask: int) -> str:
    """In the active language: "todo el año", "de noviembre a febrero", "marzo y abril", "" for no month."""
    if mask == ALL_YEAR:
        return gettext("todo el año")
    return gettext(" y ").join(_span_in_words(first, last) for first, last in spans(mask))


def _span_in_words(first: int, last: int) -> str:
    start, end = str(MONTHS[first]), str(MONTHS[last])
    if first == last:
        return start
    if first % 12 + 1 == last:
        return gettext("%(start)s y %(end)s") % {"start": start, "end": end}
    return gettext("de %(start)s a %(end)s") % {"start": start, "end": end}


class MonthsFormField(forms.MultipleChoiceField):
    """Twelve checkboxes that give and take a mask."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        for unused in ("min_value", "max_value"):  # an integer's options, which the model field passes on
            kwargs.pop(unused, None)
        super().__init__(choices=[(str(number), name) for number, name in MONTHS.items()], **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return [str(month) for month in months(value)] if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        return mask(int(month) for month in super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class MonthsField(models.PositiveSmallIntegerField):
    """A mask of months; its form shows twelve checkboxes."""

    description = _("meses del año")
    default_validators = [MinValueValidator(0), MaxValueValidator(ALL_YEAR)]  # as Field declares it

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", 0)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        options: dict[str, Any] = {"form_class": MonthsFormField} | kwargs
        return super().formfield(**options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list | tuple | set | frozenset):
            try:
                return mask(int(month) for month in value)
            except ValueError as error:
                raise ValidationError(str(error)) from error
        return super().to_python(value)
