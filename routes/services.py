"""What this room does: plans are made and kept."""

from django.db import transaction

from routes.models import Plan
from routes.plans import candidates, planning
from routes.plans.cleaning import Cleaned


def prepare_plan(cleaned: Cleaned, *, locale: str) -> Plan:
    """The plan, not yet kept: up to two seconds of work, so outside of any transaction."""
    wish = cleaned.wish
    found = candidates.load(wish, territory_id=cleaned.territory_id, circuit_id=cleaned.circuit_id)
    return Plan(
        request=wish.document(),
        answer=planning.answer(wish, found) | {"inks": cleaned.inks},
        party=wish.party,
        locale=locale,
        last_day=wish.days[-1].date,
    )


def keep_plan(plan: Plan) -> Plan:
    """Keep it under its token. Nobody signs a plan and nothing is promised by it, so there is no audit entry."""
    with transaction.atomic():
        plan.save(force_insert=True)
    return plan
