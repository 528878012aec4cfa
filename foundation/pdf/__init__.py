"""Documents on paper: a typst template of a room, filled with plain data.

A template is `<room>/pdf/<name>.typ`; it imports the house's look from `/foundation/pdf/house.typ` and reads what it
is given with `#let data = house.data()`. Data comes in as JSON strings and numbers, never as markup, so nothing that
people typed can become part of the document's code.
"""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

ROOT = Path(__file__).resolve().parents[2]
FONTS = ("font_source_serif_pro", "font_manrope")


class NoTemplate(LookupError):
    """No room has a template of this name."""


def render(template: str, data: dict[str, Any], *, lang: str = "es") -> bytes:
    """The PDF of `template` ("routes/circuit"); `data` is anything JSON holds, `lang` "es" or "en".

    Raises NoTemplate, and typst.TypstError when the template itself is wrong.
    """
    room, _, name = template.partition("/")
    source = ROOT / room / "pdf" / f"{name}.typ"
    if not source.is_file():
        raise NoTemplate(template)
    inputs = {"data": json.dumps(data, ensure_ascii=False, default=str), "lang": lang}
    document = typst.compile(
        source, root=ROOT, font_paths=_font_paths(), ignore_system_fonts=True, sys_inputs=inputs, format="pdf"
    )
    if not isinstance(document, bytes):  # typst answers a list only for formats of one file a page
        raise TypeError("A PDF is one file.")
    return document


def _font_paths() -> list[Path]:
    found = []
    for package in FONTS:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise LookupError(f"the package {package} is not installed")
        found.append(Path(spec.submodule_search_locations[0]) / "files")
    return found
