"""A record's picture: its photograph or a poster, made by the worker, never by a request."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from wagtail.images.models import Image, Rendition

from foundation import pictures, worker
from foundation.pictures import refresh, refresh_all
from foundation.uploads import PhotographRefused
from tests.builders import a_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def a_photograph(turned: bool = True) -> bytes:
    """A wide JPEG that tells who took it where, and lies on its side."""
    picture = Pillow.new("RGB", (1600, 1000), "#a04020")
    exif = Pillow.Exif()
    exif[0x013B] = "Ana Soto"
    exif.get_ifd(0x8825)[1] = "S"
    if turned:
        exif[0x0112] = 6
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def an_image() -> Image:
    return Image.objects.create(
        title="Queso", description="Un queso", file=ContentFile(a_photograph(), name="queso.jpg")
    )


def test_a_record_without_a_photograph_gets_a_poster() -> None:
    cheese = a_product()
    assert refresh(cheese)
    cheese.refresh_from_db()
    names = pictures.refresh.__globals__["wish_of"](cheese).names
    assert set(cheese.picture["files"]) == {"400", "800", "1200"}
    assert all(default_storage.exists(name) for name in names.values())
    assert Pillow.open(default_storage.path(names[400])).size == (400, 300)
    assert cheese.title_es in cheese.picture["alt_es"]


def test_a_poster_that_is_there_is_not_drawn_again(media: Path) -> None:
    cheese = a_product()
    refresh(cheese)
    drawn = {path: path.stat().st_mtime_ns for path in media.rglob("*.avif")}
    assert not refresh(cheese)
    assert {path: path.stat().st_mtime_ns for path in media.rglob("*.avif")} == drawn


def test_the_worker_draws_anew_when_the_title_changes_and_then_rests() -> None:
    cheese = a_product()
    worker.run_until_idle()
    cheese.refresh_from_db()
    first = cheese.picture
    assert first["files"]
    cheese.title_es = "Queso de otoño"
    cheese.save()
    worker.run_until_idle()
    cheese.refresh_from_db()
    assert cheese.picture["files"] != first["files"]
    assert "Queso de otoño" in cheese.picture["alt_es"]
    assert not refresh(cheese)


def test_the_index_hears_of_a_new_picture_by_the_version() -> None:
    cheese = a_product()
    before = cheese.version
    refresh(cheese)
    cheese.refresh_from_db()
    assert cheese.version == before + 1


def test_a_photograph_takes_the_posters_place() -> None:
    cheese = a_product()
    cheese.image = an_image()
    cheese.save()
    worker.run_until_idle()
    cheese.refresh_from_db()
    assert cheese.picture["alt_es"] == "Un queso"
    made = {rendition.url for rendition in Rendition.objects.filter(image=cheese.image)}
    assert made >= set(cheese.picture["files"].values())
    assert cheese.picture["files"]["800"].endswith(".avif")


def test_nothing_tells_who_took_a_photograph_or_where() -> None:
    image = an_image()
    cheese = a_product()
    cheese.image = image
    refresh(cheese)
    files = [image.file.path, *(rendition.file.path for rendition in Rendition.objects.filter(image=image))]
    for path in files:
        assert not Pillow.open(path).getexif()
        assert b"Ana Soto" not in Path(path).read_bytes()


def test_a_photograph_on_its_side_is_turned_upright() -> None:
    image = an_image()
    assert Pillow.open(image.file.path).size == (1000, 1600)
    assert (image.width, image.height) == (1000, 1600)


def test_what_is_no_photograph_is_kept_by_no_way_in() -> None:
    drawing = BytesIO()
    Pillow.new("RGB", (640, 480)).save(drawing, "GIF")
    with pytest.raises(PhotographRefused):
        Image.objects.create(title="Queso", file=ContentFile(drawing.getvalue(), name="queso.jpg"))
    assert not Image.objects.exists()


def test_many_are_drawn_side_by_side_until_told_to_stop_and_the_worker_draws_the_rest() -> None:
    cheeses = [a_product() for _number in range(3)]
    worker.run_until_idle()
    for cheese in cheeses:
        type(cheese).objects.filter(pk=cheese.pk).update(title_es=f"Queso {cheese.pk}")
        cheese.refresh_from_db()
    assert refresh_all(cheeses, workers=1, step=lambda done, of: False) == 1
    worker.run_until_idle()
    for cheese in cheeses:
        cheese.refresh_from_db()
        assert f"Queso {cheese.pk}" in cheese.picture["alt_es"]
    assert refresh_all(cheeses, workers=2) == 0


def test_processes_of_their_own_draw_what_one_would() -> None:
    cheeses = [a_product() for _number in range(2)]
    assert refresh_all(cheeses, workers=2) == 2
    for cheese in cheeses:
        cheese.refresh_from_db()
        assert pictures.refresh.__globals__["wish_of"](cheese).picture() == cheese.picture
