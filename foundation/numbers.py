"""Numbers that people read out on the telephone."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string

LEGIBLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and letters that are not taken for one another on the telephone."""


def new_number(prefix: str, model: type[models.Model]) -> str:
    """As in TR-2611-7KQ4MX: the month, then chance. It says nothing of the secret token."""
    month = timezone.localdate().strftime("%y%m")
    rows: Any = model._default_manager
    while True:
        number = f"{prefix}-{month}-{get_random_string(6, LEGIBLE)}"
        if not rows.filter(number=number).exists():
            return number
