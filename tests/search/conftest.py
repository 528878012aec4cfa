from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from foundation import worker
from foundation.models import OutboxMessage
from search import names, synonyms, thesaurus
from search.engines import SearchEngine, get_engine
from tests._engines import (
    engine,
    indexed,
    open_engine,
    pytest_generate_tests,
    reopened,
    search_address,
)

__all__ = ["engine", "indexed", "open_engine", "pytest_generate_tests", "reopened", "search_address"]


@pytest.fixture(autouse=True)
def plain_words() -> Iterator[None]:
    """Synonyms that an editor wrote in one test are none of the next one's business."""
    yield
    thesaurus.memory.rows = ()
    thesaurus.memory.forget()
    synonyms.use(synonyms.plain())


@pytest.fixture
def site(db: None, settings: Any, tmp_path: Path, search_address: str) -> SearchEngine:
    """The database, and an empty index of this test's own behind the pages and the API."""
    settings.TERRUNO_VAR = tmp_path
    settings.SEARCH_URL = search_address
    names.memory.forget()
    return get_engine()


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
