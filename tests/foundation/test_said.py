"""People read our words, not those of the framework."""

import pytest
from django import forms

from foundation.said import PlainForm, PlainFormSet


class Bought(PlainForm):
    phone = forms.CharField(max_length=3)
    bank = forms.ChoiceField(choices=[("a", "A")])


Lines = forms.formset_factory(Bought, formset=PlainFormSet, min_num=1, validate_min=True)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("phone", "1234", "Admite hasta 3 caracteres."), ("bank", "b", "Elija una opción de la lista.")],
)
def test_a_field_says_in_plain_words_what_is_wrong(field: str, value: str, said: str) -> None:
    assert Bought({"phone": "1", "bank": "a"} | {field: value}).errors == {field: [said]}


def test_lines_that_are_missing_are_asked_for_in_plain_words() -> None:
    none = Lines({"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"})

    assert none.non_form_errors() == ["Complete al menos una línea."]


def test_a_form_that_came_in_part_says_so_in_plain_words() -> None:
    several = forms.formset_factory(Bought, formset=PlainFormSet)

    (told,) = several({}).non_form_errors()

    assert told == "El formulario llegó incompleto. Cargue la página y envíelo de nuevo."
