from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import Described

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"


class PhotographForm(Described):
    """The file is judged by `foundation.uploads`, not by its name."""

    photograph = forms.FileField(
        label=_("La foto"), required=False, allow_empty_file=True, max_length=255,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("Apaisada y con luz de día. Hasta 10 MB; se borran el lugar y los datos de la cámara."),
    )  # fmt: skip
    alt = forms.CharField(
        label=_("¿Qué se ve en ella?"), max_length=200,
        help_text=_("Lo lee en voz alta el teléfono de quien no ve: «Rueda de queso cortada sobre una tabla»."),
    )  # fmt: skip
