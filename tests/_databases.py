"""Databases for the programs that tests start: of the kind the suite runs on, and apart from the suite's own."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql


@contextmanager
def empty(folder: Path) -> Iterator[str]:
    """The address of an empty one; an SQLite file lies in `folder`."""
    if _on_sqlite():
        yield f"sqlite:///{folder}/{_new_name()}.sqlite3"
        return
    with created() as url:
        yield url


@contextmanager
def copies(folder: Path, prepare: Callable[[str], object]) -> Iterator[Callable[[], str]]:
    """`copy()`: the address of a fresh copy of one database that `prepare` was given empty."""
    with ExitStack() as kept:
        master = kept.enter_context(empty(folder))
        prepare(master)

        def copy() -> str:
            if _on_sqlite():
                made = folder / f"{_new_name()}.sqlite3"
                shutil.copy(master.removeprefix("sqlite:///"), made)
                return f"sqlite:///{made}"
            return kept.enter_context(created(template=master.rsplit("/", 1)[1]))

        yield copy


@contextmanager
def created(template: str = "template1") -> Iterator[str]:
    """The address of a database on the suite's PostgreSQL, made as a copy of one that nobody is connected to."""
    at, name = settings.DATABASES["default"], _new_name()
    server = f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        wanted = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        admin.execute(wanted.format(sql.Identifier(name), sql.Identifier(template)))
        yield f"{server}/{name}"
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _on_sqlite() -> bool:
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")


def _new_name() -> str:
    return f"program_{os.getpid()}_{random.randrange(10**9)}"
