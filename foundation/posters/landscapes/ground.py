"""What several landscapes share: far land, contour lines, water, trees."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.geometry import Point, Points, blob, curve
from foundation.posters.ink import Plates


def below(scene: Plates, top: Points) -> list[Point]:
    return [*top, (scene.width, scene.height), (0, scene.height)]


def across(scene: Plates, *numbers: float) -> list[Point]:
    """A soft line through x, y, … given as shares of the scene."""
    return curve(*(v * (scene.height if i % 2 else scene.width) for i, v in enumerate(numbers)))


def far_land(scene: Plates, top: Points) -> None:
    """Land in the ink of the sky, parted from it by a line of bare paper."""
    scene.line("0", top, 16)
    scene.shape("2-1", below(scene, top))


def near_land(scene: Plates, top: Points, ink: str = "1-2") -> None:
    scene.line("0", top, 7)
    scene.shape(ink, below(scene, top))


def engrave(scene: Plates, ink: str, top: Points, depth: float, gap: float, width: float) -> None:
    """Contour lines under a ridge, flattening as they go down, as a wood engraver shades a hill."""
    base, lines = max(y for _, y in top), max(1, int(depth / gap))
    for i in range(1, lines + 1):
        keep = 1 - i / (lines + 1)
        scene.line(ink, [(x, base + (y - base) * keep + i * gap) for x, y in top], width * (0.5 + keep / 2))


def waves(scene: Plates, top: float, ink: str, first: float = 9) -> None:
    y, size, row = top, first, 0
    while y < scene.height + size:
        x = -size * 2 + (row % 2) * size
        while x < scene.width + size * 2:
            swell = [(math.cos(a / 8 * math.pi), math.sin(a / 8 * math.pi)) for a in range(9)]
            scene.line(ink, [(x + size * c, y + size * 0.55 * s) for c, s in swell], size * 0.17)
            x += size * 2
        y, size, row = y + size * 0.8, size * 1.11, row + 1


def poplar(scene: Plates, x: float, y: float, size: float) -> None:
    leaf = blob(x, y - size, x + size * 0.13, y - size * 0.5, x + size * 0.1, y - size * 0.1, x, y,
                x - size * 0.1, y - size * 0.1, x - size * 0.13, y - size * 0.5)
    scene.line("0", [*leaf, leaf[0]], 6)
    scene.shape("2-1", leaf)
    scene.line("-2", [(x + size * 0.03, y - size * 0.8), (x + size * 0.045, y - size * 0.2)], 2.4)


def thorn_tree(scene: Plates, x: float, y: float, size: float, ink: str = "2-1") -> None:
    """An espino: a leaning trunk under a flat, clouded crown."""
    clear = "-2" if ink == "2-1" else "-1"
    for tip in (-0.3, 0.05, 0.34):
        for shade, wide in (("0", 0.13), (ink, 0.055)):
            scene.line(shade, curve(x, y, x + size * tip * 0.2, y - size * 0.4, x + size * tip, y - size * 0.8),
                size * wide)
    crowns = ((-0.46, 0.76, 0.3), (0.5, 0.8, 0.3), (-0.14, 0.94, 0.36), (0.24, 1.0, 0.32))
    for gap, shade in ((5, "0"), (0, ink)):
        for dx, up, r in crowns:
            scene.oval(shade, x + dx * size, y - up * size, r * size + gap, r * size * 0.52 + gap)
    for dx, up, r in crowns:
        for k in (0.1, 0.5):
            scene.line(clear, [(x + (dx - r * 0.6) * size, y - (up - r * k * 0.6) * size),
                               (x + (dx + r * 0.55) * size, y - (up - r * k * 0.6) * size)], max(1.8, size * 0.022))


def pine(scene: Plates, x: float, y: float, size: float, ink: str = "1-2") -> None:
    clear = "-1" if ink == "1-2" else "-2"
    outline: list[Point] = [(x, y - size)]
    for level in range(5):
        wide, low = size * (0.09 + level * 0.045), y - size * (0.76 - level * 0.17)
        outline += [(x + wide, low), (x + wide * 0.45, low - size * 0.012)]
    tree = [*outline, *((2 * x - px, py) for px, py in reversed(outline[1:]))]
    scene.line("0", [*tree, tree[0]], 6)
    scene.line(ink, [(x, y), (x, y - size * 0.2)], size * 0.06)
    scene.shape(ink, tree)
    for level in range(4):
        low = y - size * (0.74 - level * 0.17)
        scene.line(clear, [(x - size * 0.05, low), (x + size * 0.02, low - size * 0.025)], max(1.6, size * 0.016))


def house(scene: Plates, x: float, y: float, wide: float, tall: float, ink: str) -> None:
    """A low adobe house under tiles, door and window."""
    clear = {"1-2": "-1", "2-1": "-2", "12": "-2"}[ink]
    walls = [(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)]
    roof = [(x - wide * 0.08, y - tall), (x + wide * 0.1, y - tall * 1.6), (x + wide * 0.9, y - tall * 1.6),
        (x + wide * 1.08, y - tall)]
    scene.cut("0", walls, 4)
    scene.line("2" if ink == "2-1" else "1", [*walls, walls[0]], 3)
    scene.cut(ink, roof, 4)
    for k in range(1, int(wide / 11)):
        t = k / int(wide / 11)
        scene.line(clear, [(x + wide * (0.1 + 0.8 * t), y - tall * 1.6), (x + wide * (-0.08 + 1.16 * t), y - tall)], 2)
    for left, top, w, h in ((0.16, 0.72, 0.14, 0.4), (0.72, 0.72, 0.14, 0.4), (0.42, 0.78, 0.17, 0.78)):
        box = [(x + wide * left, y - tall * top), (x + wide * (left + w), y - tall * top),
               (x + wide * (left + w), y - tall * (top - h)), (x + wide * left, y - tall * (top - h))]
        scene.shape(ink, box)


def path(scene: Plates, points: Points, first: float, last: float, ink: str = "0") -> None:
    """A road or river that widens as it comes near."""
    count = len(points)
    for i, (a, b) in enumerate(zip(points, points[1:], strict=False)):
        scene.line(ink, [a, b], first + (last - first) * (i / count) ** 1.6)
        scene.oval(ink, *b, (first + (last - first) * (i / count) ** 1.6) / 2)
