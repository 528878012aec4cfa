from .circuits import circuit
from .planning import new
from .plans import plan

__all__ = ["circuit", "new", "plan"]
