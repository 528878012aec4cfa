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

    def lists(self) -> list[str]:
        """Query strings of list pages: facets chosen, words typed, pages turned."""
        rng = Random(3)
        found = []
        for query in self.queries:
            chosen: dict[str, str] = {"q": query} if rng.random() < 0.5 else {}
            if rng.random() < 0.5 and self.territories:
                chosen["territory"] = rng.choice(self.territories)
            if rng.random() < 0.3:
                chosen["month"] = str(rng.randint(1, 12))
            found.append(urlencode(chosen))
        return found


def gather(most: int = 200) -> Subjects:
    titles = [title for _slug, title in _spread(Product, "title_es", most)]
    return Subjects(
        products=[slug for slug, _title in _spread(Product, "title_es", most)],
        producers=[slug for slug, _name in _spread(Producer, "name", most)],
        circuits=[slug for slug, _title in _spread(Circuit, "title_es", most)],
        territories=list(
            Territory.objects.filter(live=True, status="operating").order_by("slug").values_list("slug", flat=True)
        ),
        categories=_categories(),
        queries=_queries(titles, most),
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
