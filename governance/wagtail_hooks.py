from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem
from wagtail.snippets.models import register_snippet

from governance.models import Commitment, Report
from governance.policy import user_can_answer_for, user_can_sign_off
from governance.viewsets import GovernanceGroup

register_snippet(GovernanceGroup)


@hooks.register("register_snippet_listing_buttons")
def verbs(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[MenuItem]:
    """What may be done with a row besides editing it."""
    if isinstance(snippet, Report) and user_can_sign_off(user, snippet):
        address = reverse(Report.snippet_viewset.get_url_name("sign_off"), args=[snippet.pk])  # type: ignore[attr-defined]
        yield MenuItem(_("Revisar y firmar"), address, priority=5, icon_name="check")
    if isinstance(snippet, Commitment) and user_can_answer_for(user, snippet):
        address = reverse(Commitment.snippet_viewset.get_url_name("answer_for"), args=[snippet.pk])  # type: ignore[attr-defined]
        yield MenuItem(_("Responder"), address, priority=5, icon_name="flag")
