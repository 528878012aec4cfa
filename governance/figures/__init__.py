"""The figures of reports and dashboards, each computed from rows: `register` adds one, `cube.read` reads many."""

from .core import Figure, Source, every, get, register, slugs
from .cube import Cube, read

__all__ = ["Cube", "Figure", "Source", "every", "get", "read", "register", "slugs"]
