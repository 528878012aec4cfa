"""The CMS's form of a product: the seals it is sold under hold where it is made."""

from django.utils.translation import gettext as _

from foundation.forms import RowForm


class ProductForm(RowForm):
    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        comuna = self.cleaned_data.get("comuna") if self.is_bound else None
        return self._seals_cover(comuna.pk) and valid if comuna else valid

    def _seals_cover(self, comuna_id: str) -> bool:
        covered = True
        for form in self.formsets["product_seals"].forms:
            sealed = getattr(form, "cleaned_data", {})
            if sealed.get("grant") and not sealed.get("DELETE") and not sealed["grant"].seal.covers(comuna_id):
                form.add_error("grant", _("La comuna de este producto está fuera del área del sello."))
                covered = False
        return covered
