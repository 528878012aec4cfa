"""A picture as the files a page serves."""

from io import BytesIO

from PIL import Image

WIDTHS = (400, 800)
FULL = 1200
QUALITY = {400: 50, 800: 52}


def render_files(image: Image.Image) -> dict[int, bytes]:
    """AVIF at 400 and 800 pixels wide; under 1200, a JPEG of the full width for previews and old readers."""
    picture = image.convert("RGB")
    files = {width: _avif(picture, width) for width in WIDTHS}
    full = picture if picture.width == FULL else picture.resize((FULL, round(FULL * picture.height / picture.width)))
    out = BytesIO()
    full.save(out, "JPEG", quality=70, optimize=True, progressive=True)
    return files | {FULL: out.getvalue()}


def _avif(picture: Image.Image, width: int) -> bytes:
    small = picture.resize((width, round(width * picture.height / picture.width)), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, "AVIF", quality=QUALITY[width], speed=8, subsampling="4:2:0", max_threads=1)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
