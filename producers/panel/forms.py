"""What is typed on this room's pages of the panel."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from producers.models import Producer
from producers.services.profile import WORDS
from territories.ground import comuna_at


class WordsForm(forms.ModelForm):
    """The producer's own words, and the same in English if somebody has them."""

    class Meta:
        model = Producer
        fields = WORDS
        labels = {
            "summary_es": _("En una frase, qué hace"),
            "story_es": _("Su historia"),
            "quote_es": _("Una frase suya, entre comillas"),
            "summary_en": _("En una frase, en inglés"),
            "story_en": _("Su historia, en inglés"),
            "quote_en": _("Su frase, en inglés"),
            "since": _("Trabaja en esto desde el año"),
            "people": _("Cuántas personas trabajan"),
        }
        widgets = {"story_es": forms.Textarea(attrs={"rows": 8}), "story_en": forms.Textarea(attrs={"rows": 8})}

    @property
    def spanish(self) -> list[Any]:
        return [self[name] for name in WORDS if not name.endswith("_en")]

    @property
    def english(self) -> list[Any]:
        return [self[name] for name in WORDS if name.endswith("_en")]


class ContactForm(forms.Form):
    """How to reach a producer; a point on the map lies in its comuna."""

    person = forms.CharField(label=_("Con quién se habla"), max_length=80, required=False)
    phone = forms.CharField(
        label=_("Teléfono"), max_length=30, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.EmailField(
        label=_("Correo donde llegan los pedidos"),
        required=False,
        error_messages={"invalid": _("Escriba un correo completo.")},
    )
    lat = forms.FloatField(label=_("Latitud"), required=False, min_value=-90, max_value=90)
    lon = forms.FloatField(label=_("Longitud"), required=False, min_value=-180, max_value=180)

    def __init__(self, *args: Any, producer: Producer, **kwargs: Any) -> None:
        self.producer = producer
        kwargs["initial"] = {name: getattr(producer, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        for name in ("lat", "lon"):
            self.fields[name].localize = False
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "text"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        lat, lon = data.get("lat"), data.get("lon")
        if (lat is None) != (lon is None):
            raise forms.ValidationError(_("El punto necesita latitud y longitud, o ninguna de las dos."))
        moved = (lat, lon) != (self.producer.lat, self.producer.lon)
        if lat is not None and lon is not None and moved and comuna_at(lat, lon) != self.producer.comuna_id:
            raise forms.ValidationError(
                _("Ese punto no está en %(comuna)s. Revise los números, o deje el punto en blanco.")
                % {"comuna": self.producer.comuna.name}
            )
        return data


class PortraitForm(forms.Form):
    photograph = forms.FileField(label=_("La foto"), error_messages={"required": _("Elija una foto.")})
    alt = forms.CharField(
        label=_("Qué se ve en ella"), max_length=160, help_text=_("Para quien no la puede ver: «Rosa con sus cabras».")
    )


class DayForm(forms.Form):
    """From which day on; today when nothing is written, and never later than in two years."""

    day = forms.DateField(label=_("Desde qué día"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"] or timezone.localdate()
        if day < timezone.localdate():
            raise forms.ValidationError(_("Ese día ya pasó."))
        return day
