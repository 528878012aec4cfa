"""A road through the land, with the stops of a route."""

import random

from foundation.posters.geometry import curve, taper
from foundation.posters.ink import Plates


def road(rng: random.Random, scene: Plates, sun: int) -> None:
    """From the lower corner on the sun's side, winding up to the hills, a post at each stop."""
    w, h = scene.width, scene.height
    side = 0.5 + sun * 0.22
    bend = rng.uniform(-0.02, 0.02)
    way = curve(
        w * (side + sun * 0.2), h * 1.04, w * (side + sun * 0.02), h * 0.93, w * (side + sun * 0.24), h * (0.84 + bend),
        w * (side + sun * 0.04), h * 0.755, w * (side + sun * 0.15), h * 0.69, w * (side + sun * 0.06), h * 0.635,
    )  # fmt: skip
    scene.shape("0", taper(way, 104, 18))
    scene.shape("12", taper(way, 82, 11))
    for k in range(0, len(way) - 3, 3):
        dash = way[k : k + 2]
        scene.line("0", dash, 5.5 * (1 - k / len(way)) + 1.4)
    for k in (13, 25, 36, 45):
        x, y = way[k]
        size = h * (0.1 - k * 0.0013)
        scene.line("0", [(x, y), (x, y - size)], size * 0.2)
        scene.line("12", [(x, y), (x, y - size)], size * 0.09)
        scene.disc("1-2", x, y - size, size * 0.3, gap=4)
        scene.oval("0", x, y - size, size * 0.12)
