from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _


class AskForm(RequestLoginCodeForm):
    email = forms.EmailField(
        label=_("Su correo"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn", "inputmode": "email"}),
        error_messages={"required": _("Escriba su correo."), "invalid": _("Escriba un correo completo.")},
    )


class CodeForm(ConfirmLoginCodeForm):
    code = forms.CharField(
        label=_("El código de la carta"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Escriba el código que le llegó por correo.")},
    )
