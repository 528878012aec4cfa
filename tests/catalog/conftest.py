"""Somebody at work in the panel."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from foundation.models import User
from producers.models import Producer
from terruno.pages.roles import setup_roles
from tests.builders import a_category, a_comuna, a_mandate, a_network, a_producer, a_user


@dataclass(frozen=True)
class Person:
    user: User
    client: Client

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def post(self, path: str, **data: Any) -> Any:
        return self.client.post(path, data)


@pytest.fixture
def person() -> Callable[..., Person]:
    """`person(producer, network, …)`: somebody signed in with a mandate for each."""

    def enter(*targets: Any) -> Person:
        user = a_user()
        for target in targets:
            a_mandate(user, target)
        client = Client()
        client.force_login(user)
        return Person(user, client)

    return enter


@pytest.fixture
def producer(db: None) -> Producer:
    return a_producer("Quesería Majada Alta", comuna=a_comuna("Río Hurtado"), email="rosa@ejemplo.cl")


@pytest.fixture
def maker(producer: Producer, person: Callable[..., Person]) -> Person:
    return person(producer)


@pytest.fixture
def reviewed(db: None) -> None:
    """The CMS's groups and the review of records, as an installation has them."""
    setup_roles()


@pytest.fixture
def coordinator(producer: Producer, person: Callable[..., Person]) -> Person:
    return person(a_network(members=[producer]))


@pytest.fixture
def shelf(db: None) -> Any:
    return a_category("quesos-de-cabra", "Quesos de cabra", parent=a_category("lacteos", "Quesos y lácteos"))


@pytest.fixture
def photo(settings: Any, tmp_path: Any) -> Callable[..., SimpleUploadedFile]:
    """A photograph as a telephone sends it, with the place it was taken in its EXIF."""
    settings.MEDIA_ROOT = tmp_path

    def take(kind: str = "JPEG", size: tuple[int, int] = (800, 600), name: str = "IMG_0001.jpg") -> SimpleUploadedFile:
        exif = Image.Exif()
        exif[0x010F] = "Fabricante de prueba"
        exif.get_ifd(0x8825)[2] = (30.0, 36.0, 11.0)
        out = BytesIO()
        Image.effect_noise(size, 40).convert("RGB").save(out, kind, **({"exif": exif} if kind != "HEIF" else {}))
        return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")

    return take
