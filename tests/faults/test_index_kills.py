"""The worker and a rebuild killed by -9 at each point of their work on the index: it ends as the database says.

On the embedded engine alone, and with a cluster beside it. The control run confirms a message before doing it, and must
fail the same check.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import _databases
from tests.faults._programs import Program

pytestmark = pytest.mark.database

ENGINES = ("embedded", "opensearch")
PROCESS = Path(__file__).parent / "index_site" / "process.py"
ROOMS = Path(__file__).resolve().parents[2] / "search"
BY_WORKER = ("index.read", "index.written", "index.deleted")
BY_REBUILD = ("index.filled", "index.switched")
TRUE = {"missing": 0, "stale": 0, "ahead": 0, "extra": 0, "unfinished": 0}


class Site(Program):
    def drain(self) -> dict[str, int]:
        """Work until nothing waits; what must all be 0. Each engine holds as many products as are published."""
        report = json.loads(self.run("drain"))
        assert report.pop("published") in report["held"]
        assert len(set(report.pop("held"))) == 1
        found: dict[str, int] = report
        return found


Start = Callable[[Path, str], Site]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """`start(folder, search_url)`: a site on a fresh copy of one migrated database."""
    folder = tmp_path_factory.mktemp("index")
    with _databases.copies(folder, lambda url: Site(PROCESS, url, folder, DEBUG="true").run("migrate")) as copy:
        yield lambda var, search_url: Site(PROCESS, copy(), var, SEARCH_URL=search_url, DEBUG="true")


@pytest.fixture
def site(start: Start, tmp_path: Path, search_address: str) -> Site:
    site = start(tmp_path, search_address)
    site.run("change")
    assert site.drain() == TRUE
    return site


def test_a_worker_killed_on_its_way_leaves_an_index_that_ends_true(site: Site) -> None:
    for point in BY_WORKER:
        site.run("work", crash_at=point)
        assert site.drain() == TRUE, point


def test_a_rebuild_killed_on_its_way_leaves_an_index_that_answers_and_ends_true(site: Site) -> None:
    for point in BY_REBUILD:
        site.run("reindex", crash_at=point)
        assert site.drain() == TRUE, point
    site.run("change")
    site.run("reindex")
    assert site.drain() == TRUE


def test_control_confirming_before_doing_leaves_a_listing_as_it_was(start: Start, tmp_path: Path) -> None:
    site = start(tmp_path, "")
    site.run("change")
    site.drain()
    site.run("careless", crash_at="index.read")
    assert site.drain() == TRUE | {"stale": 1}


def test_every_crash_point_of_the_index_is_killed() -> None:
    named: set[str] = set()
    for path in ROOMS.rglob("*.py"):
        named.update(re.findall(r'crash\.point\("([^"]+)"\)', path.read_text()))
    assert named == {*BY_WORKER, *BY_REBUILD}
