"""What a team writes in the CMS. What changes state (open, close, award, pay) is done in the panel, by its verbs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from catalog.enums import Channel
from foundation.panels import fields, sheet, tabs
from foundation.viewsets import RowViewSet
from foundation.widgets import Choices
from opportunities import policy as policy  # the rules of these rows
from opportunities.forms_admin import CourseForm
from opportunities.models import Cohort, Course, Gap, Opportunity, Posting, Programme


class OpportunityViewSet(RowViewSet):
    model = Opportunity
    icon = "pick"
    list_display = ["title_es", "territory", "status", "origin", "updated_at"]
    list_filter = ["territory", "status", "origin", "opportunity_kind", "live"]
    list_export = ["slug", "title_es", "title_en", "territory", "status", "origin", "demand_quantity", "demand_unit"]
    search_fields = ["title_es", "title_en", "slug"]
    ordering = ["-updated_at"]
    edit_handler = tabs(
        fields("title_es", "summary_es", "description_es", "market_es", "demand_what_es"),
        fields("title_en", "summary_en", "description_en", "market_en", "demand_what_en"),
        [
            *fields("slug", "image", "territory", "opportunity_kind", "category"),
            FieldPanel("channels", widget=Choices(choices=Channel.choices)),
            MultiFieldPanel(
                [FieldRowPanel(fields("demand_quantity", "demand_unit", "demand_period"))], heading=_("Lo que se pide")
            ),
            MultiFieldPanel([FieldRowPanel(fields("expected_jobs", "expected_sales"))], heading=_("Lo que traería")),
            *fields("products", "networks", "fictional"),
        ],
        (
            _("Requisitos"),
            [
                InlinePanel(
                    "requirements",
                    heading=_("Requisitos"),
                    label=_("Requisito"),
                    panels=[
                        *fields("requirement_kind", "seal", "category", "territory", "channel", "course"),
                        FieldRowPanel(fields("quantity", "unit", "order")),
                    ],
                )
            ],
        ),
    )


class GapViewSet(RowViewSet):
    model = Gap
    icon = "cross"
    list_display = ["title_es", "opportunity", "gap_kind", "status", "size_now", "size_target"]
    list_filter = ["gap_kind", "status", "opened_by"]
    search_fields = ["title_es", "opportunity__title_es"]
    edit_handler = sheet(
        *fields("opportunity", "gap_kind", "title_es", "title_en", "opened_by"),
        FieldRowPanel(fields("size_start", "size_now", "size_target")),
        FieldRowPanel(fields("unit_es", "unit_en")),
        FieldRowPanel(fields("closes_with_es", "closes_with_en")),
    )


class CourseViewSet(RowViewSet):
    model = Course
    icon = "history"
    list_display = ["title_es", "territory", "opportunity", "status"]
    list_filter = ["territory", "status"]
    search_fields = ["title_es", "slug"]
    edit_handler = tabs(
        fields("title_es", "objective_es", "contents_es", "for_whom_es", "funding_es"),
        fields("title_en", "objective_en", "contents_en", "for_whom_en", "funding_en"),
        [
            *fields("slug", "opportunity", "territory", "gaps"),
            FieldRowPanel(fields("hours", "places", "attendance_minimum", "supervision_visits")),
            *fields("budget", "fictional"),
        ],
        (
            _("Resultados"),
            [
                InlinePanel(
                    "indicators",
                    heading=_("Resultados que se pagan: sus pesos suman 100 %"),
                    label=_("Resultado"),
                    panels=[
                        *fields("name_es", "name_en"),
                        FieldRowPanel(fields("baseline", "target", "direction", "weight")),
                        FieldRowPanel(fields("unit_es", "unit_en", "source", "order")),
                        FieldRowPanel(fields("verification_es", "verification_en")),
                    ],
                )
            ],
        ),
    )
    edit_handler.base_form_class = CourseForm


class PostingViewSet(RowViewSet):
    model = Posting
    icon = "clipboard-list"
    list_display = ["title_es", "comuna", "posting_kind", "starts_on", "expires_on"]
    list_filter = ["posting_kind", "comuna", "expires_on"]
    search_fields = ["title_es", "comuna__name"]
    edit_handler = sheet(
        *fields("posting_kind", "comuna", "title_es", "text_es", "places", "contact"),
        FieldRowPanel(fields("starts_on", "expires_on")),
        *fields("title_en", "text_en", "fictional"),
    )


class ProgrammeViewSet(RowViewSet):
    model = Programme
    icon = "group"
    list_display = ["name_es", "given_by_es"]
    search_fields = ["name_es"]
    edit_handler = sheet(
        *fields("name_es", "name_en", "slug", "given_by_es", "given_by_en"),
        *fields("description_es", "description_en", "source_es", "source_en"),
    )


class CohortViewSet(RowViewSet):
    model = Cohort
    icon = "group"
    list_display = ["name_es", "programme", "starts_on"]
    search_fields = ["name_es"]
    edit_handler = sheet(
        *fields("programme", "name_es", "name_en"),
        FieldRowPanel(fields("starts_on", "ends_on")),
        InlinePanel(
            "graduates",
            heading=_("Cuántos, por territorio"),
            label=_("Territorio"),
            panels=[FieldRowPanel(fields("territory", "role", "enrolled", "graduated"))],
        ),
    )


class OpportunitiesGroup(SnippetViewSetGroup):
    items = (OpportunityViewSet, GapViewSet, CourseViewSet, PostingViewSet, ProgrammeViewSet, CohortViewSet)
    menu_label = _("Oportunidades")
    menu_icon = "pick"
    menu_order = 240
    add_to_admin_menu = True
