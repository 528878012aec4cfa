from .answering import answer
from .asking import new, options
from .tracking import track

__all__ = ["answer", "new", "options", "track"]
