"""The CMS's views of our rows: each shows, edits, previews and chooses only what the user's mandates reach.

Wagtail checks permissions by model in most of its views. Here one guard stands before every address that names a row,
so that edit, history, preview, copy, usage, lock, workflow and whatever comes later answer alike: a foreign row is 404.
"""

from collections.abc import Callable
from functools import reduce, update_wrapper
from operator import or_
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from . import policies
from .policies import RowPolicy

View = Callable[..., HttpResponseBase]


def guard(model: type, view: View) -> View:
    """The view, for those of the model's rows that the user may work on; 404 for any other."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            known = policies.rows(model, request.user).filter(pk=unquote(str(kwargs["pk"]))).exists()
        except (ValueError, ValidationError):
            known = False
        if not known:
            raise Http404
        return view(request, *args, **kwargs)

    return update_wrapper(guarded, view)


class NameFilterForm(BaseFilterForm):
    """The chooser's search: every word typed is found in one of the fields its model's list is searched by."""

    q = forms.CharField(label=_("Buscar"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Buscar")}))

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        words = self.cleaned_data["q"].split()
        names = objects.model.snippet_viewset.search_fields
        for word in words:
            objects = objects.filter(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names)))
        self.is_searching, self.search_query = bool(words), " ".join(words)
        return objects


class _Listed:
    request: HttpRequest
    model_class: Any

    def get_filter_form_class(self) -> type[BaseFilterForm]:
        return NameFilterForm if self.model_class.snippet_viewset.search_fields else BaseFilterForm

    def get_object_list(self) -> QuerySet[Any]:
        return policies.choices(self.model_class, self.request.user)


class RowChooseView(_Listed, ChooseView):
    """The list to choose from."""


class RowChooseResultsView(_Listed, ChooseResultsView):
    """The same list, searched."""


class RowChosenView(SnippetChosenView):
    def get_object(self, pk: Any) -> Any:
        try:
            return policies.choices(self.model_class, self.request.user).get(pk=pk)
        except (ValueError, ValidationError):
            raise ObjectDoesNotExist


class RowChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        return policies.choices(self.model_class, self.request.user).filter(pk__in=pks)


class RowChooserViewSet(SnippetChooserViewSet):
    choose_view_class = RowChooseView
    choose_results_view_class = RowChooseResultsView
    chosen_view_class = RowChosenView
    chosen_multiple_view_class = RowChosenMultipleView


class RowFilterSet(WagtailFilterSet):
    """The filters beside a list, which offer what the user may choose and nothing else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for known in self.filters.values():
            if isinstance(known, ModelChoiceFilter) and policies.has_rule(known.queryset.model):
                mine = policies.choices(known.queryset.model, self.request.user)
                known.queryset = known.queryset.filter(pk__in=mine.values("pk"))


class RowIndexView(IndexView):
    base_filterset_class = RowFilterSet


class RowViewSet(SnippetViewSet):
    """A model's pages in the CMS, for the rows that its policy (`foundation.policies`) gives the user."""

    index_view_class = RowIndexView
    chooser_viewset_class = RowChooserViewSet
    add_to_admin_menu = False
    search_backend_name = None  # the database's LIKE finds a name well enough for an editor

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return policies.rows(self.model, request.user)

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns: list[URLPattern] = super().get_urlpatterns()
        for pattern in patterns:
            if "pk" in pattern.pattern.converters or "?P<pk>" in str(pattern.pattern):
                pattern.callback = guard(self.model, pattern.callback)
        return patterns

    def on_register(self) -> None:
        register_permission_policy(self.model, RowPolicy(self.model))
        super().on_register()


class RowDeleteAction(DeleteBulkAction):
    """Delete several rows: only those of the user, each told to the index, the others not even named."""

    @classproperty
    def models(cls) -> list[type]:  # noqa: N805  # a class property
        return [model for model in get_snippet_models() if isinstance(policy_registry.get_by_type(model), RowPolicy)]

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        allowed = self.permission_policy.instances_user_has_any_permission_for(self.request.user, {"delete"})
        asked = self.request.GET.getlist("id")
        found = list(allowed if "all" in asked else allowed.filter(pk__in=asked))
        if not found:
            raise Http404
        return found, {"items_with_no_access": []}

    @classmethod
    def execute_action(cls, objects: list[Any], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        with transaction.atomic():
            for row in objects:
                row.delete()
        return len(objects), 0
