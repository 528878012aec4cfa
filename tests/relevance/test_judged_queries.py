"""How well the words people type find what they mean, over queries judged one by one."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from search.query import SearchQuery
from tests._engines import EVERY
from tests.relevance.corpus import documents

ENGINES = EVERY
HIT_1, HIT_3, RECIPROCAL_RANK = 0.95, 0.98, 0.96
MUST = [
    "ajos",
    "queso cabra limari",
    "mermelada de algas",
    "vino pais",
    "chiloe",
    "longanisa de gibia",
    "goat cheese",
    "neruda",
]


@dataclass(frozen=True)
class Judged:
    q: str
    lang: str
    answers: frozenset[str]


def judged() -> list[Judged]:
    lines = (Path(__file__).parent / "judged.txt").read_text().splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("#")]
    return [Judged(q, lang, frozenset(answers.split())) for q, lang, answers in rows]


@pytest.fixture(scope="module")
def engine(open_engine):
    engine = open_engine()
    engine.rebuild(documents())
    return engine


def rank(engine, row):
    """The place of the first right answer among ten, from 1; 0 when there is none."""
    slugs = [hit.slug for hit in engine.search(SearchQuery(q=row.q, page_size=10), row.lang).hits]
    return next((place for place, slug in enumerate(slugs, 1) if slug in row.answers), 0)


def test_the_first_results_are_what_people_meant(engine):
    rows = judged()
    ranks = [rank(engine, row) for row in rows]
    misses = [(row.q, place) for row, place in zip(rows, ranks, strict=True) if place != 1]

    assert len(rows) >= 60
    assert sum(place == 1 for place in ranks) / len(rows) >= HIT_1, misses
    assert sum(1 <= place <= 3 for place in ranks) / len(rows) >= HIT_3, misses
    assert sum(1 / place for place in ranks if place) / len(rows) >= RECIPROCAL_RANK, misses


@pytest.mark.parametrize("q", MUST)
def test_what_the_programme_is_known_for_comes_first(engine, q):
    assert all(rank(engine, row) == 1 for row in judged() if row.q == q)


def test_every_answer_of_the_judges_exists():
    slugs = {document.slug for document in documents()}
    assert {answer for row in judged() for answer in row.answers} <= slugs


def test_a_plural_and_its_singular_find_the_same(engine):
    for one, other in [("ajo", "ajos"), ("queso", "quesos"), ("miel", "mieles"), ("uva", "uvas"), ("vino", "vinos")]:
        found = [{hit.key for hit in engine.search(SearchQuery(q=q, page_size=100), "es").hits} for q in (one, other)]
        assert found[0] == found[1]
