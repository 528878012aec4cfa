"""How long the API takes, one call after another over one connection."""

import json
from random import Random
from urllib.parse import urlencode

from .figures import Figure, latency
from .server import NotServing, Server
from .subjects import Subjects


def search(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    paths = [f"/api/v1/search?{query}" for query in subjects.lists()]
    total = json.loads(server.get("/api/v1/search").body)["total"]
    note = f"{total} listings"
    return latency("search", "GET /api/v1/search", _times(server, paths, 60 if quick else 1000), 15, note)


def suggest(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """As a name is typed, letter by letter."""
    words = sorted({query.split()[0] for query in subjects.queries})
    paths = [
        f"/api/v1/suggest?{urlencode({'q': word[:letters]})}"
        for word in words
        for letters in range(1, min(6, len(word)) + 1)
    ]
    return latency("suggest", "GET /api/v1/suggest", _times(server, paths, 60 if quick else 1000), 15)


def inquiries(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """A product each, in amounts from a taste to more than there is; each is kept, routed, and its letters written."""
    rng = Random(7)
    times = []
    for number in range(20 if quick else 300):
        slug = subjects.products[number % len(subjects.products)]
        unit = json.loads(server.get(f"/api/v1/products/{slug}").body)["unit"]
        body = {
            "kind": "product",
            "contact": {"name": "Ana Soto", "email": f"ana{number}@bench.terruno.example", "country": "CL"},
            "message": "",
            "consent": True,
            "locale": "es",
            "lines": [{"product": slug, "quantity": str(rng.choice((5, 20, 80, 300, 900))), "unit": unit}],
        }
        answer = server.ask("/api/v1/inquiries", body=body, headers={"Idempotency-Key": f"bench-{number}"})
        if answer.status != 201:
            raise NotServing(f"inquiry {number}: {answer.status} {answer.body[:300]!r}")
        times.append(answer.seconds)
    return latency("inquiries", "POST /api/v1/inquiries", times[2:], 100)


def _times(server: Server, paths: list[str], count: int) -> list[float]:
    for path in paths[:20]:
        server.get(path)
    return [server.get(paths[number % len(paths)]).seconds for number in range(count)]
