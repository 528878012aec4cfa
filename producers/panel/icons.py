"""The panel's drawings for tabs: one line each, in the colour of the text. Never shown without their word."""

from functools import cache

from django.utils.safestring import SafeString

PATHS = {
    "home": "M3 11 12 4l9 7M6 9.5V20h12V9.5M10 20v-6h4v6",
    "request": "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5",
    "product": "M4 9h16l-2 11H6zM8 9c0-6 8-6 8 0",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h2M14 14h2",
    "order": "M3 7h11v10H3zM14 10h4l3 4v3h-7M7 17v3M17 17v3",
    "money": "M3 6h18v12H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5M6 12h.5M17.5 12h.5",
    "network": "M12 4v5M12 9l-6 6M12 9l6 6M9 3h6v3H9zM3 15h6v5H3zM15 15h6v5h-6z",
    "people": "M8 11a3 3 0 1 0 0-6 3 3 0 1 0 0 6M3 20c0-8 10-8 10 0M16 11a2.5 2.5 0 1 0 0-5M15 14c4-1 6 2 6 6",
    "seal": "M12 3l2 2 3-.5.5 3L20 10l-1.5 2.5L20 15l-3 1-1 3-4-1-4 1-1-3-3-1L5.5 12 4 10l3-2 0-3 3 .5zM9 11l3 3 4-5",
    "opportunity": "M12 3v4M4.5 6l2.5 3M19.5 6 17 9M7 20h10M9 20c0-4-3-4-3-8a6 6 0 0 1 12 0c0 4-3 4-3 8",
    "training": "M2 9l10-5 10 5-10 5zM6 11v6c3 3 9 3 12 0v-6M22 9v6",
    "job": "M3 8h18v11H3zM9 8V5h6v3M3 13h18M12 12v3",
    "lot": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z",
    "import": "M12 3v11M8 10l4 4 4-4M4 16v4h16v-4",
    "report": "M5 3h10l4 4v14H5zM15 3v4h4M8 17v-4M12 17v-7M16 17v-2",
    "territory": "M3 19l6-11 4 6 3-4 5 9zM17 5a2 2 0 1 0 .1 0",
    "profile": "M12 12a4 4 0 1 0 0-8 4 4 0 1 0 0 8M4 21c0-9 16-9 16 0",
    "key": "M8 15a4 4 0 1 0 0-8 4 4 0 1 0 0 8M12 11h9M18 11v4M15 11v3",
    "place": "M12 21c-5-6-7-8-7-11a7 7 0 0 1 14 0c0 3-2 5-7 11M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 1 0 0 5",
    "more": "M4 7h16M4 12h16M4 17h16",
}  # fmt: skip


@cache
def icon(name: str) -> SafeString:
    """The drawing of this name; an unknown one is a KeyError, found when the page is registered in a test."""
    return SafeString(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" '
        f'stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="{PATHS[name]}"/></svg>'
    )
