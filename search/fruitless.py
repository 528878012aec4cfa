"""Searches that found nothing tell the rooms to the left what people looked for: the word, the place, the day.

Nothing of who asked. One event a word, place and day, and few an hour: a robot must not fill the outbox, nor a search
wait for a write more often than it has to.
"""

import logging
import time
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.utils import timezone

from foundation import outbox

from .plan import content_words
from .query import SearchQuery
from .results import SearchResults

logger = logging.getLogger(__name__)

FRUITLESS = "search.fruitless"
"""Payload: `{"q": folded words, "territory": slug or "", "day": "2027-03-01"}`."""
DAY_SECONDS = 24 * 3600
MOST_AN_HOUR = 120
"""Of each process."""
MOST_WORDS, MOST_LETTERS, LONGEST_NUMBER = 4, 60, 3


@dataclass
class Allowance:
    """So many an hour, given anew with each hour."""

    most: int
    hour: int = -1
    left: int = field(default=0)

    def take(self) -> bool:
        hour = int(time.time() // 3600)
        if hour != self.hour:
            self.hour, self.left = hour, self.most
        self.left -= 1
        return self.left >= 0


allowance = Allowance(MOST_AN_HOUR)


def tell_fruitless(query: SearchQuery, results: SearchResults) -> None:
    """Publish that this search found nothing, if it says what is lacking and was not told today."""
    if results.total or results.degraded or not query.q or not only_by_place(query):
        return
    sought = sought_words(query.q)
    if not sought:
        return
    territory = query.territories[0] if query.territories else ""
    day = timezone.localdate().isoformat()
    key = f"{day}:{territory}:{sought}"
    if cache.add(f"fruitless:{key}".replace(" ", "_"), True, DAY_SECONDS) and allowance.take():
        publish(key, {"q": sought, "territory": territory, "day": day})


def publish(key: str, payload: dict[str, str]) -> None:
    """A search that cannot write answers all the same."""
    try:
        with transaction.atomic():
            outbox.publish(FRUITLESS, key=key, payload=payload)
    except DatabaseError:
        logger.warning("A fruitless search could not be noted", exc_info=True)


def only_by_place(query: SearchQuery) -> bool:
    """Whether nothing but words, kind and at most one territory narrowed the search: a price may be why it is empty."""
    narrowed = (query.categories, query.seals, query.month, query.measured_from, query.price_min, query.price_max)
    return query.page == 1 and len(query.territories) <= 1 and not any(narrowed)


def sought_words(q: str) -> str:
    """The words that say what is sought, folded; "" for what may be an address, a number or a letter to us."""
    words = [folded for folded, _start, _end in content_words(q)]
    plain = all(len(word) > 1 and not (word.isdigit() and len(word) > LONGEST_NUMBER) for word in words)
    text = " ".join(words)
    return text if plain and "@" not in q and 1 <= len(words) <= MOST_WORDS and len(text) <= MOST_LETTERS else ""
