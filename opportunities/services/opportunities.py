"""A proposal is taken up and opened by a territory's team, taken by those who can, and closed."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from opportunities.enums import OpportunityStatus
from opportunities.models import Opportunity
from territories.models import Territory

from .errors import NotPossible


def open_opportunity(
    actor: Actor | User, opportunity: Opportunity, *, territory: Territory | None = None
) -> Opportunity:
    """Publish it as open; a proposal without a territory is taken up by `territory`. Raises NotPossible."""
    with transaction.atomic():
        opportunity = locking.lock(Opportunity, opportunity.pk)
        if opportunity.territory_id is None:
            if territory is None:
                raise NotPossible(_("Antes de abrirla, un territorio tiene que hacerla suya."))
            opportunity.territory = territory
        now = timezone.now()
        opportunity.live = True
        opportunity.first_published_at = opportunity.first_published_at or now
        opportunity.last_published_at = now
        return _move(actor, opportunity, OpportunityStatus.OPEN)


def take_opportunity(actor: Actor | User, opportunity: Opportunity) -> Opportunity:
    """Somebody delivers it now: it no longer seeks anybody, and stays to be seen."""
    return _change(actor, opportunity, OpportunityStatus.TAKEN)


def close_opportunity(actor: Actor | User, opportunity: Opportunity) -> Opportunity:
    """It is over, or was refused as a proposal."""
    return _change(actor, opportunity, OpportunityStatus.CLOSED)


def _change(actor: Actor | User, opportunity: Opportunity, status: OpportunityStatus) -> Opportunity:
    with transaction.atomic():
        return _move(actor, locking.lock(Opportunity, opportunity.pk), status)


def _move(actor: Actor | User, opportunity: Opportunity, status: OpportunityStatus) -> Opportunity:
    if not opportunity.can_become(status):
        raise NotPossible(
            _("Está %(status)s: eso ya no se puede.") % {"status": str(opportunity.get_status_display()).lower()}
        )
    opportunity.status = status
    opportunity.save()
    audit.record(actor, f"opportunity.{status.value}", opportunity, territory=opportunity.territory_id)
    outbox.publish(f"opportunity.{status.value}", opportunity, key=f"{opportunity.pk}:{opportunity.version}")
    return opportunity
