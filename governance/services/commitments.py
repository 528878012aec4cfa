"""A commitment is announced, begun, fulfilled with evidence, or opened again."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from governance.enums import CommitmentStatus
from governance.models import Commitment


class CannotMove(Exception):
    """The commitment's status does not lead to the one asked for."""


class NoEvidence(ValueError):
    """A commitment is done only with evidence."""


def announce_commitment(actor: Actor | User, commitment: Commitment, *, on: date | None = None) -> Commitment:
    """Tell it in public from that day (today); one that was announced keeps its first day."""
    with transaction.atomic():
        commitment = locking.lock(Commitment, commitment.pk)
        if commitment.announced_on is None:
            commitment.announced_on = on or timezone.localdate()
            _keep(actor, commitment, "commitment.announced", announced_on=commitment.announced_on)
    return commitment


def move_commitment(actor: Actor | User, commitment: Commitment, *, to: CommitmentStatus) -> Commitment:
    """Begin it, put it back, or open it again. Raises CannotMove; for done see `fulfil_commitment`."""
    if to == CommitmentStatus.DONE:
        raise NoEvidence(str(commitment))
    with transaction.atomic():
        commitment = _movable(commitment, to)
        commitment.done_on = None
        commitment.evidence_es = commitment.evidence_en = commitment.evidence_url = ""
        _keep(actor, commitment, f"commitment.{to.value}")
    return commitment


def fulfil_commitment(
    actor: Actor | User, commitment: Commitment, *, evidence: str, evidence_en: str = "", url: str = "",
    on: date | None = None,
) -> Commitment:  # fmt: skip
    """Done on that day (today), proved by `evidence`: a document named in words, with its address where it has one.

    Raises NoEvidence for empty words, CannotMove when it is done already.
    """
    if not evidence.strip():
        raise NoEvidence(str(commitment))
    with transaction.atomic():
        commitment = _movable(commitment, CommitmentStatus.DONE)
        commitment.done_on = on or timezone.localdate()
        commitment.evidence_es, commitment.evidence_en, commitment.evidence_url = evidence.strip(), evidence_en, url
        _keep(actor, commitment, "commitment.done", done_on=commitment.done_on)
    return commitment


def _movable(commitment: Commitment, to: CommitmentStatus) -> Commitment:
    commitment = locking.lock(Commitment, commitment.pk)
    if not commitment.can_become(to):
        raise CannotMove(commitment.get_status_display())
    commitment.status = to
    return commitment


def _keep(actor: Actor | User, commitment: Commitment, verb: str, **facts: object) -> None:
    commitment.version += 1
    commitment.save()
    audit.record(actor, verb, commitment, **facts)
    outbox.publish(verb, commitment, key=f"{commitment.pk}:{commitment.version}")
