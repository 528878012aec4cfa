from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from terruno.pages.addresses import HOMES, translations

from .editorial import EditorialPage

PAGE_SIZE = 12


class StoryIndexPage(Page):
    """All stories, the newest first."""

    standfirst = models.TextField(_("bajada"), blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("standfirst")]
    parent_page_types = ["terruno_pages.HomePage"]
    subpage_types = ["terruno_pages.StoryPage"]
    template = "terruno_pages/story_index.html"

    class Meta:
        verbose_name = _("índice de historias")
        verbose_name_plural = _("índices de historias")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        found = translations(self, request)
        request.alternates = HOMES | found  # type: ignore[attr-defined]  # where the frame looks
        stories = (
            StoryPage.objects.child_of(self)
            .live()
            .public()
            .select_related("territory")
            .defer("body")
            .order_by("-date", "-pk")
        )
        page = Paginator(stories, PAGE_SIZE).get_page(request.GET.get("p"))
        return context | {
            "section": "stories",
            "stories": page,
            "translated": found if len(found) > 1 else {},
            "description": self.search_description or self.standfirst,
        }


class StoryPage(EditorialPage):
    """Who makes it, where and when, told by somebody who went there."""

    date = models.DateField(_("fecha"), default=timezone.localdate)

    content_panels: ClassVar[list[Any]] = [*EditorialPage.content_panels, FieldPanel("date")]
    parent_page_types = ["terruno_pages.StoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "terruno_pages/story.html"
    section = "stories"
    schema_type = "Article"

    class Meta:
        verbose_name = _("historia")
        verbose_name_plural = _("historias")

    def document(self, found: dict[str, str]) -> dict[str, Any]:
        return super().document(found) | {"datePublished": self.date.isoformat()}
