"""Writing made-up rows in bulk: batch after batch, each its own short transaction, so that nobody waits for minutes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from catalog.models import Category, Format, PriceTier, Product, ProductSeal, Supply
from producers.models import Producer, Seal, SealGrant
from routes.distances import keep_kilometres
from routes.models import Circuit, CircuitOperator, Place, Stop
from territories.models import Territory

from .listings import Listing, listing
from .makers import Ground, Line, Maker, maker, shelf_of
from .tours import Tour, tour

BATCH = 1000
SEALED = 0.03
"""Share of made-up producers that hold the seal of their territory."""
Say = Callable[[str], None]


@dataclass
class Writer:
    """Adds `seed`'s rows; those that are there already are passed over, so that it may be stopped and run again."""

    seed: int
    say: Say
    grounds: Sequence[Ground] = field(default_factory=list)
    lines: Sequence[Line] = field(default_factory=list)
    pictures: dict[Any, list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.grounds, self.lines, self.pictures = grounds(), lines(), pictures()
        self.now = timezone.now()

    def write(self, products: int, producers: int, circuits: int) -> None:
        makers = [maker(self.seed, n, self.grounds, self.lines) for n in range(producers)]
        neighbours: dict[int, list[Maker]] = {ground.pk: [] for ground in self.grounds}
        for one in makers:
            neighbours[one.ground.pk].append(one)
        ids = self._producers(makers)
        held = self._grants(makers, ids)
        self._products(products, makers, neighbours, ids, held)
        self._circuits(circuits, neighbours, ids)

    def _producers(self, makers: list[Maker]) -> dict[int, int]:
        """Primary keys by number."""
        ids: dict[int, int] = {}
        for batch in _batches(makers):
            with transaction.atomic():
                known = _known(Producer, [one.slug for one in batch])
                fresh = [
                    Producer(
                        **one.row,
                        **self._published(one.live),
                        picture=self._picture(("producer", one.ground.pk), one.number),
                    )
                    for one in batch
                    if one.slug not in known
                ]
                Producer.objects.bulk_create(fresh)
            known = _known(Producer, [one.slug for one in batch])
            ids |= {one.number: known[one.slug] for one in batch}
            self._progress("producers", len(ids), len(makers))
        return ids

    def _grants(self, makers: list[Maker], ids: dict[int, int]) -> dict[int, int]:
        """Seals held, by the producer's number."""
        seals = dict(Seal.objects.filter(territory__isnull=False).order_by("-pk").values_list("territory", "pk"))
        area = set(Seal.comunas.through.objects.values_list("seal", "comuna"))
        bound = {seal for seal, _comuna in area}
        chosen = [
            one
            for one in makers
            if one.ground.pk in seals
            and Random(f"{self.seed} seal {one.number}").random() < SEALED
            and (seals[one.ground.pk] not in bound or (seals[one.ground.pk], one.comuna[0]) in area)
        ]
        start = date(self.now.year, 1, 1)
        rows = [
            SealGrant(
                seal_id=seals[one.ground.pk], producer_id=ids[one.number], number=f"SINT-{self.seed}-{one.number}",
                granted_on=start, expires_on=start + timedelta(days=729),
            )
            for one in chosen
        ]  # fmt: skip
        SealGrant.objects.bulk_create(rows, ignore_conflicts=True)
        pks = dict(SealGrant.objects.filter(number__startswith=f"SINT-{self.seed}-").values_list("producer", "pk"))
        return {one.number: pks[ids[one.number]] for one in chosen}

    def _products(
        self,
        count: int,
        makers: list[Maker],
        neighbours: dict[int, list[Maker]],
        ids: dict[int, int],
        held: dict[int, int],
    ) -> None:
        for numbers in _batches(range(count)):
            batch = [listing(self.seed, n, makers, neighbours) for n in numbers]
            with transaction.atomic():
                known = _known(Product, [one.row["slug"] for one in batch])
                self._listings([one for one in batch if one.row["slug"] not in known], ids, held)
            self._progress("products", numbers[-1] + 1, count)

    def _listings(self, batch: list[Listing], ids: dict[int, int], held: dict[int, int]) -> None:
        products = [
            Product(
                **one.row, **self._published(one.row["live"]), producer_id=ids[one.supplies[0][0]],
                picture=self._picture(("product", one.category), hash_of(one.row["slug"])),
            )
            for one in batch
        ]  # fmt: skip
        pairs = list(zip(Product.objects.bulk_create(products), batch, strict=True))
        sized = [(Format(product=product, **row), tiers) for product, one in pairs for row, tiers in one.formats]
        Format.objects.bulk_create([made for made, _tiers in sized])
        PriceTier.objects.bulk_create([PriceTier(format=made, **tier) for made, tiers in sized for tier in tiers])
        Supply.objects.bulk_create(
            [Supply(product=product, producer_id=ids[n], **row) for product, one in pairs for n, row in one.supplies]
        )
        sealed = [(product, held[one.supplies[0][0]]) for product, one in pairs if one.supplies[0][0] in held]
        ProductSeal.objects.bulk_create([ProductSeal(product=product, grant_id=grant) for product, grant in sealed])

    def _circuits(self, count: int, neighbours: dict[int, list[Maker]], ids: dict[int, int]) -> None:
        for numbers in _batches(range(count)):
            batch = [tour(self.seed, n, self.grounds, neighbours) for n in numbers]
            with transaction.atomic():
                known = _known(Circuit, [one.row["slug"] for one in batch])
                self._tours([one for one in batch if one.row["slug"] not in known], ids)
            self._progress("circuits", numbers[-1] + 1, count)

    def _tours(self, batch: list[Tour], ids: dict[int, int]) -> None:
        circuits = [
            Circuit(
                **one.row, **self._published(one.row["live"]),
                picture=self._picture(("circuit", one.territory), hash_of(one.row["slug"])),
            )
            for one in batch
        ]  # fmt: skip
        pairs = list(zip(Circuit.objects.bulk_create(circuits), batch, strict=True))
        placed = [(circuit, day, Place(**row)) for circuit, one in pairs for day, row in one.places]
        Place.objects.bulk_create([place for _circuit, _day, place in placed])
        Stop.objects.bulk_create(
            [Stop(circuit=circuit, place=place, day=day, order=at) for at, (circuit, day, place) in enumerate(placed)]
        )
        CircuitOperator.objects.bulk_create(
            [
                CircuitOperator(circuit=circuit, producer_id=ids[n], **row)
                for circuit, one in pairs
                for n, row in one.hosts
            ]
        )
        keep_kilometres(circuit for circuit, _one in pairs)

    def _published(self, live: bool) -> dict[str, Any]:
        at = self.now if live else None
        return {"first_published_at": at, "last_published_at": at}

    def _picture(self, shelf: Any, number: int) -> dict[str, Any]:
        choice = self.pictures.get(shelf) or [{}]
        return choice[number % len(choice)]

    def _progress(self, what: str, done: int, of: int) -> None:
        if done == of or done % (10 * BATCH) == 0:
            self.say(f"{done} of {of} {what}")


def hash_of(slug: str) -> int:
    """A number that is the same in every process."""
    return sum(slug.encode())


def grounds() -> list[Ground]:
    """The operating territories with the comunas they have today, from north to south."""
    return [
        Ground(row.slug, row.name, row.pk, tuple(row.current_comunas().order_by("code").values_list("code", "name")))
        for row in Territory.objects.filter(status="operating").order_by("-latitude", "slug")
    ]


def lines() -> list[Line]:
    """The kinds of goods this database has a category for."""
    leaves = Category.objects.filter(parent__isnull=False).order_by("slug").values_list("slug", "pk", "parent__slug")
    return [Line(ware, family, pk) for slug, pk, family in leaves if (ware := shelf_of(slug))]


def pictures() -> dict[Any, list[dict[str, Any]]]:
    """Pictures there already are, by what they may stand for."""
    found: dict[Any, list[dict[str, Any]]] = {}
    for model, kind, shelf in (
        (Product, "product", "category__slug"),
        (Producer, "producer", "territory"),
        (Circuit, "circuit", "territory"),
    ):
        rows = model._default_manager.exclude(picture={}).order_by("pk").values_list(shelf, "picture")[:2000]
        for key, picture in rows:
            found.setdefault((kind, key), []).append(picture)
    return found


def _known(model: type[models.Model], slugs: list[str]) -> dict[str, int]:
    return dict(model._default_manager.filter(slug__in=slugs).values_list("slug", "pk"))


def _batches(rows: Any) -> Iterator[Any]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
