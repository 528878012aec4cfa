"""Forms clean by the rules of `inquiries.cleaning`, as the API does."""

from collections.abc import Callable
from typing import Any

from django import forms

from inquiries.cleaning import BadField


def by_rule(clean: Callable[[], Any]) -> Any:
    """What the rule answers, or its message at the field."""
    try:
        return clean()
    except BadField as error:
        raise forms.ValidationError(error.message) from error
