"""Photographs as they come from telephones, and as they come from those who mean harm."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from foundation import uploads
from foundation.uploads import MOST_BYTES, Developed, PhotographRefused, develop, kind_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
PLACE = (30.0, 36.0, 11.25)


def sent(content: bytes, name: str = "foto.jpg", declared: str = "image/jpeg") -> Developed:
    return develop(SimpleUploadedFile(name, content, content_type=declared))


def refused(content: bytes, name: str = "foto.jpg") -> str:
    with pytest.raises(PhotographRefused) as caught:
        sent(content, name)
    return caught.value.code


def a_picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, size, "#a83a12" if mode != "L" else 90)
    ImageDraw.Draw(picture).ellipse((100, 100, 300, 260), fill="#12525c" if mode != "L" else 200)
    return picture


def written(kind: str, picture: Image.Image | None = None, **options: object) -> bytes:
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    out = BytesIO()
    (picture or a_picture()).save(out, kind, **options)
    return out.getvalue()


def exif() -> Image.Exif:
    facts = Image.Exif()
    facts[0x010F], facts[0x0110] = "Fabricante de prueba", "Modelo-de-prueba"
    facts[0x013B] = "Rosa-de-prueba"
    facts.get_ifd(0x8825).update({1: "S", 2: PLACE, 3: "W", 4: (71.0, 12.0, 3.5)})
    return facts


KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")


@pytest.mark.parametrize("kind", KINDS)
def test_what_telephones_send_becomes_a_plain_jpeg(kind: str) -> None:
    developed = sent(written(kind))

    picture = Image.open(BytesIO(developed.content))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (640, 480))
    assert (developed.width, developed.height, developed.size) == (640, 480, len(developed.content))


@pytest.mark.parametrize("kind", KINDS)
def test_no_place_camera_or_name_is_left_in_it(kind: str) -> None:
    original = written(kind, exif=exif())
    assert b"Fabricante de prueba" in original

    developed = sent(original).content
    assert not Image.open(BytesIO(developed)).getexif()
    for left in (b"Exif", b"Fabricante", b"Modelo-de", b"Rosa-de", b"http://ns.adobe.com/xap", b"ICC_PROFILE", b"8BIM"):
        assert left not in developed


def test_a_comment_and_what_follows_the_picture_are_gone() -> None:
    original = written("JPEG", comment=b"llamar al 5551234") + HTML

    developed = sent(original).content
    assert b"5551234" not in developed
    assert b"<script" not in developed


def test_a_photograph_held_sideways_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    assert (sent(written("JPEG", exif=turned)).width, sent(written("JPEG", exif=turned)).height) == (480, 640)


def test_its_name_says_nothing_and_is_never_the_same() -> None:
    content = written("JPEG")
    names = {sent(content, "Rosa Araya en su casa.JPG").as_file().name for _again in range(2)}

    assert len(names) == 2
    assert all(name is not None and name.endswith(".jpg") and "Rosa" not in name for name in names)


def test_a_large_one_is_made_no_larger_than_needed() -> None:
    developed = sent(written("JPEG", a_picture((5000, 2500))))
    assert (developed.width, developed.height) == (2400, 1200)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16", "1"])
def test_every_kind_of_png_is_understood(mode: str) -> None:
    picture = Image.new(mode, (300, 300))
    assert sent(written("PNG", picture)).width == 300


def test_print_colours_are_understood() -> None:
    assert sent(written("JPEG", Image.new("CMYK", (300, 300)))).width == 300


def test_a_transparent_one_stands_on_white() -> None:
    picture = Image.new("RGBA", (300, 300), (255, 0, 0, 0))
    assert Image.open(BytesIO(sent(written("PNG", picture)).content)).getpixel((5, 5)) == (255, 255, 255)


def test_the_name_and_the_declared_type_are_not_believed() -> None:
    assert sent(written("PNG"), "foto.jpg", "image/jpeg").width == 640
    assert sent(written("JPEG"), "virus.exe", "application/x-msdownload").width == 640
    for lie in (
        SVG,
        HTML,
        b"GIF89a" + b"\0" * 200,
        b"%PDF-1.7 " + b"x" * 300,
        b"PK\x03\x04" + b"\0" * 300,
        b"BM" + b"\0" * 99,
    ):
        assert refused(lie, "foto.jpg") == "not_a_photo"


def test_an_empty_file_and_a_heavy_one_are_told_apart() -> None:
    assert refused(b"") == "empty"
    assert refused(b"\xff\xd8\xff" + b"\0" * MOST_BYTES) == "too_heavy"


def test_a_tiny_one_is_refused() -> None:
    assert refused(written("JPEG", a_picture((199, 400)))) == "too_small"


def test_what_moves_is_refused() -> None:
    frames = [Image.new("RGB", (300, 300), ink) for ink in ("red", "blue", "green")]
    for kind in ("PNG", "WEBP", "AVIF"):
        content = written(kind, frames[0], save_all=True, append_images=frames[1:], duration=100)
        assert refused(content) == "animated", kind


def test_a_telephones_second_picture_beside_the_first_is_left_out() -> None:
    content = written("MPO", a_picture(), save_all=True, append_images=[a_picture((320, 240))])
    assert sent(content).width == 640


def png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def test_a_bomb_is_refused_by_what_its_head_says() -> None:
    assert refused(png(20_000, 20_000, b"\0" * 1_000_000)) == "too_many_pixels"
    assert refused(png(2**31 - 1, 2**31 - 1, b"")) in {"too_many_pixels", "broken"}


def test_a_head_that_lies_is_broken() -> None:
    assert refused(png(4000, 4000, b"\0" * 100)) == "broken"
    jpeg = bytearray(written("JPEG"))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    assert refused(bytes(jpeg)) in {"too_many_pixels", "broken"}


def test_text_that_unpacks_to_a_gigabyte_is_refused() -> None:
    head = struct.pack(">IIBBBBB", 400, 400, 8, 2, 0, 0, 0)
    bomb = zlib.compress(b"comment\0\0" + b"A" * 60_000_000, 9)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"zTXt", b"k\0\0" + bomb) + chunk(b"IEND", b"")
    assert refused(content) == "broken"


def damaged(content: bytes, chance: Random) -> bytes:
    """One of the ways in which a file arrives spoilt."""
    spoilt = bytearray(content)
    match chance.randrange(5):
        case 0:
            return bytes(spoilt[: chance.randrange(len(spoilt))])
        case 1:
            for _n in range(chance.randrange(1, 40)):
                spoilt[chance.randrange(12, len(spoilt))] = chance.randrange(256)
        case 2:
            at = chance.randrange(12, len(spoilt))
            spoilt[at : at + 64] = b"\xff" * 64
        case 3:
            at = chance.randrange(12, len(spoilt))
            del spoilt[at : at + chance.randrange(1, 400)]
        case _:
            at = chance.randrange(12, len(spoilt))
            spoilt[at:at] = chance.choice([SVG, HTML, b"\0" * 300, content[:100]])
    return bytes(spoilt)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], str]:
    """The darkroom's own verdict, without starting a program for each of many files."""
    from foundation import darkroom

    def verdict(content: bytes) -> str:
        try:
            kind = kind_of(content)
        except PhotographRefused as error:
            return error.code
        try:
            developed, _width, _height = darkroom.develop(content, kind)
        except Exception:
            return "refused"
        return "clean" if Image.open(BytesIO(developed)).format == "JPEG" and b"<script" not in developed else "leaked"

    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    return verdict


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_of_four_hundred_spoilt_files_each_nothing_but_a_clean_picture_comes_out(
    kind: str, in_this_process: Callable[[bytes], str]
) -> None:
    chance, original = Random(kind), written(kind, a_picture((240, 210)), exif=exif())
    verdicts = {in_this_process(damaged(original, chance)) for _n in range(400)}

    assert "leaked" not in verdicts
    assert verdicts & {"refused", "clean"}


def test_a_decoder_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "SECONDS", 0.01)
    assert refused(written("JPEG")) == "broken"


def polyglots() -> Iterator[bytes]:
    yield b"\xff\xd8\xff\xe0" + HTML
    yield b"\x89PNG\r\n\x1a\n" + SVG
    yield b"RIFF\x10\0\0\0WEBP" + HTML
    yield b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + HTML
    yield b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + SVG


@pytest.mark.parametrize("content", polyglots())
def test_a_page_that_begins_like_a_photograph_is_broken(content: bytes) -> None:
    assert refused(content) == "broken"
