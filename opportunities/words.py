"""A searched text as it is counted: folded, short, and never somebody's address, number or name card."""

import re
import unicodedata

LONGEST = 60
_SPACES = re.compile(r"\s+")
_PERSONAL = re.compile(r"@|://|\d{4,}|\d[\d.\-]{6,}")
"""An e-mail, an address of the web, a telephone, a RUT: typed into the wrong field, and nobody's business."""


def normalised(text: str) -> str:
    """«  Ajó   NEGRO » → "ajo negro"; "" for what is too short, too long, without a letter, or looks personal.

    The ñ stays: «caña» and «cana» are two words.
    """
    text = unicodedata.normalize("NFC", text).strip().lower()
    if not text or len(text) > LONGEST or _PERSONAL.search(text):
        return ""
    kept = text.replace("ñ", "\0")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c)).replace("\0", "ñ")
    words = _SPACES.sub(" ", "".join(c if c.isalnum() or c == " " else " " for c in plain)).strip()
    return words if len(words) > 2 and any(c.isalpha() for c in words) else ""
