"""The suite on SQLite and on PostgreSQL, each a pytest of its own; the last line sums both up as pytest would. With
`--quick` what takes long is left out, on SQLite unless `--postgres` says otherwise.

Both run at once: each is one process and mostly waits for its servers. What the second says is shown when it is done.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests import _postgres  # noqa: E402  # found only once the checkout is on the path

OURS = ("--sqlite", "--postgres")
QUICK = "--quick"
SIDE_BY_SIDE = ("--numprocesses", "auto", "--dist", "loadfile")
"""A process for each core, each with a database of its own: what flushes it, and would be in the way, is not quick."""
WORDS = {"error": "errors", "failed": "failed", "passed": "passed", "skipped": "skipped"}


def main(arguments: list[str]) -> int:
    quick = QUICK in arguments
    wanted = [name for name in OURS if name in arguments] or list(OURS[:1] if quick else OURS)
    chosen = [argument for argument in arguments if argument not in OURS]
    chosen += SIDE_BY_SIDE if quick else ()
    started = time.monotonic()
    total: Counter[str] = Counter()
    status = 0
    with tempfile.TemporaryDirectory(prefix="terruno-test-", ignore_cleanup_errors=True) as var:
        for code, counts in at_once(wanted, chosen, Path(var)):
            total += counts
            if code == pytest.ExitCode.NO_TESTS_COLLECTED and len(wanted) > 1:
                code = 0  # nothing in this selection touches the database
            status = status or code
    if not total and not status:
        status = int(pytest.ExitCode.NO_TESTS_COLLECTED)
    print(closing_line(total, time.monotonic() - started, status), flush=True)
    return status


def at_once(wanted: list[str], arguments: list[str], var: Path) -> Iterator[tuple[int, Counter[str]]]:
    """What each run came to, in order. The first writes where we write, each other into a file shown in its turn."""
    logs = [None, *((var / f"{name[2:]}.log").open("w+b") for name in wanted[1:])]
    with ThreadPoolExecutor(len(wanted)) as pool:
        runs: list[Future[tuple[int, Counter[str]]]] = []
        for name, log in zip(wanted, logs, strict=True):
            runs.append(pool.submit(RUNS[name], arguments, var / name[2:], log))
        for name, log, done in zip(wanted, logs, runs, strict=True):
            print(f"\n=== {name[2:]} ===", flush=True)
            came_to = done.result()
            if log is not None:
                log.seek(0)
                shutil.copyfileobj(log, sys.stdout.buffer)
                sys.stdout.flush()
                log.close()
            yield came_to


def on_sqlite(arguments: list[str], var: Path, log: IO[bytes] | None) -> tuple[int, Counter[str]]:
    return run(arguments, var, {"DATABASE_URL": f"sqlite:///{var}/terruno.sqlite3"}, log)


def on_postgres(arguments: list[str], var: Path, log: IO[bytes] | None) -> tuple[int, Counter[str]]:
    try:
        with postgres_url() as url:
            return run(["--only-database", *arguments], var, {"DATABASE_URL": url}, log)
    except _postgres.Absent as absent:
        print(f"PostgreSQL could not be started: {absent}", flush=True)
        return 1, Counter(error=1)


@contextmanager
def postgres_url() -> Iterator[str]:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with _postgres.running() as server:
        yield server.url()


RUNS = {"--sqlite": on_sqlite, "--postgres": on_postgres}


def run(arguments: list[str], var: Path, database: dict[str, str], log: IO[bytes] | None) -> tuple[int, Counter[str]]:
    """One pytest with its own var directory; answers its exit status and its counts."""
    var.mkdir()
    counts = var / "counts.json"
    command = [sys.executable, "-m", "pytest", "-p", "tests._suite", "--counts", str(counts), "-rs"]
    # One process: tests that flush the database come last only in one, and the CMS's root rows are gone after a flush.
    command += arguments
    env = os.environ | {"TERRUNO_VAR": str(var)} | database
    status = subprocess.run(command, cwd=ROOT, env=env, stdout=log, stderr=log).returncode
    told = Counter(json.loads(counts.read_text())) if counts.is_file() else Counter(error=1)
    return status, told


def closing_line(total: Counter[str], seconds: float, status: int) -> str:
    if status and not total["failed"] and not total["error"]:
        total["error"] += 1
    parts = [f"{total[kind]} {WORDS.get(kind, kind)}" for kind in (*WORDS, "xfailed", "xpassed") if total[kind]]
    return f" {', '.join(parts) or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(int(pytest.ExitCode.INTERRUPTED))
