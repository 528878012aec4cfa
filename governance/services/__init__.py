from .commitments import CannotMove, NoEvidence, announce_commitment, fulfil_commitment, move_commitment
from .reports import AlreadySigned, PeriodRuns, sign_off

__all__ = [
    "AlreadySigned",
    "CannotMove",
    "NoEvidence",
    "PeriodRuns",
    "announce_commitment",
    "fulfil_commitment",
    "move_commitment",
    "sign_off",
]
