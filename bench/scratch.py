"""A copy of the data to measure on, so that a benchmark's requests leave nothing behind."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection

DATABASE = "terruno.sqlite3"
SHARED = ("media", "static", "static.stamp", "build")


@contextmanager
def copied() -> Iterator[Path]:
    """A TERRUNO_VAR with a copy of the SQLite database and the index; pictures and static files are the same ones.

    Another database is not copied: what is written then goes where DATABASE_URL points.
    """
    var = Path(settings.TERRUNO_VAR)
    with TemporaryDirectory(prefix="terruno-bench-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        if connection.vendor == "sqlite":
            _copy_database(Path(connection.settings_dict["NAME"]), scratch / DATABASE)
        if (var / "search").is_dir():
            shutil.copytree(var / "search", scratch / "search")
        for name in SHARED:
            if (var / name).exists():
                (scratch / name).symlink_to(var / name)
        yield scratch


def _copy_database(source: Path, target: Path) -> None:
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as old, sqlite3.connect(target) as new:
        old.backup(new)
