"""Documents a stranger wrote: whatever is wrong in them is named by its field, and nothing else happens."""

from decimal import Decimal

import pytest

from foundation.reading import BadProblem, a_list, a_whole, as_object, given, read_object, refuse_twins, within


def test_an_object_is_read_with_its_decimals_as_written() -> None:
    assert read_object(b'{"share": 0.10, "n": 3}') == {"share": Decimal("0.10"), "n": 3}


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "{", '{"a": NaN}', '{"a": 1e-Infinity}', "[" * 100_000, '{"a": 1e99999999999999999999}']
)
def test_what_is_no_object_of_json_is_the_documents_fault(text: str) -> None:
    with pytest.raises(BadProblem) as caught:
        read_object(text)
    assert caught.value.field == "document"


def test_a_document_too_long_is_not_parsed() -> None:
    with pytest.raises(BadProblem, match="longer than 4 bytes"):
        read_object('{"a":', most_bytes=4)


@pytest.mark.parametrize("value", [True, 1.0, "1", None, -1, 11])
def test_a_whole_number_is_one_within_its_bounds(value: object) -> None:
    with pytest.raises(BadProblem, match=r"days\[0\].start: must be a whole number from 0 to 10"):
        a_whole(value, "days[0].start", most=10)
    assert a_whole(10, "x", most=10) == 10


def test_fields_are_named_by_where_they_stand() -> None:
    assert (within("", "days"), within("days[2]", "end")) == ("days", "days[2].end")
    for read in (lambda: given({}, "end", "days[2]"), lambda: a_list({"end": {}}, "end", "days[2]", most=3)):
        with pytest.raises(BadProblem) as caught:
            read()
        assert caught.value.field == "days[2].end"
    with pytest.raises(BadProblem, match="suppliers"):
        as_object([], "suppliers[1]")
    assert given({}, "end", "days[2]", default=0) == 0


def test_the_second_of_two_alike_is_named() -> None:
    refuse_twins(["a", "b"], "places")
    with pytest.raises(BadProblem) as caught:
        refuse_twins(["a", "b", "a"], "places")
    assert caught.value.field == "places[2].id"
