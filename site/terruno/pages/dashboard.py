"""What the CMS's first page tells: how many records of yours are on show, and how many have changes that are not."""

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from foundation import policies

from .roles import RECORDS


class RecordsPanel(Component):
    """A row per kind of record; only the rows that the user may work on are counted."""

    name = "records"
    order = 110
    template_name = "terruno_pages/admin/records_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"title": _("Sus fichas"), "rows": [row for model in RECORDS if (row := self.row(model, user))]}

    def row(self, model: Any, user: Any) -> dict[str, Any] | None:
        if not user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}"):
            return None
        counts = policies.rows(model, user).aggregate(
            live=Count("pk", filter=Q(live=True)), changed=Count("pk", filter=Q(has_unpublished_changes=True))
        )
        name = capfirst(str(model._meta.verbose_name_plural))
        return {"name": name, "href": reverse(model.snippet_viewset.get_url_name("list")), **counts}
