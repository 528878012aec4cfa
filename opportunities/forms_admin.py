"""The CMS's form of a course: what was put out to tender stays as it was agreed."""

from django.utils.translation import gettext as _

from foundation.forms import RowForm
from opportunities.enums import CourseStatus

AGREED = ("objective_es", "contents_es", "hours", "places", "attendance_minimum", "supervision_visits", "budget")


class CourseForm(RowForm):
    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        if self.instance.pk and self.instance.status not in (CourseStatus.DRAFT, CourseStatus.VOID):
            if touched := [name for name in AGREED if name in self.changed_data]:
                self.add_error(touched[0], _("El curso ya se licitó: esto quedó acordado y no se cambia."))
                valid = False
            if self.formsets["indicators"].has_changed():
                self.add_error(None, _("El curso ya se licitó: los resultados que se pagan no se cambian."))
                valid = False
        return valid
