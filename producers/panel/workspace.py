"""What an account may work on today, by its mandates."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString

from foundation.models import User
from producers.enums import Role
from producers.models import Mandate, Network, NetworkMember, Producer
from territories.models import Comuna, Territory, TerritoryComuna

from . import registry
from .icons import icon
from .registry import PanelPage, Shown, Task

TABS = 4
CHOSEN = "panel.producer"
"""The session's key for the producer somebody chose to work for."""


class Workspace:
    """Read once a request; mandates cost one query, each queryset is lazy.

    `producers` are all that the account may act for today: its own, the members of its networks, the makers of its
    territories. `producer` is the one chosen among them (or the only one of its own), None when none is.
    `shown` is what a page lists: the chosen one, else all.
    """

    def __init__(self, user: User, chosen: int | None = None, url_name: str = "") -> None:
        self.user = user
        self._chosen = chosen
        self._url_name = url_name

    @cached_property
    def mandates(self) -> list[Mandate]:
        """In force today."""
        return list(Mandate.objects.on().filter(user=self.user.pk).order_by("pk"))

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(mandate.role) for mandate in self.mandates)

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    def _targets(self, role: Role, column: str) -> list[int]:
        found = (getattr(mandate, column) for mandate in self.mandates if mandate.role == role)
        return [pk for pk in found if pk is not None]

    @property
    def own_producers(self) -> QuerySet[Producer]:
        """Those the account answers for by a mandate of its own."""
        return Producer.objects.filter(pk__in=self._targets(Role.PRODUCER, "producer_id"))

    @property
    def producers(self) -> QuerySet[Producer]:
        condition = Q(pk__in=self._targets(Role.PRODUCER, "producer_id"))
        if networks := self._targets(Role.COORDINATOR, "network_id"):
            condition |= Q(pk__in=NetworkMember.objects.on().filter(network__in=networks).values("producer"))
        if territories := self._targets(Role.TEAM, "territory_id"):
            condition |= Q(territory__in=territories)
        return Producer.objects.filter(condition)

    @property
    def shown(self) -> QuerySet[Producer]:
        return self.producers.filter(pk=self.producer.pk) if self.producer else self.producers

    @property
    def networks(self) -> QuerySet[Network]:
        """Those the account coordinates, and those of its team's territories."""
        territories = self._targets(Role.TEAM, "territory_id")
        return Network.objects.filter(
            Q(pk__in=self._targets(Role.COORDINATOR, "network_id")) | Q(territory__in=territories)
        )

    @property
    def territories(self) -> QuerySet[Territory]:
        """Those whose team the account is in."""
        return self.territories_as(Role.TEAM)

    def territories_as(self, role: Role) -> QuerySet[Territory]:
        return Territory.objects.filter(pk__in=self._targets(role, "territory_id"))

    @property
    def comunas(self) -> QuerySet[Comuna]:
        """Those a municipal officer writes for: the comuna of the mandate, or all of its territory today."""
        territories = self._targets(Role.OFFICER, "territory_id")
        members = TerritoryComuna.objects.on(timezone.localdate()).filter(territory__in=territories).values("comuna")
        return Comuna.objects.filter(Q(pk__in=self._targets(Role.OFFICER, "comuna_id")) | Q(pk__in=members))

    @cached_property
    def producer(self) -> Producer | None:
        known = Producer.objects.select_related("territory", "comuna")
        if self._chosen is not None:
            return known.filter(pk__in=self.producers.filter(pk=self._chosen)).first()
        own = self._targets(Role.PRODUCER, "producer_id")
        return known.filter(pk__in=own).order_by("pk").first() if own else None

    @cached_property
    def choices(self) -> list[Producer]:
        """Whom one may choose to work for from the head of every page: the account's own, when there are several."""
        own = self._targets(Role.PRODUCER, "producer_id")
        return list(Producer.objects.filter(pk__in=own).order_by("name")) if len(own) > 1 else []

    @property
    def acting(self) -> bool:
        """Whether the account works for a producer that is not its own: it can leave that from any page."""
        own = self._targets(Role.PRODUCER, "producer_id")
        return self._chosen is not None and self.producer is not None and self.producer.pk not in own

    @cached_property
    def name(self) -> str:
        """Who works here, as the head of the page says it."""
        return self.producer.name if self.producer and not self.acting else str(self.user)

    @cached_property
    def palette(self) -> str:
        """The inks of the page: those of the producer's territory, else of the first that is the account's."""
        if self.producer is not None:
            return self.producer.territory.inks
        found = Territory.objects.filter(
            Q(pk__in=[mandate.territory_id for mandate in self.mandates if mandate.territory_id])
            | Q(networks__in=self._targets(Role.COORDINATOR, "network_id"))
        ).first()
        return found.inks if found else ""

    @cached_property
    def pages(self) -> list[Shown]:
        """The person's pages with what waits on each."""
        return [self._page(page) for page in registry.pages_of(self.roles)]

    def _page(self, page: PanelPage) -> Shown:
        count = page.counter(self) if page.counter else None
        return Shown(page, count, page.url_name == self._url_name)

    @property
    def tabs(self) -> list[Shown]:
        return self.pages[:TABS]

    @property
    def more(self) -> list[Shown]:
        return self.pages[TABS:]

    @property
    def more_drawing(self) -> SafeString:
        return icon("more")

    @property
    def more_waiting(self) -> int:
        """What waits on the pages that are no tabs."""
        return sum(shown.count or 0 for shown in self.more)

    @cached_property
    def tasks(self) -> list[Task]:
        return registry.tasks_of(self)


def choose(session: Any, workspace: Workspace, slug: str) -> bool:
    """Work for this producer from now on ("" for all); whether it is one of the account's."""
    if not slug:
        session.pop(CHOSEN, None)
        return True
    pk = workspace.producers.filter(slug=slug).values_list("pk", flat=True).first()
    if pk is not None:
        session[CHOSEN] = pk
    return pk is not None


def allowed(workspace: Workspace, roles: Collection[Role]) -> bool:
    return bool(workspace.roles) and (not roles or workspace.has(*roles))
