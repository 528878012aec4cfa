"""What is asked for: addresses and words out of the data at hand, the same at every run over the same data."""

from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from urllib.parse import urlencode

from django.db.models import Count

from catalog.models import Category, Product
from producers.models import Producer
from routes.models import Circuit
from territories.models import Territory

TYPED = (
    "queso",
    "vino",
    "miel",
    "ajos",
    "aceitunas",
    "quezo cabra",
    "mermelada",
    "longanisa",
    "goat cheese",
    "uva de mesa",
)

TYPED_TIMES = 5


@dataclass(frozen=True)
class Subjects:
    """Slugs spread over the whole table, and queries as people type them."""

    products: list[str]
    producers: list[str]
    circuits: list[str]
    territories: list[str]
    categories: list[str]
    """Those that hold products, the largest first."""
    queries: list[str]
    typed: list[str]
    """More of them, for who asks each only once."""

    def lists(self) -> list[str]:
        """Query strings of list pages: words typed, facets chosen, prices bounded."""
        rng = Random(3)
        return [urlencode(self._narrowed(rng, query), doseq=True) for query in self.queries]

    def searches(self, most: int) -> list[str]:
        """As many as there are queries typed, up to `most`, for the API: pages turned and places to be near to, too."""
        rng = Random(4)
        found = []
        for query in self.typed[:most]:
            chosen = self._narrowed(rng, query)
            if rng.random() < 0.1:
                chosen["page"] = str(rng.randint(2, 20))
            if rng.random() < 0.1:
                lat, lon = rng.uniform(-42, -30), rng.uniform(-73, -70.5)
                chosen |= {"near": f"{lat:.3f},{lon:.3f}", "within_km": rng.choice(("5", "25", "100"))}
                chosen["sort"] = "distance"
            found.append(urlencode(chosen, doseq=True))
        return found

    def _narrowed(self, rng: Random, query: str) -> dict[str, str | list[str]]:
        chosen: dict[str, str | list[str]] = {"q": query} if rng.random() < 0.6 else {}
        if rng.random() < 0.4 and self.territories:
            chosen["territory"] = rng.sample(self.territories, min(len(self.territories), rng.choice((1, 1, 2))))
        if rng.random() < 0.2 and self.categories:
            chosen["category"] = rng.choice(self.categories)
        if rng.random() < 0.2:
            chosen["month"] = str(rng.randint(1, 12))
        if rng.random() < 0.15:
            chosen["price_max"] = str(rng.choice((5_000, 10_000, 20_000)))
        if rng.random() < 0.15:
            chosen["sort"] = rng.choice(("price", "-price", "newest"))
        return chosen


def gather(most: int = 200) -> Subjects:
    products = _spread(Product, "title_es", most)
    titles = [title for _slug, title in products]
    return Subjects(
        products=[slug for slug, _title in products],
        producers=[slug for slug, _name in _spread(Producer, "name", most)],
        circuits=[slug for slug, _title in _spread(Circuit, "title_es", most)],
        territories=list(
            Territory.objects.filter(live=True, status="operating").order_by("slug").values_list("slug", flat=True)
        ),
        categories=_categories(),
        queries=_queries(titles, most),
        typed=_queries(titles, most * TYPED_TIMES),
    )


def _categories() -> list[str]:
    held = Category.objects.annotate(held=Count("products")).filter(held__gt=0)
    return list(held.order_by("-held", "slug").values_list("slug", flat=True)[:30])


def _spread(model: type[Product | Producer | Circuit], title: str, most: int) -> list[tuple[str, str]]:
    ids = list(model.objects.filter(live=True).order_by("pk").values_list("pk", flat=True))
    chosen = ids[:: max(1, len(ids) // most)][:most]
    return list(model.objects.filter(pk__in=chosen).order_by("pk").values_list("slug", title))


def _queries(titles: list[str], most: int) -> list[str]:
    """One to three words of titles, some cut short or misspelt, with what people type among them."""
    rng = Random(5)
    found = []
    for title in islice(cycle(titles), most) if titles else ():
        words = [word for word in title.split() if len(word) > 2]
        query = " ".join(rng.sample(words, min(len(words), rng.randint(1, 3))))
        if rng.random() < 0.15 and len(query) > 5:
            at = rng.randrange(1, len(query) - 1)
            query = query[:at] + query[at + 1 :]
        found.append(query)
    return [*TYPED, *found][:most]
