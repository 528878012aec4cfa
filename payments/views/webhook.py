"""What Stripe tells us: verified, written down, answered at once. The worker does the rest."""

import json
import logging
import uuid
from typing import Any

import stripe
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from foundation import crash, outbox
from payments.gateways import client
from payments.models import StripeEvent

TOLERANCE_S = 300
LONGEST = 255
logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def webhook(request: HttpRequest) -> HttpResponse:
    """204, also for an event that came before; 400 for what is unsigned, altered, too old or of the other mode."""
    try:
        event = verified(request.body, request.headers.get("Stripe-Signature", ""))
    except (ValueError, LookupError, stripe.SignatureVerificationError) as error:
        logger.warning("Refused a webhook: %s", type(error).__name__)
        return HttpResponse(status=400)
    keep(event)
    return HttpResponse(status=204)


def verified(body: bytes, signature: str) -> dict[str, Any]:
    """The event, its raw bytes verified. Raises ValueError, SignatureVerificationError, LookupError (no secret set)."""
    stripe.WebhookSignature.verify_header(body.decode(), signature, client.webhook_secret(), TOLERANCE_S)
    event = json.loads(body)
    if not isinstance(event, dict) or not isinstance(event.get("data"), dict) or not event.get("id"):
        raise ValueError("Not an event.")
    if event.get("livemode") is not client.is_live():
        raise ValueError("An event of the other mode.")
    return event


def keep(event: dict[str, Any]) -> None:
    """Its id once, and one piece of work for the worker."""
    about = event["data"].get("object")
    about = about if isinstance(about, dict) else {}
    kind = str(about.get("object", ""))
    row = StripeEvent(
        id=str(event["id"])[:LONGEST],
        type=str(event.get("type", ""))[:80],
        session_id=_text(about, "id") if kind == "checkout.session" else "",
        intent_id=_text(about, "id") if kind == "payment_intent" else _text(about, "payment_intent"),
        reference=_key(about.get("client_reference_id")),
    )
    with transaction.atomic():
        StripeEvent.objects.bulk_create([row], ignore_conflicts=True)
        outbox.publish("stripe.event", row, key=row.pk)
        crash.point("webhook.before_commit")


def _text(about: dict[str, Any], name: str) -> str:
    value = about.get(name)
    return value[:LONGEST] if isinstance(value, str) else ""


def _key(value: object) -> str:
    """Our payment's key, if it is one: anybody who has an account at Stripe may write there what they like."""
    try:
        return str(uuid.UUID(str(value)))
    except ValueError:
        return ""
