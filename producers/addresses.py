"""Whom this room writes to. An address that cannot be written to is passed over."""

from collections.abc import Iterable
from contextlib import suppress

from foundation.mail import BadAddress, checked_address
from producers.enums import Role
from producers.models import Mandate, Network, Producer


def of_producer(producer: Producer) -> list[str]:
    """Those who answer for it, else its own address."""
    held = Mandate.objects.on().filter(role=Role.PRODUCER, producer=producer.pk, user__is_active=True)
    return usable(held.order_by("pk").values_list("user__email", flat=True)) or usable([producer.email])


def of_network(network: Network) -> list[str]:
    held = Mandate.objects.on().filter(role=Role.COORDINATOR, network=network.pk, user__is_active=True)
    return usable(held.order_by("pk").values_list("user__email", flat=True)) or usable([network.email])


def of_team(territory: int) -> list[str]:
    held = Mandate.objects.on().filter(role=Role.TEAM, territory=territory, user__is_active=True)
    return usable(held.order_by("pk").values_list("user__email", flat=True))


def usable(addresses: Iterable[str]) -> list[str]:
    """Those that can be written to, each once."""
    found: dict[str, str] = {}
    for address in addresses:
        with suppress(BadAddress):
            checked = checked_address(address)
            found.setdefault(checked.lower(), checked)
    return list(found.values())
