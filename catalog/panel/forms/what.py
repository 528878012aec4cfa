from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.grounds import comunas_for
from catalog.models import Category, Product
from producers.models import Producer
from territories.models import Comuna

from .fields import Described

Choices = list[tuple[str, Any]]


class WhatForm(Described):
    """What it is and where it is made. `producers` are those one may publish for: asked only when there are several."""

    producer = forms.ModelChoiceField(label=_("De quién es"), queryset=Producer.objects.none(), to_field_name="slug")
    title = forms.CharField(
        label=_("¿Qué vende?"), max_length=140, help_text=_("Como lo pediría un cliente: «Queso de cabra de guarda».")
    )
    category = forms.ModelChoiceField(
        label=_("¿En qué repisa va?"), queryset=Category.objects.all(), to_field_name="slug"
    )
    comuna = forms.ModelChoiceField(label=_("¿Dónde se hace?"), queryset=Comuna.objects.none())
    summary = forms.CharField(
        label=_("En una frase, ¿qué tiene de propio?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("«Firme y salino, de leche de cabras que pastan en el cerro»."),
    )
    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, producers: Any = None, product: Product | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product = product
        if product is None:
            self._ask_producer(producers)
        else:
            del self.fields["producer"], self.fields["once"]
        self._offer_comunas(product.producer if product else None, producers)
        self.fields["category"].choices = shelves()  # type: ignore[attr-defined]

    def _ask_producer(self, producers: Any) -> None:
        field: Any = self.fields["producer"]
        field.queryset = producers.order_by("name")
        if producers.count() == 1:
            field.initial, field.widget = producers.get().slug, forms.HiddenInput()

    def _offer_comunas(self, producer: Producer | None, producers: Any) -> None:
        """Those of the maker's territory, the maker's own, and the product's."""
        field: Any = self.fields["comuna"]
        field.queryset = comunas_for([producer] if producer else producers)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "category", "comuna", "summary")}

    @staticmethod
    def initial_of(draft: Product) -> dict[str, Any]:
        return {
            "title": draft.title_es, "summary": draft.summary_es, "category": draft.category.slug,
            "comuna": draft.comuna_id,
        }  # fmt: skip

    def write(self, draft: Product) -> None:
        data = self.cleaned_data
        draft.title_es, draft.summary_es = data["title"], data["summary"]
        draft.category, draft.comuna = data["category"], data["comuna"]


def shelves() -> Choices:
    """Categories under their families, as a select shows them; one query."""
    rows = list(Category.objects.order_by("order", "name_es"))
    families = [row for row in rows if row.parent_id is None]
    found: Choices = [("", _("Elija una"))]
    for family in families:
        inside = [(row.slug, row.name) for row in rows if row.parent_id == family.pk]
        found.append((family.name, inside) if inside else (family.slug, family.name))
    return found
