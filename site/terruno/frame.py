"""What stands around every page and is the same on thousands of them: drawn once for each language, then kept.

While developing (DEBUG) nothing is kept, so that a change of these templates shows at once.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from foundation import drawings

HERE = "%other-address%"
"""Where the address of the page in the other language goes, in the kept foot of the page."""
SEASONS = {
    12: "verano",
    1: "verano",
    2: "verano",
    3: "otoño",
    4: "otoño",
    5: "otoño",
    6: "invierno",
    7: "invierno",
    8: "invierno",
}
SEASONS_EN = {"verano": "summer", "otoño": "autumn", "invierno": "winter", "primavera": "spring"}
PATTERN = {"es": "EEEE d 'de' MMMM 'de' y", "en": "EEEE d MMMM y"}


@lru_cache(maxsize=8)
def in_words(day: date, language: str) -> str:
    season = SEASONS.get(day.month, "primavera")
    text = format_date(day, PATTERN.get(language, PATTERN["es"]), locale=language)
    return f"{text[0].upper()}{text[1:]} · {season if language == 'es' else SEASONS_EN[season]}"


def masthead(section: str, today: date) -> SafeString:
    """The head of a page, with its section marked, as it is on that day in the active language."""
    language = get_language() or settings.LANGUAGE_CODE
    return kept("terruno/masthead.html", language, section=section, today=in_words(today, language))


def colophon(other_address: str) -> SafeString:
    """The foot of a page, which leads to the same page in the other language."""
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language == "es" else "es"
    foot = kept(
        "terruno/colophon.html",
        language,
        other_language=other,
        other_address=HERE,
        mailbox_shown=settings.TERRUNO_MAILBOX,
        mountains=drawings.colophon(),
    )
    return SafeString(foot.replace(HERE, escape(other_address)))


LIGHT = frozenset(
    {
        "wagtail_serve", "territory-list", "territory", "product-list", "product", "circuit-list", "circuit", "search",
        "producer", "network", "seal", "inquiry-new",
    }
)  # fmt: skip
"""Names of addresses whose pages need nothing of the rooms' own style sheet."""


def sheets(page: str) -> SafeString:
    """Style sheets and icons of the page at the address of this name."""
    return kept("terruno/sheets.html", "es", rooms=page not in LIGHT)


def kept(template: str, language: str, **values: Any) -> SafeString:
    draw = _draw.__wrapped__ if settings.DEBUG else _draw
    return draw(template, language, **values)


@lru_cache(maxsize=128)
def _draw(template: str, language: str, **values: Any) -> SafeString:
    return render_to_string(template, {"language": language, **values})
