import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from foundation import months


def test_a_mask_and_its_months_are_one():
    assert months.mask([1, 2, 12]) == 0b1000_0000_0011
    for bits in range(4096):
        assert months.mask(months.months(bits)) == bits


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_thirteenth_month(month):
    with pytest.raises(ValueError):
        months.mask([month])


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([], ""),
        (range(1, 13), "todo el año"),
        ([3], "marzo"),
        ([3, 4], "marzo y abril"),
        ([11, 12, 1, 2], "de noviembre a febrero"),
        ([12, 1], "diciembre y enero"),
        ([1, 2, 3, 9], "de enero a marzo y septiembre"),
    ],
)
def test_a_season_in_words(chosen, words):
    with translation.override("es"):
        assert months.in_words(months.mask(chosen)) == words


class SeasonForm(forms.Form):
    season = months.MonthsFormField(required=False)


def test_a_form_takes_months_and_gives_a_mask():
    form = SeasonForm({"season": ["1", "12"]})

    assert form.is_valid()
    assert form.cleaned_data["season"] == months.mask([1, 12])
    assert not SeasonForm({"season": ["13"]}).is_valid()
    assert 'value="12"' in str(SeasonForm(initial={"season": months.mask([12])}))
    assert str(SeasonForm(initial={"season": months.mask([12])})).count("checked") == 1


def test_a_form_knows_whether_the_season_changed():
    unchanged = SeasonForm({"season": ["1"]}, initial={"season": 1})
    changed = SeasonForm({"season": ["2"]}, initial={"season": 1})

    assert [unchanged.has_changed(), changed.has_changed()] == [False, True]


def test_the_column_takes_masks_and_lists_and_refuses_the_rest():
    field = months.MonthsField()

    assert field.clean([1, 2], None) == 3
    assert isinstance(field.formfield(), months.MonthsFormField)
    for wrong in (4096, -1, [13]):
        with pytest.raises(ValidationError):
            field.clean(wrong, None)
