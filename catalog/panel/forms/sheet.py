from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from producers.models import Producer

from .fields import Described


class SheetForm(Described):
    """The file is judged by `catalog.imports.reading`, not by its name."""

    producer = forms.ModelChoiceField(label=_("De quién son"), queryset=Producer.objects.none(), to_field_name="slug")
    sheet = forms.FileField(
        label=_("La planilla"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=_("Excel (.xlsx) o CSV, hasta 2 MB y 2.000 filas."),
    )  # fmt: skip

    def __init__(self, *args: Any, producers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["producer"]
        field.queryset = producers.order_by("name")
        if producers.count() == 1:
            field.initial, field.widget = producers.get().slug, forms.HiddenInput()
