from collections.abc import Sequence
from typing import Any

from django import forms

from catalog.models import Format, Stock

from .fields import CountField, Described


class StockForm(Described):
    """Pieces on the shelf by format; empty: not sold by the piece. `seen_…` is what the page said when it opened."""

    def __init__(self, *args: Any, formats: Sequence[tuple[Format, Stock | None]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.formats = formats
        for entry, stock in formats:
            on_hand = stock.on_hand if stock else None
            self.fields[f"pieces_{entry.pk}"] = CountField(
                label=entry.name, required=False, most=10**6, initial=on_hand
            )
            self.fields[f"seen_{entry.pk}"] = CountField(
                required=False, most=10**6, initial=on_hand, widget=forms.HiddenInput
            )

    @property
    def rows(self) -> list[tuple[Format, Stock | None, forms.BoundField, forms.BoundField]]:
        return [(entry, stock, self[f"pieces_{entry.pk}"], self[f"seen_{entry.pk}"]) for entry, stock in self.formats]
