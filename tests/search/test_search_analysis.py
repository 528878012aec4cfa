import pytest

from search.analysis import analyze, sound, stem_en, stem_es, within
from search.synonyms import plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ajo", "ajos"), ("uva", "uvas"), ("queso", "quesos"), ("miel", "mieles"), ("nuez", "nueces"), ("pan", "panes"),
        ("licor", "licores"), ("pais", "paises"), ("chilota", "chilotes"), ("aceite", "aceites"), ("ave", "aves"),
        ("arroz", "arroces"), ("pinon", "pinones"), ("sal", "sales"), ("mes", "meses"), ("cabra", "cabras"),
    ],
)  # fmt: skip
def test_a_plural_or_a_feminine_meets_its_other_form(one, other):
    assert stem_es(one) == stem_es(other)


@pytest.mark.parametrize(("one", "other"), [("sal", "sala"), ("vino", "vina"), ("mes", "mesa"), ("papa", "pan")])
def test_different_words_stay_different(one, other):
    assert stem_es(one) != stem_es(other)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("berries", "berry"), ("potatoes", "potato"), ("cheeses", "cheese"), ("grapes", "grape"), ("glass", "glass")],
)
def test_an_english_plural_loses_its_ending(plural, singular):
    assert stem_en(plural) == singular


def test_case_and_accents_do_not_matter_however_they_are_encoded():
    assert analyze("PIÑÓN de Chiloé", "es") == analyze("pin\u0303o\u0301n chiloe", "es")


def test_words_that_sound_alike_in_chile_are_one_sound():
    assert sound("gibia") == sound("jibia")
    assert sound("longanisa") == sound("longaniza")
    assert sound("oliba") == sound("oliva")
    assert sound("queso") != sound("quise")


@pytest.mark.parametrize(
    ("left", "right", "most", "edits"),
    [("queso", "queso", 1, 0), ("queso", "quseo", 1, 1), ("queso", "quezo", 1, 1), ("queso", "vino", 2, None)],
)
def test_a_swap_of_neighbours_is_one_edit(left, right, most, edits):
    assert within(left, right, most) == edits


def test_synonyms_cross_languages():
    assert ("en", "goat cheese") in plain().synonyms("es", tuple(analyze("quesos de cabra", "es")))
    assert ("es", "jibia") in plain().synonyms("en", ("squid",))
