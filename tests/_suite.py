"""pytest plugin of script/test (`-p tests._suite`): what a run leaves out, and its counts."""

import json
import os
from pathlib import Path

import pytest

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_setup", "live_server", "admin_client"})
SLOW_FIXTURES = frozenset({"transactional_db", "live_server", "stripe_mock"})
SLOW_FOLDERS = frozenset({"access", "bench", "browser", "faults", "races"})
COUNTED = ("failed", "passed", "skipped", "xfailed", "xpassed", "error")

if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["TERRUNO_VAR"] = os.path.join(os.environ["TERRUNO_VAR"], worker)  # each has its index, media and static


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="run only the tests that touch the database")
    parser.addoption("--quick", action="store_true", help="leave out what starts servers, kills, races or measures")
    parser.addoption("--counts", type=Path, help="file that gets the counts of the run as JSON")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "database: touches the database in a way of its own, without a fixture's help")


def needs_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("database")
    return bool(marked) or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


def is_slow(item: pytest.Item) -> bool:
    """Whether it starts a server or a browser, kills, races or measures, or walks every address as everybody."""
    mark = item.get_closest_marker("django_db")
    if (mark and mark.kwargs.get("transaction")) or item.get_closest_marker("database"):
        return True
    if not SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
        return True
    engine = item.callspec.params.get("engine_name", "embedded") if hasattr(item, "callspec") else "embedded"
    return engine != "embedded" or not SLOW_FOLDERS.isdisjoint(item.path.relative_to(item.config.rootpath).parts)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = items[:]
    if config.getoption("only_database"):
        wanted = [item for item in wanted if needs_database(item)]
    if config.getoption("quick"):
        wanted = [item for item in wanted if not is_slow(item)]
    kept = set(wanted)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = wanted


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    target: Path | None = config.getoption("counts")
    if target is not None and not hasattr(config, "workerinput"):  # a worker of xdist tells its controller
        target.write_text(json.dumps({kind: len(terminalreporter.stats.get(kind, [])) for kind in COUNTED}))
