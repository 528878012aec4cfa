"""The test gateway's answers to the requests we make of Stripe, kept in rows of ours."""

import hashlib
import json
import time
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.crypto import get_random_string

from foundation import locking, outbox
from payments.models import FakeObject, FakeReplay

from .parameters import Refused, check_known, needed, parsed, whole

SESSIONS = "/v1/checkout/sessions"
DELIVER = "fake_stripe.event"
SHORTEST_S, LONGEST_S = 1_800, 86_400
Answer = tuple[int, dict[str, Any]]
SESSION_FIELDS = {
    "mode", "client_reference_id", "customer_email", "locale", "success_url", "cancel_url", "metadata", "line_items",
    "expires_at",
}  # fmt: skip


def answer(method: str, path: str, sent: str, headers: dict[str, str]) -> Answer:
    """Status and body of a request; a POST under an Idempotency-Key is answered as it was the first time."""
    key = headers.get("Idempotency-Key", "")
    try:
        with transaction.atomic():
            if method == "POST" and key:
                return _replayed(key, path, sent)
            return _answer(method, path, parsed(sent))
    except Refused as refused:
        return refused.status, refused.body()


def _replayed(key: str, path: str, sent: str) -> Answer:
    request = hashlib.sha256(f"{path}\n{sent}".encode()).hexdigest()
    try:
        with transaction.atomic():
            kept = FakeReplay.objects.create(key=key, request=request, status=0, body={})
    except IntegrityError:
        kept = FakeReplay.objects.get(key=key)
        if kept.request != request:
            message = (
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
            )
            raise Refused(message) from None
        return kept.status, kept.body
    kept.status, kept.body = _answer("POST", path, parsed(sent))
    kept.save()
    return kept.status, kept.body


def _answer(method: str, path: str, given: dict[str, Any]) -> Answer:
    parts = path.removeprefix(SESSIONS).strip("/").split("/") if path.startswith(SESSIONS) else [path]
    match method, path.startswith(SESSIONS), parts:
        case "POST", True, [""]:
            return 200, _create_session(given)
        case "GET", True, [pk]:
            return 200, found(pk).body
        case "POST", True, [pk, "expire"]:
            return 200, _expire(pk)
        case "POST", False, ["/v1/refunds"]:
            return 200, _create_refund(given)
        case "GET", False, ["/v1/refunds"]:
            return 200, {"object": "list", "data": _refunds_of(given), "has_more": False, "url": path}
        case "POST", False, ["/v1/transfers"]:
            return 200, _create_transfer(given)
    raise Refused(f"Unrecognized request URL ({method}: {path}).", status=404)


def found(pk: str) -> FakeObject:
    """Locked for the transaction."""
    try:
        return locking.lock(FakeObject, pk)
    except FakeObject.DoesNotExist:
        raise Refused(f"No such object: '{pk}'", status=404, param="id") from None


def new_id(prefix: str) -> str:
    return f"{prefix}_test_{get_random_string(24)}"


def _create_session(given: dict[str, Any]) -> dict[str, Any]:
    check_known(given, SESSION_FIELDS)
    needed(given, "mode", "line_items", "success_url")
    item = given["line_items"]["0"]
    amount = whole(item["price_data"]["unit_amount"], "line_items[0][price_data][unit_amount]") * int(item["quantity"])
    pk, now = new_id("cs"), int(time.time())
    expires_at = int(given.get("expires_at") or now + LONGEST_S)
    if not now + SHORTEST_S <= expires_at <= now + LONGEST_S:
        raise Refused("expires_at must be between 30 minutes and 24 hours from now.", param="expires_at")
    body = {
        "id": pk, "object": "checkout.session", "livemode": False, "mode": given["mode"], "status": "open",
        "payment_status": "unpaid", "amount_total": amount, "currency": item["price_data"]["currency"],
        "client_reference_id": given.get("client_reference_id"), "payment_intent": None,
        "metadata": given.get("metadata", {}), "success_url": given["success_url"],
        "cancel_url": given.get("cancel_url"), "created": now, "name": item["price_data"]["product_data"]["name"],
        "expires_at": expires_at, "locale": given.get("locale"),
        "url": f"{settings.TERRUNO_BASE_URL}{reverse('test-payment', args=[pk])}",
    }  # fmt: skip
    FakeObject.objects.create(id=pk, kind="checkout.session", body=body)
    return body


def _expire(pk: str) -> dict[str, Any]:
    session = found(pk)
    if session.body["status"] != "open":
        raise Refused(f"Only Checkout Sessions with a status of `open` can be expired: {session.body['status']}.")
    session.body |= {"status": "expired", "url": None}
    _keep(session)
    tell("checkout.session.expired", session.body)
    return dict(session.body)


def pay_session(pk: str) -> FakeObject:
    """The buyer paid. A session that is open no more stays what it is, as at Stripe."""
    with transaction.atomic():
        session = found(pk)
        if session.body["status"] != "open" or session.body["expires_at"] < time.time():
            return session
        intent_id = new_id("pi")
        session.body |= {"status": "complete", "payment_status": "paid", "payment_intent": intent_id, "url": None}
        _keep(session)
        intent = {
            "id": intent_id, "object": "payment_intent", "amount": session.body["amount_total"], "amount_refunded": 0,
            "currency": session.body["currency"], "status": "succeeded", "livemode": False,
        }  # fmt: skip
        FakeObject.objects.create(id=intent_id, kind="payment_intent", body=intent)
        tell("checkout.session.completed", session.body)
        tell("payment_intent.succeeded", intent)
    return session


def _create_refund(given: dict[str, Any]) -> dict[str, Any]:
    check_known(given, {"payment_intent", "amount", "metadata"})
    needed(given, "payment_intent", "amount")
    intent = found(given["payment_intent"])
    amount = whole(given["amount"], "amount")
    left = intent.body["amount"] - intent.body["amount_refunded"]
    if amount > left:
        raise Refused(f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", param="amount")
    intent.body["amount_refunded"] += amount
    _keep(intent)
    body = {
        "id": new_id("re"), "object": "refund", "amount": amount, "currency": intent.body["currency"],
        "payment_intent": intent.pk, "status": "succeeded", "metadata": given.get("metadata", {}), "livemode": False,
    }  # fmt: skip
    FakeObject.objects.create(id=body["id"], kind="refund", body=body)
    tell("charge.refunded", body)
    return body


def _refunds_of(given: dict[str, Any]) -> list[dict[str, Any]]:
    check_known(given, {"payment_intent", "limit"})
    refunds = FakeObject.objects.filter(kind="refund", body__payment_intent=given.get("payment_intent"))
    return [row.body for row in refunds.order_by("-created_at")]


def _create_transfer(given: dict[str, Any]) -> dict[str, Any]:
    check_known(given, {"amount", "currency", "destination", "transfer_group", "metadata", "description"})
    needed(given, "amount", "currency", "destination")
    body = {
        "id": new_id("tr"), "object": "transfer", "amount": whole(given["amount"], "amount"),
        "currency": given["currency"], "destination": given["destination"], "livemode": False,
        "metadata": given.get("metadata", {}),
    }  # fmt: skip
    FakeObject.objects.create(id=body["id"], kind="transfer", body=body)
    return body


def _keep(row: FakeObject) -> None:
    row.version += 1
    row.save()


def tell(kind: str, obj: dict[str, Any]) -> None:
    """An event for our own webhook, delivered by the worker."""
    pk = new_id("evt")
    event = {
        "id": pk, "object": "event", "type": kind, "livemode": False, "created": int(time.time()),
        "api_version": None, "data": {"object": obj}, "pending_webhooks": 1,
    }  # fmt: skip
    outbox.publish(DELIVER, key=pk, payload={"event": json.dumps(event)})
