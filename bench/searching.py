"""How long the search API takes, one call after another; on each engine there is, by turns."""

import json
from collections.abc import Sequence
from itertools import cycle, islice
from typing import Any
from urllib.parse import urlencode

from .figures import Figure, latency
from .server import Answer, NotServing, Server
from .subjects import Subjects

EMBEDDED = "embedded"
MOST_MS = 15
"""What 95 of 100 calls may take where no server is asked; a cluster's time is told and has no target."""
WARM = 20


def search(servers: Sequence[Server], subjects: Subjects, *, quick: bool) -> list[Figure]:
    """Every query once, so that no answer is remembered from the one before."""
    paths = [f"/api/v1/search?{query}" for query in subjects.searches(60 if quick else 1000)]
    totals = agreed(servers)
    note = f"{totals} listings"
    return [
        figure
        for engine, times in by_turns(servers, paths).items()
        for figure in latency("search", named("GET /api/v1/search", engine), times, target(engine), note)
    ]


def suggest(servers: Sequence[Server], subjects: Subjects, *, quick: bool) -> list[Figure]:
    """As a name is typed, letter by letter."""
    words = sorted({query.split()[0] for query in subjects.queries})
    typed = [word[:letters] for word in words for letters in range(1, min(6, len(word)) + 1)]
    addresses = cycle(f"/api/v1/suggest?{urlencode({'q': beginning})}" for beginning in typed)
    paths = list(islice(addresses, 60 if quick else 1000))
    agreed(servers)
    return [
        figure
        for engine, times in by_turns(servers, paths).items()
        for figure in latency("suggest", named("GET /api/v1/suggest", engine), times, target(engine))
    ]


def named(call: str, engine: str) -> str:
    return call if engine == EMBEDDED else f"{call}, {engine}"


def target(engine: str) -> float | None:
    return MOST_MS if engine == EMBEDDED else None


def agreed(servers: Sequence[Server]) -> int:
    """How many listings each engine holds. Raises NotServing where one is down or holds another number."""
    answers = [answered(server.get("/api/v1/search")) for server in servers]
    held = {answer["engine"]: int(answer["total"]) for answer in answers}
    if len(set(held.values())) > 1 or len(held) < len(servers):
        told = ", ".join(f"{engine} {total}" for engine, total in held.items())
        raise NotServing(f"The engines do not hold the same listings ({told}): run `manage.py reindex` first.")
    return next(iter(held.values()))


def by_turns(servers: Sequence[Server], paths: Sequence[str]) -> dict[str, list[float]]:
    """Seconds of each call by engine. Each path is asked of every engine in turn, so that a busy machine slows all."""
    for path in paths[:WARM]:
        for server in servers:
            server.get(path)
    times: dict[int, list[float]] = {server.port: [] for server in servers}
    for number, path in enumerate(paths):
        for server in servers if number % 2 else reversed(servers):
            answer = server.get(path)
            if b'"degraded":true' in answer.body:
                raise NotServing(f"{path}: the cluster did not answer, the embedded engine did.")
            times[server.port].append(answer.seconds)
    return {answered(server.get("/api/v1/search"))["engine"]: times[server.port] for server in servers}


def answered(answer: Answer) -> dict[str, Any]:
    """An answer of the search. Raises NotServing when it is another engine's than the one asked."""
    found: dict[str, Any] = json.loads(answer.body)
    if found["degraded"]:
        raise NotServing("The cluster does not answer: the embedded engine stands in for it.")
    return found
