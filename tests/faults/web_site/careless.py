"""The product without its one transaction: what the control run kills, to show that the test would notice."""

from contextlib import nullcontext
from types import SimpleNamespace

# isort: split  # what follows can be imported only once the line above has set Django up
from foundation.idempotency import Once
from inquiries import api
from inquiries.services import asking
from terruno.wsgi import application

__all__ = ["application"]

NO_TRANSACTION = SimpleNamespace(atomic=nullcontext)
api.transaction = NO_TRANSACTION  # type: ignore[assignment]
asking.transaction = NO_TRANSACTION  # type: ignore[assignment]
api.idempotency = SimpleNamespace(once=lambda *_arguments: Once(None, replayed=False))  # type: ignore[assignment]
