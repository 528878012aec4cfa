from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from producers.models import Producer

from .fields import Described, QuantityField

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class LotForm(Described):
    """What was made, when, how much. `makers` is asked only when there are several."""

    product = forms.ModelChoiceField(label=_("¿De qué producto?"), queryset=Product.objects.none())
    producer = forms.ModelChoiceField(label=_("¿Quién lo hizo?"), queryset=Producer.objects.none())
    made_on = forms.DateField(label=_("¿Cuándo se hizo?"), widget=DATE)
    best_before = forms.DateField(label=_("Consumir antes del"), widget=DATE, required=False)
    quantity = QuantityField(label=_("¿Cuánto?"), help_text=_("En la unidad en que lo vende por mayor."))
    note = forms.CharField(
        label=_("¿Qué tiene de propio este lote?"), required=False, max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("«Leche de la tarde, tras las primeras lluvias»."),
    )  # fmt: skip

    def __init__(self, *args: Any, makers: Any, products: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        product: Any = self.fields["product"]
        producer: Any = self.fields["producer"]
        product.queryset, producer.queryset = products, makers
        if makers.count() == 1:
            producer.initial, producer.widget = makers.get().pk, forms.HiddenInput()
        self.fields["made_on"].initial = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        made, best = data.get("made_on"), data.get("best_before")
        if made and best and best < made:
            self.add_error("best_before", ValidationError(_("Es anterior a la fecha en que se hizo.")))
        return data
