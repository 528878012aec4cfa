"""The two typefaces cut down to what our languages need, as WOFF2.

Source Serif Pro and Manrope are under the SIL Open Font License; they come from the packages font-source-serif-pro
and font-manrope. The same sources give the same bytes.
"""

import hashlib
import logging
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from foundation.files import write_whole

# Basic Latin and Latin-1 (Spanish, English, Portuguese, French, German), the dashes, quotes and signs we print.
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”•…€→←↑↓−×≤≥½¼¾Œœ\u2009")]
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "tnum"]
STAMP = "fonts.stamp"
VERSION = "1"  # raise it when the way of cutting changes


@dataclass(frozen=True)
class Cut:
    """One file to make; `weights` keeps a range of a variable font's weight axis."""

    name: str
    package: str
    source: str
    weights: tuple[int, int] | None = None


CUTS = (
    Cut("source-serif-black.woff2", "font_source_serif_pro", "SourceSerifPro-Black.ttf"),
    Cut("manrope.woff2", "font_manrope", "Manrope-VariableFont_wght.ttf", (500, 800)),
    Cut("source-serif-regular.woff2", "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    Cut("source-serif-italic.woff2", "font_source_serif_pro", "SourceSerifPro-It.ttf"),
)


def source_of(cut: Cut) -> Path:
    """Raises LookupError when the package that brings the font is not installed."""
    spec = find_spec(cut.package)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"the package {cut.package} is not installed")
    return Path(spec.submodule_search_locations[0]) / "files" / cut.source


def build(folder: Path) -> list[str]:
    """Make the fonts in `folder` unless they are there from these same sources; answers the names of those made."""
    stamp, digest = folder / STAMP, _digest()
    if stamp.is_file() and stamp.read_text() == digest and all((folder / cut.name).is_file() for cut in CUTS):
        return []
    for cut in CUTS:
        write_whole(folder / cut.name, subset(cut))
    write_whole(stamp, digest.encode())
    return [cut.name for cut in CUTS]


def _digest() -> str:
    digest = hashlib.sha256(f"{VERSION}{CHARACTERS}{FEATURES}{CUTS}".encode())
    for cut in CUTS:
        digest.update(str(source_of(cut).stat().st_size).encode())
    return digest.hexdigest()


def subset(cut: Cut) -> bytes:
    """The font of a cut, as WOFF2."""
    # Two seconds of imports that only a fresh folder needs; the static files' finder is imported by every process.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of every table
    face = TTFont(source_of(cut), recalcTimestamp=False, lazy=False)
    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 13, 14]  # who made it and its licence stay in the file
    options.recalc_timestamp = False
    cutter = Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(face)
    if cut.weights:
        face = instantiateVariableFont(face, {"wght": cut.weights}, inplace=True)
    face.flavor = "woff2"
    out = BytesIO()
    face.save(out)
    return out.getvalue()
