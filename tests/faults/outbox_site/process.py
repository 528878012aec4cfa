"""Run as a program, to be killed: `process.py migrate | produce N | work | careless | apart | drain`.

`careless` confirms a message before doing it and `apart` commits a handler's rows before the confirmation: what the
worker would be without its order of things. They show that the tests notice.
"""

import io
import json
import os
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[3]), str(Path(__file__).resolve().parents[3] / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.faults.outbox_site.settings"

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the setup
from django.core.management import call_command
from django.db import transaction

from foundation import mail, outbox, worker
from foundation.models import AuditEntry, OutboxMessage, OutgoingMail
from tests.faults._careless import work_confirming_first
from tests.faults.outbox_site.apps import WRITTEN


def produce(count: int) -> None:
    """Letters, each in one transaction with an event whose handler writes a row."""
    first = OutgoingMail.objects.count()
    for number in range(first, first + count):
        with transaction.atomic():
            key = f"letter-{number}"
            mail.enqueue(
                key=key,
                to=f"buyer{number}@example.org",
                subject=key,
                template="letters/numbered",
                context={"number": number},
            )
            outbox.publish("fault.happened", OutgoingMail.objects.get(key=key), key=key)


def counts() -> None:
    rows = Counter(AuditEntry.objects.filter(verb=WRITTEN).values_list("object_id", flat=True))
    report = {
        "letters": dict(OutgoingMail.objects.values_list("message_id", "subject")),
        "rows": {str(pk): rows[str(pk)] for pk in OutgoingMail.objects.values_list("pk", flat=True)},
        "statuses": Counter(OutboxMessage.objects.values_list("status", flat=True)),
    }
    sys.stdout.write(json.dumps(report))


def drain() -> None:
    """Work until nothing waits any more, leases of the dead included."""
    while OutboxMessage.objects.waiting().exists():
        call_command("work", "--once", verbosity=0, stdout=io.StringIO())
        time.sleep(0.05)
    counts()


def apart() -> None:
    handler = next(iter(outbox.handlers_of("fault.happened")))
    outbox._by_name[handler.name] = replace(handler, transactional=False, run=transaction.atomic(handler.run))
    worker.run_until_idle()


def main(what: str, *arguments: str) -> None:
    match what:
        case "migrate":
            call_command("migrate", verbosity=0)
        case "produce":
            produce(int(arguments[0]))
        case "work":
            call_command("work")
        case "drain":
            drain()
        case "careless":
            work_confirming_first()
        case "apart":
            apart()
        case _:
            raise SystemExit(f"what is {what}?")


if __name__ == "__main__":
    main(*sys.argv[1:])
