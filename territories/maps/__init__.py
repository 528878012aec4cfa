"""Maps drawn by the server as SVG, in the inks of where they stand: classes only, no style, no script, no tiles."""

from .chart import results_chart
from .circuit import circuit_map
from .locator import locator
from .points import Kind, MapPoint, StripRow
from .strip import country_strip
from .territory import territory_map

__all__ = [
    "Kind",
    "MapPoint",
    "StripRow",
    "circuit_map",
    "country_strip",
    "locator",
    "results_chart",
    "territory_map",
]
