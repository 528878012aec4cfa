"""Where a page stands in each language."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

HOMES = {"es": "/", "en": "/en/"}


def in_language(path: str) -> str:
    """A Spanish address of this site as it is in the active language: Spanish has no prefix."""
    english = (get_language() or "es").startswith("en")
    return f"/en{path}" if english and path and not path.startswith("/en/") else path


def translations(page: Any, request: HttpRequest | None = None) -> dict[str, str]:
    """Published addresses of the page by language, its own among them."""
    found = {page.locale.language_code: page.get_url(request)}
    for other in page.get_translations().live().select_related("locale"):
        found[other.locale.language_code] = other.get_url(request)
    return {language: address for language, address in found.items() if address}
