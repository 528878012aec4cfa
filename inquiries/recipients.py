"""Whom a letter goes to. Addresses that cannot be written to are passed over: a buyer must not fail for them."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from django.db.models import Q

from foundation.mail import BadAddress, checked_address
from foundation.models import User
from inquiries.models import Inquiry, Offer
from producers.enums import Role
from producers.models import Mandate, Network, Producer


def of_offers(offers: Sequence[Offer]) -> dict[int, list[str]]:
    """By offer id: the producer's own address, else those who answer for it, else its network's, else the team's."""
    of_producer, of_network = _mandated(offers)
    found = {}
    for offer in offers:
        found[offer.pk] = (
            usable([offer.producer.email])
            or usable(of_producer.get(offer.producer_id, []))
            or usable(of_network.get(offer.network_id or 0, []))
            or team_of(offer.producer.territory_id)
        )
    return found


def _mandated(offers: Sequence[Offer]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """E-mails by producer and by network, where producers have no address of their own; two queries at most."""
    silent = [offer for offer in offers if not usable([offer.producer.email])]
    of_producer: dict[int, list[str]] = {}
    of_network: dict[int, list[str]] = {}
    if not silent:
        return of_producer, of_network
    networks = {offer.network_id for offer in silent if offer.network_id}
    holders = Mandate.objects.on().filter(
        Q(role=Role.PRODUCER, producer__in={offer.producer_id for offer in silent})
        | Q(role=Role.COORDINATOR, network__in=networks)
    )
    active = holders.filter(user__is_active=True).order_by("pk")
    for producer, network, email in active.values_list("producer", "network", "user__email"):
        target = of_producer if producer else of_network
        target.setdefault(producer or network, []).append(email)
    if networks:
        for network, email in Network.objects.filter(pk__in=networks).exclude(email="").values_list("pk", "email"):
            of_network.setdefault(network, []).append(email)
    return of_producer, of_network


def of_producer(producer: Producer, network: int | None = None) -> list[str]:
    """Who hears for a producer, as for an offer made to them through that network."""
    offer = Offer(producer=producer, network_id=network)
    return of_offers([offer])[offer.pk]


def of_network(network: int | None) -> list[str]:
    """Those who coordinate it today, else its own address; [] where there is no network."""
    if network is None:
        return []
    holders = Mandate.objects.on().filter(role=Role.COORDINATOR, network=network, user__is_active=True)
    own = Network.objects.filter(pk=network).exclude(email="").values_list("email", flat=True)
    return usable(holders.order_by("pk").values_list("user__email", flat=True)) or usable(own)


def of_team_of(offer: Offer) -> list[str]:
    """The team of the territory the producer is of."""
    return team_of(offer.producer.territory_id)


def of_team(inquiry: Inquiry) -> list[str]:
    return team_of(inquiry.territory_id)


def team_of(territory: int | None) -> list[str]:
    """The people with a mandate of the territory's team; the superusers when there are none."""
    mandates = Mandate.objects.on().filter(role=Role.TEAM, territory=territory, user__is_active=True)
    team = usable(mandates.order_by("pk").values_list("user__email", flat=True)) if territory else []
    bosses = User.objects.filter(is_superuser=True, is_active=True).order_by("pk")
    return team or usable(bosses.values_list("email", flat=True))


def usable(addresses: Iterable[str]) -> list[str]:
    """Those that can be written to, each once."""
    found: list[str] = []
    for address in addresses:
        with suppress(BadAddress):
            checked = checked_address(address)
            if checked.lower() not in map(str.lower, found):
                found.append(checked)
    return found
