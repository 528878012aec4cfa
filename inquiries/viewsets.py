"""Inquiries in the CMS: the team's list, with those that found nobody first at hand, and one inquiry with all of it."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import Http404
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import register_permission_policy

from inquiries import sheet, timeline
from inquiries.enums import InquiryKind, InquiryStatus
from inquiries.models import Inquiry
from inquiries.policy import InquiryPolicy, inquiries_of, user_can_see_inquiries
from territories.models import Territory


class InquiryFilters(WagtailFilterSet):
    unserved = django_filters.BooleanFilter(method="only_unserved", label=_("Sin productor, entera o en parte"))
    status = django_filters.ChoiceFilter(choices=InquiryStatus.choices, label=_("Estado"))
    kind = django_filters.ChoiceFilter(choices=InquiryKind.choices, label=_("Tipo"))
    territory = django_filters.ModelChoiceFilter(queryset=Territory.objects.north_to_south(), label=_("Territorio"))

    class Meta:
        model = Inquiry
        fields = ["unserved", "status", "kind", "territory"]

    def only_unserved(self, queryset: QuerySet[Inquiry], name: str, value: bool) -> QuerySet[Inquiry]:
        unserved = Inquiry.objects.with_unmet().values("pk")
        return queryset.filter(pk__in=unserved) if value else queryset.exclude(pk__in=unserved)


class InquiryIndexView(IndexView):
    model = Inquiry
    any_permission_required = ("view",)
    page_title = _("Consultas")
    header_icon = "mail"
    list_display = ("__str__", "status", "kind", "territory", "needed_by", "respond_by", "created_at")
    filterset_class = InquiryFilters
    search_fields = ("number", "name", "email", "organisation")
    search_backend_name = None
    default_ordering = "-created_at"
    paginate_by = 50
    index_url_name = "inquiry:index"
    index_results_url_name = "inquiry:index_results"
    inspect_url_name = "inquiry:inspect"

    def get_base_queryset(self) -> QuerySet[Inquiry]:
        return inquiries_of(self.request.user).select_related("territory")

    def get_inspect_url(self, instance: Inquiry) -> str:
        """Of rows that are all the user's to see: asking again for each would be a query a row."""
        return reverse(self.inspect_url_name, args=[instance.pk])


class InquiryInspectView(InspectView):
    model = Inquiry
    any_permission_required = ("view",)
    page_title = _("Consulta")
    header_icon = "mail"
    template_name = "inquiries/admin/inspect.html"
    index_url_name = "inquiry:index"
    fields = ("number", "kind", "status", "territory", "needed_by", "respond_by", "created_at")

    def get_object(self, queryset: Any = None) -> Inquiry:
        found = inquiries_of(self.request.user).select_related("territory").filter(pk=self.pk).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = sheet.read(self.object)
        return super().get_context_data(sheet=shown, steps=timeline.steps(shown), inquiry=self.object, **kwargs)


class TeamMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return user_can_see_inquiries(request.user)


class InquiryViewSet(ViewSet):
    name = "inquiry"
    url_prefix = "consultas"
    icon = "mail"
    menu_label = _("Consultas")
    menu_order = 150
    menu_item_class = TeamMenuItem
    add_to_admin_menu = True

    @cached_property
    def index_view(self) -> Any:
        return self.construct_view(InquiryIndexView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.construct_view(InquiryIndexView, results_only=True), name="index_results"),
            path("<uuid:pk>/", self.construct_view(InquiryInspectView), name="inspect"),
        ]

    def on_register(self) -> None:
        register_permission_policy(Inquiry, InquiryPolicy(Inquiry))
        super().on_register()
