"""The twelve months: a strip for lists, a wheel for a product's page. `mask` is of foundation.months, `now` is 1–12."""

import math
from functools import lru_cache

from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, override

from foundation.months import ALL_YEAR, has, months, spans

LETTERS = {"es": "EFMAMJJASOND", "en": "JFMAMJJASOND"}
SHORT = {
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
TO = {"es": "a {}", "en": "to {}"}


@lru_cache(maxsize=4096)
def season_words(mask: int, language: str) -> str:
    """What a reader hears: every month by name."""
    with override(language):
        if not mask:
            return gettext("Sin temporada")
        if mask == ALL_YEAR:
            return gettext("Temporada: todo el año")
        return gettext("Temporada: %(months)s") % {
            "months": ", ".join(_name(month, language) for month in months(mask))
        }


def _name(month: int, language: str) -> str:
    name = str(MONTHS[month])
    return name.lower() if language == "es" else name


@lru_cache(maxsize=8192)
def months_strip(mask: int, now: int, language: str) -> SafeString:
    """The twelve letters, those of the mask filled, the present month underlined."""
    cells = []
    for month, letter in enumerate(LETTERS.get(language, LETTERS["es"]), start=1):
        names = " ".join(name for name, holds in (("on", has(mask, month)), ("now", month == now)) if holds)
        cells.append(f'<span class="{names}">{letter}</span>' if names else f"<span>{letter}</span>")
    return format_html(
        '<div class="months" role="img" aria-label="{}">{}</div>',
        season_words(mask, language),
        mark_safe("".join(cells)),
    )


@lru_cache(maxsize=2048)
def season_wheel(mask: int, now: int, language: str = "es") -> SafeString:
    """The year as a wheel, January at the top, the season's months standing out, a pointer at the present one."""
    parts = [
        _sector(month, has(mask, month), letter) for month, letter in enumerate(LETTERS.get(language, LETTERS["es"]), 1)
    ]
    parts.append(_pointer(now))
    parts += [
        f'<text x="100" y="{y}" text-anchor="middle" class="hand" font-size="21">{line}</text>'
        for y, line in zip((97, 117), _middle(mask, language), strict=False)
    ]
    with override(language):
        label = f"{season_words(mask, language)}. " + gettext("Ahora: %(month)s.") % {"month": _name(now, language)}
    return format_html(
        '<svg viewBox="0 0 200 200" role="img" aria-label="{}">{}</svg>', label, mark_safe("".join(parts))
    )


def _at(radius: float, degrees: float) -> str:
    """A point of the wheel; degrees run clockwise from the top."""
    turn = math.radians(degrees)
    return f"{100 + radius * math.sin(turn):.1f} {100 - radius * math.cos(turn):.1f}"


def _sector(month: int, on: bool, letter: str) -> str:
    start, end, outer = (month - 1) * 30 + 1.5, month * 30 - 1.5, 92 if on else 72
    inner, far = f"{_at(46, start)}L{_at(outer, start)}", f"{_at(outer, end)}L{_at(46, end)}"
    path = f"M{inner}A{outer} {outer} 0 0 1 {far}A46 46 0 0 0 {_at(46, start)}Z"
    x, y = _at(60, month * 30 - 15).split()
    ink = ' class="fp"' if on else ""
    text = f'<text x="{x}" y="{float(y) + 5:.1f}" text-anchor="middle" font-size="14"{ink}>{letter}</text>'
    return f'<path class="{"fa" if on else "ft sa"}" d="{path}"/>{text}'


def _pointer(now: int) -> str:
    middle = now * 30 - 15
    return f'<path class="fb" d="M{_at(78, middle)}L{_at(98, middle - 7)}L{_at(98, middle + 7)}Z"/>'


def _middle(mask: int, language: str) -> tuple[str, ...]:
    short = SHORT.get(language, SHORT["es"])
    if mask == ALL_YEAR:
        return ("todo", "el año") if language == "es" else ("all", "year")
    runs = spans(mask)
    if len(runs) == 1:
        first, last = runs[0]
        return (
            (short[first - 1],)
            if first == last
            else (short[first - 1], TO.get(language, TO["es"]).format(short[last - 1]))
        )
    return (str(len(months(mask))), "meses" if language == "es" else "months") if runs else ("–",)
