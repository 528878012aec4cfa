from .errors import NotPossible

__all__ = ["NotPossible"]
