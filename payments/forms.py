"""Who buys a basket, and where it goes."""

from typing import Any

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.said import PlainForm
from inquiries import cleaning
from inquiries.forms.rules import by_rule
from payments.enums import Bank, BankAccountKind
from territories import ground
from territories.models import Comuna


def _text(autocomplete: str, **attrs: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})


class CheckoutForm(PlainForm):
    """`once` goes with the form so that sending it twice makes one order."""

    name = forms.CharField(label=gettext_lazy("Nombre"), max_length=120, widget=_text("name"))
    email = forms.EmailField(
        label=gettext_lazy("Correo"), help_text=gettext_lazy("Aquí le llega el pedido y cada despacho."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=gettext_lazy("Teléfono"), max_length=30, required=False, widget=_text("tel", type="tel")
    )
    comuna = forms.CharField(label=gettext_lazy("Comuna"), max_length=60, widget=_text("address-level2"))
    address = forms.CharField(
        label=gettext_lazy("Dirección"), max_length=240, help_text=gettext_lazy("Calle, número y departamento."),
        widget=_text("street-address"),
    )  # fmt: skip
    tax_id = forms.CharField(
        label=gettext_lazy("RUT, si necesita factura"), max_length=20, required=False, widget=_text("off")
    )
    note = forms.CharField(
        label=gettext_lazy("Algo que deba saber quien entrega"), max_length=500, required=False, widget=_text("off")
    )
    once = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"once": get_random_string(22)})
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["name"], "name", 120, required=True))

    def clean_phone(self) -> str:
        return by_rule(lambda: cleaning.phone(self.cleaned_data["phone"], "phone"))

    def clean_tax_id(self) -> str:
        return by_rule(lambda: cleaning.rut(self.cleaned_data["tax_id"], "tax_id"))

    def clean_address(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["address"], "address", 240, required=True))

    def clean_note(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["note"], "note", 500))

    def clean_comuna(self) -> Comuna:
        text = self.cleaned_data["comuna"]
        known = ground.find_comuna(text)
        row = Comuna.objects.filter(code=known.code).first() if known else None
        if row is None:
            raise forms.ValidationError(_("No conocemos la comuna «%(text)s».") % {"text": text[:60]})
        return row


class BankAccountForm(PlainForm):
    """Typed whole every time: what is kept is never shown again but for its last digits."""

    holder = forms.CharField(label=gettext_lazy("A nombre de"), max_length=80, widget=_text("off"))
    rut = forms.CharField(label=gettext_lazy("RUT del titular"), max_length=20, widget=_text("off"))
    bank = forms.ChoiceField(label=gettext_lazy("Banco"), choices=[("", "…"), *Bank.choices])
    account_kind = forms.ChoiceField(
        label=gettext_lazy("Tipo de cuenta"), choices=[("", "…"), *BankAccountKind.choices]
    )
    number = forms.CharField(
        label=gettext_lazy("Número de cuenta"), max_length=20, widget=_text("off", inputmode="numeric")
    )

    def clean_holder(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["holder"], "holder", 80, required=True))

    def clean_rut(self) -> str:
        return by_rule(lambda: cleaning.rut(self.cleaned_data["rut"], "rut", required=True))

    def clean_number(self) -> str:
        digits = "".join(char for char in self.cleaned_data["number"] if char not in " -.")
        if not digits.isascii() or not digits.isdecimal() or not 4 <= len(digits) <= 18:
            raise forms.ValidationError(_("Escriba el número de la cuenta, solo con dígitos."))
        return digits
