"""Lamb, sausages, cured ham."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, leaf
from foundation.posters.drawings.sea import squid
from foundation.posters.geometry import Point, arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def lamb(g: Plates) -> None:
    for leg in (28, 36, 60, 68):
        g.line("2", [(leg, 66), (leg, 94)], 4.6)
    wool = arc(50, 54, 32, 19, 0, 360, 14)[:-1]
    for x, y in wool:
        g.oval("1-2", x, y, 10.5)
    g.oval("1-2", 50, 54, 34, 21)
    for i, (x, y) in enumerate([*wool, (38.0, 50.0), (52.0, 46.0), (62.0, 56.0), (46.0, 60.0), (32.0, 58.0)]):
        g.line("0", [(x + 5 * math.cos(t / 4), y + 5 * math.sin(t / 4 + i)) for t in range(12)], 1)
    g.cut("2-1", blob(80, 24, 90, 26, 97, 40, 93, 49, 85, 49, 77, 40, 75, 29))
    g.shape("2-1", blob(77, 28, 66, 27, 62, 33, 72, 36))
    g.oval("0", 86, 35, 1.6)


def ewe_and_lamb(g: Plates) -> None:
    """A ewe full face with her lamb before her."""
    for x, y in around(50, 42, 33, 15):
        g.disc("1-2", x, y * 0.94, 11, 11, 1)
    g.oval("1-2", 50, 40, 33, 31)
    for k, (x, y) in enumerate((*around(50, 39, 31, 13, 8), *around(50, 39, 20, 7, 30))):
        g.line("0", [(x + 4.6 * math.cos(t / 4 + k), y + 4.6 * math.sin(t / 4 + k)) for t in range(15)], 1.1)
    sheep_face(g, 50, 40, 44)
    for x in (68, 76, 86, 92):
        g.cut("2-1", [(x - 1.6, 84), (x + 1.6, 84), (x + 1.6, 98), (x - 1.6, 98)], 0.8)
    for x, y in around(80, 78, 11, 9):
        g.disc("0", x, y, 7, 6.4, 1)
        g.ring("1", x, y, 7, 6.4, 1.3)
    g.oval("0", 80, 78, 13, 10)
    for k, (x, y) in enumerate(around(80, 78, 7, 5)):
        g.line("1", [(x + 2.8 * math.cos(t / 3 + k), y + 2.8 * math.sin(t / 3 + k)) for t in range(12)], 0.9)
    sheep_face(g, 63, 72, 21)
    for x in (10, 22, 34, 46):
        for lean in (-3, 0, 3):
            g.line("2", [(x, 98), (x + lean, 88 - abs(lean))], 1.5)


def sheep_face(g: Plates, x: float, y: float, size: float) -> None:
    v = g.inset(x, y, size)
    for flip in (False, True):
        h = v.inset(50, 50, 100, flip=flip)
        h.cut("2-1", blob(70, 24, 90, 22, 106, 34, 92, 42, 74, 38), 3)
        h.line("-2", curve(76, 30, 88, 30, 98, 34), 2)
    v.cut("2-1", smooth([(50, 4), (72, 14), (76, 40), (68, 72), (60, 94), (50, 98), (40, 94), (32, 72), (24, 40),
        (28, 14)]), 3)
    for s in (-1, 1):
        v.oval("0", 50 + s * 15, 42, 5.4, 4.4)
        v.oval("12", 50 + s * 15, 42, 2.4, 3.4)
        v.line("-2", curve(50 + s * 2, 90, 50 + s * 9, 84, 50 + s * 8, 78), 2.4)
    v.line("-2", [(50, 89), (50, 95)], 2)


def sausage(g: Plates) -> None:
    """Three links on the pole and a squid beneath to say of what."""
    g.line("2", [(2, 6), (98, 6)], 3)
    for x0, ink in ((22, "1-2"), (78, "1-2")):
        link(g, x0, ink)
    squid(g, 50, 52, 84)


def link(g: Plates, x0: float, ink: str) -> None:
    path = curve(x0 - 9, 8, x0 - 12, 40, x0 - 9, 76, x0, 88, x0 + 9, 76, x0 + 12, 40, x0 + 9, 8)
    for layer, wide in (("0", 14.0), (ink, 11.5)):
        for x, y in path:
            g.oval(layer, x, y, wide / 2)
    for t in (13, 25, 35, 47):
        bound(g, path[t], path[t + 1], 6.4)
    for t in range(2, 58, 3):
        x, y = path[t]
        g.oval("0", x - 2.2, y - 0.4, 0.8)
        g.oval("0", x + 1.6, y + 2, 0.5)
    for x, _ in (path[0], path[-1]):
        g.line("2", [(x, 2), (x, 13)], 2)


def bound(g: Plates, here: Point, after: Point, reach: float) -> None:
    """The string tied around a link."""
    (x, y), (nx, ny) = here, after
    n = math.hypot(nx - x, ny - y) or 1
    across = [(x - (ny - y) / n * reach, y + (nx - x) / n * reach), (x + (ny - y) / n * reach,
        y - (nx - x) / n * reach)]
    g.line("0", across, 3.2)
    g.line("2", across, 1.2)


def sausage_coil(g: Plates) -> None:
    """A string of farm sausages coiled on a board, garlic and pepper."""
    g.cut("2-1", blob(2, 66, 14, 44, 50, 36, 86, 44, 98, 66, 86, 90, 50, 97, 14, 90))
    for k in range(5):
        g.line("-2", curve(8, 58 + k * 7, 36, 55 + k * 8, 64, 57 + k * 8, 92, 58 + k * 7), 0.8)
    coil = [(50 + (10 + k * 0.31) * math.cos(k / 9.2) * 1.08, 64 + (10 + k * 0.31) * math.sin(k / 9.2) * 0.72)
        for k in range(104)]
    for layer, wide in (("0", 15.0), ("1-2", 12.0)):
        for x, y in coil:
            g.oval(layer, x, y, wide / 2, wide / 2.2)
    for t in range(8, 100, 17):
        bound(g, coil[t], coil[t + 1], 6.6)
    for t in range(3, 102, 4):
        x, y = coil[t]
        g.oval("0", x - 1.4, y - 2, 0.9)
        g.oval("0", x + 1.8, y + 1.4, 0.6)
    hang = curve(12, 2, 14, 14, 30, 24, 50, 26, 72, 22, 86, 12, 88, 2)
    for layer, wide in (("0", 14.0), ("1-2", 11.0)):
        for x, y in hang:
            g.oval(layer, x, y, wide / 2)
    for t in (20, 40):
        bound(g, hang[t], hang[t + 1], 6.2)
    g.dot("0", [(x - 1, y - 1.6) for x, y in hang[4:-4:4]], 0.9)


def ham(g: Plates) -> None:
    """A leg cured in the cellar, its first slices cut."""
    g.line("0", curve(26, 2, 20, 10, 28, 18), 5)
    g.line("2", curve(26, 2, 20, 10, 28, 18), 2.4)
    leg = blob(22, 16, 32, 10, 40, 18, 46, 32, 66, 40, 82, 56, 84, 76, 70, 92, 48, 92, 32, 78, 28, 56, 26, 36)
    g.cut("1-2", leg)
    g.cut("2-1", blob(20, 15, 27, 6, 36, 8, 36, 18, 28, 24), 1)
    g.shape("0", blob(46, 64, 54, 52, 68, 52, 78, 62, 77, 76, 66, 86, 52, 84))
    g.shape("1-2", blob(50, 66, 56, 57, 67, 56, 74, 64, 73, 74, 65, 81, 54, 79))
    g.disc("0", 62, 68, 4.6, 4, 0)
    g.ring("2", 62, 68, 4.6, 4, 1.4)
    for k in range(4):
        g.line("0", curve(54 + k * 2, 63 + k * 4.6, 58, 60 + k * 4.4, 60, 61 + k * 4), 0.9)
    g.hatch("-1", blob(30, 34, 38, 34, 42, 46, 42, 66, 36, 76, 32, 60), 2.8, 1, 30)
    for dx, dy in ((0, 0), (9, -5), (-3, 8)):
        slice_ = blob(74 + dx, 88 + dy, 84 + dx, 80 + dy, 95 + dx * 0.4, 84 + dy, 94 + dx * 0.4, 94 + dy, 82 + dx, 97
            + dy * 0.3)
        g.cut("0", slice_, 1)
        g.line("1", [*slice_, slice_[0]], 1.4)
        g.shape("1", [(84 + dx * 0.8 + (x - 84 - dx) * 0.62, 89 + dy + (y - 89 - dy) * 0.62) for x, y in slice_])
    leaf(g, "2-1", 56, 32, 26, -60, 0.26, 3)
    leaf(g, "2-1", 58, 33, 24, -20, 0.26, 3)
    g.cut("2-1", taper(curve(8, 98, 40, 97, 66, 97), 3, 2), 0.6)
