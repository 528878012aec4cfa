"""What a page costs: queries, the worker's processor time against a view that does nothing, bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from wagtail.images.models import Rendition

from .figures import Figure
from .server import Server, compressed_size
from .subjects import Subjects

TRIVIAL = "/bench/trivial"
TRIVIAL_TIMES = 8
"""The trivial view is asked more often, since one is too short to measure well."""


@dataclass(frozen=True)
class Page:
    """`paths` are taken in turn; `queries` and `ratio` are the most it may use."""

    name: str
    paths: list[str]
    queries: int | None = None
    ratio: float | None = None


def pages(subjects: Subjects) -> list[Page]:
    lists = subjects.lists()
    return [
        Page("product", [f"/productos/{slug}/" for slug in subjects.products], 12, 16),
        Page("list with facets", [f"/productos/?{query}" for query in lists], 15, 25),
        Page("search", [f"/buscar/?{query}" for query in lists], 15, 25),
        Page("home", ["/"], 25),
        Page("circuit", [f"/rutas/{slug}/" for slug in subjects.circuits]),
        Page("territory", [f"/territorios/{slug}/" for slug in subjects.territories]),
        Page("producer", [f"/productores/{slug}/" for slug in subjects.producers]),
    ]


def measure(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """Queries and size of each page; then rounds of all pages by turns, so that a busy machine slows all alike."""
    shown = [page for page in pages(subjects) if page.paths]
    before = Rendition.objects.count()
    figures = [figure for page in shown for figure in _once(server, page, 5 if quick else 30)]
    ratios: dict[str, list[float]] = {page.name: [] for page in shown}
    trivial = []
    turns = {page.name: cycle(page.paths) for page in shown}
    rounds, times = (3, 10) if quick else (7, 60)
    for _round in range(rounds):
        base = _spent(server, cycle([TRIVIAL]), times * TRIVIAL_TIMES)
        trivial.append(base)
        for page in shown:
            ratios[page.name].append(_spent(server, turns[page.name], times) / base)
    figures.append(Figure("pages", "trivial view, processor", round(median(trivial) * 1000, 3), "ms"))
    for page in shown:
        figures.append(
            Figure("pages", f"{page.name}, processor", round(median(ratios[page.name]), 1), "×trivial", page.ratio)
        )
    figures.append(Figure("pictures", "renditions made in requests", Rendition.objects.count() - before, "files", 0))
    return figures


def _spent(server: Server, paths: Iterator[str], times: int) -> float:
    """The worker's processor seconds a request."""
    started = server.processor_seconds()
    for _time in range(times):
        server.get(next(paths))
    return (server.processor_seconds() - started) / times


def _once(server: Server, page: Page, most: int) -> list[Figure]:
    """Also warms what the process keeps: templates, routes, fonts of words."""
    for path in page.paths[:3]:
        server.get(path)
    answers = [server.get(path, {"X-Bench-Count": "1", "Accept-Encoding": "gzip"}) for path in page.paths[:most]]
    queries = max(int(answer.headers["x-bench-queries"]) for answer in answers)
    size = median(compressed_size(answer) for answer in answers)
    return [
        Figure("pages", f"{page.name}, queries (most)", queries, "queries", page.queries),
        Figure(
            "pages", f"{page.name}, HTML gzipped", round(size / 1000, 1), "kB", 10 if page.name == "product" else None
        ),
    ]
