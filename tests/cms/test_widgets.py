import json

import pytest
from django.http import QueryDict

from foundation.widgets import Choices, Lines, TwelveNumbers, Week, read_spans


def test_opening_hours_are_written_as_people_write_them() -> None:
    assert read_spans("10:00–13:00, 15.30 a 18:00") == [["10:00", "13:00"], ["15:30", "18:00"]]
    assert read_spans("9:00-17:00") == [["09:00", "17:00"]]


@pytest.mark.parametrize("text", ["mañana", "10-13", "25:00–26:00", "10:00–13:99"])
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_spans(text)


def test_a_week_goes_and_comes_back_the_same() -> None:
    hours = {"mon": [["10:00", "13:00"], ["15:00", "18:00"]], "sun": []}
    shown = Week().decompress(json.dumps(hours))
    posted = {f"h_{number}": text for number, text in enumerate(shown)}
    kept = json.loads(Week().value_from_datadict(posted, {}, "h") or "")
    assert kept["mon"] == hours["mon"]
    assert kept["sun"] == []


def test_a_capacity_that_is_no_number_is_left_for_the_column_to_refuse() -> None:
    posted = {f"c_{month}": "10" for month in range(12)} | {"c_3": "-4"}
    kept = json.loads(TwelveNumbers().value_from_datadict(posted, {}, "c") or "")
    assert kept[3] == "-4"
    assert kept[0] == 10


def test_lines_and_choices() -> None:
    assert json.loads(Lines().value_from_datadict({"d": "Uno\n\n Dos "}, {}, "d") or "") == ["Uno", "Dos"]
    posted = QueryDict("c=shop&c=invented")
    assert json.loads(Choices(choices=[("shop", "Tiendas")]).value_from_datadict(posted, {}, "c")) == ["shop"]
