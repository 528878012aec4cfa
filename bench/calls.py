"""How long it takes to ask for something, one call after another over one connection."""

import json
from itertools import cycle, islice
from random import Random

from .figures import Figure, latency
from .server import NotServing, Server
from .subjects import Subjects

MOST_MS = 100


def inquiries(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """A product each, in amounts from a taste to more than there is; then a whole category each, in kilos."""
    rng, count = Random(7), 20 if quick else 300
    lines = []
    for number in range(count):
        slug = subjects.products[number % len(subjects.products)]
        unit = json.loads(server.get(f"/api/v1/products/{slug}").body)["unit"]
        lines.append({"product": slug, "quantity": str(rng.choice((5, 20, 80, 300, 900))), "unit": unit})
    broad = [
        {"category": slug, "quantity": str(rng.choice((5, 20, 80, 300, 900))), "unit": "kg"}
        for slug in islice(cycle(subjects.categories), count // 3)
    ]
    return [
        *_asked(server, "POST /api/v1/inquiries", lines, "product"),
        *_asked(server, "POST /api/v1/inquiries, a category", broad, "category"),
    ]


def _asked(server: Server, name: str, lines: list[dict[str, str]], key: str) -> list[Figure]:
    """Each is kept, routed, and its letters written; the first two warm up."""
    times, spent = [], server.processor_seconds()
    for number, line in enumerate(lines):
        body = {
            "kind": "product",
            "contact": {"name": "Ana Soto", "email": f"ana{number}@bench.terruno.example", "country": "CL"},
            "message": "",
            "consent": True,
            "locale": "es",
            "lines": [line],
        }
        answer = server.ask("/api/v1/inquiries", body=body, headers={"Idempotency-Key": f"bench-{key}-{number}"})
        if answer.status != 201:
            raise NotServing(f"inquiry {number}: {answer.status} {answer.body[:300]!r}")
        times.append(answer.seconds)
    spent = (server.processor_seconds() - spent) / len(lines)
    return [
        *latency("inquiries", name, times[2:], MOST_MS),
        Figure("inquiries", f"{name}, processor", round(spent * 1000, 1), "ms"),
    ]
