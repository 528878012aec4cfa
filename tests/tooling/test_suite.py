"""script/test's own parts: which tests the second database gets, what absence means, and the closing line."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = """
import pytest
from tests import _parts

@pytest.fixture
def db(): pass

@pytest.fixture
def shop(db): pass

def test_plain(): pass
def test_by_fixture(shop): pass
@pytest.mark.django_db
def test_by_mark(): pass
@pytest.mark.database
def test_by_our_mark(): pass
def test_needs_a_part(): _parts.missing("no such browser")
"""
QUICK_OR_NOT = """
import pytest

@pytest.fixture
def stripe_mock(): pass

def test_plain(): pass
@pytest.mark.django_db
def test_in_a_transaction(): pass
@pytest.mark.parametrize("engine_name", ["embedded", "opensearch"])
def test_engine(engine_name): assert engine_name == "embedded"
@pytest.mark.django_db(transaction=True)
def test_with_real_transactions(): assert False
@pytest.mark.database
def test_with_programs_of_its_own(): assert False
def test_with_a_server(stripe_mock): assert False
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "test_sample.py").write_text(SAMPLE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = django_db: stands for pytest-django's\n")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    def pytest_with(*arguments: str) -> tuple[dict[str, int], str]:
        counts = tmp_path / "counts.json"
        command = [sys.executable, "-m", "pytest", "-p", "tests._suite", "--counts", str(counts), "-rs", "-q"]
        done = subprocess.run(
            [*command, "-p", "no:django", "-p", "no:cacheprovider", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        return json.loads(counts.read_text()), done.stdout

    return pytest_with


def test_the_second_database_gets_only_what_touches_a_database(run, monkeypatch):
    monkeypatch.delenv("CI", raising=False)

    counts, _ = run("--only-database")

    assert counts["passed"] == 3
    assert counts["skipped"] == 0


def test_quick_leaves_out_servers_kills_and_what_flushes_the_database(run, tmp_path):
    (tmp_path / "test_sample.py").write_text(QUICK_OR_NOT)
    (tmp_path / "faults").mkdir()
    (tmp_path / "faults" / "test_kills.py").write_text("def test_kills(): assert False")

    counts, _ = run("--quick")

    assert (counts["passed"], counts["failed"]) == (3, 0)


def test_an_absent_part_is_skipped_with_its_reason(run, monkeypatch):
    monkeypatch.delenv("CI", raising=False)

    counts, output = run()

    assert (counts["passed"], counts["skipped"], counts["failed"]) == (4, 1, 0)
    assert "absent: no such browser" in output


def test_an_absent_part_fails_where_ci_is_true(run, monkeypatch):
    monkeypatch.setenv("CI", "true")

    counts, _ = run()

    assert (counts["skipped"], counts["failed"]) == (0, 1)


@pytest.fixture
def closing_line(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "script")
    import _suite

    return _suite.closing_line


def test_the_closing_line_sums_up_as_pytest_does(closing_line):
    line = closing_line(Counter(passed=12, skipped=1, failed=2), 3.456, 1)

    assert line.strip("=") == " 2 failed, 12 passed, 1 skipped in 3.46s "


def test_a_run_that_broke_off_is_never_summed_up_as_passed(closing_line):
    assert "1 errors" in closing_line(Counter(passed=12), 1.0, 2)
