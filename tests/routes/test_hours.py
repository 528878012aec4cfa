from django.utils import translation

from routes.hours import DAYS, in_words

OFFICE = [["09:00", "13:00"], ["15:00", "18:00"]]


def test_days_alike_are_told_together_and_closed_days_last() -> None:
    week = {"mon": [], "tue": [["10:00", "18:00"]], "wed": [["10:00", "18:00"]], "sat": [["10:00", "14:00"]]}

    assert in_words(week) == [
        "martes y miércoles, 10:00 a 18:00",
        "sábado, 10:00 a 14:00",
        "cerrado lunes",
        "cerrado jueves y viernes",
        "cerrado domingo",
    ]


def test_a_day_may_open_twice() -> None:
    week = dict.fromkeys(DAYS, OFFICE)

    assert in_words(week) == ["todos los días, 09:00 a 13:00 y 15:00 a 18:00"]


def test_open_country_is_always_open() -> None:
    week = {day: [["00:00", "24:00"]] for day in DAYS}

    assert in_words(week) == ["Abierto todos los días, a toda hora"]


def test_nothing_known_is_nothing_said() -> None:
    assert in_words({}) == []


def test_days_have_english_names_in_english() -> None:
    with translation.override("en"):
        assert in_words({"mon": [["10:00", "18:00"]]})[0].startswith("Monday")
