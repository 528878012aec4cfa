from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from foundation.panels import fields, sheet, tabs
from foundation.viewsets import RowViewSet
from foundation.widgets import Lines, Week
from routes import policy as policy  # the rules of these rows
from routes.models import Circuit, Place

STOPS = [InlinePanel("stops", label=_("Parada"), panels=fields("place", "day", "order", "note_es", "note_en"))]
HOSTS = [
    InlinePanel(
        "operators",
        label=_("Anfitrión"),
        panels=[
            FieldPanel("producer"),
            FieldRowPanel(fields("capacity", "minimum", "unit_price", "lead_time_days")),
            *fields("months", "what_es", "what_en", "paused"),
        ],
    )
]


CLOSURES = InlinePanel(
    "closures",
    label=_("Cierre"),
    panels=[FieldRowPanel(fields("first_day", "last_day")), *fields("reason_es", "reason_en")],
)


class CircuitViewSet(RowViewSet):
    model = Circuit
    icon = "calendar-alt"
    list_display = ["title_es", "territory", "days", "updated_at"]
    list_filter = ["territory", "days", "live"]
    search_fields = ["title_es", "title_en", "slug"]
    ordering = ["title_es"]
    edit_handler = tabs(
        [
            *fields("title_es", "summary_es", "description_es", "themes_es"),
            FieldPanel("day_titles_es", widget=Lines(), help_text=_("Un título por línea, el primer día arriba.")),
        ],
        [
            *fields("title_en", "summary_en", "description_en", "themes_en"),
            FieldPanel("day_titles_en", widget=Lines(), help_text=_("Un título por línea, el primer día arriba.")),
        ],
        fields("slug", "image", "territory", "days", "months", "products"),
        (_("Paradas"), STOPS),
        (_("Anfitriones"), HOSTS),
    )


class PlaceViewSet(RowViewSet):
    model = Place
    icon = "site"
    list_display = ["name_es", "sort_es", "comuna", "hours_confirmed"]
    list_filter = ["hours_confirmed"]
    search_fields = ["name_es", "slug"]
    edit_handler = sheet(
        *fields("name_es", "name_en", "slug", "sort_es", "sort_en", "comuna", "producer"),
        FieldRowPanel(fields("lat", "lon")),
        FieldPanel("visit_minutes"),
        FieldPanel("opening_hours", widget=Week(), help_text=_("Vacío es cerrado; dos tramos van separados por coma.")),
        *fields("hours_confirmed", "months", "food", "season_note_es", "season_note_en"),
        CLOSURES,
    )


class RoutesGroup(SnippetViewSetGroup):
    items = (CircuitViewSet, PlaceViewSet)
    menu_label = _("Rutas")
    menu_icon = "calendar-alt"
    menu_order = 230
    add_to_admin_menu = True
