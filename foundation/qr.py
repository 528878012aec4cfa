"""QR codes as SVG, drawn in the ink of the page around them."""

from io import BytesIO

import segno
from django.utils.safestring import SafeString


def svg(text: str, *, title: str = "", scale: int = 4) -> SafeString:
    """The code that says `text` (an absolute address), with error correction M and the quiet zone scanners need.

    `title` is what a screen reader says. Raises ValueError for an empty text or one too long for a code.
    """
    if not text:
        raise ValueError("A code needs something to say.")
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError as error:
        raise ValueError(str(error))
    out = BytesIO()
    code.save(
        out, kind="svg", scale=scale, border=4, xmldecl=False, svgclass="qr", lineclass=None, title=title or None,
        omitsize=True, dark="#2b241c",
    )  # fmt: skip
    return SafeString(out.getvalue().decode())  # segno escapes the title; the rest are its own shapes
