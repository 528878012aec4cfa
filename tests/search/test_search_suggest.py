from tests._engines import EVERY
from tests.search.listings import listing

ENGINES = EVERY


def texts(engine, q, lang="es"):
    return [item.text for item in engine.suggest(q, lang)]


def test_the_first_letter_suggests(indexed):
    assert texts(indexed("Queso de cabra", "Vino"), "q") == ["Queso de cabra"]


def test_any_word_of_a_name_can_begin_but_the_first_counts_more(indexed):
    assert texts(indexed("Harina de piñón", "Piñones"), "PIN") == ["Piñones", "Harina de piñón"]


def test_several_words_narrow_down(indexed):
    assert texts(indexed("Queso de cabra", "Queso de vaca"), "queso de v") == ["Queso de vaca"]


def test_at_most_eight_and_each_name_once(indexed):
    engine = indexed(*(f"Queso {number}" for number in range(20)), "Quesillo", "Quesillo")
    found = engine.suggest("ques", "es")
    assert len(found) == 8
    assert len({(item.text, item.kind) for item in found}) == 8


def test_a_name_in_the_other_language_leads_to_the_same_listing(indexed):
    engine = indexed(listing(1, titles={"es": "Queso de cabra", "en": "Goat cheese"}))
    assert texts(engine, "goat ch") == ["Queso de cabra"]
    assert texts(engine, "queso", "en") == ["Goat cheese"]


def test_what_names_do_not_hold_is_searched_for(indexed):
    engine = indexed(listing(1, "Ruta Gastronómica", keywords={"es": "Casa de Pablo Neruda"}), "Vino")
    assert texts(engine, "nerud") == ["Ruta Gastronómica"]


def test_punctuation_alone_suggests_nothing(indexed):
    assert texts(indexed("Queso"), " -") == []
