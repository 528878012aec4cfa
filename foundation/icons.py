"""The icons that must be bitmaps: the one a phone puts on its home screen, the picture of a shared link."""

from pathlib import Path

from PIL import Image, ImageDraw

from foundation.files import write_whole
from foundation.posters import PosterSpec, draw
from foundation.posters.files import png, render_files

TOUCH, SHARED = "touch-icon.png", "shared.jpg"
INK, SECOND, PAPER = "#9c2f1b", "#1f4e4a", "#f7f0e1"
VERSION = "1"  # raise it when a drawing changes


def build(folder: Path) -> list[str]:
    """Make what is missing or of an older version; answers the names of those made."""
    stamp = folder / "icons.stamp"
    if stamp.is_file() and stamp.read_text() == VERSION and all((folder / name).is_file() for name in (TOUCH, SHARED)):
        return []
    write_whole(folder / TOUCH, png(touch_icon()))
    write_whole(folder / SHARED, render_files(shared_picture())[1200])
    write_whole(stamp, VERSION.encode())
    return [TOUCH, SHARED]


def touch_icon(size: int = 180) -> Image.Image:
    """Sun, ridge and furrows, as in favicon.svg, on paper."""
    scale = 4 * size / 64
    sheet = Image.new("RGB", (size * 4, size * 4), PAPER)
    pen = ImageDraw.Draw(sheet)

    def at(*numbers: float) -> list[float]:
        return [v * scale for v in numbers]

    pen.ellipse(at(33, 9, 53, 29), fill=INK)
    pen.polygon(at(0, 44, 14, 25, 24, 34, 37, 17, 64, 42, 64, 64, 0, 64), fill=PAPER)
    pen.polygon(at(0, 47, 14, 28, 24, 37, 37, 20, 64, 45, 64, 64, 0, 64), fill=SECOND)
    pen.line(at(0, 47, 14, 28, 24, 37, 37, 20, 64, 45), fill=PAPER, width=round(2.4 * scale), joint="curve")
    for low in (47, 53, 59):
        pen.arc(at(-8, low - 3, 72, low + 17), 190, 350, fill=PAPER, width=round(2.2 * scale))
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


def shared_picture() -> Image.Image:
    """What a link to a page without a picture of its own shows where it is shared."""
    line = "Quién lo hace, dónde y cuándo"
    return draw(PosterSpec("terruno", "El mercado de los territorios", line, "", "cheese+grapes+basket", "card"))
