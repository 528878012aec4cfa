"""Template tags of the house, loaded everywhere; each is cheap, the ones on lists are cached by value."""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from foundation import drawings, money, units
from terruno import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def masthead(context: Context) -> SafeString:
    """The head of every page; `section` in the context marks where one is."""
    return frame.masthead(context.get("section") or "", timezone.localdate())


@register.simple_tag(takes_context=True)
def colophon(context: Context) -> SafeString:
    """The foot of every page; where a page is not translated, it leads to the other language's home."""
    other = context.get("other_language") or "en"
    return frame.colophon((context.get("alternates") or {}).get(other) or {"es": "/", "en": "/en/"}[other])


@register.simple_tag(takes_context=True)
def sheets(context: Context) -> SafeString:
    """Style sheets and icons; a page of one room gets the rooms' sheet too."""
    match = getattr(context.get("request"), "resolver_match", None)
    return frame.sheets(match.url_name or "" if match else "")


@register.simple_tag
def months(mask: int) -> SafeString:
    """The twelve letters with those of `mask` filled and today's marked."""
    return drawings.months_strip(mask, timezone.localdate().month, get_language() or "es")


@register.filter
def clp(amount: int | None) -> str:
    return "" if amount is None else money.clp(amount)


@register.filter
def in_unit(quantity: Decimal | int, unit: str) -> str:
    return units.show(quantity, unit)


@register.filter
def clock(minutes: int) -> str:
    """95 → «1 h 35 min»."""
    full, rest = divmod(minutes, 60)
    if not full:
        return gettext("%(minutes)s min") % {"minutes": rest}
    return gettext("%(hours)s h %(minutes)s min") % {"hours": full, "minutes": rest} if rest else f"{full} h"


@register.filter
def counted(quantity: Decimal | int) -> str:
    """A bare number as it is written where the reader is: 3000.00 is «3.000»."""
    return units.grouped(quantity)


@lru_cache(maxsize=2048)
def latitude_text(latitude: float, language: str) -> str:
    text = f"{abs(latitude):.1f}"
    return f"{text.replace('.', ',') if language == 'es' else text}° S"


@register.filter
def latitude(value: float) -> str:
    """`-30.6` as `30,6° S`."""
    return latitude_text(value, get_language() or "es")


@register.simple_tag
def picture(files: dict[str, Any], alt: str = "", first: bool = False) -> SafeString:
    """The `<img>` of a record's `picture`; `first` is the one picture of a page that loads at once.

    A record whose picture is not drawn yet shows its frame, without a broken image.
    """
    urls = files.get("files") or {}
    if not urls:
        return SafeString('<span class="undrawn"></span>')
    small, large = urls.get("400", ""), urls.get("800", "")
    loading = SafeString('fetchpriority="high"' if first else 'loading="lazy"')
    sizes = SafeString("(min-width: 60rem) 45rem, 100vw" if first else "(min-width: 42rem) 20rem, 8.5rem")
    return format_html(
        '<img src="{}" srcset="{} 400w, {} 800w" sizes="{}" alt="{}" width="{}" height="{}" {}>',
        large if first else small,
        small,
        large,
        sizes,
        alt,
        files.get("width", 800),
        files.get("height", 600),
        loading,
    )


_INERT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def linked_data(document: Mapping[str, Any]) -> SafeString:
    """A schema.org document as a script that browsers keep as data; nothing in it can end the script."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def absolute(address: str) -> str:
    """A path of this site as the address others need; an address stays what it is."""
    return address if address.startswith(("http://", "https://")) else f"{settings.TERRUNO_BASE_URL}{address}"


@register.filter
def paragraphs(text: str) -> SafeString:
    """Plain text with empty lines between paragraphs, escaped, as `<p>`s."""
    parts = [part.strip() for part in (text or "").split("\n\n") if part.strip()]
    return SafeString("".join(format_html("<p>{}</p>", part) for part in parts))


@register.filter
def quoted(text: str) -> str:
    """In the quotation marks of the reader's language: «así», “so”."""
    return gettext("«%(text)s»") % {"text": text}


@register.filter
def alt_text(files: dict[str, Any]) -> str:
    return files.get("alt_en" if get_language() == "en" else "alt_es") or gettext("Afiche dibujado")
