"""From degrees to the units of a drawing: equirectangular, true to shape at the middle latitude."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Any

import numpy as np
import shapely

Array = np.ndarray[Any, np.dtype[np.float64]]
Bounds = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of `width` × `height` units whose upper left corner is `west`, `north`; `scale` units a degree north."""

    west: float
    north: float
    scale: float
    across: float  # units a degree east
    width: int
    height: int

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        return (lon - self.west) * self.across, (self.north - lat) * self.scale

    def project(self, geometry: shapely.Geometry) -> shapely.Geometry:
        return shapely.transform(geometry, self.array)

    def array(self, lonlat: Array) -> Array:
        return np.column_stack(((lonlat[:, 0] - self.west) * self.across, (self.north - lonlat[:, 1]) * self.scale))

    def bounds(self, margin: float = 0) -> Bounds:
        """In degrees, `margin` units wider on each side."""
        aside, up = margin / self.across, margin / self.scale
        east, south = self.west + self.width / self.across, self.north - self.height / self.scale
        return self.west - aside, south - up, east + aside, self.north + up


def around(boxes: Iterable[Bounds]) -> Bounds:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def fit(bounds: Bounds, *, width: int, heights: tuple[int, int], pad: float) -> Frame:
    """A frame with `bounds` in its middle and `pad` units free around; its height follows, within `heights`."""
    west, south, east, north = bounds
    squeeze = cos(radians((south + north) / 2))
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min((width - 2 * pad) / wide, (heights[1] - 2 * pad) / tall)
    height = round(min(max(tall * scale + 2 * pad, heights[0]), heights[1]))
    middle = (west + east) / 2, (south + north) / 2
    return Frame(
        west=middle[0] - width / 2 / (scale * squeeze),
        north=middle[1] + height / 2 / scale,
        scale=scale,
        across=scale * squeeze,
        width=width,
        height=height,
    )
