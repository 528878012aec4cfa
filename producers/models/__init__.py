from .invitations import Invitation, JoinRequest
from .mandates import Mandate
from .networks import Network, NetworkCapacity, NetworkMember, NetworkResult
from .producers import Producer
from .seals import Seal, SealGrant, SealRequest

__all__ = [
    "Invitation", "JoinRequest", "Mandate", "Network", "NetworkCapacity", "NetworkMember", "NetworkResult", "Producer",
    "Seal", "SealGrant", "SealRequest",
]  # fmt: skip
