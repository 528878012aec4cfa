"""Words and pictures of a page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from foundation.photographs import wide_of

FEATURES = ["bold", "italic", "link", "ol", "ul"]
"""All that rich text may hold; everything else is dropped when it is saved."""


class HeadingBlock(blocks.CharBlock):
    class Meta:
        label = _("Subtítulo")
        icon = "title"
        template = "terruno_pages/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        label = _("Texto")
        icon = "pilcrow"
        template = "terruno_pages/blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Lo que dijo"))
    by = blocks.CharBlock(label=_("Quién"), required=False)

    class Meta:
        label = _("Cita")
        icon = "openquote"
        template = "terruno_pages/blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Título"))
    text = blocks.TextBlock(label=_("Texto"))

    class Meta:
        label = _("Recuadro")
        icon = "help"
        template = "terruno_pages/blocks/callout.html"


class PhotographBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Fotografía"))
    caption = blocks.CharBlock(label=_("Pie de foto"), required=False)

    class Meta:
        label = _("Fotografía")
        icon = "image"
        template = "terruno_pages/blocks/photograph.html"

    def get_context(self, value: Any, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        image = value.get("image")
        context["photograph"] = wide_of(image) if image else None
        return context
