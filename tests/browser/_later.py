"""The product's WSGI application with its clock DAYS_LATER days ahead; nothing else of it is different.

What is sealed until a day stays sealed until then: the walk goes to that day.
"""

import os
from datetime import datetime, timedelta

from django.utils import timezone

AHEAD = timedelta(days=int(os.environ["DAYS_LATER"]))
today = timezone.now


def now() -> datetime:
    return today() + AHEAD


timezone.now = now  # before any module takes it by name

from terruno.wsgi import application  # noqa: E402  # after the clock was set

__all__ = ["application"]
