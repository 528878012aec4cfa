"""A photograph on a product: taken in, counted, described, and nothing of the maker's house in what is served."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model

from catalog.models import Photograph, Product
from catalog.services import photographs
from foundation.worker import run_until_idle
from producers.models import Producer
from tests.builders import a_producer, a_product
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db
Take = Callable[..., SimpleUploadedFile]


@pytest.fixture
def cheese(producer: Producer) -> Product:
    return a_product("Queso", producer=producer, territory=producer.territory, comuna=producer.comuna, live=False)


def send(maker: Person, product: Product, upload: Any, alt: str = "Rueda de queso sobre una tabla") -> Any:
    data = {"alt": alt} | ({"photograph": upload} if upload else {})
    return maker.client.post(f"/panel/productos/{product.pk}/foto/", data)


def test_it_is_on_the_draft_with_its_words_and_a_name_that_says_nothing(
    maker: Person, cheese: Product, photo: Take
) -> None:
    assert send(maker, cheese, photo(name="Casa de Rosa.jpg")).status_code == 302

    cheese.refresh_from_db()
    kept = Photograph.objects.get()
    assert (cheese.image, kept.producer) == (kept.image, cheese.producer)
    assert kept.image.description == "Rueda de queso sobre una tabla"
    assert "Rosa" not in kept.image.file.name
    assert kept.size == kept.image.file.size


def test_nothing_that_is_served_holds_place_or_camera(
    maker: Person, cheese: Product, photo: Take, tmp_path: Path
) -> None:
    send(maker, cheese, photo())
    run_until_idle()

    cheese.refresh_from_db()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 4
    assert "400" in cheese.picture["files"]
    for path in files:
        content = path.read_bytes()
        assert b"Exif" not in content, path
        assert b"Fabricante de prueba" not in content, path


def test_a_file_that_is_no_photograph_says_why_and_keeps_what_was_typed(
    maker: Person, cheese: Product, photo: Take
) -> None:
    answer = send(maker, cheese, SimpleUploadedFile("foto.jpg", b"<svg><script>alert(1)</script></svg>"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ese archivo no es una foto" in page
    assert "Rueda de queso sobre una tabla" in page
    assert not get_image_model().objects.exists()


def test_without_words_for_it_it_is_not_kept(maker: Person, cheese: Product, photo: Take) -> None:
    assert send(maker, cheese, photo(), alt="").status_code == 422
    assert not Photograph.objects.exists()


def test_without_a_file_it_says_that_one_may_go_on_without(maker: Person, cheese: Product) -> None:
    answer = send(maker, cheese, None)
    assert answer.status_code == 422
    assert "siga sin ella" in answer.content.decode()


def test_its_words_may_change_without_sending_it_again(maker: Person, cheese: Product, photo: Take) -> None:
    send(maker, cheese, photo())
    send(maker, cheese, None, alt="Dos ruedas")
    run_until_idle()

    cheese.refresh_from_db()
    assert Photograph.objects.get().image.description == "Dos ruedas"
    assert cheese.picture["alt_es"] == "Dos ruedas"


def test_it_may_be_taken_off(maker: Person, cheese: Product, photo: Take) -> None:
    send(maker, cheese, photo())
    maker.post(f"/panel/productos/{cheese.pk}/foto/", remove="1")

    cheese.refresh_from_db()
    assert cheese.image is None


@pytest.mark.parametrize(("name", "most"), [("MOST_PHOTOGRAPHS", 1), ("MOST_BYTES", 1000)])
def test_a_producer_has_a_quota_of_its_own(
    maker: Person, cheese: Product, photo: Take, monkeypatch: pytest.MonkeyPatch, name: str, most: int, tmp_path: Path
) -> None:
    send(maker, cheese, photo())
    monkeypatch.setattr(photographs, name, most)
    answer = send(maker, cheese, photo())

    assert answer.status_code == 422
    assert "Ya tiene 1 fotos guardadas" in answer.content.decode()
    assert Photograph.objects.count() == 1
    assert len(list((tmp_path / "original_images").iterdir())) == 1


def test_when_the_rows_are_taken_back_no_file_is_left(
    maker: Person, cheese: Product, photo: Take, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_args: Any, **_kwargs: Any) -> None:
        raise photographs.QuotaReached("lleno")

    monkeypatch.setattr(photographs, "edit_draft", full)
    send(maker, cheese, photo())

    assert not get_image_model().objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_foreign_product_takes_no_photograph(person: Callable[..., Person], cheese: Product, photo: Take) -> None:
    stranger = person(a_producer(territory=cheese.territory))
    assert send(stranger, cheese, photo()).status_code == 404
    assert not Photograph.objects.exists()
