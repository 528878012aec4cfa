"""A gunicorn of our own with one worker, asked over a kept connection; its processor time read from outside."""

import gzip
import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from .scratch import DATABASE

ROOT = Path(__file__).resolve().parents[1]
READY_WITHIN = 60.0


class NotServing(Exception):
    """The server did not start, or answered with an error where none was expected; the message says what it said."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Server:
    def __init__(self, port: int, worker: psutil.Process) -> None:
        self.port, self.worker = port, worker
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, path: str, *, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        """GET, or POST of a JSON body. A connection the server let go is opened again, outside the time measured."""
        data = None if body is None else json.dumps(body).encode()
        sent = {"Host": "127.0.0.1", **(headers or {})} | ({"Content-Type": "application/json"} if data else {})
        for _attempt in (1, 2):
            if self.connection.sock is None:
                self.connection.connect()
            started = time.perf_counter()
            try:
                self.connection.request("POST" if data else "GET", path, data, sent)
                response = self.connection.getresponse()
                content = response.read()
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self.connection.close()
                continue
            return Answer(
                response.status,
                {k.lower(): v for k, v in response.getheaders()},
                content,
                time.perf_counter() - started,
            )
        raise NotServing(f"{path}: the connection was closed twice")

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        """A page that must be there. Raises NotServing."""
        answer = self.ask(path, headers=headers)
        if answer.status != 200:
            raise NotServing(f"{path}: {answer.status}\n{answer.body[:400].decode(errors='replace')}")
        return answer

    def processor_seconds(self) -> float:
        """What the worker has used so far, all threads: to the nanosecond where the kernel tells, else to the tick."""
        try:
            spent = [
                int(path.read_text().split()[0]) for path in Path(f"/proc/{self.worker.pid}/task").glob("*/schedstat")
            ]
        except OSError:
            spent = []
        if spent and sum(spent):
            return sum(spent) / 1e9
        times = self.worker.cpu_times()
        return float(times.user + times.system)


def compressed_size(answer: Answer) -> int:
    """Bytes on the wire when the client takes gzip."""
    return len(answer.body) if answer.headers.get("content-encoding") == "gzip" else len(gzip.compress(answer.body))


@contextmanager
def serving(var: Path, *, manifest: bool = True, search_url: str = "") -> Iterator[Server]:
    """The product as in production, over the data in `var`, on a free port of this machine's own address.

    Without `manifest`, static files need not have been collected. `search_url` is the cluster to search on, whatever
    this process's own environment says; without it the embedded engine answers.
    """
    port = _free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "terruno.wsgi:application",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        "1",
    ]
    command += [
        "--threads",
        "4",
        "--timeout",
        "120",
        "--keep-alive",
        "60",
        "--pythonpath",
        "site",
        "--log-level",
        "warning",
    ]
    command += ["--no-control-socket"]
    log = var / f"server-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=_environment(var, manifest, search_url), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        server = Server(port, _ready(process, port, log))
        yield server
        server.connection.close()
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _environment(var: Path, manifest: bool, search_url: str) -> dict[str, str]:
    copy = var / DATABASE
    database = {"DATABASE_URL": f"sqlite:///{copy}"} if copy.is_file() else {}
    return {**os.environ, **database} | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PYTHONPATH": str(ROOT),
        "TERRUNO_VAR": str(var),
        "DEBUG": "false",
        "TERRUNO_MANIFEST": str(manifest).lower(),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "SECURE_HSTS_SECONDS": "0",
        "LOG_LEVEL": "ERROR",
        "SEARCH_URL": search_url,
    }


def _ready(process: subprocess.Popen[bytes], port: int, log: Path) -> psutil.Process:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/bench/trivial")
            if connection.getresponse().status == 200:
                return psutil.Process(process.pid).children()[0]
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    raise NotServing(f"The server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
