"""Run as a program: counts, as JSON, what is in the database of the web process that was killed."""

import json
import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[3]), str(Path(__file__).resolve().parents[3] / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "terruno.settings"

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the setup
from foundation import audit
from foundation.models import IdempotencyKey, OutboxMessage, OutgoingMail
from inquiries.models import Inquiry


def count() -> None:
    """Every inquiry by its token, with what is missing of it; and keys that name no inquiry."""
    tokens = set(Inquiry.objects.values_list("token", flat=True))
    keys = dict(IdempotencyKey.objects.values_list("key", "reference"))
    report = {
        "inquiries": {inquiry.token: missing(inquiry) for inquiry in Inquiry.objects.all()},
        "keys": keys,
        "keys_without_inquiry": [key for key, token in keys.items() if token not in tokens],
        "mails_not_queued": OutgoingMail.objects.count() - OutboxMessage.objects.filter(kind="mail.queued").count(),
    }
    sys.stdout.write(json.dumps(report))


def missing(inquiry: Inquiry) -> list[str]:
    """What a whole inquiry has and this one has not."""
    lines = list(inquiry.lines.select_related("unmet").prefetch_related("offers"))
    offers = [offer for line in lines for offer in line.offers.all()]
    letters = OutgoingMail.objects.filter(key__in=[f"inquiry-{inquiry.pk}-received"]).count()
    asked = sum(OutgoingMail.objects.filter(key__startswith=f"offer-{offer.pk}-asked-").exists() for offer in offers)
    checks = {
        "lines": len(lines) == 2,
        "unmet": all(hasattr(line, "unmet") for line in lines),
        "sum": all(
            hasattr(line, "unmet") and line.unmet.quantity + sum(o.quantity for o in line.offers.all()) == line.quantity
            for line in lines
        ),
        "audit": audit.entries(inquiry, "inquiry.submitted").count() == 1,
        "routing": audit.entries(inquiry, "inquiry.routed").count() == 1,
        "events": inquiry.events.filter(event="received").count() == 1,
        "letter to the buyer": letters == 1,
        "letters to the producers": asked == len(offers),
        "deadlines": all(offer.respond_by for offer in offers),
    }
    return [name for name, holds in checks.items() if not holds]


if __name__ == "__main__":
    count()
