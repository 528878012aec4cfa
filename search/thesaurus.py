"""The thesaurus in force: what the program brings, with what editors added to it and took from it.

Each process reads the few rows again after half a minute, and at once when it was itself that changed them; so a
change takes effect without a restart, and a search asks the database for it seldom.
"""

import time
from typing import Any

from django.db.models.signals import post_delete, post_save

from .models import SynonymGroup
from .synonyms import Thesaurus, built_in, plain, read_group, use

FRESH_SECONDS = 30.0
Rows = tuple[tuple[str, str, bool], ...]


class Memory:
    def __init__(self) -> None:
        self.rows: Rows = ()
        self.read_at = float("-inf")

    def forget(self, **_signal: Any) -> None:
        self.read_at = float("-inf")

    def follow(self) -> None:
        """Have searches go by what is published now."""
        if time.monotonic() - self.read_at < FRESH_SECONDS:
            return
        rows = tuple(SynonymGroup.objects.filter(live=True).order_by("pk").values_list("es", "en", "apart"))
        self.read_at = time.monotonic()
        if rows != self.rows:
            self.rows = rows
            use(with_rows(rows))


def with_rows(rows: Rows) -> Thesaurus:
    if not rows:
        return plain()
    added = [read_group(es, en) for es, en, apart in rows if not apart]
    return Thesaurus((*built_in(), *added), apart=[read_group(es, en) for es, en, apart in rows if apart])


memory = Memory()


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(memory.forget, sender=SynonymGroup, dispatch_uid=f"search.synonyms.{id(signal)}")
