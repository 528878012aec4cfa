"""Every figure equals a count by hand over all rows: plain Python, no database arithmetic, on rows made at random."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import Product, Supply
from governance import figures, scopes
from governance.enums import Level
from governance.models import Agreement, Commitment, MeetingSession
from governance.periods import Period
from governance.scopes import COUNTRY, Scope
from inquiries.models import Inquiry, InquiryLine, Offer, Order, OrderPart, Unmet
from opportunities.models import Course, Gap, Indicator, Opportunity, Posting, ResultPayment
from producers.models import Network, NetworkMember, Producer, SealGrant
from routes.models import Circuit
from territories.models import Territory, TerritoryComuna
from tests.builders import (
    a_circuit,
    a_comuna,
    a_network,
    a_producer,
    a_product,
    a_region,
    a_seal,
    a_supply,
    a_territory,
)  # fmt: skip
from tests.governance.builders import a_body, a_commitment, a_session

pytestmark = pytest.mark.django_db
PERIODS = [
    Period.quarter(2026, 1),
    Period.quarter(2026, 2),
    Period.year(2025),
    Period(date(2026, 3, 7), date(2026, 5, 2)),
]
Rows = list[Any]
Recount = Callable[[Period], list[tuple[int | None, str | None, Any]]]


def during(period: Period, moment: datetime | None) -> bool:
    return moment is not None and period.first <= timezone.localtime(moment).date() <= period.last


def by(period: Period, moment: datetime) -> bool:
    return timezone.localtime(moment).date() <= period.last


def holds(period: Period, start: date | None, *ends: date | None) -> bool:
    return (start is None or start <= period.day) and all(end is None or end > period.day for end in ends)


def live(model: Any, worth: Callable[[Any], int] = lambda row: 1) -> Recount:
    return lambda p: [(x.territory_id, None, worth(x)) for x in model.objects.all() if x.live and by(p, x.created_at)]


def members(p: Period) -> Rows:
    return [(m.network.territory_id, None, 1) for m in NetworkMember.objects.all() if holds(p, m.joined_on, m.left_on)]


def seals(p: Period) -> Rows:
    return [
        (g.producer.territory_id, None, 1)
        for g in SealGrant.objects.all()
        if holds(p, g.granted_on, g.expires_on, g.revoked_on)
    ]


def inquiries(status: str = "") -> Recount:
    return lambda p: [
        (i.territory_id, None, 1)
        for i in Inquiry.objects.all()
        if during(p, i.created_at) and (not status or i.status == status)
    ]


def unmet(p: Period) -> Rows:
    return [
        (u.line.inquiry.territory_id, None, 1)
        for u in Unmet.objects.all()
        if u.quantity > 0 and during(p, u.line.inquiry.created_at)
    ]


def accepted(worth: Callable[[Offer], Any]) -> Recount:
    return lambda p: [
        (o.producer.territory_id, None, worth(o))
        for o in Offer.objects.all()
        if o.status == "accepted" and during(p, o.answered_at)
    ]


def once(recount: Recount) -> Recount:
    """Each thing named counts once: the value of a row is what it names."""
    return lambda p: [(place, region, 1) for place, region, _what in set(recount(p))]


def sold(worth: Callable[[OrderPart], Any]) -> Recount:
    return lambda p: [
        (s.producer.territory_id, None, worth(s))
        for s in OrderPart.objects.all()
        if s.order.status in ("paid", "received") and s.status != "cancelled" and during(p, s.order.paid_at)
    ]


def promised(column: str) -> Recount:
    return lambda p: [
        (c.territory_id, c.region_id, 1)
        for c in Commitment.objects.all()
        if getattr(c, column) and p.first <= getattr(c, column) <= p.last
    ]


def gaps(column: str) -> Recount:
    return lambda p: [
        (g.opportunity.territory_id, None, 1)
        for g in Gap.objects.all()
        if getattr(g, column) and p.first <= getattr(g, column) <= p.last
    ]


def home_of(posting: Posting) -> int | None:
    """The territory the comuna is of today; one that left long ago does not count it any more."""
    for row in TerritoryComuna.objects.filter(comuna=posting.comuna):
        if holds(Period(timezone.localdate(), timezone.localdate()), row.joined_on, row.left_on):
            return row.territory_id
    return None


RECOUNTS: dict[str, Recount] = {
    "products": live(Product),
    "producers": live(Producer),
    "people": live(Producer, lambda maker: maker.people),
    "networks": live(Network),
    "members": members,
    "circuits": live(Circuit),
    "seals": seals,
    "inquiries": inquiries(),
    "unmatched": inquiries("unmatched"),
    "unmet": unmet,
    "offers": lambda p: [(o.producer.territory_id, None, 1) for o in Offer.objects.all() if during(p, o.created_at)],
    "accepted": accepted(lambda offer: 1),
    "accepted_makers": once(accepted(lambda offer: offer.producer_id)),
    "accepted_value": accepted(lambda offer: offer.quantity * offer.unit_price),
    "sales": sold(lambda part: part.net),
    "sellers": once(sold(lambda part: part.producer_id)),
    "received": lambda p: [
        (s.producer.territory_id, None, 1)
        for s in OrderPart.objects.all()
        if s.status == "received" and during(p, s.received_at)
    ],
    "opportunities": live(Opportunity),
    "gaps_opened": gaps("opened_on"),
    "gaps_closed": gaps("closed_on"),
    "courses": lambda p: [(c.territory_id, None, 1) for c in Course.objects.all() if during(p, c.created_at)],
    "paid_by_result": lambda p: [
        (r.indicator.course.territory_id, None, r.amount)
        for r in ResultPayment.objects.all()
        if during(p, r.released_at)
    ],
    "postings": lambda p: [
        (home_of(one), one.comuna.region_id, 1) for one in Posting.objects.all() if p.first <= one.starts_on <= p.last
    ],
    "municipalities": once(
        lambda p: [
            (home_of(one), one.comuna.region_id, one.comuna_id)
            for one in Posting.objects.all()
            if one.starts_on <= p.last and one.expires_on >= p.first
        ]
    ),
    "sessions": lambda p: [
        (s.body.territory_id, s.body.region_id, 1)
        for s in MeetingSession.objects.all()
        if p.first <= s.held_on <= p.last
    ],
    "agreements": lambda p: [
        (a.session.body.territory_id, a.session.body.region_id, 1)
        for a in Agreement.objects.all()
        if p.first <= a.session.held_on <= p.last
    ],
    "announced": promised("announced_on"),
    "fulfilled": promised("done_on"),
}


def recount(slug: str, scope: Scope, period: Period) -> int:
    found = Decimal(0)
    for place, region, worth in RECOUNTS[slug](period):
        inside = scope.territories is None or place in scope.territories
        own = scope.level == Level.REGIONAL and region == scope.region
        found += Decimal(worth) if inside or own else 0
    return int(found.quantize(Decimal(1), ROUND_HALF_UP))


class World:
    """Territories of two regions with a year and a half of rows, some on the very edges of the periods."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        north, south = a_region("04", "Coquimbo"), a_region("10", "Los Lagos")
        self.regions = [north, south]
        self.territories = [
            a_territory(name, slug=slug, latitude=-30 - at, comunas=[a_comuna(f"Comuna {slug}", region=region)])
            for at, (name, slug, region) in enumerate(
                [("Limarí", "limari", north), ("Huasco", "huasco", north), ("Chiloé", "chiloe", south)]
            )
        ]
        self.makers = [self.maker() for _ in range(8)]
        self.products = [self.product() for _ in range(6)]
        for _ in range(25):
            self.inquiry()
        for _ in range(15):
            self.order()
        self.concert()
        for _ in range(3):
            self.dated(a_circuit(territory=self.place(), live=self.rng.random() < 0.7))
        for _ in range(8):
            self.grant()
        for at in range(8):
            self.training(at)
        for _ in range(15):
            self.posting()

    def place(self) -> Territory:
        return self.rng.choice(self.territories)

    def day(self) -> date:
        edges = [period.first for period in PERIODS] + [period.last for period in PERIODS]
        return (
            self.rng.choice(edges) if self.rng.random() < 0.4 else date(2025, 1, 1) + timedelta(self.rng.randrange(540))
        )

    def moment(self) -> datetime:
        """By the clock of Chile a day, in UTC often the next one."""
        local = datetime.combine(self.day(), datetime.min.time()) + timedelta(minutes=self.rng.choice([0, 700, 1439]))
        return timezone.make_aware(local).astimezone(UTC)

    def dated(self, row: Any, **columns: Any) -> Any:
        type(row)._base_manager.filter(pk=row.pk).update(created_at=self.moment(), **columns)
        return row

    def maker(self) -> Producer:
        maker = a_producer(territory=self.place(), people=self.rng.randrange(1, 9), live=self.rng.random() < 0.8)
        return self.dated(maker)

    def product(self) -> Product:
        maker = self.rng.choice(self.makers)
        product = a_product(producer=maker, territory=maker.territory, live=self.rng.random() < 0.8)
        network = self.dated(a_network(territory=maker.territory, live=self.rng.random() < 0.8))
        start = self.day()
        NetworkMember.objects.create(
            network=network, producer=maker, joined_on=self.rng.choice([None, start]),
            left_on=self.rng.choice([None, start + timedelta(days=self.rng.randrange(1, 200))]),
        )  # fmt: skip
        return self.dated(product)

    def inquiry(self) -> None:
        rng, n = self.rng, Inquiry.objects.count()
        inquiry = Inquiry.objects.create(
            number=f"TR-{n}", name="N", email="n@ejemplo.cl", consent_version="1", consent_at=timezone.now(),
            territory=rng.choice([None, *self.territories]), respond_by=timezone.now(),
            status=rng.choice(["routed", "answered", "unmatched"]),
        )  # fmt: skip
        self.dated(inquiry)
        product = rng.choice(self.products)
        line = InquiryLine.objects.create(inquiry=inquiry, number=1, product=product, quantity=10, unit="kg")
        if rng.random() < 0.6:
            Unmet.objects.create(line=line, quantity=Decimal(rng.choice(["0", "0.5", "80"])))
        for maker in rng.sample(self.makers, rng.randrange(0, 3)):
            self.offer(line, product, maker)

    def offer(self, line: InquiryLine, product: Product, maker: Producer) -> None:
        supply = Supply.objects.filter(product=product, producer=maker).first() or a_supply(product, producer=maker)
        quantity = Decimal(self.rng.choice(["1", "2.5", "7.125", "400"]))
        status = self.rng.choice(["offered", "accepted", "accepted", "declined", "expired"])
        offer = Offer.objects.create(
            line=line, producer=maker, supply=supply, asked=quantity, quantity=quantity, month=date(2026, 1, 1),
            unit_price=self.rng.randrange(1, 20_000), status=status, respond_by=timezone.now(),
            answered_at=None if status == "offered" else self.moment(),
        )  # fmt: skip
        self.dated(offer)

    def order(self) -> None:
        rng, n = self.rng, Order.objects.count()
        status = rng.choice(["placed", "paid", "received", "cancelled"])
        paid = self.moment() if status in ("paid", "received") or rng.random() < 0.3 else None
        order = Order.objects.create(
            number=f"PE-{n}", source="basket", status=status, name="N", email="n@ejemplo.cl", net=0, vat=0, total=0,
            paid_at=paid,
        )  # fmt: skip
        for maker in rng.sample(self.makers, rng.randrange(1, 4)):
            net = rng.randrange(1, 3_000_000)
            part = rng.choice(["waiting", "to_prepare", "received", "received", "cancelled"])
            OrderPart.objects.create(
                order=order, producer=maker, status=part, net=net, vat=0, total=net,
                received_at=self.moment() if part == "received" else None,
            )  # fmt: skip

    def grant(self) -> None:
        start, n = self.day(), SealGrant.objects.count()
        SealGrant.objects.create(
            seal=a_seal(), producer=self.rng.choice(self.makers), number=str(n), granted_on=start,
            expires_on=start + timedelta(days=self.rng.randrange(1, 300)),
            revoked_on=self.rng.choice([None, None, start + timedelta(days=self.rng.randrange(1, 200))]),
        )  # fmt: skip

    def training(self, at: int) -> None:
        rng, where = self.rng, self.rng.choice([None, *self.territories])
        opportunity = Opportunity.objects.create(
            slug=f"oportunidad-{at}", title_es="Aceite", territory=where, live=where is not None and rng.random() < 0.8
        )
        self.dated(opportunity)
        closed = rng.choice([None, self.day()])
        gap = Gap.objects.create(
            opportunity=opportunity, gap_kind="scale", title_es="Frío", size_target=4, unit_es="m³",
            status="closed" if closed else "open", closed_on=closed,
        )  # fmt: skip
        Gap.objects.filter(pk=gap.pk).update(opened_on=self.day())
        course = Course.objects.create(
            slug=f"curso-{at}", title_es="Lotes", territory=self.place(), objective_es="x", contents_es="x", hours=9,
            places=9, budget=9, opportunity=opportunity,
        )  # fmt: skip
        self.dated(course)
        indicator = Indicator.objects.create(
            course=course, name_es="Lotes", baseline=0, target=9, unit_es="lotes", weight=100
        )
        ResultPayment.objects.create(
            indicator=indicator, part=900_000, amount=rng.randrange(900_000), released_at=self.moment(),
            ledger_key=f"pago-{at}",
        )  # fmt: skip

    def posting(self) -> None:
        comunas = [*(a_comuna(f"Comuna {t.slug}") for t in self.territories), a_comuna("Sola", region=self.regions[0])]
        old = a_comuna("Que se fue", region=self.regions[1])
        TerritoryComuna.objects.get_or_create(
            comuna=old, territory=self.territories[0], joined_on=date(2001, 1, 1), left_on=date(2020, 1, 1)
        )
        start = self.day()
        Posting.objects.create(
            comuna=self.rng.choice([*comunas, old]), title_es="Se busca", text_es="x", contact="x", starts_on=start,
            expires_on=start + timedelta(days=self.rng.randrange(90)),
        )  # fmt: skip

    def concert(self) -> None:
        for _ in range(14):
            where: dict[str, Any] = self.rng.choice(
                [{"territory": self.place()}, {"region": self.rng.choice(self.regions)}, {"level": Level.NATIONAL}]
            )
            a_session(a_body(**dict(where)), agreements=self.rng.randrange(0, 4), held_on=self.day())
            done = self.rng.choice([None, self.day()])
            state = {"status": "done", "done_on": done, "evidence_es": "acta"} if done else {}
            a_commitment(announced_on=self.rng.choice([None, self.day()]), **where, **state)


@pytest.fixture(params=[1, 2, 3])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


def places() -> list[Scope]:
    atlas = scopes.read()
    return [COUNTRY, atlas.of_region("04"), atlas.of_region("10"), *(atlas.of_spot(spot) for spot in atlas.spots)]


def test_every_figure_has_a_count_by_hand() -> None:
    assert set(RECOUNTS) == set(figures.slugs())


def test_each_figure_is_what_a_count_by_hand_finds(world: World) -> None:
    for figure in figures.every():
        for scope in places():
            for period in PERIODS:
                assert figure.compute(scope, period) == recount(figure.slug, scope, period), (figure, scope, period)


def test_many_at_once_are_what_each_is_alone(world: World) -> None:
    """For every place there is, out of one reading of the country and out of a reading of the place itself."""
    country = figures.read(figures.every(), PERIODS, COUNTRY)
    for scope in places():
        own = figures.read(figures.every(), PERIODS, scope)
        for figure in figures.every():
            for period in PERIODS:
                alone = figure.compute(scope, period)
                assert country.value(figure.slug, period, scope) == alone, (figure, scope, period)
                assert own.value(figure.slug, period, scope) == alone, (figure, scope, period)


SUMS = {"people", "accepted_makers", "accepted_value", "sales", "sellers", "paid_by_result", "municipalities"}


def test_the_rows_of_a_count_are_those_it_counts(world: World) -> None:
    for figure in figures.every():
        if figure.slug not in {
            "people",
            "accepted_makers",
            "accepted_value",
            "sales",
            "sellers",
            "paid_by_result",
            "municipalities",
        }:
            for scope in places():
                assert figure.rows(scope, PERIODS[0]).count() == figure.compute(scope, PERIODS[0])


def test_the_random_rows_reach_every_figure() -> None:
    """The tests above would prove nothing about a figure that is always zero."""
    World(1)
    reached = {f.slug for f in figures.every() for p in PERIODS if f.compute(COUNTRY, p)}
    assert reached == set(figures.slugs())


def test_one_reading_costs_a_query_a_source(world: World, django_assert_num_queries: Any) -> None:
    sources = {figure.source.name for figure in figures.every()}
    with django_assert_num_queries(len(sources)):
        figures.read(figures.every(), PERIODS, COUNTRY)
