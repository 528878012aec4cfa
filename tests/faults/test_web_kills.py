"""The web process killed by -9 while inquiries come in, twenty at a time.

Whatever was answered is there, whole; whatever was not is whole or absent; asking again under the same key is the same
inquiry. The control runs the product without its one transaction and must leave half an inquiry behind.
"""

import http.client
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.db import connection

from tests import _databases
from tests.builders import a_product

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
PROCESS = Path(__file__).parent / "web_site" / "process.py"
ROUNDS = int(os.environ.get("TERRUNO_FAULT_ROUNDS", "8"))
IN_FLIGHT = 20
LARGE = 10**8
PATIENCE_S = 60.0


class Site:
    """A database of its own and a gunicorn whose workers are killed; its master starts them again at once."""

    def __init__(self, database_url: str, var: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TERRUNO_")}
        self.environment = kept | {
            "DATABASE_URL": database_url,
            "TERRUNO_VAR": str(var),
            "TERRUNO_INQUIRY_BURST": "10000000",
            "LOG_LEVEL": "CRITICAL",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        }
        self.web: subprocess.Popen[bytes] | None = None

    def count(self) -> dict[str, Any]:
        """What is in the database, as `web_site.process` counts it."""
        command = [sys.executable, PROCESS]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        counted: dict[str, Any] = json.loads(done.stdout)
        return counted

    def start(self, application: str = "terruno.wsgi:application", crash_at: str = "") -> None:
        options = ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", str(IN_FLIGHT // 2), "--preload"]
        options += ["--log-level", "critical", "--no-control-socket", "--timeout", "60"]
        self.web = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", application, *options],
            env=self.environment | ({"TERRUNO_CRASH_AT": crash_at} if crash_at else {}),
            cwd=ROOT,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            assert self.web is not None
            assert self.web.poll() is None, "gunicorn ended by itself"
            try:
                probe = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                probe.request("GET", "/healthz/live")
                if probe.getresponse().status == 200:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
        pytest.fail("gunicorn does not answer")

    def kill_workers(self) -> int:
        assert self.web is not None
        killed = 0
        for worker in psutil.Process(self.web.pid).children():
            worker.kill()
            killed += 1
        return killed

    def stop(self) -> None:
        if self.web is not None and self.web.poll() is None:
            os.killpg(self.web.pid, signal.SIGKILL)
            self.web.wait()


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    site = Site(database_url, tmp_path)
    yield site
    site.stop()


@pytest.fixture
def database_url(transactional_db: None, tmp_path: Path) -> Iterator[str]:
    """A copy of the suite's migrated database, of the kind it runs on, with a full cheesemaker and little honey."""
    cheese = [{"capacity": 500, "unit_price": 8000}, {"capacity": LARGE, "unit_price": 9000}, LARGE]
    a_product("Queso", slug="queso", supplies=cheese)
    a_product("Miel", slug="miel", supplies=[40])
    connection.close()
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        with sqlite3.connect(name) as source, sqlite3.connect(tmp_path / "web.sqlite3") as copy:
            source.backup(copy)
        yield f"sqlite:///{tmp_path}/web.sqlite3"
        return
    with _databases.created(template=name) as url:
        yield url


class Buyers:
    """Twenty who ask without pause; `answered` is what each key was answered, None when the line went dead."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answered: dict[str, dict[str, Any] | None] = {}
        self.dead_lines = 0
        self.stopping = threading.Event()
        self.keys = iter(range(10**9))
        self.lock = threading.Lock()
        self.threads: list[threading.Thread] = []

    def start(self) -> None:
        self.stopping.clear()
        self.threads = [threading.Thread(target=self._ask_on) for _ in range(IN_FLIGHT)]
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self.stopping.set()
        for thread in self.threads:
            thread.join(PATIENCE_S)

    def wait_for_answers(self, more: int) -> None:
        wanted = self.count() + more
        self._wait(lambda: self.count() >= wanted)

    def wait_for_dead_lines(self, wanted: int) -> None:
        self._wait(lambda: self.dead_lines >= wanted)

    @staticmethod
    def _wait(done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not done() and time.monotonic() < deadline:
            time.sleep(0.01)

    def count(self) -> int:
        return sum(1 for answer in list(self.answered.values()) if answer)

    def _ask_on(self) -> None:
        while not self.stopping.is_set():
            with self.lock:
                key = f"key-{next(self.keys)}"
            self.answered[key] = None
            self.answered[key] = self.ask(key)
            if self.answered[key] is None:
                self.dead_lines += 1
                time.sleep(0.05)

    def ask(self, key: str) -> dict[str, Any] | None:
        body = {
            "contact": {"name": f"Compradora {key}", "email": f"{key}@ejemplo.cl"}, "consent": True,
            "lines": [
                {"product": "queso", "quantity": "30", "unit": "kg"},
                {"product": "miel", "quantity": "5", "unit": "kg"},
            ],
        }  # fmt: skip
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            headers = {"Content-Type": "application/json", "Idempotency-Key": key}
            line.request("POST", "/api/v1/inquiries", json.dumps(body), headers)
            answer = line.getresponse()
            document: dict[str, Any] = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            line.close()
        assert answer.status in {200, 201}, document
        return document | {"http_status": answer.status}


def faults(site: Site, buyers: Buyers) -> dict[str, object]:
    """What must all be empty or 0, once every buyer who got no answer has asked again."""
    acked = {key: answer["token"] for key, answer in buyers.answered.items() if answer}
    unacked = [key for key, answer in buyers.answered.items() if not answer]
    again = {key: buyers.ask(key) for key in [*unacked, *list(acked)[-IN_FLIGHT:]]}
    found = site.count()
    tokens = {key: answer["token"] for key, answer in again.items() if answer}
    return {
        "lost": [key for key, token in acked.items() if token not in found["inquiries"]],
        "half": {token: what for token, what in found["inquiries"].items() if what},
        "unanswered": [key for key in again if key not in tokens],
        "another": [key for key, token in tokens.items() if acked.get(key, token) != token],
        "doubled": len(found["inquiries"]) - len(buyers.answered),
        "keys_without_inquiry": found["keys_without_inquiry"],
        "mails_not_queued": found["mails_not_queued"],
    }


CLEAN = {
    "lost": [],
    "half": {},
    "unanswered": [],
    "another": [],
    "doubled": 0,
    "keys_without_inquiry": [],
    "mails_not_queued": 0,
}


def test_kills_at_random_moments_lose_nothing_and_leave_nothing_half_done(site):
    rng = random.Random(11)
    buyers = Buyers(site.port)
    site.start()
    for _ in range(ROUNDS):
        buyers.start()
        buyers.wait_for_answers(rng.randrange(1, 8))
        time.sleep(rng.uniform(0, 0.1))
        assert site.kill_workers()
        buyers.stop()
        site.wait_until_it_answers()

    assert buyers.count() >= ROUNDS
    assert not all(buyers.answered.values())
    assert faults(site, buyers) == CLEAN


@pytest.mark.parametrize("point", ["inquiry.kept", "inquiry.before_commit", "inquiry.committed"])
def test_a_kill_at_the_worst_moment_leaves_all_or_nothing(site, point):
    buyers = Buyers(site.port)
    site.start(crash_at=f"{point}#2")
    buyers.start()
    buyers.wait_for_dead_lines(IN_FLIGHT // 2)
    buyers.stop()
    site.stop()
    site.start()

    assert not all(buyers.answered.values())
    assert faults(site, buyers) == CLEAN


def test_control_without_the_one_transaction_half_an_inquiry_stays(site):
    buyers = Buyers(site.port)
    site.start("tests.faults.web_site.careless:application", crash_at="inquiry.kept")
    assert buyers.ask("key") is None
    site.stop()

    half = site.count()["inquiries"]
    assert [what for what in half.values() if "lines" in what]
