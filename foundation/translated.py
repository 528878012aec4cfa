"""A text kept in a column per language: Spanish always, English when somebody wrote it."""

from collections.abc import Callable
from typing import Any, overload

from django.db import models
from django.utils.translation import get_language, override

LANGUAGES = ("es", "en")


def in_each(name: str, say: Callable[..., str]) -> dict[str, str]:
    """The columns `<name>_es` and `<name>_en` of a sentence, said in each language."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[f"{name}_{language}"] = say()
    return found


class Translated:
    """`title = Translated("title")` reads title_en for an English reader, and title_es when that is empty."""

    def __init__(self, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, obj: None, owner: type) -> "Translated": ...
    @overload
    def __get__(self, obj: Any, owner: type) -> str: ...
    def __get__(self, obj: Any, owner: type) -> "Translated | str":
        if obj is None:
            return self
        return self.read(obj, get_language() or "es")

    def read(self, obj: models.Model, language: str) -> str:
        """The text for `language` ("es", "en", "en-gb"), or the Spanish one."""
        spanish: str = getattr(obj, f"{self.name}_es")
        if language.startswith("es"):
            return spanish
        return getattr(obj, f"{self.name}_{language.split('-')[0]}", "") or spanish
