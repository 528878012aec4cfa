"""Pieces of a retail format on the shelf, as their maker counts them."""

from django.db import IntegrityError, transaction

from catalog.models import Format, Stock
from foundation import audit, outbox
from foundation.actors import Actor
from foundation.models import User


class StockMoved(Exception):
    """Pieces were sold or put aside since the maker looked; `now` is what stands on the shelf, `held` of them taken."""

    def __init__(self, now: int | None, held: int) -> None:
        super().__init__(f"{now} ({held})")
        self.now = now
        self.held = held


def set_stock(actor: Actor | User, entry: Format, *, pieces: int | None, seen: int | None) -> None:
    """Set what is on the shelf, `None` for a format that is not sold by the piece, if it is still as `seen`.

    One conditional UPDATE, so that a sale in between is never written over. Raises StockMoved.
    """
    if pieces == seen:
        return
    with transaction.atomic():
        stored = Stock.objects.filter(format=entry)
        if seen is None:
            changed = _start(entry, pieces or 0)
        elif pieces is None:
            changed = bool(stored.filter(on_hand=seen, held=0).delete()[0])
        else:
            changed = bool(stored.filter(on_hand=seen, held__lte=pieces).update(on_hand=pieces))
        if not changed:
            now = stored.first()
            raise StockMoved(now.on_hand if now else None, now.held if now else 0)
        audit.record(actor, "stock.set", entry, before=seen, after=pieces)
        outbox.publish("stock.changed", entry, payload={"format": entry.pk, "product": entry.product_id})


def _start(entry: Format, pieces: int) -> bool:
    try:
        with transaction.atomic():
            Stock.objects.create(format=entry, on_hand=pieces)
    except IntegrityError:
        return False
    return True
