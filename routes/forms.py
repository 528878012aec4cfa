"""The form of a trip; it keeps what was typed, right or wrong, and asks the same cleaning as the API."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.problems import FieldError
from foundation.said import PlainForm, PlainFormSet
from routes.distances import Point
from routes.enums import Pace
from routes.models import Circuit
from routes.models.plans import MOST_PEOPLE
from routes.opening import TIME
from routes.plans.cleaning import MOST_DAYS, BadWish, Cleaned, Raw, RawDay, clean, town_at
from routes.plans.interests import INTERESTS
from territories.models import Comuna, Territory, TerritoryComuna

POINT = re.compile(r"point:(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)")
PLACE = re.compile(r"place-([\w-]{1,120})")
MOST_PLACES = 80
WISHES = (("", gettext_lazy("Si cabe")), ("must", gettext_lazy("Sí o sí")), ("never", gettext_lazy("No")))
OF_THE_API = {"base.lat": "base", "base.lon": "base", "territory": "where", "circuit": "where"}

Choices = list[tuple[str, Any]]


class TimeField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=5, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not TIME.fullmatch(text):
            raise forms.ValidationError(_("Escriba la hora así: 09:30."))
        return text


class DayForm(PlainForm):
    date = forms.DateField(
        label=gettext_lazy("Fecha"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    start = TimeField(label=gettext_lazy("Sale a las"), initial="09:00")
    end = TimeField(label=gettext_lazy("Vuelve a las"), initial="19:00")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["date"].widget.attrs["min"] = timezone.localdate().isoformat()


Days: Any = formset_factory(
    DayForm, formset=PlainFormSet, extra=0, min_num=1, max_num=MOST_DAYS, absolute_max=MOST_DAYS
)


class TripForm(PlainForm):
    """Of `where` and `base` one may be left open: a circuit begins at its first stop, a territory at its middle."""

    where = forms.CharField(label=gettext_lazy("Por dónde"), required=False, max_length=140)
    base = forms.CharField(
        label=gettext_lazy("Desde dónde sale cada día"), required=False, max_length=140,
        help_text=gettext_lazy("Donde duerme: cada día empieza y termina ahí."),
    )  # fmt: skip
    interests = forms.MultipleChoiceField(
        label=gettext_lazy("Qué le gusta"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(interest.slug, interest.label) for interest in INTERESTS],
    )  # fmt: skip
    pace = forms.ChoiceField(
        label=gettext_lazy("A qué paso"), choices=Pace.choices, initial=Pace.NORMAL.value, widget=forms.RadioSelect
    )
    party = forms.IntegerField(
        label=gettext_lazy("Cuántos van"), min_value=1, max_value=MOST_PEOPLE, initial=2,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, circuit: Circuit | None = None, point: str = "", **kwargs: Any) -> None:
        """`circuit` may be travelled, `point` ("point:lat,lon") be where days begin; no others are offered."""
        super().__init__(*args, **kwargs)
        self.fields["where"].widget = forms.Select(choices=where_choices(circuit))
        self.fields["base"].widget = forms.Select(choices=base_choices(circuit, point))

    def tell(self, days: Sequence[forms.Form], error: BadWish) -> None:
        """Put each error of the cleaning where the field stands that it is about."""
        for wrong in error.errors:
            day = re.fullmatch(r"days\[(\d+)\]\.(\w+)", wrong.field)
            if day:
                days[int(day[1])].add_error(day[2], wrong.message)
            else:
                self.add_error(self._field_of(wrong), wrong.message)

    def _field_of(self, wrong: FieldError) -> str | None:
        name = OF_THE_API.get(wrong.field, wrong.field)
        return name if name in self.fields else None


def new_key() -> str:
    """Goes with the form so that sending it twice makes one plan."""
    return get_random_string(22)


def where_choices(circuit: Circuit | None) -> Choices:
    territories = Territory.objects.live().north_to_south().values_list("slug", "name")
    own: Choices = [(f"circuit:{circuit.slug}", circuit.title)] if circuit else []
    return [("", _("Cerca de donde salgo")), *own, *((f"territory:{slug}", name) for slug, name in territories)]


def base_choices(circuit: Circuit | None, point: str) -> Choices:
    """The first stop of the circuit, the point that was given, and the comunas of the territories, grouped."""
    rows = (
        TerritoryComuna.objects.on(timezone.localdate())
        .filter(territory__live=True)
        .order_by("-territory__latitude", "territory", "comuna__name")
        .values_list("territory__name", "comuna", "comuna__name")
    )
    groups: dict[str, Choices] = {}
    for territory, code, name in rows:
        groups.setdefault(territory, []).append((f"comuna:{code}", name))
    first = _("La primera parada de la ruta") if circuit else _("El centro del territorio")
    own: Choices = [("", first)]
    at = point_of(point)[0] if POINT.fullmatch(point) else None
    if at:
        own.append((point, _("Como antes: %(place)s") % {"place": town_at(at)}))
    return [*own, *groups.items()]


def cleaned_by(form: TripForm, days: Any, places: Mapping[str, str]) -> Cleaned | None:
    """The wish; None, with all errors told at once, when a field is not in order or when together they are not."""
    in_order = form.is_valid() & days.is_valid()
    unsaid: dict[str, Any] = {"where": "", "base": "", "interests": [], "pace": Pace.NORMAL.value, "party": 1}
    data = unsaid | form.cleaned_data
    kind, _colon, slug = data["where"].partition(":")
    # A day added and left as it was is none.
    filled = [day for day in days.forms if day.is_valid() and day.cleaned_data]
    base, name = point_of(data["base"])
    raw = Raw(
        days=[RawDay(**day.cleaned_data) for day in filled],
        base=base,
        base_name=name,
        territory=slug if kind == "territory" else "",
        circuit=slug if kind == "circuit" else "",
        interests=data["interests"],
        pace=data["pace"],
        party=data["party"],
        must=[place for place, wish in places.items() if wish == "must"],
        never=[place for place, wish in places.items() if wish == "never"],
    )
    try:
        cleaned = clean(raw)
    except BadWish as error:
        known = in_order or filled  # days that cannot be read have said so themselves
        form.tell(filled, BadWish([wrong for wrong in error.errors if known or wrong.field != "days"]))
        return None
    return cleaned if in_order else None


def point_of(base: str) -> tuple[Point | None, str]:
    """What is chosen as the base, with its name; nothing for a choice that is none."""
    given = POINT.fullmatch(base)
    if given:
        return (float(given[1]), float(given[2])), ""
    if base.startswith("comuna:"):
        comuna = Comuna.objects.filter(code=base.removeprefix("comuna:")).first()
        if comuna:
            return (comuna.lat, comuna.lon), comuna.name
    return None, ""


def wishes_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What the form says of each place: slug → "", "must" or "never"."""
    said: dict[str, str] = {}
    for name in data:
        found = PLACE.fullmatch(name)
        if found and len(said) < MOST_PLACES:
            wish = data.get(name)
            said[found[1]] = wish if wish in ("must", "never") else ""
    return said


def of_wish(request: Mapping[str, Any]) -> dict[str, Any]:
    """A kept request as what the form shows first."""
    base = request["base"]
    where = f"circuit:{request['circuit']}" if request["circuit"] else ""
    if not where and request["territory"]:
        where = f"territory:{request['territory']}"
    return {
        "where": where,
        "base": f"point:{base['lat']:.5f},{base['lon']:.5f}",
        "interests": request["interests"],
        "pace": request["pace"],
        "party": request["party"],
    }


def days_of(request: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(day) for day in request["days"]]


def places_of(request: Mapping[str, Any], known: Iterable[str]) -> dict[str, str]:
    """The wishes about places as a kept request has them; `known` are others that may be wished for."""
    said = dict.fromkeys(known, "")
    return said | dict.fromkeys(request["must"], "must") | dict.fromkeys(request["never"], "never")
