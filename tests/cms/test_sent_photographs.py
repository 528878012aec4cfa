"""Photographs an editor sends to the CMS go the way of a producer's: sniffed, stripped and made anew, by every door."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Pillow
from wagtail.images import get_image_model
from wagtail.models import Collection, UploadedFile

from foundation.models import User

pytestmark = pytest.mark.django_db
Image = get_image_model()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def desk(editor: User, signed_in: Callable[[User], Client], settings: Any, tmp_path: Path) -> Client:
    settings.MEDIA_ROOT = tmp_path
    return signed_in(editor)


def a_file(name: str = "Casa de Rosa.png", kind: str = "PNG", content: bytes = b"") -> SimpleUploadedFile:
    facts = Pillow.Exif()
    facts[0x013B] = "Rosa-de-prueba"
    out = BytesIO()
    Pillow.new("RGB", (640, 480), "#a83a12").save(out, kind, exif=facts)
    return SimpleUploadedFile(name, content or out.getvalue(), content_type="image/png")


def form(file: Any, title: str = "Ordeña") -> dict[str, Any]:
    return {"title": title, "file": file, "collection": Collection.get_first_root_node().pk, "tags": ""}


def judge(path: Path) -> None:
    content = path.read_bytes()
    assert Pillow.open(BytesIO(content)).format == "JPEG"
    assert b"Rosa-de-prueba" not in content
    assert "Rosa" not in path.name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_an_editor_sends_is_kept_as_a_plain_jpeg(desk: Client, kind: str) -> None:
    """Even under a name that says another kind."""
    assert desk.post(reverse("wagtailimages:add"), form(a_file(kind=kind))).status_code == 302
    image = Image.objects.get()
    judge(Path(image.file.path))
    assert (image.width, image.height, image.title) == (640, 480, "Ordeña")
    assert image.file_size == Path(image.file.path).stat().st_size


@pytest.mark.parametrize("content", [SVG, b"GIF89a" + bytes(900), b"\xff\xd8\xff\xe0 nothing more"])
def test_what_is_no_photograph_is_refused_in_words(desk: Client, content: bytes, tmp_path: Path) -> None:
    answer = desk.post(reverse("wagtailimages:add"), form(a_file(content=content)))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"file"}
    assert not Image.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_photograph_put_in_the_place_of_another_is_developed_too(desk: Client) -> None:
    desk.post(reverse("wagtailimages:add"), form(a_file()))
    image = Image.objects.get()
    first = image.file.name
    desk.post(reverse("wagtailimages:edit", args=[image.pk]), form(a_file()))
    image.refresh_from_db()
    assert image.file.name != first
    judge(Path(image.file.path))


def several(desk: Client, file: Any, title: str = "Ordeña") -> Any:
    collection = Collection.get_first_root_node().pk
    return desk.post(
        reverse("wagtailimages:add_multiple"), {"title": title, "files[]": file, "collection": collection}
    ).json()


def test_several_sent_at_once_are_developed(desk: Client) -> None:
    assert several(desk, a_file())["success"]
    judge(Path(Image.objects.get().file.path))
    assert not several(desk, a_file(content=SVG))["success"]
    assert Image.objects.count() == 1


def test_one_that_waits_for_its_title_is_developed_before_it_waits(desk: Client) -> None:
    answer = several(desk, a_file(), title="")
    waiting = UploadedFile.objects.get()
    judge(Path(waiting.file.path))
    name = f"uploaded-image-{waiting.pk}"
    desk.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[answer["uploaded_file_id"]]),
        {f"{name}-title": "Ordeña", f"{name}-collection": Collection.get_first_root_node().pk, f"{name}-tags": ""},
    )
    judge(Path(Image.objects.get().file.path))
