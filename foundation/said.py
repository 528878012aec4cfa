"""What the product's own forms say in place of Django's general words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

WORDS = {
    "max_length": gettext_lazy("Admite hasta %(limit_value)s caracteres."),
    "invalid_choice": gettext_lazy("Elija una opción de la lista."),
}


class PlainForm(forms.Form):
    """A form for anyone. Words a field brings itself are taken over by those of WORDS."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= WORDS


class PlainFormSet(forms.BaseFormSet):
    """Several of a form, as lines."""

    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "missing_management_form": gettext_lazy("El formulario llegó incompleto. Cargue la página y envíelo de nuevo."),
        "too_few_forms": gettext_lazy("Complete al menos una línea."),
    }
