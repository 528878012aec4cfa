"""Every record's picture: its photograph, or a poster drawn for it; made by the worker, never in a request."""

from .drawn import Wish, draw_all, kept, wish_for
from .refresh import WANTED, refresh, refresh_all, refresh_named

__all__ = ["WANTED", "Wish", "draw_all", "kept", "refresh", "refresh_all", "refresh_named", "wish_for"]
