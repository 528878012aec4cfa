"""Fixtures that every room's tests may use."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation

from payments import guards
from terruno.preparation import compile_translations


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """SQLite tests use a file: in memory its threads share one cache, and its locks are not those of the product.

    With `--reuse-db` the file stays under TERRUNO_VAR, so that the next run need not migrate.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        kept = request.config.getvalue("reuse_db")
        settings.TERRUNO_VAR.mkdir(parents=True, exist_ok=True)
        folder = settings.TERRUNO_VAR if kept else tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def english() -> None:
    """Pages under /en/ speak the English of the catalogue as it stands, whether or not it was compiled before."""
    compile_translations()


@pytest.fixture(scope="session", autouse=True)
def emptied_between_tests() -> None:
    """After a test with real transactions every table is emptied, which the ledger's guards refuse: they step aside."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def unguarded(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        guards.remove(operations.connection)
        flush(operations, statements)
        guards.install(operations.connection)

    BaseDatabaseOperations.execute_sql_flush = unguarded


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Nothing cached by another test, where rows got the same keys; and not the language of its last request."""
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def race() -> Callable[..., Counter[str]]:
    """`race(work, times=8)`: run it in so many threads at once, each with a connection of its own.

    Answers how often each outcome came: `str` of what was returned, or the type's name of what was raised. For tests
    marked `django_db(transaction=True)`.
    """

    def run_at_once(work: Callable[[], object], times: int) -> Counter[str]:
        outcomes: list[str] = []
        gate = threading.Barrier(times)

        def run() -> None:
            try:
                gate.wait()
                outcomes.append(str(work()))
            except Exception as error:
                outcomes.append(type(error).__name__)
            finally:
                connection.close()

        threads = [threading.Thread(target=run) for _ in range(times)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return Counter(outcomes)

    return run_at_once
