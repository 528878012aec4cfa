"""Whether the engine that stands in for a cluster that is gone knows all that the database says."""

from foundation.models import OutboxMessage

from .engines import EngineDown, embedded_engine
from .sources import registered

OURS = "search."
"""How the names of this room's handlers begin."""


def stand_in_lags() -> bool:
    """Listings are missing from the stand-in's index or left over in it, or a change waits that nobody has tried yet.

    A change the cluster alone has missed was tried before, and the stand-in, written first, has it.
    """
    if OutboxMessage.objects.waiting().filter(handler__startswith=OURS, attempts=0).exists():
        return True
    try:
        held = embedded_engine().count()
    except EngineDown:
        return True
    return held != sum(source.all_ids().count() for source in registered())
