"""The form of the buyer who asks; it keeps what was typed, right or wrong."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.said import PlainForm, PlainFormSet
from inquiries import choosing, cleaning
from inquiries.cleaning import RawLine
from territories.models import Region

from .rules import by_rule

MOST_LINES = 20
ABROAD = "abroad"


def new_key() -> str:
    """Goes with the form so that sending it twice makes one inquiry."""
    return get_random_string(22)


class LineForm(PlainForm):
    """`item` is what was chosen for the text `asked`; when the text has changed, what was chosen no longer counts."""

    item = forms.CharField(required=False, max_length=260, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    what = forms.CharField(
        label=gettext_lazy("Qué busca"),
        max_length=200,
        help_text=gettext_lazy("Un producto, una ruta o algo más general: «quesos de cabra»."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quantity = forms.CharField(
        label=gettext_lazy("Cuánto"), max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    unit = forms.CharField(label=gettext_lazy("Unidad"), required=False, max_length=8)

    choices: list[choosing.Choice]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = []
        self.chosen: choosing.Choice | None = None
        self.fields["what"].widget.attrs["list"] = f"{self.prefix}-options"
        self.offer_units([])

    def offer_units(self, values: list[tuple[str, str]]) -> None:
        self.fields["unit"].widget = forms.Select(choices=values or choosing.any_unit())

    def choose(self, known: dict[str, choosing.Choice]) -> None:
        """Find what the line asks for, before it is cleaned or shown; `known` are the items named, already read."""
        text = str(self["what"].value() or "").strip()
        item = known.get(str(self["item"].value() or ""))
        if item and text in {item.label, str(self["asked"].value() or "").strip()}:
            self.chosen = item
        elif text and self.is_bound:
            self.choices = choosing.find(text)
            self.chosen = choosing.exact(text, self.choices)
        if self.chosen:
            self.offer_units(self.chosen.units)

    def clean_what(self) -> str:
        text: str = self.cleaned_data["what"]
        if self.chosen is None:
            if self.choices:
                raise forms.ValidationError(_("¿Cuál de estos? Elija uno."))
            raise forms.ValidationError(_("No encontramos «%(text)s». Pruebe con otra palabra.") % {"text": text[:80]})
        return text

    def clean_unit(self) -> str:
        value: str = self.cleaned_data["unit"]
        if self.chosen is None:
            return value
        possible = [unit for unit, _words in self.chosen.units]
        if not value:
            return possible[0]
        if value not in possible:
            raise forms.ValidationError(
                _("Se pide en: %(units)s.") % {"units": ", ".join(words for _unit, words in self.chosen.units)}
            )
        return value

    def raw(self) -> RawLine:
        """What the line asks for, as the API would be asked."""
        kind, slug, territory = choosing.parts(self.chosen.item if self.chosen else "")
        return RawLine(
            quantity=self.cleaned_data["quantity"],
            unit=self.cleaned_data["unit"],
            product=slug if kind == "product" else "",
            circuit=slug if kind == "circuit" else "",
            category=slug if kind == "category" else "",
            territory=slug if kind == "territory" else territory,
        )


class BaseLines(PlainFormSet):
    def choose(self, known: dict[str, choosing.Choice] | None = None) -> None:
        """Find what all lines ask for, the items they name in one query a kind unless they are `known`."""
        items = [item for form in self.forms if (item := str(form["item"].value() or ""))]
        if known is None:
            known = choosing.of_items(items) if items else {}
        for form in self.forms:
            form.choose(known)


Lines: Any = formset_factory(
    LineForm, formset=BaseLines, extra=0, min_num=1, validate_min=True, max_num=MOST_LINES, absolute_max=MOST_LINES
)


class InquiryForm(PlainForm):
    needed_by = forms.DateField(
        label=gettext_lazy("Para cuándo"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    region = forms.ChoiceField(label=gettext_lazy("A dónde"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Su nombre"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    organisation = forms.CharField(
        label=gettext_lazy("Tienda, restaurante o empresa"), required=False, max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    email = forms.CharField(
        label=gettext_lazy("Su correo"), max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=gettext_lazy("Su teléfono"), required=False, max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    message = forms.CharField(
        label=gettext_lazy("Algo más que deban saber"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    consent = forms.BooleanField(
        label=gettext_lazy(
            "Acepto que los productores consultados y el equipo del territorio usen estos datos para responder "
            "esta consulta."
        ),
        error_messages={"required": gettext_lazy("Sin su consentimiento no podemos enviar la consulta.")},
    )  # fmt: skip
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        label=gettext_lazy("Deje esto en blanco"),
    )  # fmt: skip
    once = forms.CharField(max_length=40, widget=forms.HiddenInput)
    started = forms.CharField(max_length=120, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = [(name, name) for name in Region.objects.values_list("name", flat=True)]
        destination: Any = self.fields["region"]
        destination.choices = [("", _("Por definir")), *regions, (ABROAD, _("Fuera de Chile"))]

    def clean_name(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["name"], "name", 120, required=True))

    def clean_organisation(self) -> str:
        return by_rule(lambda: cleaning.line_of_text(self.cleaned_data["organisation"], "organisation", 120))

    def clean_email(self) -> str:
        return by_rule(lambda: cleaning.email(self.cleaned_data["email"], "email"))

    def clean_phone(self) -> str:
        return by_rule(lambda: cleaning.phone(self.cleaned_data["phone"], "phone"))

    def clean_message(self) -> str:
        return by_rule(lambda: cleaning.paragraphs(self.cleaned_data["message"], "message", 4000))

    def clean_needed_by(self) -> Any:
        return by_rule(lambda: cleaning.needed_by(self.cleaned_data["needed_by"], "needed_by"))

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Este campo debe quedar en blanco."))
        return ""
