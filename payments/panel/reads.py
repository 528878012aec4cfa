"""What a person's producers and networks are owed and were paid."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from django.db.models import Prefetch, Q, QuerySet

from inquiries.enums import PartStatus
from payments.models import BankAccount, Payout, Reversal, Share
from payments.services.payouts import Owed, owed_to_networks, owed_to_producers
from payments.services.sharing import Amounts, left_of
from producers.enums import Role
from producers.models import Network, Producer
from producers.panel import Workspace

MOST = 40


@dataclass(frozen=True)
class Row:
    """A sold part as its producer reads it: what the buyer paid, what was kept, what went back, what is theirs."""

    share: Share
    left: Amounts

    @property
    def fees(self) -> int:
        """Kept of what did not go back: what was paid, less these and what went back, is what is left."""
        return self.left.network + self.left.platform

    @property
    def back(self) -> int:
        return self.share.gross - self.left.gross

    @property
    def stage(self) -> str:
        status = self.share.part.status
        return "due" if status == PartStatus.RECEIVED else "off" if status == PartStatus.CANCELLED else "coming"


@dataclass(frozen=True)
class Payee:
    """A producer or network with its account, if it told one."""

    owner: Producer | Network
    owed: Owed
    account: BankAccount | None = None


@dataclass(frozen=True)
class Money:
    payees: list[Payee]
    total: Owed
    rows: list[Row] = field(default_factory=list)
    payouts: list[Payout] = field(default_factory=list)


def shares(workspace: Workspace) -> QuerySet[Share]:
    """Of the producers this person may act for, the latest first."""
    mine = Share.objects.filter(part__producer__in=workspace.shown)
    related = ("part__order", "part__producer")
    return (
        mine.select_related(*related)
        .prefetch_related(Prefetch("reversals", Reversal.objects.order_by("pk")))
        .order_by("-pk")
    )


def rows(found: Iterable[Share]) -> list[Row]:
    return [Row(share, left_of(share, list(share.reversals.all()))) for share in found]


def money(workspace: Workspace) -> Money:
    makers = {row.pk: row for row in workspace.shown.only("name", "slug").order_by("name")}
    networks = {row.pk: row for row in coordinated(workspace).only("name", "slug").order_by("name")}
    owed, kept = owed_to_producers(list(makers)), owed_to_networks(list(networks)) if networks else {}
    accounts = list(BankAccount.objects.filter(Q(producer__in=makers) | Q(network__in=networks)))
    of_maker = {row.producer_id: row for row in accounts if row.producer_id}
    of_network = {row.network_id: row for row in accounts if row.network_id}
    alone = workspace.has(Role.PRODUCER) and len(makers) == 1
    payees = [
        Payee(maker, owed.get(pk, Owed()), of_maker.get(pk))
        for pk, maker in makers.items()
        if alone or pk in owed or pk in of_maker
    ]
    payees += [Payee(network, kept.get(pk, Owed()), of_network.get(pk)) for pk, network in networks.items()]
    paid = Payout.objects.filter(Q(producer__in=makers) | Q(network__in=networks))
    return Money(
        payees,
        total(payee.owed for payee in payees),
        rows(shares(workspace)[:MOST]),
        list(paid.select_related("batch", "producer", "network").order_by("-pk")[:MOST]),
    )


def total(owed: Iterable[Owed]) -> Owed:
    known = list(owed)
    return Owed(*(sum(getattr(one, field.name) for one in known) for field in fields(Owed)))


def coordinated(workspace: Workspace) -> QuerySet[Network]:
    """Networks whose money this person looks after: those they coordinate, for a team those of its territories."""
    return workspace.networks if workspace.producer is None else Network.objects.coordinated_by(workspace.user)
