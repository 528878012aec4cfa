"""A result as a list shows it. Rendered once for each version of a listing and kept, since lists show the same few."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from search.kinds import Kind
from search.documents import in_language
from search.results import Hit
from search.services import address

KEPT = 5000
NUMBER, TEXT = "\x01", "\x02"
"""Where a result's number and the words that were found go into a kept card."""
LAZY, AT_ONCE = 'loading="lazy"', 'fetchpriority="high"'
_kept: dict[Any, str] = {}


def cards(hits: tuple[Hit, ...], first: int, lang: str, named: bool) -> SafeString:
    """The items of the list, numbered from `first`; `named` says of each what it is."""
    today = timezone.localdate()
    made = [numbered(hit, first + place, card(hit, lang, today, named)) for place, hit in enumerate(hits)]
    if made:
        made[0] = made[0].replace(LAZY, AT_ONCE, 1)
    return mark_safe("".join(made))


def numbered(hit: Hit, number: int, html: str) -> str:
    return html.replace(NUMBER, str(number)).replace(TEXT, found_words(hit))


def found_words(hit: Hit) -> str:
    """The stretch that was found, as safe HTML; the summary when only the name was."""
    if not hit.highlight or hit.highlight.replace("<mark>", "").replace("</mark>", "") == escape(hit.title):
        return escape(hit.summary)
    return hit.highlight


def card(hit: Hit, lang: str, today: date, named: bool) -> str:
    picture = hit.card.get("picture")
    key = (hit.key, hit.version, lang, today, named, picture["files"]["400"] if picture else "")
    if key not in _kept:
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[key] = get_template("search/_card.html").render(shown(hit, lang, today, named)).replace("\n", "")
    return _kept[key]


def shown(hit: Hit, lang: str, today: date, named: bool) -> dict[str, Any]:
    """What the template needs, flat."""
    facts = hit.card
    return {
        "number": NUMBER,
        "text": mark_safe(TEXT),
        "inks": facts.get("inks", ""),
        "kind": Kind(hit.kind).label if named else "",
        "place": hit.territory_name if hit.kind != "territory" else "",
        "latitude": facts.get("latitude"),
        "href": address(hit, lang),
        "title": hit.title,
        "by": facts.get("by") or in_language(facts.get("trade", {}), lang) or duration(facts),
        "months": facts.get("months", 0),
        "price": hit.price,
        "price_of": in_language(facts.get("price_of", {}), lang),
        "sealed": any(until >= today.isoformat() for until in facts.get("seals", {}).values()),
        "to_order": facts.get("to_order", False),
        "picture": facts.get("picture") or {},
    }


def duration(facts: Mapping[str, Any]) -> str:
    """Of a circuit: its days and stops in words."""
    parts = []
    if facts.get("days"):
        parts.append(ngettext("%(n)s día", "%(n)s días", facts["days"]) % {"n": facts["days"]})
    if facts.get("stops"):
        parts.append(ngettext("%(n)s parada", "%(n)s paradas", facts["stops"]) % {"n": facts["stops"]})
    return ", ".join(parts)
