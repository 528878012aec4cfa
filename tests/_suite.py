"""pytest plugin of script/test (`-p tests._suite`): the selection for the second database, and the counts of a run."""

import json
from pathlib import Path

import pytest

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_setup", "live_server", "admin_client"})
COUNTED = ("failed", "passed", "skipped", "xfailed", "xpassed", "error")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="run only the tests that touch the database")
    parser.addoption("--counts", type=Path, help="file that gets the counts of the run as JSON")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "database: touches the database in a way of its own, without a fixture's help")


def needs_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("database")
    return bool(marked) or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("only_database"):
        return
    others = [item for item in items if not needs_database(item)]
    items[:] = [item for item in items if needs_database(item)]
    config.hook.pytest_deselected(items=others)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    target: Path | None = config.getoption("counts")
    if target is not None and not hasattr(config, "workerinput"):  # a worker of xdist tells its controller
        target.write_text(json.dumps({kind: len(terminalreporter.stats.get(kind, [])) for kind in COUNTED}))
