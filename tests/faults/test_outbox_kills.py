"""The worker killed by -9 at each point of its work, against a real SMTP conversation.

Nothing may be lost, no row doubled, and no more than one letter be sent twice for each kill. The control runs break
the worker's order of things and must fail the same checks.
"""

import json
import os
import random
import socket
import time
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests import _databases
from tests.faults._programs import Program

pytestmark = pytest.mark.database

PROCESS = Path(__file__).parent / "outbox_site" / "process.py"
ROUNDS = int(os.environ.get("TERRUNO_FAULT_ROUNDS", "3"))
LETTERS = 4
LEASE_S = 1
PATIENCE_S = 60.0


class Post:
    """An SMTP server that remembers the Message-ID of every letter it answered 250 to."""

    def __init__(self) -> None:
        self.received: Counter[str] = Counter()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.received[message_from_bytes(envelope.content)["Message-ID"]] += 1
        return "250 OK"


class Site(Program):
    """A database of its own, a post office, and workers that are programs of their own."""

    patience_s = PATIENCE_S

    def __init__(self, database_url: str, var: Path, post: Post) -> None:
        self.post = post
        super().__init__(
            PROCESS, database_url, var, EMAIL_URL=f"smtp://127.0.0.1:{post.port}", TERRUNO_LEASE_SECONDS=str(LEASE_S)
        )

    def drain(self) -> dict[str, int]:
        """Work until the outbox is empty; then what must all be 0, but `sent_again`."""
        counts = json.loads(self.run("drain"))
        return {
            "lost": sum(1 for letter in counts["letters"] if not self.post.received[letter]),
            "sent_again": sum(times - 1 for times in self.post.received.values()),
            "strange": sum(1 for letter in self.post.received if letter not in counts["letters"]),
            "rows_lost": sum(1 for rows in counts["rows"].values() if rows == 0),
            "rows_doubled": sum(1 for rows in counts["rows"].values() if rows > 1),
            "dead": counts["statuses"].get("dead", 0),
        }


@pytest.fixture
def post() -> Iterator[Post]:
    post = Post()
    post.controller.start()
    yield post
    post.controller.stop()


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    with _databases.empty(tmp_path) as url:
        yield url


@pytest.fixture
def site(database_url: str, tmp_path: Path, post: Post) -> Site:
    site = Site(database_url, tmp_path, post)
    site.run("migrate")
    return site


CLEAN = {"lost": 0, "strange": 0, "rows_lost": 0, "rows_doubled": 0, "dead": 0}
POINTS = ["outbox.claimed", "mail.before_send", "mail.accepted", "outbox.done"]


def test_a_kill_at_any_point_loses_nothing_and_doubles_no_row(site):
    """One site, killed at each point in turn, early and in the middle; at most one letter goes again for each."""
    again_before = 0
    for place, point in enumerate(POINTS):
        site.run("produce", str(LETTERS))
        site.run("work", crash_at=f"{point}#{1 + place % 3}")

        faults = site.drain()
        again = faults.pop("sent_again")
        assert again - again_before <= 1, point
        assert faults == CLEAN, point
        again_before = again


def test_two_workers_side_by_side_survive_kills_at_random_moments(site):
    rng = random.Random(20)
    for _ in range(ROUNDS):
        site.run("produce", str(2 * LETTERS))
        workers = [site.start("work") for _ in range(2)]
        time.sleep(rng.uniform(0.4, 1.6))
        for worker in workers:
            worker.kill()
            worker.communicate()

    faults = site.drain()
    assert faults.pop("sent_again") <= 2 * ROUNDS
    assert faults == CLEAN


def test_a_terminated_worker_finishes_what_is_at_hand(site):
    site.run("produce", str(LETTERS))
    worker = site.start("work")
    deadline = time.monotonic() + PATIENCE_S
    while not site.post.received and time.monotonic() < deadline:
        time.sleep(0.01)
    worker.terminate()
    worker.communicate(timeout=PATIENCE_S)

    assert worker.returncode == 0
    assert site.drain() == CLEAN | {"sent_again": 0}


def test_control_confirming_before_doing_loses_a_letter(site):
    site.run("produce", str(LETTERS))
    site.run("careless", crash_at="mail.before_send")

    assert site.drain()["lost"] == 1


def test_control_rows_apart_from_their_confirmation_are_doubled(site):
    site.run("produce", str(LETTERS))
    site.run("apart", crash_at="outbox.done#2")
    time.sleep(LEASE_S)
    site.run("apart")

    assert site.drain()["rows_doubled"] == 1
