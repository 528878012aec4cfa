"""How long it takes to ask for something, one call after another over one connection."""

import json
from itertools import cycle, islice
from random import Random

from .figures import Figure, latency
from .server import NotServing, Server
from .subjects import Subjects


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
        *latency("inquiries", "POST /api/v1/inquiries", _asked(server, lines, "product"), 100),
        *latency("inquiries", "POST /api/v1/inquiries, a category", _asked(server, broad, "category"), 100),
    ]


def _asked(server: Server, lines: list[dict[str, str]], key: str) -> list[float]:
    """Each is kept, routed, and its letters written; the first two warm up."""
    times = []
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
    return times[2:]
