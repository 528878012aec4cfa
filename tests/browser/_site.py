"""The product as people meet it: gunicorn and a worker over the demo, in a folder and a database of their own."""

import ctypes
import email
import email.policy
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PREPARED_WITHIN_S = 600.0
PATIENCE_S = 60.0
CHEESE = "queso-cabra-fresco-limari"
"""The demo's fresh goat cheese of Limarí: three cheesemakers, 300 kg a month between them in October."""
AGED_CHEESE = "queso-cabra-maduro-limari"
"""The demo's aged one: four cheesemakers, 420 kg a month between them all year."""
T = TypeVar("T")


class NotServing(Exception):
    """The site did not start; the message says what its processes said."""


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    text: str

    @property
    def link(self) -> str:
        """The one address of ours in the letter. Raises when there is none."""
        return re.findall(r"http://127\.0\.0\.1:\d+\S+", self.text)[0]


@dataclass(frozen=True)
class Site:
    address: str
    var: Path
    env: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What its processes run in."""

    def letters(self, to: str = "", about: str = "") -> list[Letter]:
        """What was sent so far, oldest first, to this address and with these words in the subject."""
        found = map(_read, sorted((self.var / "mail").glob("[0-9]*.eml")))
        return [letter for letter in found if to in letter.to and about in letter.subject]

    def password(self, account: str) -> str:
        """Of a demo account, e.g. `editor@terruno.example`, as printed when the demo was loaded."""
        told = (self.var / "sign-ins.txt").read_text(encoding="utf-8")
        return re.findall(rf"^\s+{re.escape(account)} +(\S+)", told, re.MULTILINE)[0]

    @contextmanager
    def days_later(self, days: int) -> Iterator[str]:
        """The address of the same site over the same rows when so many days have gone by: only its clock is ahead."""
        port = _free_port()
        later = Site(f"http://127.0.0.1:{port}", self.var, self.env | {"DAYS_LATER": str(days)})
        with (self.var / "log").open("ab") as log:
            web = _start(_web(port, "tests.browser._later:application"), later.env, log.fileno())
            try:
                _wait_until_ready(later, [web], log.name)
                yield later.address
            finally:
                web.terminate()
                _end(web)


def eventually(look: Callable[[], T], what: str) -> T:
    """The first answer of `look` that is not empty: the worker does its part in its own time."""
    deadline = time.monotonic() + PATIENCE_S
    while not (found := look()):
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.1)
    return found


@contextmanager
def serving(var: Path, database_url: str) -> Iterator[Site]:
    """The site over an empty database, which gets the demo first. Raises NotServing."""
    port = _free_port()
    env = _environment(Site(f"http://127.0.0.1:{port}", var), database_url)
    site = Site(f"http://127.0.0.1:{port}", var, env)
    with (var / "log").open("w+b") as log:
        _prepare(env, log.name)
        web = _start(_web(port, "terruno.wsgi:application"), env, log.fileno())
        running = [web, _start([sys.executable, "manage.py", "work"], env, log.fileno())]
        try:
            _wait_until_ready(site, running, log.name)
            yield site
        finally:
            for process in running:
                process.terminate()
            for process in running:
                _end(process)


def _web(port: int, application: str) -> list[str]:
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    return [*command, "--workers", "1", "--threads", "6", "--log-level", "warning", "--no-control-socket"]


def _environment(site: Site, database_url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TERRUNO_", "DJANGO_"))}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "DATABASE_URL": database_url,
        "TERRUNO_VAR": str(site.var),
        "TERRUNO_BASE_URL": site.address,
        "TERRUNO_MAILBOX": "true",
        "TERRUNO_TEST_PAYMENTS": "true",
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SECURE_SSL_REDIRECT": "false",
        "SECURE_HSTS_SECONDS": "0",
        "LOG_LEVEL": "WARNING",
    }


def _prepare(env: dict[str, str], log: str) -> None:
    with open(log, "ab") as output:
        command = [sys.executable, "-m", "tests.browser._prepare"]
        status = subprocess.run(
            command, cwd=ROOT, env=env, stdout=output, stderr=subprocess.STDOUT, timeout=PREPARED_WITHIN_S
        )
    if status.returncode:
        raise NotServing(Path(log).read_text(errors="replace")[-3000:])


def _start(command: list[str], env: dict[str, str], log: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        preexec_fn=_die_with_parent,
    )  # fmt: skip


def _wait_until_ready(site: Site, running: list[subprocess.Popen[bytes]], log: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and all(process.poll() is None for process in running):
        if _answers(f"{site.address}/healthz/ready"):
            return
        time.sleep(0.1)
    raise NotServing(Path(log).read_text(errors="replace")[-3000:])


def _answers(address: str) -> bool:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _read(path: Path) -> Letter:
    parsed = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = parsed.get_body(("plain",)) if isinstance(parsed, EmailMessage) else None
    return Letter(str(parsed["To"]), str(parsed["Subject"]), body.get_content() if body else "")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
