import pytest

from routes.plans.interests import INTERESTS, strength


@pytest.mark.parametrize(
    ("interest", "text"),
    [
        ("queso", "Quesería Majada Alta"),
        ("vino", "Viña chica"),
        ("mar", "Casa frente al mar"),
        ("iglesias", "IGLESIA de Achao"),
        ("miel", "Mieles de ulmo"),
        ("Chochos", "un chocho enorme"),
        ("petroglifos", "Petroglifos y pinturas"),
    ],
)
def test_an_interest_is_found_whatever_the_accents_case_and_number(interest: str, text: str) -> None:
    assert strength(interest, {text: 2}) == 2


@pytest.mark.parametrize(
    ("interest", "text"), [("mar", "Vendimia en marzo"), ("queso", "lechuga costina"), ("vino", "Nicanor Parra")]
)
def test_words_that_only_begin_alike_are_not_found(interest: str, text: str) -> None:
    assert strength(interest, {text: 2}) == 0


def test_the_strongest_text_counts() -> None:
    assert strength("vino", {"Bodega": 3, "vino y mar": 1}) == 3


def test_each_interest_of_the_form_has_its_own_name() -> None:
    assert len({str(interest.label) for interest in INTERESTS}) == len({i.slug for i in INTERESTS}) == len(INTERESTS)
