"""Pieces of a page that repeat many times, rendered by their template once for each form they take.

A template gets marks in place of what differs from piece to piece; a form is what it made of them, cut at the marks.
Filling one in is then a join, where rendering each piece anew would cost more than everything else on the page.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.template.loader import get_template
from django.utils.translation import get_language

MARK = "\x01"
BETWEEN_TAGS = re.compile(r"\n\s*")
_kept: dict[tuple[str, str, tuple[Any, ...]], list[str]] = {}


def mark(name: str) -> str:
    """What a template is given in place of a value; it passes through escaping unchanged."""
    return f"{MARK}{name}{MARK}"


def form(template: str, marks: tuple[str, ...], **facts: Any) -> list[str]:
    """The template's text by turns literal and name of a mark; the same facts and marks give the kept one.

    Facts are few and hashable: each combination is kept for as long as the process lives.
    """
    key = (template, get_language() or "", (marks, *facts.items()))
    if key not in _kept:
        html = get_template(template).render({**facts, **{name: mark(name) for name in marks}})
        _kept[key] = BETWEEN_TAGS.sub("", html).split(MARK)
    return _kept[key]


def fill(parts: list[str], values: Mapping[str, str]) -> str:
    """The form with its values, which must be safe HTML."""
    filled = parts.copy()
    filled[1::2] = [values[name] for name in parts[1::2]]
    return "".join(filled)
