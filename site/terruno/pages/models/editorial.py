"""What every page that an editor writes shares."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from foundation.posters.drawings import DRAWINGS
from territories.models import Territory
from terruno.pages.addresses import HOMES, translations
from terruno.pages.blocks import BODY, TEXT_BLOCKS
from terruno.pages.parts import Part, parted


def drawings() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(DRAWINGS)]


class EditorialPage(Page):
    """Title, standfirst, picture and a body of blocks; one page per language, joined by wagtail-localize."""

    standfirst = models.TextField(_("bajada"), blank=True)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("fotografía"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    drawing = models.CharField(
        _("dibujo del afiche"),
        max_length=40,
        blank=True,
        choices=drawings,
        help_text=_("Lo que se dibuja cuando no hay fotografía."),
    )
    picture = models.JSONField(default=dict, blank=True, editable=False)
    """As `Record.picture`: kept by the worker."""
    version = models.PositiveBigIntegerField(default=1, editable=False)
    """Grows with every change that search must hear of: milliseconds of the clock, never less than before plus one."""
    fictional = models.BooleanField(
        _("personas ficticias"), default=False, help_text=_("Avisa al pie que es una demostración.")
    )
    body = StreamField(BODY, verbose_name=_("cuerpo"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("drawing"), FieldPanel("territory")], heading=_("Imagen y lugar")
        ),
        FieldPanel("body"),
        FieldPanel("fictional"),
    ]
    section: ClassVar[str] = ""
    schema_type: ClassVar[str] = "WebPage"

    class Meta:
        abstract = True

    def with_content_json(self, content: Any) -> Any:
        draft = super().with_content_json(content)
        draft.picture, draft.version = self.picture, self.version
        return draft

    def poster(self) -> dict[str, Any]:
        place = self.territory
        return {
            "title": self.title,
            "subtitle": place.name if place else "Terruño",
            "territory": place.slug if place else "",
            "drawing": self.drawing or "hands",
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        found = translations(self, request)
        request.alternates = HOMES | found  # type: ignore[attr-defined]  # where the frame looks
        inks = self.territory.inks if self.territory else ""
        return context | {
            "section": self.section,
            "inks": inks,
            "translated": found if len(found) > 1 else {},
            "parts": self.parts(),
            "description": self.description(),
            "social_picture": self.picture,
            "documents": [self.document(found)],
        }

    def parts(self) -> list[Part]:
        return parted(self.body, TEXT_BLOCKS)

    def description(self) -> str:
        return self.search_description or self.standfirst

    def document(self, found: dict[str, str]) -> dict[str, Any]:
        """The page for search engines, after schema.org."""
        address = settings.TERRUNO_BASE_URL + found.get(self.locale.language_code, "")
        document: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": self.schema_type,
            "headline": self.title,
            "description": self.description(),
            "inLanguage": self.locale.language_code,
            "url": address,
            "publisher": {"@type": "Organization", "name": "Terruño", "url": settings.TERRUNO_BASE_URL + "/"},
        }
        if self.last_published_at:
            document["dateModified"] = self.last_published_at.isoformat()
        image = (self.picture.get("files") or {}).get("1200")
        if image:
            document["image"] = image if image.startswith("http") else settings.TERRUNO_BASE_URL + image
        return document

    def opening(self, count: int) -> list[Any]:
        """The first paragraphs of the body, as rich text; the body's listings are not read for them."""
        texts = [block["value"] for block in self.body.raw_data if block["type"] == "paragraph"]
        return [RichText(text) for text in texts[:count]]
