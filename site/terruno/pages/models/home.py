from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from terruno.pages import listings
from terruno.pages.addresses import HOMES, translations
from terruno.pages.blocks import HEROES, HOME_BODY, TEXT_BLOCKS
from terruno.pages.parts import parted


class HomePage(Page):
    """The first page: what is in season opens it, and every part shows listings as they stand."""

    heroes = StreamField(HEROES, verbose_name=_("portadas"), blank=True)
    body = StreamField(HOME_BODY, verbose_name=_("cuerpo"), blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("heroes"), FieldPanel("body")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "terruno_pages.StoryIndexPage", "terruno_pages.GuidePage", "terruno_pages.LandingPage",
        "terruno_pages.PlainPage",
    ]  # fmt: skip
    template = "terruno_pages/home.html"

    class Meta:
        verbose_name = _("portada")
        verbose_name_plural = _("portadas")

    def hero_now(self) -> Any:
        """The hero of this month whose product is still on show; None leaves the page's own title."""
        month = str(listings.this_month())
        for block in self.heroes:
            product = block.value["product"]
            if month in block.value["months"] and product is not None and product.live:
                return block.value
        return None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        found = translations(self, request)
        request.alternates = HOMES | found  # type: ignore[attr-defined]  # where the frame looks
        hero = self.hero_now()
        return context | {
            "hero": hero,
            "hero_product": hero["product"] if hero else None,
            "month_address": listings.in_season_address(listings.this_month()),
            "translated": found if len(found) > 1 else {},
            "parts": parted(self.body, TEXT_BLOCKS),
            "description": self.search_description,
            "social_picture": hero["product"].picture if hero else {},
            "documents": [self.document()],
        }

    def document(self) -> dict[str, Any]:
        base = settings.TERRUNO_BASE_URL
        return {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": "Terruño",
            "url": base + "/",
            "inLanguage": ["es", "en"],
            "description": self.search_description,
            "potentialAction": {
                "@type": "SearchAction",
                "target": base + "/buscar/?q={search_term_string}",
                "query-input": "required name=search_term_string",
            },
        }
