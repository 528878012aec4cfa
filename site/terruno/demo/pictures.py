"""The demo's pictures, drawn side by side; what pages show first is drawn first."""

import time
from collections.abc import Iterator

from django.db import transaction

from catalog.models import Product
from foundation.pictures import WANTED, refresh_all
from foundation.records import Record
from opportunities.models import Opportunity
from producers.models import Network, Producer
from routes.models import Circuit
from territories.models import Territory
from terruno.pages import pictures as pages

from .files import read, rows
from .loader import Say

NEED = {
    Product: ("category__parent", "territory", "comuna", "image"),
    Circuit: ("territory", "image"),
    Opportunity: ("territory", "image"),
    Territory: ("image",),
    Network: ("territory", "image"),
    Producer: ("territory", "comuna", "image"),
}
"""What drawing a row asks of its neighbours."""


def records() -> Iterator[Record]:
    """The demo's rows in the order a visitor meets them; synthetic ones bring a picture along."""
    home = read("pages")["home"]
    first = [hero["product"] for hero in home["heroes"]]
    first += [slug for section in home["sections"] for slug in section.get("products", [])]
    products = [row["slug"] for row in rows("products", "products")]
    yield from _of(Product, first)
    yield from _of(Circuit, [row["slug"] for row in read("circuits")["circuits"]])
    yield from _of(Product, [slug for slug in products if slug not in first])
    yield from _of(Territory, [row["slug"] for row in read("territories")["territories"]])
    yield from _of(Opportunity, [row["slug"] for row in read("opportunities")["opportunities"]])
    yield from _of(Network, [row["slug"] for row in read("networks")["networks"]])
    yield from _of(Producer, [row["slug"] for row in rows("producers", "producers")])


def _of(model: type[Record], slugs: list[str]) -> list[Record]:
    found = {row.slug: row for row in model._default_manager.filter(slug__in=slugs).select_related(*NEED[model])}
    return [found[slug] for slug in dict.fromkeys(slugs) if slug in found]


def leave_to_worker() -> int:
    """Ask the worker for what is missing; none is drawn here."""
    with transaction.atomic():
        for record in records():
            if not record.picture:
                record.tell(WANTED)
    return 0


def draw(say: Say, seconds: float) -> int:
    """Draw what is missing, for at most so many seconds; the rest is the worker's. Answers how many changed."""
    started = said = time.monotonic()

    def step(done: int, of: int) -> bool:
        nonlocal said
        now = time.monotonic()
        if now - said >= 5 or done == of:
            said = now
            say(f"  {done} of {of} posters")
        if now - started > seconds and done < of:
            say(f"  the worker draws the other {of - done}")
            return False
        return True

    return pages.refresh_all() + refresh_all(records(), workers=2, step=step)
