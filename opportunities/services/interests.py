"""A producer or network says that an opportunity interests it, and may take that back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking
from foundation.models import User
from opportunities.enums import OpportunityStatus
from opportunities.models import Interest, Opportunity
from opportunities.querysets import InterestQuerySet
from producers.models import Network, Producer

from .errors import NotPossible


def say_interest(actor: User, opportunity: Opportunity, party: Producer | Network, *, note: str = "") -> Interest:
    """Say it, or say it anew in other words. Raises NotPossible when nobody is sought (any more)."""
    with transaction.atomic():
        opportunity = locking.lock(Opportunity, opportunity.pk)
        if not opportunity.live or opportunity.status != OpportunityStatus.OPEN:
            raise NotPossible(_("Esta oportunidad ya no está abierta."))
        interest = _of(opportunity, party).first() or Interest(opportunity=opportunity, **_named(party))
        standing = interest.pk is not None and interest.withdrawn_at is None
        if standing and interest.note == note:
            return interest
        if not standing:
            interest.said_at = timezone.now()
        interest.said_by, interest.note, interest.withdrawn_at = actor, note, None
        interest.save()
        audit.record(actor, "interest.said", interest, opportunity=opportunity.pk, **_keys(party))
    return interest


def withdraw_interest(actor: User, opportunity: Opportunity, party: Producer | Network) -> None:
    """Take it back; nothing happens when there is none that stands."""
    with transaction.atomic():
        opportunity = locking.lock(Opportunity, opportunity.pk)
        interest = _of(opportunity, party).standing().first()
        if interest is not None:
            interest.withdrawn_at = timezone.now()
            interest.save(update_fields=["withdrawn_at"])
            audit.record(actor, "interest.withdrawn", interest, opportunity=opportunity.pk, **_keys(party))


def _named(party: Producer | Network) -> dict[str, Producer | Network]:
    return {"network" if isinstance(party, Network) else "producer": party}


def _keys(party: Producer | Network) -> dict[str, int]:
    return {name: row.pk for name, row in _named(party).items()}


def _of(opportunity: Opportunity, party: Producer | Network) -> InterestQuerySet:
    found: InterestQuerySet = Interest.objects.filter(opportunity=opportunity, **_named(party))
    return found
