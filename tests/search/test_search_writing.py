"""What is written, by whom and when, and what readers see of it meanwhile."""

import threading
from dataclasses import replace

import pytest

from search.query import SearchQuery
from tests._engines import EVERY
from tests.search.listings import listing

ENGINES = EVERY


def titles(engine, **query):
    return {hit.title for hit in engine.search(SearchQuery(page_size=100, **query), "es").hits}


def test_an_older_version_never_overwrites_a_newer_one(engine):
    engine.upsert([listing(1, "Nuevo", version=5)])

    assert engine.upsert([listing(1, "Viejo", version=4)]) == 0
    assert titles(engine) == {"Nuevo"}


def test_the_same_version_again_changes_nothing_but_its_text(engine):
    engine.upsert([listing(1, "Queso", version=5)])
    engine.upsert([listing(1, "Queso de cabra", version=5)])

    assert titles(engine) == {"Queso de cabra"}
    assert engine.count() == 1


def test_of_two_versions_in_one_batch_the_newer_stays(engine):
    engine.upsert([listing(1, "Nuevo", version=2), listing(1, "Viejo", version=1)])

    assert titles(engine) == {"Nuevo"}


def test_one_number_in_two_kinds_is_two_listings(engine):
    engine.upsert([listing(1, "Queso"), listing(1, "Ruta", kind="circuit")])

    assert dict(engine.versions()) == {("product", 1): 1, ("circuit", 1): 1}


def test_a_deleted_listing_is_gone_at_once(engine):
    engine.upsert([listing(1, "Queso"), listing(2, "Vino")])
    engine.delete([("product", 1)])

    assert titles(engine) == {"Vino"}
    assert titles(engine, q="queso") == set()


def test_a_straggler_older_than_a_deletion_stays_out_and_a_newer_one_comes_back(engine):
    engine.upsert([listing(1, "Queso", version=3)])
    engine.delete([("product", 1)], versions={("product", 1): 4})

    engine.upsert([listing(1, "Queso", version=3)])
    assert engine.count() == 0
    engine.upsert([listing(1, "Queso", version=5)])
    assert engine.count() == 1


def test_a_rebuild_is_seen_by_an_engine_that_was_open_before(engine, reopened):
    engine.upsert([listing(1, "Queso")])
    reader = reopened()
    assert titles(reader) == {"Queso"}

    engine.rebuild([listing(2, "Vino")])

    assert titles(reader) == {"Vino"}


def test_a_rebuild_never_shows_fewer_and_keeps_what_is_written_meanwhile(engine):
    old = [listing(number) for number in range(1, 41)]
    engine.rebuild(old)
    seen, done = set(), threading.Event()

    def look():
        while not done.is_set():
            seen.add(engine.search(SearchQuery(q="queso"), "es").total)

    def slowly():
        for number, document in enumerate(old):
            if number == 20:
                engine.upsert([listing(41, "Queso nuevo"), replace(old[0], version=9, title={"es": "Queso cambiado"})])
                engine.delete([("product", 2)])
                engine.upsert([listing(42, "Queso nuevo")])
            yield document

    reader = threading.Thread(target=look)
    reader.start()
    try:
        for _ in range(3):
            engine.rebuild(slowly())
    finally:
        done.set()
        reader.join()

    assert seen <= {40, 41, 42}
    assert seen >= {40}
    versions = dict(engine.versions())
    assert versions["product", 1] == 9
    assert {("product", 41), ("product", 42)} <= versions.keys()
    assert ("product", 2) not in versions


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(engine):
    engine.upsert([listing(1, "Queso")])

    def broken():
        yield listing(2, "Vino")
        raise RuntimeError("la base de datos se fue")

    with pytest.raises(RuntimeError):
        engine.rebuild(broken())
    engine.upsert([listing(3, "Miel")])

    assert titles(engine) == {"Queso", "Miel"}
    engine.rebuild([listing(1, "Queso")])
    assert titles(engine) == {"Queso"}


def test_many_writers_at_once_lose_nothing(engine):
    def write(first):
        for number in range(first, first + 5):
            engine.upsert([listing(number)])

    writers = [threading.Thread(target=write, args=(first,)) for first in (1, 11, 21, 31)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert engine.count() == 20


def test_a_new_word_is_found_as_soon_as_it_is_written(engine):
    engine.upsert([listing(1, "Queso")])
    assert titles(engine, q="cochayuyo") == set()
    engine.upsert([listing(2, "Cochayuyo seco")])

    assert titles(engine, q="cochayuyo") == {"Cochayuyo seco"}


def test_a_card_comes_back_as_it_went_in(engine):
    card = {"image": None, "months": [1, 2], "maker": "Quesería Ñuñoa", "price": 12990}
    engine.upsert([listing(1, card=card)])

    assert engine.search(SearchQuery(), "es").hits[0].card == card
