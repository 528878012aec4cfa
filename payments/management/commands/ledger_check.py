import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.models import Min, Sum
from django.utils import timezone

from payments import guards
from payments.ledger import difference
from payments.models import Entry, StripeEvent


class Command(BaseCommand):
    help = "Adds up the ledger and looks at what waits for Stripe; fails when the books do not balance. Prints JSON."

    def handle(self, *args: Any, **options: Any) -> None:
        report = check()
        self.stdout.write(json.dumps(report))
        if report["difference"] or report["unbalanced"] or report["guards_missing"]:
            raise CommandError("The ledger needs somebody to look at it.")


def check() -> dict[str, Any]:
    """`unbalanced` counts transactions that do not add up; `event_age_s` is of the oldest event nobody fetched."""
    sums = Entry.objects.values("transaction").annotate(sum=Sum("amount")).exclude(sum=0)
    oldest = StripeEvent.objects.filter(fetched_at=None).aggregate(at=Min("received_at"))["at"]
    return {
        "difference": difference(),
        "unbalanced": sums.count(),
        "guards_missing": sorted(guards.missing(connection)),
        "events_waiting": StripeEvent.objects.filter(fetched_at=None).count(),
        "event_age_s": round((timezone.now() - oldest).total_seconds(), 1) if oldest else 0,
    }
