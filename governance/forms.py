from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from foundation.forms import RowForm
from foundation.policies import WORK_ON_ANY_RECORD

from .enums import Level


class PlacedForm(RowForm):
    """A team writes for its territory; what is regional or national needs an editor."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        level = cleaned.get("level", self.instance.level)
        if level != Level.TERRITORIAL and not self.for_user.has_perm(WORK_ON_ANY_RECORD):
            self.add_error("level", _("Lo regional y lo nacional lo escribe la edición."))
        return cleaned


class EvidenceForm(forms.Form):
    """What proves that a commitment was kept."""

    evidence = forms.CharField(label=_("Evidencia"), max_length=300, help_text=_("El documento que lo prueba."))
    evidence_en = forms.CharField(label=_("Evidencia (inglés)"), max_length=300, required=False)
    url = forms.URLField(label=_("Enlace"), max_length=300, required=False, assume_scheme="https")
    on = forms.DateField(
        label=_("Cumplido el"), required=False, help_text=_("Sin fecha, hoy."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
