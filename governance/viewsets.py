"""This room in the CMS: rows by mandate, and the verbs that are more than a form (sign off, announce, fulfil)."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from foundation.panels import Panels, fields, sheet, tabs
from foundation.viewsets import RowViewSet, guard
from governance import admin_views
from governance import policy as policy  # the rules of these rows
from governance.forms import PlacedForm
from governance.models import (
    Body,
    Commitment,
    Indicator,
    MeetingSession,
    Objective,
    ProgrammeCycle,
    Report,
    Stage,
    StrategicPlan,
)

PLACE = ("level", "territory", "region")


def placed(*tabs_: tuple[Any, Panels]) -> TabbedInterface:
    return TabbedInterface([ObjectList(panels, heading=name) for name, panels in tabs_], base_form_class=PlacedForm)


class BodyViewSet(RowViewSet):
    model = Body
    icon = "group"
    list_display = ["name", "kind", "territory", "starts_on", "ends_on"]
    list_filter = ["kind", "territory", "level"]
    search_fields = ["name_es", "slug"]
    edit_handler = placed(
        (_("Español"), fields("name_es", "purpose_es")),
        (_("Inglés"), fields("name_en", "purpose_en")),
        (
            _("Datos"),
            [*fields("slug", "kind", *PLACE, "parent", "order"), FieldRowPanel(fields("starts_on", "ends_on"))],
        ),
        (
            _("Representaciones"),
            [
                InlinePanel(
                    "seats",
                    label=_("Representación"),
                    panels=[
                        *fields("role_es", "role_en", "sector", "person"),
                        FieldRowPanel(fields("places", "chairs", "order")),
                        FieldRowPanel(fields("starts_on", "ends_on")),
                    ],
                )
            ],
        ),
    )


class SessionViewSet(RowViewSet):
    model = MeetingSession
    icon = "calendar"
    list_display = ["body", "held_on", "subject_es"]
    list_filter = ["body__territory", "held_on"]
    search_fields = ["subject_es", "body__name_es"]
    copy_view_enabled = False
    edit_handler = sheet(
        *fields("body", "held_on", "subject_es", "subject_en", "place", "present"),
        InlinePanel("agreements", label=_("Acuerdo"), panels=fields("number", "text_es", "text_en", "commitment")),
    )


class PlanViewSet(RowViewSet):
    model = StrategicPlan
    icon = "form"
    list_display = ["__str__", "territory", "agreed_on"]
    list_filter = ["territory"]
    search_fields = ["territory__name"]
    copy_view_enabled = False
    edit_handler = tabs(
        fields("vision_es", "mission_es", "identity_es"),
        fields("vision_en", "mission_en", "identity_en"),
        [*fields("slug", "territory", "body", "agreed_on"), FieldRowPanel(fields("first_year", "last_year"))],
    )


class ObjectiveViewSet(RowViewSet):
    model = Objective
    icon = "tick-inverse"
    list_display = ["text_es", "plan", "axis"]
    list_filter = ["plan", "axis"]
    search_fields = ["text_es"]
    copy_view_enabled = False
    edit_handler = sheet(
        *fields("plan", "axis", "text_es", "text_en", "order"),
        InlinePanel(
            "initiatives",
            label=_("Iniciativa"),
            panels=[
                *fields("title_es", "title_en", "body"), FieldRowPanel(fields("first_year", "last_year", "order"))
            ],
        ),
    )  # fmt: skip


class IndicatorViewSet(RowViewSet):
    model = Indicator
    icon = "order-up"
    list_display = ["name_es", "objective", "kind", "target", "target_year"]
    list_filter = ["kind", "objective__plan"]
    search_fields = ["name_es"]
    copy_view_enabled = False
    edit_handler = sheet(
        *fields("objective", "name_es", "name_en"),
        FieldRowPanel(fields("unit_es", "unit_en")),
        FieldRowPanel(fields("kind", "figure")),
        FieldRowPanel(fields("baseline", "target", "target_year", "order")),
        InlinePanel("readings", label=_("Medición"), panels=fields("value", "read_on", "read_by_es", "read_by_en")),
    )


class CommitmentViewSet(RowViewSet):
    model = Commitment
    icon = "flag"
    list_display = ["text_es", "territory", "owner_role_es", "due_on", "status"]
    list_filter = ["status", "territory", "level"]
    search_fields = ["text_es", "owner_role_es"]
    copy_view_enabled = False
    edit_handler = placed(
        (_("Español"), fields("text_es", "owner_role_es", "proof_es")),
        (_("Inglés"), fields("text_en", "owner_role_en", "proof_en")),
        (_("Datos"), fields("slug", "number", *PLACE, "owner", "due_on", "announced_on")),
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        view = guard(self.model, admin_views.answer_for)
        return [*super().get_urlpatterns(), path("responder/<int:pk>/", view, name="answer_for")]


class CycleViewSet(RowViewSet):
    model = ProgrammeCycle
    icon = "history"
    list_display = ["name", "year"]
    search_fields = ["name_es"]
    copy_view_enabled = False
    edit_handler = sheet(*fields("slug", "year", "name_es", "name_en", "summary_es", "summary_en"))


class StageViewSet(RowViewSet):
    model = Stage
    icon = "list-ol"
    list_display = ["__str__", "cycle", "starts_on", "ends_on"]
    list_filter = ["cycle"]
    search_fields = ["name_es"]
    copy_view_enabled = False
    edit_handler = sheet(
        *fields("cycle", "number", "name_es", "name_en"),
        FieldRowPanel(fields("starts_on", "ends_on")),
        InlinePanel("milestones", label=_("Hito"), panels=fields("per", "text_es", "text_en", "due_on", "order")),
    )


class ReportViewSet(RowViewSet):
    model = Report
    icon = "doc-full"
    list_display = ["__str__", "starts_on", "ends_on", "status", "signed_at"]
    list_filter = ["status", "kind", "territory", "level"]
    search_fields = ["slug"]
    copy_view_enabled = False
    edit_handler = placed(
        (_("Español"), fields("intro_es", "addressee_es", "signatory_es")),
        (_("Inglés"), fields("intro_en", "addressee_en", "signatory_en")),
        (_("Datos"), [*fields("slug", "kind", *PLACE), FieldRowPanel(fields("starts_on", "ends_on"))]),
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns = super().get_urlpatterns()
        for pattern in patterns:
            if pattern.name in {"edit", "delete"}:
                pattern.callback = guard(self.model, admin_views.unsigned_only(pattern.callback))
        view = guard(self.model, admin_views.sign)
        return [*patterns, path("firmar/<int:pk>/", view, name="sign_off")]

    def on_register(self) -> None:
        register_permission_policy(Report, policy.ReportPolicy(Report))
        super(RowViewSet, self).on_register()


class GovernanceGroup(SnippetViewSetGroup):
    items = (
        BodyViewSet, SessionViewSet, PlanViewSet, ObjectiveViewSet, IndicatorViewSet, CommitmentViewSet, ReportViewSet,
        CycleViewSet, StageViewSet,
    )  # fmt: skip
    menu_label = _("Gobernanza")
    menu_icon = "group"
    menu_order = 240
    add_to_admin_menu = True
