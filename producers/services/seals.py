"""A seal's way: asked for a member, granted within the seal's area and dates or declined with a reason, revoked."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking, outbox
from foundation.models import User
from producers.enums import RequestStatus
from producers.models import Producer, Seal, SealGrant, SealRequest

YEARS = 2
"""A grant lasts so long when nobody says otherwise, and no longer than the seal itself."""


class SealRefused(Exception):
    """The seal's rules do not allow it; `errors` says why by the grant's field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


def ask_for_seal(actor: User, producer: Producer, seal: Seal, *, note: str = "") -> SealRequest:
    """Ask the territory's team for a seal; a request that waits already is answered as it is. Raises SealRefused."""
    today = timezone.localdate()
    refused = seal.refusals(producer.comuna_id, today, today)
    if refused:
        raise SealRefused(refused)
    with transaction.atomic():
        locking.lock(Producer, producer.pk)
        waiting = SealRequest.objects.waiting().filter(seal=seal, producer=producer).first()
        if waiting is not None:
            return waiting
        asked = SealRequest.objects.create(seal=seal, producer=producer, asked_by=actor, note=note[:400])
        audit.record(actor, "seal.asked", asked, seal=seal.pk, producer=producer.pk)
        outbox.publish("seal.asked", asked)
    return asked


def grant_seal(
    actor: User,
    producer: Producer,
    seal: Seal,
    *,
    number: str = "",
    granted_on: date | None = None,
    expires_on: date | None = None,
    request: SealRequest | None = None,
) -> SealGrant:
    """Give the seal, by request or without. The number is the next free one when none is given.

    Raises SealRefused outside the seal's area or dates, for a number in use, a request decided in the meantime.
    """
    start = granted_on or timezone.localdate()
    end = expires_on or last_day(seal, start)
    with transaction.atomic():
        locking.lock(Producer, producer.pk)
        if request is not None:
            request = locking.lock(SealRequest, request.pk)
            if request.status != RequestStatus.ASKED:
                raise SealRefused({"request": _("Esta solicitud ya se decidió.")})
        grant = SealGrant(
            seal=seal, producer=producer, number=number.strip() or next_number(seal), granted_on=start, expires_on=end
        )
        try:
            grant.full_clean()
        except ValidationError as error:
            raise SealRefused({name: " ".join(texts) for name, texts in error.message_dict.items()}) from error
        grant.save()
        if request is not None:
            request.status, request.decided_at, request.grant = RequestStatus.GRANTED, timezone.now(), grant
            request.save()
        audit.record(actor, "seal.granted", grant, seal=seal.pk, producer=producer.pk, until=end)
        outbox.publish("seal.granted", grant)
    return grant


def decline_seal(actor: User, request: SealRequest, *, reason: str) -> SealRequest:
    """Say no, with the reason that the coordinator and the producer read. Raises SealRefused when it was decided."""
    with transaction.atomic():
        request = locking.lock(SealRequest, request.pk)
        if request.status != RequestStatus.ASKED:
            raise SealRefused({"request": _("Esta solicitud ya se decidió.")})
        request.status, request.decided_at, request.reason = RequestStatus.DECLINED, timezone.now(), reason[:400]
        request.save()
        audit.record(actor, "seal.declined", request, seal=request.seal_id, producer=request.producer_id)
        outbox.publish("seal.declined", request)
    return request


def revoke_grant(actor: User, grant: SealGrant) -> SealGrant:
    """Take the seal away from today on; twice is once."""
    with transaction.atomic():
        grant = locking.lock(SealGrant, grant.pk)
        if grant.revoked_on is None:
            grant.revoked_on = timezone.localdate()
            grant.save(update_fields=["revoked_on"])
            audit.record(actor, "seal.revoked", grant, seal=grant.seal_id, producer=grant.producer_id)
            outbox.publish("seal.revoked", grant)
    return grant


def last_day(seal: Seal, start: date) -> date:
    """Two years on, or the seal's own last day."""
    end = start + timedelta(days=365 * YEARS)
    return min(end, seal.ends_on) if seal.ends_on else end


def next_number(seal: Seal) -> str:
    """The seal's initials, the year and a running number: «QL-2026-014»."""
    initials = "".join(word[0] for word in seal.name_es.split() if word[0].isupper())[:3] or "S"
    stem = f"{initials}-{timezone.localdate().year}-"
    taken = set(SealGrant.objects.filter(seal=seal, number__startswith=stem).values_list("number", flat=True))
    return next(number for n in range(1, len(taken) + 2) if (number := f"{stem}{n:03d}") not in taken)
