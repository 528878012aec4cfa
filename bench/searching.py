"""How long the search API takes, one call after another; on each engine there is, by turns."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any
from urllib.parse import urlencode

from .figures import Figure, latency
from .pages import TRIVIAL
from .server import Answer, NotServing, Server
from .subjects import Subjects

EMBEDDED, NOTHING = "embedded", ""
MOST_MS = 15
"""What 95 of 100 calls may take where no server is asked; a cluster's time is told and has no target."""
WARM = 20


@dataclass
class Asked:
    """What one engine took for the calls, and its server's own processor for all of them; a cluster's not counted."""

    engine: str
    server: Server
    times: list[float] = field(default_factory=list)
    processor: float = 0.0

    def ask(self, path: str) -> None:
        before = self.server.processor_seconds()
        answer = self.server.get(path)
        self.processor += self.server.processor_seconds() - before
        self.times.append(answer.seconds)
        if b'"degraded":true' in answer.body:
            raise NotServing(f"{path}: the cluster did not answer, the embedded engine did.")


def search(servers: Sequence[Server], subjects: Subjects, *, quick: bool) -> list[Figure]:
    """Every query once, so that no answer is remembered from the one before."""
    held = agreed(servers)
    paths = [f"/api/v1/search?{query}" for query in subjects.searches(60 if quick else 1000)]
    return told("search", "GET /api/v1/search", by_turns(servers, paths), f"{held} listings")


def suggest(servers: Sequence[Server], subjects: Subjects, *, quick: bool) -> list[Figure]:
    """As a name is typed, letter by letter."""
    agreed(servers)
    words = sorted({query.split()[0] for query in subjects.queries})
    typed = [word[:letters] for word in words for letters in range(1, min(6, len(word)) + 1)]
    addresses = cycle(f"/api/v1/suggest?{urlencode({'q': beginning})}" for beginning in typed)
    return told("suggest", "GET /api/v1/suggest", by_turns(servers, list(islice(addresses, 60 if quick else 1000))))


def told(group: str, call: str, asked: Sequence[Asked], note: str = "") -> list[Figure]:
    figures = []
    for one in asked:
        name = call if one.engine == EMBEDDED else f"{call}, {one.engine}"
        if one.engine == NOTHING:
            name = "a view that does nothing meanwhile"
        figures += latency(group, name, one.times, MOST_MS if one.engine == EMBEDDED else None, note)
        figures.append(Figure(group, f"{name}, processor", round(one.processor / len(one.times) * 1000, 2), "ms"))
    return figures


def agreed(servers: Sequence[Server]) -> int:
    """How many listings each engine holds. Raises NotServing where one is down or holds another number."""
    answers = [answered(server.get("/api/v1/search")) for server in servers]
    held = {answer["engine"]: int(answer["total"]) for answer in answers}
    if len(set(held.values())) > 1 or len(held) < len(servers):
        each = ", ".join(f"{engine} {total}" for engine, total in held.items())
        raise NotServing(f"The engines do not hold the same listings ({each}): run `manage.py reindex` first.")
    return next(iter(held.values()))


def by_turns(servers: Sequence[Server], paths: Sequence[str]) -> list[Asked]:
    """Each path is asked of every engine in turn, so that a busy machine slows all alike; and as often a view that
    does nothing, to tell how busy it was."""
    for path in paths[:WARM]:
        for server in servers:
            server.get(path)
    asked = [Asked(answered(server.get("/api/v1/search"))["engine"], server) for server in servers]
    nothing = Asked(NOTHING, servers[0])
    for number, path in enumerate(paths):
        for one in asked if number % 2 else reversed(asked):
            one.ask(path)
        nothing.ask(TRIVIAL)
    return [*asked, nothing]


def answered(answer: Answer) -> dict[str, Any]:
    """An answer of the search. Raises NotServing when it is another engine's than the one asked."""
    found: dict[str, Any] = json.loads(answer.body)
    if found["degraded"]:
        raise NotServing("The cluster does not answer: the embedded engine stands in for it.")
    return found
