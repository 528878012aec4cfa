"""Asked once, planned once: turns by address, and no second plan for a form sent twice."""

from django.db import transaction

from foundation import idempotency, limits
from foundation.models import IdempotencyKey
from routes.models import Plan
from routes.plans.cleaning import Cleaned
from routes.services import keep_plan, prepare_plan

A_TURN_S, BURST = 6, 30
"""A network (/24, /56) may ask for so many plans at once, then for one in so many seconds: each costs a second."""


def take_turn(network: str) -> None:
    """Raises limits.Exceeded."""
    limits.take("plan", network, rate=1 / A_TURN_S, burst=BURST)


def plan_once(cleaned: Cleaned, *, key: str, body: bytes, scope: str, locale: str) -> Plan:
    """A new plan, or that of an earlier request with the same key. Raises Problem 409 for another body under it.

    The planning stands before the transaction, which would otherwise hold the database's pen for two seconds.
    """
    known = bool(key) and IdempotencyKey.objects.filter(scope=scope, key=key).exists()
    made = None if known else prepare_plan(cleaned, locale=locale)
    with transaction.atomic():
        claim = idempotency.once(key, body, scope)
        if claim.replayed:
            return Plan.objects.get(token=claim.reference)
        plan = keep_plan(made or prepare_plan(cleaned, locale=locale))
        claim.settle(plan.token)
    return plan
