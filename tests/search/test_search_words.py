"""Finding by words: what matches, in what order, and what is offered when it was misspelt."""

import pytest

from search.query import SearchQuery
from tests._engines import EVERY
from tests.search.listings import listing

ENGINES = EVERY


def titles(engine, q, lang="es"):
    return [hit.title for hit in engine.search(SearchQuery(q=q), lang).hits]


def test_a_title_comes_before_a_maker_before_a_summary_before_a_body(indexed):
    engine = indexed(
        listing(1, "A", body={"es": "pisco"}),
        listing(2, "B", summary={"es": "pisco"}),
        listing(3, "C", maker="Pisco"),
        listing(4, "Pisco"),
    )
    assert titles(engine, "pisco") == ["Pisco", "C", "B", "A"]


def test_all_words_are_needed_while_that_finds_anything(indexed):
    assert titles(indexed("Queso de cabra", "Queso de vaca"), "queso vaca") == ["Queso de vaca"]


def test_one_odd_word_does_not_kill_a_query(indexed):
    assert titles(indexed("Queso de cabra", "Vino"), "queso de cabra wxyzzy") == ["Queso de cabra"]


def test_words_that_never_meet_find_each_by_itself(indexed):
    assert set(titles(indexed("Queso", "Vino", "Miel"), "queso vino")) == {"Queso", "Vino"}


def test_a_typo_is_forgiven_and_put_right(indexed):
    found = indexed("Longaniza de jibia", "Vino").search(SearchQuery(q="longanisa de gibia"), "es")
    assert [hit.title for hit in found.hits] == ["Longaniza de jibia"]
    assert found.did_you_mean == "longaniza de jibia"


@pytest.mark.parametrize("typed", ["keso", "quezo", "qeso"])
def test_a_word_written_as_it_sounds_is_put_right_before_one_that_only_looks_like_it(indexed, typed):
    engine = indexed("Queso de cabra", "Por eso el delantal", "Queque de Pascua")
    found = engine.search(SearchQuery(q=typed), "es")
    assert found.did_you_mean == "queso"
    assert [hit.title for hit in found.hits] == ["Queso de cabra"]


def test_a_correction_is_written_with_its_accent(indexed):
    assert (
        indexed("Turismo en Limarí").search(SearchQuery(q="turismo limary"), "es").did_you_mean
        == "turismo Limarí".lower()
    )


def test_a_word_written_as_it_is_indexed_is_never_corrected(indexed):
    found = indexed("Licor de ulmo", "Silla de olmo").search(SearchQuery(q="olmo"), "es")
    assert [hit.title for hit in found.hits] == ["Silla de olmo"]
    assert found.did_you_mean is None


def test_a_rare_spelling_offers_the_common_one(indexed):
    engine = indexed("Quesso", *(f"Queso {number}" for number in range(20)))
    assert engine.search(SearchQuery(q="quesso"), "es").did_you_mean == "queso"


def test_the_word_itself_comes_before_its_synonym(indexed):
    assert titles(indexed("Jibia ahumada", "Calamar ahumado", "Vino"), "calamar") == [
        "Calamar ahumado",
        "Jibia ahumada",
    ]


def test_a_query_in_one_language_finds_a_listing_in_the_other(indexed):
    engine = indexed(listing(1, titles={"es": "Queso de cabra", "en": "Goat cheese"}), listing(2, "Vino"))
    assert titles(engine, "goat cheese", "es") == ["Queso de cabra"]
    assert titles(engine, "queso de cabra", "en") == ["Goat cheese"]


def test_a_synonym_finds_a_listing_without_a_translation(indexed):
    assert titles(indexed("Queso de cabra", "Vino"), "goat cheese", "en") == ["Queso de cabra"]


def test_words_that_stand_together_come_first(indexed):
    engine = indexed("Sal marina para la flor del valle", "Flor de sal del valle marino")
    assert titles(engine, "flor de sal")[0] == "Flor de sal del valle marino"


@pytest.mark.parametrize("q", ["", "   "])
def test_no_words_find_everything_from_north_to_south(indexed, q):
    places = {"Chiloé": (-42.6, -73.8), "Huasco": (-28.6, -70.8), "Limarí": (-30.6, -71.2)}
    engine = indexed(*(listing(n, name, lat=at[0], lon=at[1]) for n, (name, at) in enumerate(places.items(), 1)))
    assert titles(engine, q.strip()) == ["Huasco", "Limarí", "Chiloé"]


@pytest.mark.parametrize("q", ["!!!", "🧀", "de la", "'\"*()[]{}:^~\\/+-", "a" * 300, "NOT", "AND OR", "*"])
def test_no_text_breaks_the_search(indexed, q):
    found = indexed("Queso").search(SearchQuery(q=q), "es")
    assert found.total == len(found.hits)


def test_an_index_that_was_never_built_is_empty(engine):
    found = engine.search(SearchQuery(q="queso"), "es")
    assert (found.total, found.hits, engine.suggest("q", "es"), engine.count()) == (0, (), [], 0)


def test_a_quotation_marks_the_words_and_escapes_the_rest(indexed):
    summary = {"es": "<script>alert(1)</script> el queso & el <b>vino</b> de los quesos"}
    (hit,) = indexed(listing(1, "Canasta", summary=summary)).search(SearchQuery(q="quesos"), "es").hits
    assert hit.highlight == (
        "&lt;script&gt;alert(1)&lt;/script&gt; el <mark>queso</mark> &amp; el &lt;b&gt;vino&lt;/b&gt; "
        "de los <mark>quesos</mark>"
    )


def test_a_long_text_is_quoted_where_it_matches(indexed):
    body = {"es": "palabra " * 200 + "cochayuyo " + "palabra " * 200}
    (hit,) = indexed(listing(1, "Alga", body=body)).search(SearchQuery(q="cochayuyos"), "es").hits
    assert hit.highlight is not None
    assert "<mark>cochayuyo</mark>" in hit.highlight
    assert len(hit.highlight) < 250


def test_an_accent_in_two_characters_is_marked_whole(indexed):
    (hit,) = indexed("Pin\u0303on").search(SearchQuery(q="piñón"), "es").hits
    assert hit.highlight == "<mark>Piñon</mark>"


def test_without_words_there_is_no_quotation(indexed):
    assert indexed("Queso").search(SearchQuery(), "es").hits[0].highlight is None
