from collections.abc import Callable
from pathlib import Path

import pytest

from search.documents import SearchDocument
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
