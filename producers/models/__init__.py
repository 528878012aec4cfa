from .mandates import Mandate
from .networks import Network, NetworkCapacity, NetworkMember, NetworkResult
from .producers import Producer
from .seals import Seal, SealGrant

__all__ = ["Mandate", "Network", "NetworkCapacity", "NetworkMember", "NetworkResult", "Producer", "Seal", "SealGrant"]
