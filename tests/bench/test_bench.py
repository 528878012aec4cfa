"""The benchmarks run, on a copy, and say what they measured."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from bench.figures import Figure, latency, percentile, table
from tests._engines import server

NAMES = {"pages", "pictures", "search", "suggest", "inquiries", "webhook", "plans", "allocate", "plan"}


def manage(var: Path, *arguments: str, search_url: str = "") -> str:
    env = os.environ | {
        "TERRUNO_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var}/terruno.sqlite3",
        "LOG_LEVEL": "ERROR",
        "SEARCH_URL": search_url,
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=settings.ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def inquiries(var: Path) -> int:
    with sqlite3.connect(var / "terruno.sqlite3") as database:
        return int(database.execute("SELECT count(*) FROM terruno_inquiries_inquiry").fetchone()[0])


@pytest.fixture(scope="module")
def demo(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A TERRUNO_VAR with the demo in an SQLite database of its own."""
    if connection.vendor != "sqlite":
        pytest.skip("what is measured is a copy of an SQLite database")
    var = tmp_path_factory.mktemp("demo")
    with sqlite3.connect(connection.settings_dict["NAME"]) as empty, sqlite3.connect(var / "terruno.sqlite3") as copy:
        empty.backup(copy)  # the tables, as the tests' own migrations made them
    manage(var, "demo", "--no-pictures")
    return var


@pytest.mark.django_db  # before tests that flush, which take the CMS's root rows with them
def test_a_quick_run_measures_everything_and_leaves_the_data_alone(demo: Path, tmp_path: Path) -> None:
    before = inquiries(demo)
    said = manage(demo, "bench", "--quick", "--json", str(tmp_path / "figures.json"))
    told: dict[str, Any] = json.loads((tmp_path / "figures.json").read_text())
    figures = {(one["group"], one["name"]): one for one in told["figures"]}
    assert {group for group, _name in figures} == NAMES
    assert figures["pages", "product, queries (most)"]["value"] <= 12
    assert figures["pages", "list with facets, queries (most)"]["value"] <= 15
    assert figures["pictures", "renditions made in requests"]["value"] == 0
    assert all(one["value"] > 0 for (group, _name), one in figures.items() if group not in {"pictures"})
    assert "POST /api/v1/inquiries p95" in said
    assert inquiries(demo) == before
    assert str(settings.ROOT) not in json.dumps(told["machine"])


@pytest.mark.django_db
def test_both_engines_are_measured_side_by_side(demo: Path, tmp_path: Path) -> None:
    address = server("opensearch").url("bench")
    with pytest.raises(AssertionError, match=r"do not hold the same listings|does not answer"):
        manage(demo, "bench", "search", "--quick", "--search-url", address)
    manage(demo, "reindex", "--engine", "opensearch", search_url=address)
    manage(demo, "bench", "search", "suggest", "--quick", "--json", f"{tmp_path}/both.json", "--search-url", address)

    names = {one["name"] for one in json.loads((tmp_path / "both.json").read_text())["figures"]}
    for call in ("GET /api/v1/search", "GET /api/v1/suggest"):
        assert {f"{call} p95", f"{call}, opensearch p95"} <= names


def test_a_name_that_is_none_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "bench", "speed"], cwd=settings.ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "allocate" in done.stderr


def test_percentiles_are_of_the_values_measured() -> None:
    values = [float(n) for n in range(1, 101)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99)] == [50, 95, 99]
    assert percentile([3.0], 0.99) == 3.0


def test_a_figure_over_its_target_says_so() -> None:
    over, under = Figure("g", "a", 20, "ms", 15), Figure("g", "b", 10, "ms", 15)
    assert (over.verdict, under.verdict, Figure("g", "c", 1, "ms").verdict) == ("OVER", "ok", "")
    assert "OVER" in table([over])
    assert [one.name for one in latency("g", "call", [0.001, 0.002])] == ["call p50", "call p95", "call p99"]
