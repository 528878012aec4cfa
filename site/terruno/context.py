"""What every page's frame needs: where it stands in each language. Cheap on purpose, no query."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def alternates(path: str) -> dict[str, str]:
    """The same page in each language: Spanish has no prefix, English stands under /en/."""
    bare = path[3:] if path.startswith("/en/") else path
    return {"es": bare, "en": f"/en{bare}"}


def page(request: HttpRequest) -> dict[str, Any]:
    paths = getattr(request, "alternates", None) or alternates(request.path)
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "language": language,
        "other_language": "en" if language == "es" else "es",
        "alternates": paths,
        "base_url": settings.TERRUNO_BASE_URL,
        "mailbox_shown": settings.TERRUNO_MAILBOX,
    }
