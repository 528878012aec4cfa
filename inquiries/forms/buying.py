"""What a buyer says who accepts a quote."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.said import PlainForm
from inquiries import cleaning, freight, naming
from inquiries.enums import FreightStatus
from inquiries.models import Quote
from inquiries.services import Buyer
from territories import ground
from territories.models import Comuna

from .rules import by_rule


class BuyerForm(PlainForm):
    """Who accepts a quote and where it goes; what does not travel needs no address."""

    name = forms.CharField(
        label=gettext_lazy("Nombre o razón social"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    tax_id = forms.CharField(
        label=gettext_lazy("RUT"), max_length=20, help_text=gettext_lazy("Para la factura o boleta: 12.345.678-5."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=gettext_lazy("Teléfono para la entrega"), max_length=30, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    address = forms.CharField(
        label=gettext_lazy("Dirección de entrega"), max_length=240, help_text=gettext_lazy("Calle, número y oficina."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )  # fmt: skip
    comuna = forms.CharField(
        label=gettext_lazy("Comuna"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "address-level2"})
    )
    note = forms.CharField(
        label=gettext_lazy("Algo que deba saber quien entrega"), required=False, max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, quote: Quote, **kwargs: Any) -> None:
        inquiry = quote.inquiry
        kwargs.setdefault("initial", {"name": inquiry.name, "phone": inquiry.phone})
        super().__init__(*args, **kwargs)
        self.quote = quote
        if inquiry.country != "CL":
            self.fields["tax_id"].required = False
            self.fields["tax_id"].label = _("Identificación tributaria")
            self.fields["tax_id"].help_text = ""
        if quote.freight_status == FreightStatus.NONE:
            del self.fields["address"], self.fields["comuna"]
        elif inquiry.destination_country != "CL":
            del self.fields["comuna"]

    def clean_name(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["name"], "name", 120, required=True))

    def clean_tax_id(self) -> str:
        text = self.cleaned_data["tax_id"]
        if self.quote.inquiry.country == "CL":
            return by_rule(lambda: cleaning.rut(text, "tax_id", required=True))
        return by_rule(lambda: cleaning.line_of_text(text, "tax_id", 20))

    def clean_phone(self) -> str:
        return by_rule(lambda: cleaning.phone(self.cleaned_data["phone"], "phone"))

    def clean_address(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["address"], "address", 240, required=True))

    def clean_note(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["note"], "note", 500))

    def clean_comuna(self) -> Comuna:
        """One the quoted freight reaches: a part of it was worked out from the distance."""
        text = self.cleaned_data["comuna"]
        known = ground.find_comuna(text)
        row = Comuna.objects.filter(code=known.code).first() if known else None
        if known is None or row is None:
            raise forms.ValidationError(_("No conocemos la comuna «%(text)s».") % {"text": text[:60]})
        point = freight.destination_of(self.quote.inquiry)
        if self.quote.freight_status == FreightStatus.FIXED and point and not freight.reaches(point, known):
            place = {"place": naming.destination(self.quote.inquiry)}
            raise forms.ValidationError(
                _("El despacho se calculó para %(place)s. Para otro lugar haga otra consulta.") % place
            )
        return row

    def buyer(self) -> Buyer:
        said = self.cleaned_data
        return Buyer(
            name=said["name"], tax_id=said["tax_id"], phone=said["phone"], note=said["note"],
            address=said.get("address", ""), comuna=said.get("comuna"),
        )  # fmt: skip
