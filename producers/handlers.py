"""Letters of this room: an invitation, a seal asked for, granted or not, a network that proposes itself. And what is
forgotten in time.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from foundation import mail
from foundation.outbox import Event, handles
from foundation.worker import every
from producers import addresses
from producers.models import Invitation, JoinRequest, Producer, SealGrant, SealRequest
from producers.services.inviting import token_of

KEEP_INVITATIONS = timedelta(days=90)


@handles("mandate.offered")
def write_invitation(event: Event) -> None:
    known = Invitation.objects.select_related("producer", "network", "territory", "comuna", "invited_by")
    invitation = known.filter(pk=event.object_id).first()
    if invitation is None or not invitation.is_open():
        return
    with translation.override(invitation.locale):
        link = address("invitation", token_of(invitation))
        _write(
            [invitation.email],
            f"invitation-{invitation.pk}",
            _("Le dan acceso a %(target)s en Terruño") % {"target": invitation.target},
            "invitation",
            {"invitation": invitation, "link": link},
            invitation.locale,
        )


@every(86_400)
def forget_invitations() -> int:
    """Delete those that lapsed long ago; answers how many. Who came in by one is in the audit."""
    return Invitation.objects.filter(expires_at__lt=timezone.now() - KEEP_INVITATIONS).delete()[0]


@handles("seal.asked")
def tell_team(event: Event) -> None:
    asked = SealRequest.objects.select_related("seal", "producer").filter(pk=event.object_id).first()
    if asked is not None:
        people = addresses.of_team(asked.seal.territory_id or asked.producer.territory_id)
        subject = _("Piden un sello: %(seal)s para %(producer)s") % {"seal": asked.seal, "producer": asked.producer}
        link = address("panel-seals")
        _write(people, f"seal-asked-{asked.pk}", subject, "seal_asked", {"asked": asked, "link": link})


@handles("seal.granted")
def tell_granted(event: Event) -> None:
    grant = SealGrant.objects.select_related("seal", "producer").filter(pk=event.object_id).first()
    if grant is not None:
        subject = _("%(producer)s tiene el sello %(seal)s") % {"seal": grant.seal, "producer": grant.producer}
        link = f"{settings.TERRUNO_BASE_URL}{grant.seal.get_absolute_url()}?numero={grant.number}"
        people = [*addresses.of_producer(grant.producer), *asker(getattr(grant, "request", None))]
        _write(people, f"seal-granted-{grant.pk}", subject, "seal_granted", {"grant": grant, "link": link})


@handles("seal.declined")
def tell_declined(event: Event) -> None:
    asked = SealRequest.objects.select_related("seal", "producer", "asked_by").filter(pk=event.object_id).first()
    if asked is not None:
        subject = _("El sello %(seal)s no se otorgó") % {"seal": asked.seal}
        _write(asker(asked), f"seal-declined-{asked.pk}", subject, "seal_declined", {"asked": asked})


@handles("network.join_asked")
def tell_producer(event: Event) -> None:
    asked = JoinRequest.objects.select_related("network", "producer").filter(pk=event.object_id).first()
    if asked is not None:
        subject = _("%(network)s le propone sumarse") % {"network": asked.network}
        people = addresses.of_producer(asked.producer)
        _write(people, f"join-asked-{asked.pk}", subject, "join_asked", {"asked": asked, "link": address("panel")})


def asker(asked: SealRequest | None) -> list[str]:
    return [asked.asked_by.email] if asked is not None and asked.asked_by is not None else []


def address(name: str, *args: object) -> str:
    return f"{settings.TERRUNO_BASE_URL}{reverse(name, args=args)}"


def _write(
    people: Iterable[str], key: str, subject: str, template: str, context: dict[str, Any], locale: str = "es"
) -> None:
    for place, person in enumerate(addresses.usable(people)):
        name = f"{key}-{place}" if place else key
        mail.enqueue(
            key=name, to=person, subject=subject, template=f"producers/mail/{template}", context=context, locale=locale
        )


@handles("producer.handed_in")
def tell_reviewers(event: Event) -> None:
    producer = Producer.objects.filter(pk=event.object_id).first()
    if producer is not None:
        link = address("panel-profile-review", producer.slug)
        subject = _("Por revisar: la ficha de %(producer)s") % {"producer": producer}
        people = addresses.of_team(producer.territory_id)
        _write(
            people, f"profile-{event.message_id}", subject, "profile_handed_in", {"producer": producer, "link": link}
        )


@handles("producer.approved", "producer.returned")
def tell_maker(event: Event) -> None:
    producer = Producer.objects.filter(pk=event.object_id).first()
    if producer is not None:
        returned = event.kind == "producer.returned"
        subject = _("Su ficha vuelve con una nota") if returned else _("Su ficha está publicada")
        context = {"producer": producer, "returned": returned, "note": event.payload.get("note", "")}
        context["link"] = address("panel-profile")
        _write(addresses.of_producer(producer), f"profile-{event.message_id}", subject, "profile_decided", context)
