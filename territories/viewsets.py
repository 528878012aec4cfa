from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from foundation.panels import fields, sheet, tabs
from foundation.viewsets import RowViewSet
from territories import policy as policy  # the rules of these rows
from territories.models import Comuna, Region, Territory


class TerritoryViewSet(RowViewSet):
    model = Territory
    icon = "globe"
    list_display = ["name", "status", "region_label", "updated_at"]
    list_filter = ["status", "live"]
    search_fields = ["name", "known_for_es"]
    ordering = ["-latitude"]
    copy_view_enabled = False
    edit_handler = tabs(
        fields("name", "known_for_es", "identity_es", "summary_es", "story_es", "assumption_es"),
        fields("known_for_en", "identity_en", "summary_en", "story_en", "assumption_en"),
        [
            *fields("slug", "image", "status", "region_label", "palette"),
            FieldRowPanel(fields("latitude", "longitude")),
        ],
        (
            _("Comunas"),
            [InlinePanel("memberships", label=_("Comuna"), panels=fields("comuna", "joined_on", "left_on"))],
        ),
    )


class RegionViewSet(RowViewSet):
    model = Region
    icon = "site"
    list_display = ["name", "code", "short_name"]
    search_fields = ["name"]
    copy_view_enabled = False
    edit_handler = sheet(*fields("code", "name", "short_name", "order"))


class ComunaViewSet(RowViewSet):
    model = Comuna
    icon = "site"
    list_display = ["name", "code", "province", "region"]
    list_filter = ["region"]
    search_fields = ["name", "code"]
    copy_view_enabled = False
    edit_handler = sheet(*fields("code", "name", "province", "region", "lat", "lon"))


class TerritoriesGroup(SnippetViewSetGroup):
    items = (TerritoryViewSet, RegionViewSet, ComunaViewSet)
    menu_label = _("Territorios")
    menu_icon = "globe"
    menu_order = 200
    add_to_admin_menu = True
