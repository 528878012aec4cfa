"""The worker and a rebuild killed by -9 at each point of their work on the index: it ends as the database says.

On the embedded engine alone, and with a cluster beside it. The control run confirms a message before doing it, and must
fail the same check.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

pytestmark = pytest.mark.database

ENGINES = ("embedded", "opensearch")
PROCESS = Path(__file__).parent / "index_site" / "process.py"
ROOMS = Path(__file__).resolve().parents[2] / "search"
PATIENCE_S = 180.0
BY_WORKER = ("index.read", "index.written", "index.deleted")
BY_REBUILD = ("index.filled", "index.switched")
TRUE = {"missing": 0, "stale": 0, "ahead": 0, "extra": 0, "unfinished": 0}


class Site:
    """A database and an index of its own, and programs that work on them."""

    def __init__(self, database_url: str, var: Path, search_url: str = "") -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("TERRUNO_")}
        self.environment = inherited | {
            "DATABASE_URL": database_url,
            "TERRUNO_VAR": str(var),
            "SEARCH_URL": search_url,
            "DEBUG": "true",
            "LOG_LEVEL": "CRITICAL",
        }

    def run(self, what: str, *, crash_at: str = "") -> str:
        """Run to its end, which is SIGKILL's when there is a point to crash at."""
        environment = self.environment | ({"TERRUNO_CRASH_AT": crash_at} if crash_at else {})
        done = subprocess.run(
            [sys.executable, PROCESS, what], env=environment, stdout=subprocess.PIPE, timeout=PATIENCE_S, check=False
        )
        assert done.returncode == (-signal.SIGKILL if crash_at else 0), f"{what} {crash_at}"
        return done.stdout.decode()

    def drain(self) -> dict[str, int]:
        """Work until nothing waits; what must all be 0. Each engine holds as many products as are published."""
        report = json.loads(self.run("drain"))
        assert report.pop("published") in report["held"]
        assert len(set(report.pop("held"))) == 1
        found: dict[str, int] = report
        return found


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated database of the kind the suite runs on."""
    folder = tmp_path_factory.mktemp("index")
    configured = settings.DATABASES["default"]
    if configured["ENGINE"].endswith("sqlite3"):
        url = f"sqlite:///{folder}/master.sqlite3"
        Site(url, folder).run("migrate")
        yield url
        return
    name = f"index_{os.getpid()}_{random.randrange(10**9)}"
    with psycopg.connect(f"{_server()}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        Site(f"{_server()}/{name}", folder).run("migrate")
        yield f"{_server()}/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def copied(master: str, tmp_path: Path) -> Iterator[str]:
    """A fresh copy of it."""
    if master.startswith("sqlite"):
        shutil.copy(master.removeprefix("sqlite:///"), tmp_path / "copy.sqlite3")
        yield f"sqlite:///{tmp_path}/copy.sqlite3"
        return
    name = f"index_{os.getpid()}_{random.randrange(10**9)}"
    with psycopg.connect(f"{_server()}/postgres", autocommit=True) as connection:
        wanted = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(wanted.format(sql.Identifier(name), sql.Identifier(master.rsplit("/", 1)[1])))
        yield f"{_server()}/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def site(copied: str, tmp_path: Path, search_address: str) -> Site:
    site = Site(copied, tmp_path, search_address)
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


def test_control_confirming_before_doing_leaves_a_listing_as_it_was(copied: str, tmp_path: Path) -> None:
    site = Site(copied, tmp_path)
    site.run("change")
    site.drain()
    site.run("careless", crash_at="index.read")
    assert site.drain() == TRUE | {"stale": 1}


def test_every_crash_point_of_the_index_is_killed() -> None:
    named: set[str] = set()
    for path in ROOMS.rglob("*.py"):
        named.update(re.findall(r'crash\.point\("([^"]+)"\)', path.read_text()))
    assert named == {*BY_WORKER, *BY_REBUILD}


def _server() -> str:
    configured = settings.DATABASES["default"]
    return f"postgres://{configured['USER']}:{configured['PASSWORD']}@{configured['HOST']}:{configured['PORT']}"
