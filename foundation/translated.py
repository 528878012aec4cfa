"""A text kept in a column per language: Spanish always, English when somebody wrote it."""

from typing import Any, overload

from django.db import models
from django.utils.translation import get_language


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
