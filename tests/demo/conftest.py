from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings

from search import names
from terruno.demo.loader import Loader
from terruno.demo.records import load_records


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The whole demo but its posters, with an index of its own, for the tests of one file; answers TERRUNO_VAR."""
    var = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        override_settings(TERRUNO_VAR=var, MEDIA_ROOT=var / "media"),
        transaction.atomic(),
    ):
        call_command("demo", no_pictures=True, stdout=StringIO())
        names.memory.forget()
        yield var
        transaction.set_rollback(True)
    names.memory.forget()


@pytest.fixture(scope="module")
def records(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo's rows only, for the tests of one file."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_records(Loader(say=lambda text: None))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def found() -> Callable[..., list[str]]:
    """`found("queso", kind="product")`: slugs of the first page of the public search."""

    def search(q: str, **parameters: Any) -> list[str]:
        answer = Client().get("/api/v1/search", {"q": q, "page_size": 100, **parameters})
        assert answer.status_code == 200, answer.content
        return [row["slug"] for row in answer.json()["results"]]

    return search
