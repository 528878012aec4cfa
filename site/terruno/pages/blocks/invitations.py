"""Parts of a page that ask the reader to do something."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from terruno.pages.addresses import in_language

from .sections import SectionBlock


class SearchBoxBlock(SectionBlock):
    default_title = _("¿Qué busca?")

    class Meta:
        label = _("Buscador")
        icon = "search"
        template = "terruno_pages/blocks/search_box.html"


class CallToActionBlock(SectionBlock):
    page = blocks.PageChooserBlock(label=_("Página"), required=False)
    path = blocks.CharBlock(
        label=_("o dirección del sitio"), required=False, help_text=_("P. ej. «/consultas/nueva/».")
    )

    class Meta:
        label = _("Invitación a actuar")
        icon = "thumbtack"
        template = "terruno_pages/blocks/call.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        path = cleaned.get("path") or ""
        if path and (not path.startswith("/") or path.startswith("//") or "\\" in path):
            raise blocks.StructBlockValidationError(
                block_errors={"path": ValidationError(say("La dirección empieza con «/» y es de este sitio."))}
            )
        return cleaned

    def address(self, value: Mapping[str, Any]) -> str:
        if value.get("page"):
            return str(value["page"].localized.url or "")
        return in_language(value.get("path") or "")
