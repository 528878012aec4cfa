from .circuits import Circuit, CircuitOperator, Stop
from .places import Closure, Place
from .plans import Plan

__all__ = ["Circuit", "CircuitOperator", "Closure", "Place", "Plan", "Stop"]
