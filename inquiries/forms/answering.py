"""What a producer answers: a part, another proposal, or no."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation import units
from inquiries import cleaning, wording
from inquiries.enums import DeclineReason
from inquiries.models import Offer


def whole_part(text: str, offer: Offer) -> Decimal:
    """From one to what was asked, whole."""
    try:
        quantity = units.parse_typed(text)
    except units.BadQuantity as error:
        raise forms.ValidationError(str(error)) from error
    if not 0 < quantity <= offer.asked or quantity != int(quantity):
        most = units.plain(offer.asked)
        raise forms.ValidationError(_("Escriba un número entero de 1 a %(most)s.") % {"most": most})
    return quantity


class CounterForm(forms.Form):
    """Another price, fewer units, or a day before the buyer's; what is left empty stays as it was asked."""

    price = forms.CharField(label=gettext_lazy("Su precio neto"), required=False, max_length=20)
    quantity = forms.CharField(label=gettext_lazy("Cuánto puede"), required=False, max_length=20)
    ready_on = forms.DateField(label=gettext_lazy("Para qué día puede"), required=False)
    note = forms.CharField(label=gettext_lazy("Una nota"), required=False, max_length=500)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer

    def clean_price(self) -> int | None:
        text = self.cleaned_data["price"].replace("$", "").strip()
        if not text:
            return None
        try:
            price = units.parse_typed(text)
        except units.BadQuantity as error:
            raise forms.ValidationError(_("Escriba el precio en pesos, por ejemplo 9.800.")) from error
        if not 1 <= price <= cleaning.LARGEST_PRICE or price != int(price):
            raise forms.ValidationError(_("Escriba el precio en pesos, por ejemplo 9.800."))
        return int(price)

    def clean_quantity(self) -> Decimal | None:
        text = self.cleaned_data["quantity"]
        return whole_part(text, self.offer) if text.strip() else None

    def clean_ready_on(self) -> date | None:
        day, last = self.cleaned_data["ready_on"], self.offer.line.inquiry.needed_by
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("Esa fecha ya pasó."))
        if day is not None and last is not None and day > last:
            raise forms.ValidationError(
                _("Lo necesitan a más tardar el %(day)s.") % {"day": wording.day_in_words(last)}
            )
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not any(said.get(name) for name in ("price", "quantity", "ready_on")):
            raise forms.ValidationError(_("Diga qué cambia: el precio, la cantidad o el día."))
        return said


class AcceptForm(forms.Form):
    """A part of what was asked, in whole units of sale."""

    quantity = forms.CharField(label=gettext_lazy("Cuánto puede"), max_length=20)
    note = forms.CharField(label=gettext_lazy("Una nota"), required=False, max_length=500)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.fields["quantity"].widget.attrs["inputmode"] = "numeric"

    def clean_quantity(self) -> Decimal:
        return whole_part(self.cleaned_data["quantity"], self.offer)


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Por qué"), choices=DeclineReason.choices, initial=DeclineReason.NO_STOCK.value
    )
    note = forms.CharField(label=gettext_lazy("Una nota"), required=False, max_length=500)
