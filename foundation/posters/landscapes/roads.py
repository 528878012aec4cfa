"""A road through the land, with the stops of a route."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math
import random

from foundation.posters.geometry import Point
from foundation.posters.ink import Plates
from foundation.posters.landscapes.ground import path

TOP, FOOT = 0.64, 1.05  # where the road meets the hills and where it leaves the picture, as shares of the height


def road(rng: random.Random, scene: Plates, sun: int) -> None:
    """From the lower edge on the sun's side, winding up to the hills, a post at each stop."""
    side, phase = 0.5 + sun * 0.2, rng.uniform(-0.5, 0.5)
    way = [_point(scene, side, sun, phase, k / 90) for k in range(91)]
    for ink, far, near in (("0", 14.0, 128.0), ("12", 6.0, 98.0)):
        path(scene, way, far, near, ink)
    for k in range(12, 90, 6):
        scene.line("0", way[k : k + 3], 1 + 6 * (k / 90) ** 1.6)
    for k in (20, 42, 61, 78):
        _post(scene, way[k], sun, k / 90)


def _point(scene: Plates, side: float, sun: int, phase: float, t: float) -> Point:
    sway = 0.03 + 0.085 * t
    x = side + sun * (0.1 * t + sway * math.sin(7.2 * t**0.8 + phase))
    return scene.width * x, scene.height * (TOP + (FOOT - TOP) * t**1.35)


def _post(scene: Plates, at: Point, sun: int, near: float) -> None:
    size = scene.height * (0.05 + 0.11 * near)
    x, y = at[0] + sun * size * (0.35 + near * 0.6), at[1]
    for ink, wide in (("0", 0.22), ("12", 0.1)):
        scene.line(ink, [(x, y), (x, y - size)], size * wide)
    scene.disc("1-2", x, y - size, size * 0.34, gap=4)
    scene.oval("0", x, y - size, size * 0.14)
