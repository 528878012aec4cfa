"""Fixtures for tests that hold for every search engine, each real; a conftest imports them.

A module that says `ENGINES = EVERY` has its tests run on each, others on the embedded one; once, with SQLite: an engine
does not know which database its documents come from.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import pytest
from django.conf import settings

from search.documents import SearchDocument
from search.engines import SearchEngine
from search.engines.elasticsearch.address import read_address
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.embedded.engine import EmbeddedEngine
from tests import _clusters
from tests._parts import missing
from tests.search.listings import listing

EVERY = ("embedded", "opensearch", "elasticsearch")
CLUSTERS = EVERY[1:]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine_name" in metafunc.fixturenames:
        wanted = getattr(metafunc.module, "ENGINES", EVERY[:1])
        again = not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        metafunc.parametrize("engine_name", wanted[:1] if again else wanted, scope="session")


def server(product: str) -> _clusters.Server:
    """The cluster the run shares; skips the test where there is none."""
    try:
        return _clusters.shared(product)
    except _clusters.Absent as error:
        absent(error)


def absent(error: _clusters.Absent) -> NoReturn:
    """Skip the test, or fail it where CI=true; what was said to be unwanted is always skipped."""
    if isinstance(error, _clusters.Unwanted):
        pytest.skip(str(error))
    missing(str(error))


def forget(engine: SearchEngine) -> None:
    """Remove every index of an engine on a cluster."""
    if isinstance(engine, ElasticsearchEngine):
        client = engine.cluster.patient
        for name in client.indices.get(index=f"{engine.indices.alias}-*").body:
            client.indices.delete(index=name)


@pytest.fixture(scope="module")
def open_engine(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], SearchEngine]]:
    """`open_engine()`: one with nothing in it."""
    opened: list[SearchEngine] = []

    def make() -> SearchEngine:
        if engine_name == "embedded":
            engine: SearchEngine = EmbeddedEngine(tmp_path_factory.mktemp("engine") / "search")
        else:
            engine = ElasticsearchEngine(read_address(server(engine_name).url(f"t{uuid4().hex[:12]}")))
        opened.append(engine)
        return engine

    yield make
    for engine in opened:
        forget(engine)


@pytest.fixture
def engine(open_engine: Callable[[], SearchEngine]) -> Iterator[SearchEngine]:
    engine = open_engine()
    yield engine
    forget(engine)


@pytest.fixture
def reopened(engine: SearchEngine) -> Callable[[], SearchEngine]:
    """`reopened()`: the same index as another process sees it."""

    def again() -> SearchEngine:
        if isinstance(engine, EmbeddedEngine):
            return EmbeddedEngine(engine.store.root)
        assert isinstance(engine, ElasticsearchEngine)
        return ElasticsearchEngine(engine.cluster.address)

    return again


@pytest.fixture
def indexed(engine: SearchEngine) -> Callable[..., SearchEngine]:
    def index(*documents: SearchDocument | str) -> SearchEngine:
        """An engine that holds these; a text stands for a listing of that title."""
        engine.rebuild(
            item if isinstance(item, SearchDocument) else listing(number, item)
            for number, item in enumerate(documents, 1)
        )
        return engine

    return index


@pytest.fixture
def search_address(engine_name: str, tmp_path: Path) -> Iterator[str]:
    """What SEARCH_URL is for an installation of this test's own; its embedded index is under `tmp_path`."""
    if engine_name == "embedded":
        yield ""
        return
    address = server(engine_name).url(f"t{uuid4().hex[:12]}")
    yield address
    forget(ElasticsearchEngine(read_address(address)))
