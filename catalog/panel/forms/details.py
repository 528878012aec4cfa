from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.enums import Channel, Storage
from catalog.models import Product

from .fields import CountField, Described


class DetailsForm(Described):
    """What a buyer asks next: the story, how it keeps, what is in it. All of it may wait."""

    description = forms.CharField(
        label=_("Cuéntelo con más calma"), required=False, max_length=4000, widget=forms.Textarea,
        help_text=_("Cómo se hace, con qué, quién lo enseñó. Deje una línea en blanco entre párrafos."),
    )  # fmt: skip
    storage = forms.ChoiceField(label=_("Se guarda"), choices=Storage.choices)
    shelf_life_days = CountField(label=_("Dura (días)"), required=False, most=36_500)
    allergens = forms.CharField(
        label=_("Alérgenos"), required=False, max_length=160, help_text=_("Leche, nueces, gluten, sulfitos…")
    )
    channels = forms.MultipleChoiceField(
        label=_("¿A quién le vende?"), choices=Channel.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    made_to_order = forms.BooleanField(label=_("Se hace a pedido"), required=False)
    alcohol = forms.BooleanField(label=_("Lleva alcohol"), required=False)

    PLAIN = ("storage", "shelf_life_days", "channels", "made_to_order", "alcohol")

    @classmethod
    def initial_of(cls, draft: Product) -> dict[str, Any]:
        plain = {name: getattr(draft, name) for name in cls.PLAIN}
        return plain | {"description": draft.description_es, "allergens": draft.allergens_es}

    def write(self, draft: Product) -> None:
        data = self.cleaned_data
        draft.description_es, draft.allergens_es = data["description"].replace("\r\n", "\n"), data["allergens"]
        for name in self.PLAIN:
            setattr(draft, name, data[name])
