from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation import money
from inquiries import cleaning
from inquiries.forms.rules import by_rule
from payments.services.sharing import left_of


class ReferenceForm(forms.Form):
    """The bank's number for an operation."""

    bank_reference = forms.CharField(label=gettext_lazy("Número de operación"), max_length=60)

    def clean_bank_reference(self) -> str:
        text = self.cleaned_data["bank_reference"]
        return by_rule(lambda: cleaning.line_of_text(text, "bank_reference", 60, required=True))


class ReceiptForm(ReferenceForm):
    """A transfer as the statement shows it."""

    amount = forms.IntegerField(label=gettext_lazy("Monto, en pesos"), min_value=1, max_value=10**12)
    received_on = forms.DateField(
        label=gettext_lazy("Fecha en la cartola"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_received_on(self) -> Any:
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Esa fecha todavía no llega."))
        return day


class RefundForm(forms.Form):
    """An amount out of each part; the parts are those this person may give back from."""

    reason = forms.CharField(label=gettext_lazy("Motivo"), max_length=200)

    def __init__(self, *args: Any, shares: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shares = shares
        for share in shares:
            left = left_of(share, list(share.reversals.all())).gross
            self.fields[f"part-{share.part_id}"] = forms.IntegerField(
                label=share.part.producer.name, min_value=0, max_value=left, required=False,
                help_text=_("De %(left)s pesos que quedan.") % {"left": money.clp(left)[1:]},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not any(self.amounts().values()):
            raise forms.ValidationError(_("Escriba cuánto se devuelve."))
        return said

    def amounts(self) -> dict[Any, int]:
        """By part."""
        found = {share.part: self.cleaned_data.get(f"part-{share.part_id}") or 0 for share in self.shares}
        return {part: amount for part, amount in found.items() if amount}
