"""Mandates: offered by a letter to a mailbox, taken by its link, ended on a day."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from foundation import audit, links, locking, outbox
from foundation.actors import Actor
from foundation.mail import checked_address
from foundation.models import User
from producers.enums import Role
from producers.models import Invitation, Mandate

LINK = "invitation"
DAYS = 14


class BadInvitation(Exception):
    """The link is forged, used, withdrawn or too old; whoever holds it is told no more than that."""


def invite(
    actor: User, *, email: str, role: Role, target: Any, name: str = "", ends_on: date | None = None, locale: str = "es"
) -> Invitation:
    """Offer a mandate for `target` (a producer, network, territory or comuna). Raises mail.BadAddress.

    An invitation of the same kind that still waits is taken back, so that only the last letter works.
    """
    address = checked_address(email).lower()
    wanted = {"role": role, target._meta.model_name: target}
    with transaction.atomic():
        for old in Invitation.objects.open().filter(email=address, **wanted):
            withdraw_invitation(actor, old)
        invitation = Invitation.objects.create(
            email=address,
            name=name,
            ends_on=ends_on,
            locale=locale,
            invited_by=actor,
            expires_at=timezone.now() + timedelta(days=DAYS),
            **wanted,
        )
        audit.record(actor, "mandate.offered", invitation, role=role, target=target)
        outbox.publish("mandate.offered", invitation)
    return invitation


def token_of(invitation: Invitation) -> str:
    return links.make(LINK, invitation, recipient=invitation.email, days=DAYS)


def invitation_by(token: str) -> Invitation:
    """The open invitation a letter's link was made for. Raises BadInvitation."""
    try:
        link = links.read(token, LINK)
    except links.BadLink as error:
        raise BadInvitation from error
    known = Invitation.objects.select_related("producer", "network", "territory", "comuna")
    pk = int(link.object_id) if link.object_id.isdecimal() else 0
    invitation = known.filter(pk=pk).first()
    if invitation is None or not link.is_for(invitation.email) or not invitation.is_open():
        raise BadInvitation
    return invitation


def accept_invitation(token: str) -> tuple[User, bool]:
    """Make the mandate, and the account when the mailbox has none yet; answers it, and whether it is new.

    The link works once. Raises BadInvitation.
    """
    with transaction.atomic():
        invitation = locking.lock(Invitation, invitation_by(token).pk)
        if not invitation.is_open():
            raise BadInvitation
        user = User.objects.filter(email__iexact=invitation.email).first()
        made = user is None
        if user is None:
            user = User.objects.create_user(invitation.email, first_name=invitation.name[:150])
        elif not user.is_active:
            raise BadInvitation
        mandate = _mandate_of(user, invitation)
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
        audit.record(Actor.of(user), "mandate.taken", mandate, role=mandate.role, invitation=invitation.pk)
        outbox.publish("mandate.taken", mandate)
    return user, made


def _mandate_of(user: User, invitation: Invitation) -> Mandate:
    target = {
        "producer": invitation.producer, "network": invitation.network,
        "territory": invitation.territory, "comuna": invitation.comuna,
    }  # fmt: skip
    held = Mandate.objects.on().filter(user=user, role=invitation.role, **target).first()
    if held is not None:
        held.ends_on = invitation.ends_on
        held.save()
        return held
    return Mandate.objects.create(
        user=user, role=invitation.role, starts_on=timezone.localdate(), ends_on=invitation.ends_on, **target
    )


def withdraw_invitation(actor: User, invitation: Invitation) -> None:
    """Its link works no more; one that was taken stays taken."""
    with transaction.atomic():
        invitation = locking.lock(Invitation, invitation.pk)
        if invitation.accepted_at is None and invitation.withdrawn_at is None:
            invitation.withdrawn_at = timezone.now()
            invitation.save(update_fields=["withdrawn_at"])
            audit.record(actor, "mandate.offer_withdrawn", invitation)


def end_mandate(actor: User, mandate: Mandate, *, ends_on: date | None = None) -> Mandate:
    """The mandate holds no more from that day on (today when none is given): the next request feels it."""
    with transaction.atomic():
        mandate = locking.lock(Mandate, mandate.pk)
        day = ends_on or timezone.localdate()
        if mandate.ends_on is None or mandate.ends_on > day:
            mandate.ends_on = max(day, mandate.starts_on) if mandate.starts_on else day
            mandate.save()
            audit.record(actor, "mandate.ended", mandate, role=mandate.role, on=day)
            outbox.publish("mandate.ended", mandate)
    return mandate
