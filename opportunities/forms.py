"""The forms of bidders, officers and territory teams; the services say no once more, whatever a form let pass."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Supply
from foundation import money, units
from opportunities.enums import PostingKind
from opportunities.models import Gap, Indicator, Posting, Proposal
from opportunities.sealing import Bid
from opportunities.services.gaps import Shown
from opportunities.services.postings import LONGEST
from producers.models import Producer

MOST_PESOS = 10**12
DAY = {"type": "date"}


def day_field(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), **options)


def pesos_field(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=20, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **options
    )


def pesos(text: str) -> int:
    """«$ 12.500.000» → 12500000. Raises ValidationError."""
    digits = text.replace("$", "").replace(".", "").replace(" ", "")
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits) <= MOST_PESOS:
        raise forms.ValidationError(_("Escriba un monto en pesos, por ejemplo 12.500.000."))
    return int(digits)


def number(text: str) -> Decimal:
    """A quantity as people type it. Raises ValidationError."""
    try:
        return units.parse_typed(text)
    except units.BadQuantity as error:
        raise forms.ValidationError(str(error)) from error


class BidForm(forms.Form):
    provider = forms.CharField(label=gettext_lazy("Organismo de capacitación"), max_length=140)
    email = forms.EmailField(label=gettext_lazy("Correo"), help_text=gettext_lazy("Ahí le llega el recibo."))
    price = pesos_field(gettext_lazy("Precio total, en pesos"))
    method = forms.CharField(
        label=gettext_lazy("Cómo lo haría"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, budget: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.budget = budget
        self.fields["price"].help_text = _("A lo más %(budget)s.") % {"budget": money.clp(budget)}

    def clean_price(self) -> int:
        price = pesos(self.cleaned_data["price"])
        if price > self.budget:
            raise forms.ValidationError(_("Pasa del presupuesto."))
        return price

    def bid(self) -> Bid:
        return Bid(**{name: self.cleaned_data[name] for name in ("provider", "email", "price", "method")})


class PostingForm(forms.ModelForm):
    class Meta:
        model = Posting
        fields: tuple[str, ...] = (
            "posting_kind", "comuna", "title_es", "text_es", "places", "contact", "expires_on", "title_en", "text_en",
        )  # fmt: skip
        widgets = {
            "expires_on": forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
            "text_es": forms.Textarea(attrs={"rows": 4}),
            "text_en": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, comunas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comuna"] = forms.ModelChoiceField(comunas.order_by("name"), label=_("Comuna"), empty_label=None)
        self.fields["posting_kind"].widget = forms.Select(choices=PostingKind.choices)
        if self.instance.pk is None:
            self.initial.setdefault("expires_on", timezone.localdate() + timedelta(days=30))

    def clean_expires_on(self) -> date:
        last: date = self.cleaned_data["expires_on"]
        today = timezone.localdate()
        if not today <= last <= today + LONGEST:
            raise forms.ValidationError(_("Un aviso dura desde hoy hasta cuatro meses."))
        return last

    def put(self) -> dict[str, Any]:
        """The columns for the service."""
        first = self.instance.starts_on or timezone.localdate()
        if self.cleaned_data["expires_on"] - first > LONGEST:
            first = timezone.localdate()  # renewed
        return {name: self.cleaned_data[name] for name in self.Meta.fields} | {"starts_on": first}


class DocumentForm(forms.Form):
    """What shows a result: at least one of number, address and text."""

    number = forms.CharField(label=gettext_lazy("Número del documento"), max_length=80, required=False)
    url = forms.URLField(
        label=gettext_lazy("Dirección en la web"), max_length=300, required=False, assume_scheme="https"
    )
    text = forms.CharField(label=gettext_lazy("Qué muestra"), max_length=500, required=False)
    on = day_field(gettext_lazy("Fecha del documento"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not (data.get("number") or data.get("url") or data.get("text")):
            self.add_error("number", _("Ponga al menos el número, la dirección o qué muestra el documento."))
        if data.get("on") and data["on"] > timezone.localdate():
            self.add_error("on", _("La fecha todavía no llega."))
        return data


class EvidenceForm(DocumentForm):
    """Evidence for a gap; for one of scale, also what each maker can do a month from now on."""

    size = forms.CharField(label=gettext_lazy("Medida hoy"), max_length=20, required=False)

    def __init__(self, *args: Any, gap: Gap, supplies: list[Supply], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.supplies = supplies
        self.fields["size"].help_text = gap.unit
        for supply in supplies:
            most = max(supply.monthly_capacity)
            self.fields[f"capacity-{supply.pk}"] = forms.IntegerField(
                label=_("%(producer)s, %(product)s: más cada mes")
                % {"producer": supply.producer.name, "product": supply.product.title},
                help_text=_("Hoy hace hasta %(most)s al mes.") % {"most": units.show(most, supply.product.unit)},
                min_value=0, max_value=10**6, required=False,
            )  # fmt: skip

    def clean_size(self) -> Decimal | None:
        text = self.cleaned_data["size"]
        return number(text) if text else None

    def shown(self) -> Shown:
        return Shown(**{name: self.cleaned_data[name] for name in ("on", "number", "url", "text", "size")})

    def capacity(self) -> dict[int, list[int]]:
        """The new twelve months of each supply that gains: what is typed is added to the months it makes any in."""
        gains = {supply: self.cleaned_data.get(f"capacity-{supply.pk}") or 0 for supply in self.supplies}
        return {
            supply.pk: [month + gain if month else 0 for month in supply.monthly_capacity]
            for supply, gain in gains.items()
            if gain and any(supply.monthly_capacity)
        }


class CallForm(forms.Form):
    """The call of a course: until when, and by what proposals are judged (three criteria whose weights make 100)."""

    closes_on = day_field(gettext_lazy("Último día para proponer"))
    terms = forms.CharField(
        label=gettext_lazy("Bases"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    CRITERIA = (
        (gettext_lazy("Calidad de la propuesta"), "Quality of the proposal", 45),
        (gettext_lazy("Conocimiento del territorio y del rubro"), "Knowledge of the place and the trade", 30),
        (gettext_lazy("Precio"), "Price", 25),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, (name, _english, weight) in enumerate(self.CRITERIA):
            self.fields[f"weight-{place}"] = forms.IntegerField(
                label=_("%(name)s, peso en %%") % {"name": name}, min_value=1, max_value=98, initial=weight
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        weights = [data.get(f"weight-{place}") for place in range(len(self.CRITERIA))]
        if None not in weights and sum(weight or 0 for weight in weights) != 100:
            self.add_error(None, _("Los pesos deben sumar 100 %."))
        return data

    def criteria(self) -> list[tuple[str, str, int]]:
        with translation.override("es"):
            return [
                (str(name), english, self.cleaned_data[f"weight-{place}"])
                for place, (name, english, _weight) in enumerate(self.CRITERIA)
            ]


class VisitForm(forms.Form):
    on = day_field(gettext_lazy("Fecha"))
    by = forms.CharField(
        label=gettext_lazy("Quiénes visitaron"), max_length=160, help_text=gettext_lazy("Instituciones, no personas.")
    )
    found = forms.CharField(label=gettext_lazy("Qué vieron"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    in_order = forms.BooleanField(label=gettext_lazy("Todo en orden"), required=False, initial=True)


class SessionForm(forms.Form):
    on = day_field(gettext_lazy("Fecha"))
    hours = forms.DecimalField(
        label=gettext_lazy("Horas"), min_value=Decimal("0.5"), max_value=12, max_digits=3, decimal_places=1
    )
    topic = forms.CharField(label=gettext_lazy("Tema"), max_length=160)


class EnrolForm(forms.Form):
    producer = forms.ModelChoiceField(Producer.objects.none(), label=gettext_lazy("Productor"))

    def __init__(self, *args: Any, producers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producer"] = forms.ModelChoiceField(producers.order_by("name"), label=_("Productor"))


class ActualForm(DocumentForm):
    value = forms.CharField(label=gettext_lazy("Resultado"), max_length=20)

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].help_text = indicator.unit

    def clean_value(self) -> Decimal:
        return number(self.cleaned_data["value"])


class FundForm(forms.Form):
    amount = pesos_field(gettext_lazy("Aporte, en pesos"))
    number = forms.CharField(label=gettext_lazy("Número del documento"), max_length=60)

    def clean_amount(self) -> int:
        return pesos(self.cleaned_data["amount"])


class ScoreForm(forms.Form):
    def __init__(self, *args: Any, proposal: Proposal, given: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(proposal.call.criteria.all())
        for criterion in self.criteria:
            self.fields[f"criterion-{criterion.pk}"] = forms.IntegerField(
                label=str(criterion), min_value=0, max_value=100, initial=given.get(criterion.pk),
                help_text=_("De 0 a 100."),
            )  # fmt: skip

    def points(self) -> dict[int, int]:
        return {criterion.pk: self.cleaned_data[f"criterion-{criterion.pk}"] for criterion in self.criteria}
