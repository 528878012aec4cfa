from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import Described


class ReturnForm(Described):
    note = forms.CharField(
        label=_("¿Qué falta?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Le llega por correo a quien la hizo."),
    )  # fmt: skip
