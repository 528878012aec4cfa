"""The product without its one transaction: what the control run kills, to show that the test would notice."""

from contextlib import nullcontext
from types import SimpleNamespace

from terruno.wsgi import application

__all__ = ["application"]


def take_the_transaction_away() -> None:
    """The rooms can be imported only now that Django is set up."""
    from foundation.idempotency import Once
    from inquiries import api
    from inquiries.services import asking

    none = SimpleNamespace(atomic=nullcontext)
    api.transaction = none  # type: ignore[assignment]
    asking.transaction = none  # type: ignore[assignment]
    api.idempotency = SimpleNamespace(once=lambda *_arguments: Once(None, replayed=False))  # type: ignore[assignment]


take_the_transaction_away()
