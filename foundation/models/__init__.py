from .audit import AuditEntry, AuditHead
from .idempotency import IdempotencyKey
from .limits import LimitMark
from .mail import OutgoingMail
from .outbox import MessageStatus, OutboxMessage
from .periodic import PeriodicTask
from .user import User

__all__ = [
    "AuditEntry",
    "AuditHead",
    "IdempotencyKey",
    "LimitMark",
    "MessageStatus",
    "OutboxMessage",
    "OutgoingMail",
    "PeriodicTask",
    "User",
]
