from .circuits import Circuit, CircuitOperator, Stop
from .places import Place

__all__ = ["Circuit", "CircuitOperator", "Place", "Stop"]
