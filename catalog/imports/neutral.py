"""Texts that a spreadsheet would run as a formula, marked on the way out and read back on the way in.

`foundation.tabular` puts an apostrophe before such a text. One that began with an apostrophe of its own gets another,
so that reading back is exact.
"""

import re

_MARKED = re.compile(r"'+[=+\-@\t\r]")


def outward(text: str) -> str:
    """For `foundation.tabular`, which marks the rest."""
    return f"'{text}" if _MARKED.match(text) else text


def inward(text: str) -> str:
    """A cell's text as it was before it left the house."""
    return text[1:] if _MARKED.match(text) else text
