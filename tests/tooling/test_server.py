"""script/server as a parent: what it starts, what it says, and that it leaves nothing behind.

It runs in a checkout of its own, in a folder with a space, whose product is a stand-in of a few lines; environment,
gunicorn, signals and processes are real.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
MANAGE = """
import os, sys, time
if sys.argv[1] == "prepare":
    print("preparation:", " ".join(sys.argv[2:]), flush=True)
    sys.exit(int(os.environ.get("PREPARE_STATUS", "0")))
if os.environ.get("WORKER_DIES"):
    sys.exit(7)
time.sleep(600)
"""
WSGI = """
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
"""
PATIENCE = 40


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "a folder with spaces"
    shutil.copytree(ROOT / "script", folder / "script", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "requirements").mkdir()
    shutil.copy(ROOT / "requirements" / "base.txt", folder / "requirements" / "base.txt")
    (folder / "manage.py").write_text(MANAGE)
    (folder / "site" / "terruno").mkdir(parents=True)
    (folder / "site" / "terruno" / "wsgi.py").write_text(WSGI)
    borrow_environment(folder / ".venv")
    digest = hashlib.sha256((folder / "requirements" / "base.txt").read_bytes()).hexdigest()
    (folder / ".venv" / ".installed-base").write_text(digest)
    return folder


def borrow_environment(venv: Path) -> None:
    """A virtual environment that shares the packages of the one these tests run in."""
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    (venv / "lib").symlink_to(Path(sys.prefix) / "lib")
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", venv / "pyvenv.cfg")


@pytest.fixture
def serve(checkout):
    started = []

    def start(**environment: str) -> "Running":
        running = Running(checkout, environment)
        started.append(running)
        return running

    yield start
    for running in started:
        running.end()


class Running:
    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.port = environment.get("PORT") or str(free_port())
        self.output = folder.parent / "output.txt"
        base = {key: value for key, value in os.environ.items() if key not in {"DEBUG", "TERRUNO_VAR", "WEB_WORKERS"}}
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [folder / "script" / "server"],
                env=base | {"PORT": self.port, "PYTHON": sys.executable} | environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.family: set[psutil.Process] = set()

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def until_it_says(self, words: str) -> None:
        wait_for(lambda: words in self.said(), lambda: f"never said {words!r}: {self.said()}")
        self.note_family()

    def is_whole(self) -> bool:
        """Whether gunicorn, its two workers and our worker have all been seen."""
        self.note_family()
        return len(self.family) >= 4

    def note_family(self) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            self.family |= set(psutil.Process(self.process.pid).children(recursive=True))

    def workers(self) -> list[psutil.Process]:
        children = psutil.Process(self.process.pid).children()
        return [p for p in alive(set(children)) if p.cmdline()[-1:] == ["work"]]

    def until_all_are_gone(self) -> None:
        wait_for(lambda: not alive(self.family), lambda: f"left behind: {alive(self.family)}")

    def end(self) -> None:
        self.note_family()
        for process in alive(self.family):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def alive(processes: set[psutil.Process]) -> list[psutil.Process]:
    return [p for p in processes if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def wait_for(condition, complaint) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(complaint())
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_the_whole_group_stops_everything_in_order(serve, number):
    running = serve()
    running.until_it_says("ready: http://127.0.0.1")
    with urllib.request.urlopen(f"http://127.0.0.1:{running.port}/", timeout=10) as answer:
        assert answer.status == 200

    wait_for(running.is_whole, lambda: f"only {len(running.family)} processes came up")
    os.killpg(running.process.pid, number)

    assert running.process.wait(PATIENCE) == 0
    running.until_all_are_gone()


def test_what_it_writes_stays_under_var(serve, checkout):
    before = set(checkout.rglob("*"))
    running = serve()
    running.until_it_says("ready:")
    running.process.terminate()
    running.process.wait(PATIENCE)

    written = {path.relative_to(checkout) for path in set(checkout.rglob("*")) - before}
    assert {path.parts[0] for path in written if "__pycache__" not in path.parts} == {"var"}
    assert (checkout / "var" / "secret-key").stat().st_mode & 0o077 == 0


def test_a_port_in_use_is_told_before_anything_starts(serve):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        running = serve(PORT=str(other.getsockname()[1]))

        assert running.process.wait(PATIENCE) == 1
    assert f"Port {running.port} is in use" in running.said()
    assert "preparation:" not in running.said()


def test_a_port_that_is_no_number_is_told(serve):
    running = serve(PORT="eighty")

    assert running.process.wait(PATIENCE) == 1
    assert "PORT is not a port number: eighty" in running.said()


def test_nothing_starts_when_the_preparation_fails(serve):
    running = serve(PREPARE_STATUS="3")

    assert running.process.wait(PATIENCE) == 1
    assert "The preparation failed" in running.said()
    assert "ready:" not in running.said()


def test_a_killed_worker_is_started_again(serve):
    running = serve()
    running.until_it_says("ready:")
    [first] = running.workers()

    first.kill()
    running.until_it_says("worker died (signal 9); starting it again")

    wait_for(lambda: {p.pid for p in running.workers()} - {first.pid}, running.said)


def test_a_worker_that_cannot_stay_up_stops_the_whole_with_a_reason(serve):
    running = serve(WORKER_DIES="1")
    running.until_it_says("worker died")

    assert running.process.wait(PATIENCE) == 1
    assert "giving up" in running.said()
    running.until_all_are_gone()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that their parent was killed")
def test_its_children_end_when_it_is_killed_outright(serve):
    running = serve()
    running.until_it_says("ready:")

    running.process.kill()

    running.until_all_are_gone()
