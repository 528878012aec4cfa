"""A result as a list shows it."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from foundation.drawings import months_strip
from foundation.money import clp
from search.documents import in_language
from search.kinds import ONE
from search.results import Hit
from search.services import address

from .forms import fill, form

LAZY, AT_ONCE = 'loading="lazy"', 'fetchpriority="high"'
SIZES = ("400", "800")


def cards(hits: tuple[Hit, ...], first: int, lang: str, named: bool) -> SafeString:
    """The items of the list, numbered from `first`; `named` says of each what it is."""
    today = timezone.localdate()
    made = [card(hit, number, lang, today.isoformat(), today.month, named) for number, hit in enumerate(hits, first)]
    if made:
        made[0] = made[0].replace(LAZY, AT_ONCE, 1)
    return mark_safe("".join(made))  # noqa: S308  # forms filled with escaped values


def card(hit: Hit, number: int, lang: str, today: str, month: int, named: bool) -> str:
    facts = hit.card
    values = {
        "number": str(number),
        "inks": escape(facts.get("inks", "")),
        "place": escape(hit.territory_name) if hit.kind != "territory" else "",
        "latitude": south(facts["latitude"], lang) if "latitude" in facts else "",
        "href": escape(address(hit, lang)),
        "title": escape(hit.title),
        "by": escape(facts.get("by") or in_language(facts.get("trade", {}), lang) or duration(facts)),
        "text": found_words(hit),
        "months": str(months_strip(facts["months"], month, get_language() or lang)) if facts.get("months") else "",
        "price_of": escape(in_language(facts.get("price_of", {}), lang)),
        "price": str(hit.price or ""),
        "clp": clp(hit.price) if hit.price else "",
        **picture_values(facts),
    }
    given = tuple(name for name, value in values.items() if value)
    sealed = any(until >= today for until in facts.get("seals", {}).values())
    kind = kind_label(hit.kind, get_language() or lang) if named else ""
    parts = form("search/_card.html", given, kind=kind, sealed=sealed, to_order=facts.get("to_order", False))
    return fill(parts, values)


def picture_values(facts: Mapping[str, Any]) -> dict[str, str]:
    picture = facts.get("picture") or {}
    files = picture.get("files", {})
    values = {f"file_{size}": escape(files.get(size, "")) for size in SIZES}
    return {**values, "width": str(picture.get("width", "")), "height": str(picture.get("height", ""))}


def found_words(hit: Hit) -> str:
    """The stretch that was found, as safe HTML; the summary when only the name was."""
    if not hit.highlight or hit.highlight.replace("<mark>", "").replace("</mark>", "") == escape(hit.title):
        return escape(hit.summary)
    return hit.highlight


@lru_cache(maxsize=4096)
def south(latitude: float, lang: str) -> str:
    """`-30.6` as `30,6° S`."""
    text = f"{abs(latitude):.1f}"
    return f"{text.replace('.', ',') if lang == 'es' else text}° S"


@lru_cache(maxsize=64)
def kind_label(kind: str, language: str) -> str:
    """What one listing is, above its name; `language` is the active one."""
    return str(ONE[kind])


def duration(facts: Mapping[str, Any]) -> str:
    """Of a circuit: its days and stops in words."""
    parts = []
    if facts.get("days"):
        parts.append(ngettext("%(n)s día", "%(n)s días", facts["days"]) % {"n": facts["days"]})
    if facts.get("stops"):
        parts.append(ngettext("%(n)s parada", "%(n)s paradas", facts["stops"]) % {"n": facts["stops"]})
    return ", ".join(parts)
