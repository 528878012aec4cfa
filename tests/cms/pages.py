"""A small site: home, index and pages, made as the demo makes them."""

from typing import Any

from terruno.pages.loading import load_pages
from terruno.pages.models import HomePage, StoryPage

HOME: dict[str, Any] = {
    "title_es": "Portada", "title_en": "Home", "description_es": "Mercado de los territorios",
    "description_en": "A market", "heroes": [], "sections": [],
}  # fmt: skip


def row(slug: str = "el-ajo", body: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, Any]:
    blocks = body or [{"type": "paragraph", "value": "Había una vez un ajo."}]
    return {
        "slug_es": slug, "slug_en": f"{slug}-en", "type": "story", "title_es": "El ajo", "title_en": "The garlic",
        "standfirst_es": "Un ajo que no esperaba", "standfirst_en": "A garlic that would not wait", "territory": None,
        "picture": "garlic", "date": "2026-11-05", "fictional": True, "body_es": blocks,
        "body_en": [english(block) for block in blocks],
    } | more  # fmt: skip


def english(block: dict[str, Any]) -> dict[str, Any]:
    value = block["value"]
    match block["type"]:
        case "paragraph" | "heading":
            return block | {"value": f"{value} (in English)"}
        case "quote" | "callout":
            return block | {"value": {name: f"{text} (in English)" for name, text in value.items()}}
    return block


def a_site(*rows: dict[str, Any], **home: Any) -> HomePage:
    load_pages({"home": HOME | home, "pages": list(rows)})
    return HomePage.objects.get(locale__language_code="es")


def a_story(**more: Any) -> StoryPage:
    a_site(row(**more))
    return StoryPage.objects.get(locale__language_code="es", slug=more.get("slug", "el-ajo"))
