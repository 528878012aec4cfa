"""Run as a program, to be killed: `process.py migrate | change | work | careless | reindex | drain`.

`change` publishes two products, changes one and takes another away; `work` does so and sets the worker to it.
`careless` changes one and has a worker that confirms a message before doing it: what it would be without its order of
things. `drain` works until nothing waits, and prints what the index lacks, holds too old, or holds of what is gone.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[3]), str(Path(__file__).resolve().parents[3] / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "terruno.settings"

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the setup
from django.core.management import call_command
from django.utils import timezone

from catalog.models import Product
from foundation import worker
from foundation.models import OutboxMessage
from producers.models import Producer
from search.drift import find_drift
from search.engines import kept_engines
from tests.builders import a_producer, a_product
from tests.faults._careless import work_confirming_first

PATIENCE_S = 60.0


def change() -> None:
    first = Product.objects.count()
    maker = Producer.objects.first() or a_producer()
    for number in range(first, first + 2):
        a_product(f"Queso {number}", producer=maker, territory=maker.territory, slug=f"queso-{number}")
    touch()
    if first:
        gone = Product.objects.filter(live=True).order_by("pk")[1]
        gone.live = False
        gone.save()


def touch() -> None:
    product = Product.objects.filter(live=True).earliest("pk")
    product.summary_es = f"Visto otra vez: {product.version}."
    product.save()


def drain() -> None:
    until = time.monotonic() + PATIENCE_S
    while OutboxMessage.objects.waiting().exists() and time.monotonic() < until:
        OutboxMessage.objects.waiting().update(available_at=timezone.now(), lease=None, lease_until=None)
        worker.run_until_idle()
    drift = [row for engine in kept_engines() for row in find_drift(engine)]
    report = {
        "missing": sum(len(row.missing) for row in drift),
        "stale": sum(len(row.stale) for row in drift),
        "ahead": sum(len(row.ahead) for row in drift),
        "extra": sum(len(row.extra) for row in drift),
        "held": [sum(kind == "product" for (kind, _pk), _version in engine.versions()) for engine in kept_engines()],
        "published": Product.objects.filter(live=True).count(),
        "unfinished": OutboxMessage.objects.waiting().count() + OutboxMessage.objects.dead().count(),
    }
    sys.stdout.write(json.dumps(report))


def main(what: str) -> None:
    match what:
        case "migrate":
            call_command("migrate", verbosity=0)
        case "change":
            change()
        case "work":
            change()
            worker.run_until_idle()
        case "careless":
            touch()
            work_confirming_first()
        case "reindex":
            call_command("reindex", verbosity=0)
        case "drain":
            drain()
        case _:
            raise SystemExit(f"what is {what}?")


if __name__ == "__main__":
    main(*sys.argv[1:])
