from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from foundation.panels import fields, sheet, tabs
from foundation.viewsets import RowViewSet
from producers import policy as policy  # the rules of these rows
from producers.models import Mandate, Network, Producer, Seal, SealGrant


class ProducerViewSet(RowViewSet):
    model = Producer
    icon = "user"
    list_display = ["name", "territory", "comuna", "updated_at"]
    list_filter = ["territory", "producer_kind", "live"]
    list_export = ["slug", "name", "territory", "comuna", "people", "live"]
    search_fields = ["name", "person", "slug"]
    ordering = ["name"]
    edit_handler = tabs(
        fields("name", "summary_es", "story_es", "quote_es"),
        fields("summary_en", "story_en", "quote_en"),
        [
            *fields("slug", "image", "producer_kind", "person", "territory", "comuna"),
            FieldRowPanel(fields("lat", "lon")),
            FieldRowPanel(fields("since", "people")),
            FieldRowPanel(fields("email", "phone")),
            *fields("portrait", "fictional"),
        ],
    )


class NetworkViewSet(RowViewSet):
    model = Network
    icon = "group"
    list_display = ["name", "territory", "trade_es", "updated_at"]
    list_filter = ["territory", "live"]
    search_fields = ["name", "trade_es", "slug"]
    ordering = ["name"]
    edit_handler = tabs(
        fields("name", "trade_es", "summary_es", "story_es"),
        fields("trade_en", "summary_en", "story_en"),
        fields("slug", "image", "territory", "members_declared", "lead_time_days", "email"),
        (_("Socios"), [InlinePanel("members", label=_("Socio"), panels=fields("producer", "joined_on", "left_on"))]),
        (
            _("Juntos"),
            [
                InlinePanel(
                    "capacities",
                    heading=_("Capacidad conjunta"),
                    label=_("Capacidad"),
                    panels=fields("quantity", "unit_es", "unit_en", "what_es", "what_en", "order"),
                ),
                InlinePanel(
                    "results",
                    heading=_("Resultados"),
                    label=_("Resultado"),
                    panels=fields("quantity", "at_least", "what_es", "what_en", "source_es", "source_en", "order"),
                ),
            ],
        ),
    )


class SealViewSet(RowViewSet):
    model = Seal
    icon = "success"
    list_display = ["name_es", "issuer_es", "territory"]
    list_filter = ["territory"]
    search_fields = ["name_es", "issuer_es"]
    edit_handler = sheet(
        *fields("name_es", "name_en", "slug", "issuer_es", "issuer_en", "territory"),
        *fields("description_es", "description_en", "motif"),
        FieldRowPanel(fields("starts_on", "ends_on")),
        FieldPanel("comunas", help_text=_("Comunas donde se puede tener este sello.")),
    )


class SealGrantViewSet(RowViewSet):
    model = SealGrant
    icon = "tick"
    list_display = ["number", "seal", "producer", "granted_on", "expires_on", "revoked_on"]
    list_filter = ["seal", "expires_on"]
    search_fields = ["number", "producer__name"]
    ordering = ["-granted_on"]
    edit_handler = sheet(
        *fields("seal", "producer", "number"), FieldRowPanel(fields("granted_on", "expires_on", "revoked_on"))
    )


class MandateViewSet(RowViewSet):
    model = Mandate
    icon = "key"
    list_display = ["__str__", "producer", "network", "territory", "comuna", "starts_on", "ends_on"]
    list_filter = ["role", "ends_on"]
    search_fields = ["user__email"]
    edit_handler = sheet(
        *fields("user", "role", "producer", "network", "territory", "comuna"),
        FieldRowPanel(fields("starts_on", "ends_on")),
    )


class ProducersGroup(SnippetViewSetGroup):
    items = (ProducerViewSet, NetworkViewSet, SealViewSet, SealGrantViewSet, MandateViewSet)
    menu_label = _("Productores")
    menu_icon = "group"
    menu_order = 210
    add_to_admin_menu = True
