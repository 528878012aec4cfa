"""The places a plan may visit, out of the rows: those of a circuit, of a territory, or around the base."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, radians
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from catalog.models import Product
from routes.distances import Point, straight_km
from routes.models import Closure, Place, Stop
from routes.opening import Shut, Span, spans_on
from routes.plans import interests
from routes.plans.wish import DayWish, Wish
from territories.pages import codes_of

MOST = 60
"""Places a plan chooses among: what the planner weighs well in the time a page may take."""
MOST_READ = 600
AROUND_DEGREES = 0.9
"""Half the side of the square that is looked at around a base with neither territory nor circuit: 100 km."""
ORDINARY, LIKED, ON_THE_CIRCUIT = 10, 12, 15
"""Score of any place; what an interest adds for each unit of its strength; what being on the asked circuit adds."""
KIND, SAID, AROUND = 3, 2, 1
"""How strongly a text tells what a place is: its kind and goods; its name and note; the circuits it is on."""
FIELDS = (
    "slug", "name_es", "name_en", "sort_es", "sort_en", "lat", "lon", "visit_minutes", "opening_hours",
    "hours_confirmed", "months", "food", "comuna__name", "producer_id", "producer__slug", "producer__live",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """A stop of a published circuit, as a link to its page."""

    circuit: str
    title_es: str
    title_en: str
    number: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place with what the plan needs of it; `texts` weighs the words that tell what it is."""

    pk: int
    row: Mapping[str, Any]
    closures: tuple[Shut, ...] = ()
    steps: tuple[Step, ...] = ()
    texts: Mapping[str, int] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return str(self.row["slug"])

    @property
    def point(self) -> Point:
        return self.row["lat"], self.row["lon"]

    @property
    def food(self) -> bool:
        return bool(self.row["food"])

    @property
    def months(self) -> int:
        return int(self.row["months"])

    def spans(self, day: DayWish) -> tuple[Span, ...]:
        return spans_on(self.row["opening_hours"], self.months, self.closures, day.date)

    def liked(self, wish: Wish) -> list[str]:
        """Which of the interests it answers by itself, not only by the company it is in."""
        return [interest for interest in wish.interests if interests.strength(interest, self.texts) > AROUND]

    def score(self, wish: Wish) -> int:
        on_circuit = any(step.circuit == wish.circuit for step in self.steps) if wish.circuit else False
        liking = sum(interests.strength(interest, self.texts) for interest in wish.interests)
        return ORDINARY + LIKED * liking + (ON_THE_CIRCUIT if on_circuit else 0)

    def link(self) -> tuple[str, str, int]:
        """Its page: ("producer", slug, 0), or ("circuit", slug, number of the stop), or nothing."""
        if self.row["producer__live"]:
            return "producer", self.row["producer__slug"], 0
        if self.steps:
            return "circuit", self.steps[0].circuit, self.steps[0].number
        return "", "", 0


def load(wish: Wish, *, territory_id: int | None, circuit_id: int | None) -> list[Candidate]:
    """At most MOST candidates, the best first: those asked for, then by score and nearness. At most five queries."""
    rows = {row["pk"]: row for row in _places(wish, territory_id, circuit_id).values("pk", *FIELDS)}
    steps, notes = _steps(rows)
    closures = _closures(rows, wish.days)
    goods = _goods(rows.values())
    found = [
        Candidate(
            pk=pk,
            row=row,
            closures=tuple(closures.get(pk, ())),
            steps=tuple(sorted(steps.get(pk, ()), key=lambda step: step.circuit != wish.circuit)),
            texts=_texts(row, notes.get(pk, ()), goods.get(row["producer_id"], ())),
        )
        for pk, row in rows.items()
    ]
    wanted = {*wish.must, *wish.never}
    found.sort(key=lambda c: (c.slug not in wanted, -c.score(wish), straight_km(wish.base, c.point), c.slug))
    return found[:MOST]


def _places(wish: Wish, territory_id: int | None, circuit_id: int | None) -> "QuerySet[Any]":
    """Places with a page to lead to, the nearest first."""
    area = Q(slug__in=[*wish.must, *wish.never])
    if circuit_id:
        area |= Q(Exists(Stop.objects.filter(place=OuterRef("pk"), circuit=circuit_id)))
    if territory_id:
        area |= Q(comuna__in=codes_of(territory_id))
    if not circuit_id and not territory_id:
        area |= _around(wish.base)
    lat, lon = wish.base
    north, east = F("lat") - lat, (F("lon") - lon) * cos(radians(lat))
    return Place.objects.shown().filter(area).order_by(north * north + east * east, "pk")[:MOST_READ]


def _around(base: Point) -> Q:
    lat, lon = base
    wide = AROUND_DEGREES / cos(radians(lat))
    return Q(lat__range=(lat - AROUND_DEGREES, lat + AROUND_DEGREES), lon__range=(lon - wide, lon + wide))


def _steps(places: Iterable[int]) -> tuple[dict[int, list[Step]], dict[int, list[str]]]:
    """Of each place its stops, numbered as their circuit's page numbers them, and what is said there, with themes."""
    passing = Stop.objects.filter(place__in=list(places)).order_by().values("circuit")
    rows = Stop.objects.filter(circuit__live=True, circuit__in=passing).order_by("circuit", "day", "order", "pk")
    steps: dict[int, list[Step]] = {}
    notes: dict[int, list[str]] = {}
    counted: dict[int, int] = {}
    for row in rows.values(
        "circuit", "place", "note_es", "circuit__slug", "circuit__title_es", "circuit__title_en", "circuit__themes_es"
    ):
        number = counted[row["circuit"]] = counted.get(row["circuit"], 0) + 1
        step = Step(row["circuit__slug"], row["circuit__title_es"], row["circuit__title_en"], number)
        steps.setdefault(row["place"], []).append(step)
        notes.setdefault(row["place"], []).extend([row["note_es"], row["circuit__themes_es"]])
    return steps, notes


def _closures(places: Iterable[int], days: Sequence[DayWish]) -> dict[int, list[Shut]]:
    found: dict[int, list[Shut]] = {}
    rows = (
        Closure.objects.touching(days[0].date, days[-1].date).filter(place__in=list(places)).order_by("first_day", "pk")
    )
    for row in rows:
        shut = Shut(row.first_day, row.last_day, row.reason_es, row.reason_en)
        found.setdefault(row.place_id, []).append(shut)
    return found


def _goods(rows: Iterable[Mapping[str, Any]]) -> dict[int, list[str]]:
    """What the producers of the places make, with its categories."""
    producers = {row["producer_id"] for row in rows if row["producer__live"]}
    found: dict[int, list[str]] = {}
    if producers:
        products = Product.objects.live().filter(producer__in=producers).order_by("pk")
        for producer, *texts in products.values_list("producer", "title_es", "category__name_es"):
            found.setdefault(producer, []).extend(texts)
    return found


def _texts(row: Mapping[str, Any], notes: Sequence[str], goods: Sequence[str]) -> dict[str, int]:
    told = dict.fromkeys(notes[1::2], AROUND) | dict.fromkeys(notes[::2], SAID)
    told |= {row["name_es"]: SAID, row["sort_es"]: KIND} | dict.fromkeys(goods, KIND)
    return told
