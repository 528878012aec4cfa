"""Who is a member of a network, from which day to which. A member's coordinator may act for it: so it is asked."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_serializable_data_for_fields

from foundation import audit, locking, outbox
from foundation.models import User
from producers.enums import RequestStatus
from producers.models import JoinRequest, Network, NetworkMember, Producer


class NotAMember(Exception):
    """The producer is no member today, or the proposal was answered already."""


def add_member(actor: User, network: Network, producer: Producer, *, joined_on: date | None = None) -> NetworkMember:
    """Write a member down; who is one already stays one. For those who may act for the producer and the network."""
    with transaction.atomic():
        network = locking.lock(Network, network.pk)
        known = NetworkMember.objects.on().filter(network=network, producer=producer, left_on__isnull=True).first()
        if known is not None:
            return known
        member = NetworkMember.objects.create(
            network=network, producer=producer, joined_on=joined_on or timezone.localdate()
        )
        JoinRequest.objects.waiting().filter(network=network, producer=producer).update(
            status=RequestStatus.GRANTED, decided_at=timezone.now()
        )
        audit.record(actor, "network.joined", network, producer=producer.pk, on=member.joined_on)
        _carry_members(network)
    return member


def ask_to_join(actor: User, network: Network, producer: Producer) -> JoinRequest:
    """Propose a producer of the territory to be a member; a proposal that waits is answered as it is."""
    with transaction.atomic():
        locking.lock(Network, network.pk)
        if NetworkMember.objects.on().filter(network=network, producer=producer).exists():
            raise NotAMember(str(producer))
        waiting = JoinRequest.objects.waiting().filter(network=network, producer=producer).first()
        if waiting is not None:
            return waiting
        asked = JoinRequest.objects.create(network=network, producer=producer, asked_by=actor)
        audit.record(actor, "network.join_asked", network, producer=producer.pk)
        outbox.publish("network.join_asked", asked)
    return asked


def answer_join(actor: User, asked: JoinRequest, *, accept: bool) -> JoinRequest:
    """The producer says yes or no. Raises NotAMember when it was answered before."""
    with transaction.atomic():
        asked = locking.lock(JoinRequest, asked.pk)
        if asked.status != RequestStatus.ASKED:
            raise NotAMember(str(asked))
        asked.status = RequestStatus.GRANTED if accept else RequestStatus.DECLINED
        asked.decided_at = timezone.now()
        asked.save()
        audit.record(actor, "network.join_answered", asked, accepted=accept)
        if accept:
            add_member(actor, asked.network, asked.producer)
    return asked


def end_membership(actor: User, network: Network, producer: Producer, *, left_on: date | None = None) -> NetworkMember:
    """The producer leaves on a day (today when none is given): from that day on it is no member.

    Raises NotAMember.
    """
    with transaction.atomic():
        network = locking.lock(Network, network.pk)
        member = NetworkMember.objects.on().filter(network=network, producer=producer).first()
        if member is None:
            raise NotAMember(str(producer))
        member.left_on = left_on or timezone.localdate()
        member.save()
        audit.record(actor, "network.left", network, producer=producer.pk, on=member.left_on)
        outbox.publish("network.left", network, payload={"producer": producer.pk})
        _carry_members(network)
    return member


def _carry_members(network: Network) -> None:
    """Members are no draft: write them into one that may yet be published, so that it brings no old list back."""
    revision = network.latest_revision
    if revision is None or "members" not in revision.content:
        return
    rows = NetworkMember.objects.filter(network=network).order_by("pk")
    revision.content["members"] = [get_serializable_data_for_fields(row) for row in rows]
    revision.save(update_fields=["content"])
