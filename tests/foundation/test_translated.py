from dataclasses import dataclass

import pytest
from django.utils import translation

from foundation.translated import Translated


@dataclass
class Thing:
    title_es: str
    title_en: str = ""
    title = Translated("title")


@pytest.mark.parametrize(
    ("language", "english", "seen"),
    [
        ("es", "Cheese", "Queso"),
        ("en", "Cheese", "Cheese"),
        ("en-gb", "Cheese", "Cheese"),
        ("en", "", "Queso"),
        ("fr", "x", "Queso"),
    ],
)
def test_a_reader_sees_their_language_or_spanish(language, english, seen):
    with translation.override(language):
        assert Thing("Queso", english).title == seen
