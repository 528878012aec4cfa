"""How a row is laid out in the CMS: a tab per language, then its facts."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from .forms import RowForm

Panels = Sequence[Any]


def fields(*names: str) -> list[Any]:
    return [FieldPanel(name) for name in names]


def tabs(spanish: Panels, english: Panels, facts: Panels, *more: tuple[Any, Panels]) -> TabbedInterface:
    """`more` are (heading, panels) of tabs after the facts."""
    headed = [(_("Español"), spanish), (_("Inglés"), english), (_("Datos"), facts), *more]
    return TabbedInterface([ObjectList(panels, heading=heading) for heading, panels in headed], base_form_class=RowForm)


def sheet(*panels: Any) -> ObjectList:
    """A short row on one page."""
    return ObjectList(list(panels), base_form_class=RowForm)
