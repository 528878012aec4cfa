"""The CMS's form of a row: what it points at must be the user's to point at."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.forms import ModelMultipleChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from . import policies


class RowForm(WagtailAdminModelForm):
    """Refuses what another person's browser could forge: a link to a producer, network or territory that is not theirs.

    A link that stands as it was may stay. An inline row (a supply, a host) that belongs to somebody else's producer can
    be neither changed nor taken out.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forms = [self, *(form for formset in self.formsets.values() for form in formset.forms)]
        for field in (field for form in forms for field in form.fields.values()):
            # Django compares a column with a callable default with a hidden input, which Wagtail does not render:
            # such a field would always count as changed.
            field.show_hidden_initial = False
        for form in forms:
            self._narrow(form)

    def _narrow(self, form: Any) -> None:
        """Lists to tick from name only what the user may point at, and what stands there already."""
        for name, field in form.fields.items():
            rows = field.queryset if isinstance(field, ModelMultipleChoiceField) else None
            if rows is not None and policies.has_rule(rows.model):
                mine = policies.choices(rows.model, self.for_user).values("pk")
                standing = [getattr(row, "pk", row) for row in form.initial.get(name) or []]
                field.queryset = rows.filter(models.Q(pk__in=mine) | models.Q(pk__in=standing))

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        refused = [self._refuse(form, owned=form is not self) for form in self._forms_changed()]
        return valid and not any(refused)

    def _forms_changed(self) -> Iterator[Any]:
        if self.is_bound:
            yield self
            for formset in self.formsets.values():
                yield from (form for form in formset.forms if form.has_changed())

    def _refuse(self, form: Any, owned: bool) -> bool:
        """Mark each foreign link of the form; whether there was one. `owned` judges the unchanged links as well."""
        refused = False
        for field in form._meta.model._meta.concrete_fields:
            if not isinstance(field, models.ForeignKey) or not policies.has_rule(field.related_model):
                continue
            before = getattr(type(form.instance)._base_manager.filter(pk=form.instance.pk).first(), field.attname, None)
            after = getattr(form.cleaned_data.get(field.name), "pk", None) if hasattr(form, "cleaned_data") else None
            asked = {after} - {before, None} | ({before} - {None} if owned and field.name in form.fields else set())
            allowed = policies.choices(field.related_model, self.for_user) if asked else None
            if allowed is not None and allowed.filter(pk__in=asked).count() != len(asked):
                form.add_error(field.name if field.name in form.fields else None, _("Esto no está a su cargo."))
                refused = True
        return refused
