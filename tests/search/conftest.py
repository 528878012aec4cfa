from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from foundation import worker
from foundation.models import OutboxMessage
from search import names
from search.documents import SearchDocument
from search.engines import SearchEngine, embedded_engine
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.listings import listing


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return EmbeddedEngine(tmp_path / "search")


@pytest.fixture
def indexed(engine: EmbeddedEngine) -> Callable[..., EmbeddedEngine]:
    def index(*documents: SearchDocument | str) -> EmbeddedEngine:
        """An engine that holds these; a text stands for a listing of that title."""
        engine.rebuild(
            item if isinstance(item, SearchDocument) else listing(number, item)
            for number, item in enumerate(documents, 1)
        )
        return engine

    return index


@pytest.fixture
def site(db: None, settings: Any, tmp_path: Path) -> SearchEngine:
    """The database, and an empty index of this test's own behind the pages and the API."""
    settings.TERRUNO_VAR = tmp_path
    names.memory.forget()
    return embedded_engine()


@pytest.fixture
def reindex(site: SearchEngine) -> Callable[[], None]:
    """`reindex()`: everything there is now, as the command does it."""
    return lambda: call_command("reindex", verbosity=0)


@pytest.fixture
def work(site: SearchEngine) -> Callable[[], None]:
    """`work()`: what the worker would do now, without drawing pictures."""

    def run() -> None:
        while True:
            OutboxMessage.objects.waiting().exclude(handler__startswith="search.").delete()
            if not worker.work_once():
                return

    return run
