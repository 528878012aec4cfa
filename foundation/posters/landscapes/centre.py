"""From the coast of San Antonio to Maule Sur: sea, workshops, vines, dry hills, salt."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import random

from foundation.posters.geometry import curve, ridge
from foundation.posters.ink import Plates
from foundation.posters.landscapes.ground import (
    across,
    below,
    engrave,
    far_land,
    house,
    near_land,
    poplar,
    thorn_tree,
    waves,
)
from foundation.posters.landscapes.north import snow_peaks
from foundation.posters.landscapes.sky import birds


def vineyard(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    far = across(scene, 0, 0.46, 0.18, 0.36, 0.4, 0.5, 0.66, 0.38, 0.86, 0.47, 1, 0.4)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.16, 9, 2.4)
    scene.shape("0", below(scene, across(scene, 0, 0.58, 0.3, 0.52, 0.6, 0.62, 1, 0.53)))
    for i in range(12):
        poplar(scene, w * (0.02 + i * 0.085) + rng.uniform(-9, 9), h * 0.6, h * rng.uniform(0.11, 0.2))
    scene.shape("1-2", below(scene, across(scene, 0, 0.62, 0.35, 0.56, 0.7, 0.62, 1, 0.58)))
    vine_rows(scene, w * rng.uniform(0.42, 0.58), h * 0.36)


def vine_rows(scene: Plates, vx: float, vy: float) -> None:
    """Furrows and bushes that run to the point (vx, vy)."""
    w, h = scene.width, scene.height
    cut = (h * 0.63 - vy) / (h * 1.02 - vy)
    for i in range(-30, 31):
        foot = vx + i * w * 0.085
        a, b = (foot - w * 0.013, h * 1.02), (foot + w * 0.013, h * 1.02)
        scene.shape("0", [a, b, (vx + (b[0] - vx) * cut, h * 0.63), (vx + (a[0] - vx) * cut, h * 0.63)])
        for step in range(7):
            t = 0.42 + 0.6 * (step / 6) ** 1.6
            x, y = vx + (foot + w * 0.042 - vx) * t, vy + (h * 1.02 - vy) * t
            if y > h * 0.66 and -20 < x < w + 20:
                scene.oval("2", x, y, 5 + 16 * (t - 0.4), 4 + 11 * (t - 0.4))


def secano(rng: random.Random, scene: Plates, sun: int) -> None:
    """Unwatered hills: fold behind fold, espinos, stubble."""
    w, h = scene.width, scene.height
    far = across(scene, 0, 0.5, 0.2, 0.4, 0.45, 0.52, 0.7, 0.39, 1, 0.49)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.15, 9, 2.4)
    lift = rng.uniform(-0.03, 0.03)
    mid = across(scene, 0, 0.6 + lift, 0.25, 0.53 + lift, 0.55, 0.66, 0.8, 0.55 - lift, 1, 0.6)
    near_land(scene, mid)
    engrave(scene, "-1", mid, h * 0.16, 11, 2.6)
    for place in (0.07, 0.2, 0.33, 0.69, 0.8, 0.94):
        thorn_tree(scene, w * (place + rng.uniform(-0.02, 0.02)), h * rng.uniform(0.7, 0.76),
            h * rng.uniform(0.1, 0.15))
    near = across(scene, 0, 0.82, 0.3, 0.75, 0.6, 0.84, 1, 0.76)
    near_land(scene, near, "2-1")
    for k in range(46):
        x = w * (k + rng.random()) / 46
        y = h * rng.uniform(0.87, 0.99)
        for lean in (-7, 0, 7):
            scene.line("-2", [(x, y), (x + lean, y - h * 0.045)], 2.2)


def salt_pans(rng: random.Random, scene: Plates, sun: int) -> None:
    """Cáhuil: still ponds parted by mud walls, mounds of salt, hills behind."""
    w, h = scene.width, scene.height
    far = across(scene, 0, 0.44, 0.25, 0.5, 0.5, 0.4, 0.78, 0.51, 1, 0.42)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.14, 9, 2.4)
    horizon, vx = h * 0.6, w * rng.uniform(0.4, 0.6)
    scene.shape("0", [(0, horizon), (w, horizon), (w, h), (0, h)])
    for k in range(44):
        y = horizon + (h - horizon) * (k / 43) ** 1.5
        scene.line("1", [(0, y), (w, y)], 1.4 + 2.2 * k / 43)
    for i in range(-9, 10):
        foot = vx + i * w * 0.17
        scene.line("0", [(vx + (foot - vx) * 0.3, horizon), (foot, h)], 20)
        scene.line("2-1", [(vx + (foot - vx) * 0.3, horizon), (foot, h)], 10)
    for y, wide in ((0.615, 6), (0.68, 8), (0.78, 11), (0.92, 15)):
        scene.line("0", [(0, h * y), (w, h * y)], wide * 2)
        scene.line("2-1", [(0, h * y), (w, h * y)], wide)
    for x, y, s in ((0.08, 0.78, 1.0), (0.2, 0.68, 0.62), (0.9, 0.78, 1.0), (0.79, 0.68, 0.62), (0.3, 0.92, 1.2),
            (0.73, 0.92, 1.2)):
        mound = [(w * x - 50 * s, h * y), *curve(w * x - 44 * s, h * y - 6, w * x, h * y - 58 * s, w * x + 44 * s,
            h * y - 6), (w * x + 50 * s, h * y)]
        scene.cut("0", mound, 3)
        scene.line("2", [*mound, mound[0]], 3)
        scene.line("2", [(w * x + 10 * s, h * y - 46 * s), (w * x + 34 * s, h * y - 6)], 3)
        scene.line("2", [(w * x + 4 * s, h * y - 40 * s), (w * x + 18 * s, h * y - 6)], 3)


def city(rng: random.Random, scene: Plates, sun: int) -> None:
    """Workshop roofs of Santiago under the cordillera."""
    w, h = scene.width, scene.height
    snow_peaks(rng, scene)
    scene.shape("0", below(scene, [(0, h * 0.58), (w, h * 0.58)]))
    for i in range(16):
        wide, tall = w * rng.uniform(0.045, 0.075), h * rng.uniform(0.06, 0.16)
        x = w * (i / 15) - wide / 2
        block = [(x, h * 0.66), (x, h * 0.62 - tall), (x + wide, h * 0.62 - tall), (x + wide, h * 0.66)]
        scene.cut("2-1", block, 3)
        for row in range(3):
            for col in range(3):
                scene.shape("-2", [(x + wide * (0.18 + col * 0.26) + dx, h * 0.62 - tall * (0.82 - row * 0.27) + dy)
                    for dx, dy in ((0, 0), (8, 0), (8, 9), (0, 9))])
    saw_roofs(scene, h * 0.78, h * 0.11)
    near_land(scene, [(0, h * 0.79), (w, h * 0.79)], "0")
    x, i = -w * 0.04, rng.randrange(2)
    while x < w:
        wide = w * rng.uniform(0.13, 0.18)
        house(scene, x, h * 0.93, wide, h * rng.uniform(0.1, 0.13), ("1-2", "2-1")[i % 2])
        x, i = x + wide * 1.12, i + 1
    scene.shape("1-2", [(0, h * 0.94), (w, h * 0.94), (w, h), (0, h)])
    for k in range(1, 4):
        scene.line("-1", [(0, h * (0.94 + k * 0.016)), (w, h * (0.94 + k * 0.016))], 2)


def workshops(rng: random.Random, scene: Plates, sun: int) -> None:
    """A street of workshops: cordillera, a row of poplars, toothed roofs, paving."""
    w, h = scene.width, scene.height
    snow_peaks(rng, scene)
    near_land(scene, across(scene, 0, 0.56, 0.3, 0.53, 0.7, 0.57, 1, 0.54))
    for i in range(18):
        poplar(scene, w * (i + rng.uniform(0.2, 0.8)) / 18, h * 0.68, h * rng.uniform(0.14, 0.24))
    saw_roofs(scene, h * 0.74, h * 0.13)
    scene.shape("0", [(0, h * 0.745), (w, h * 0.745), (w, h), (0, h)])
    for i in range(20):
        x, wide = w * i / 20, w * 0.03
        scene.shape("2-1", [(x, h * 0.76), (x + wide, h * 0.76), (x + wide, h * 0.83), (x, h * 0.83)])
        scene.line("-2", [(x + wide / 2, h * 0.76), (x + wide / 2, h * 0.83)], 3)
    for row in range(5):
        y, step = h * (0.86 + row * 0.03), 46 + row * 14
        scene.line("1", [(0, y), (w, y)], 2.4 + row * 0.5)
        for k in range(int(w / step) + 2):
            x = k * step - (row % 2) * step / 2
            scene.line("1", [(x, y), (x - 4, y + h * 0.03)], 2.4)


def saw_roofs(scene: Plates, base: float, rise: float) -> None:
    """The toothed roof line of workshops, with a chimney."""
    w, teeth = scene.width, 12
    line = [(0.0, base)]
    for k in range(teeth):
        line += [(w * k / teeth, base - rise), (w * (k + 1) / teeth, base - rise * 0.45)]
    roof = [*line, (w, base + 40), (0, base + 40)]
    scene.cut("1-2", roof, 4)
    for k in range(teeth):
        for row in range(1, 5):
            scene.line("-1", [(w * (k + 0.12) / teeth, base - rise * (0.92 - row * 0.2)),
                (w * (k + 0.9) / teeth, base - rise * (0.44 - row * 0.2))], 2)
    for place in (0.14, 0.86):
        chimney = [(w * place, base), (w * place + 5, base - rise * 2.1), (w * place + 27, base - rise * 2.1),
            (w * place + 32, base)]
        scene.cut("12", chimney, 4)


def coast(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    horizon, side = h * 0.55, -sun
    scene.shape("0", [(0, horizon), (w, horizon), (w, h), (0, h)])
    waves(scene, horizon + 6, "1", 8)
    cliff = ((0.0, 0.28), (0.1, 0.25), (0.19, 0.31), (0.26, 0.33), (0.29, 0.46), (0.35, 0.49), (0.38, 0.62),
        (0.46, 0.66), (0, 0.66))
    edge = [((x if side < 0 else 1 - x) * w, y * h) for x, y in cliff]
    scene.line("0", [*edge, edge[0]], 9)
    scene.shape("0", edge)
    scene.shape("2-1", edge)
    for k in range(1, 9):
        scene.line("-2", [((x if side < 0 else 1 - x) * w, (y + k * 0.036) * h) for x, y in cliff[:-3]], 2.4)
    boat(scene, w * (0.77 if side < 0 else 0.23), h * 0.7, h * 0.2)
    birds(rng, scene, sun)


def boat(scene: Plates, bx: float, by: float, s: float) -> None:
    hull = curve(bx - s, by - s * 0.3, bx, by - s * 0.16, bx + s, by - s * 0.4, bx + s * 0.7, by + s * 0.16,
        bx - s * 0.72, by + s * 0.16, bx - s, by - s * 0.3)
    scene.line("0", hull, 12)
    scene.shape("2-1", hull)
    scene.line("0", [(bx - s * 0.85, by - s * 0.08), (bx + s * 0.85, by - s * 0.1)], 5)
    scene.line("2", [(bx - s * 0.1, by - s * 0.2), (bx - s * 0.1, by - s * 1.15)], 6)
    scene.shape("1", [(bx - s * 0.02, by - s * 1.1), (bx + s * 0.62, by - s * 0.42), (bx - s * 0.02, by - s * 0.36)])


def cove(rng: random.Random, scene: Plates, sun: int) -> None:
    """A caleta: houses on the hill, boats drawn up on the sand."""
    w, h = scene.width, scene.height
    horizon = h * 0.5
    scene.shape("0", [(0, horizon), (w, horizon), (w, h), (0, h)])
    waves(scene, horizon + 5, "1", 7)
    for side in (-1, 1):
        hill = [(w * (0.5 - side * (0.5 - x)), h * y) for x, y in ((0, 0.34), (0.1, 0.33), (0.22, 0.42), (0.3, 0.55),
            (0.36, 0.66), (0, 0.7))]
        scene.cut("2-1", hill, 6)
        for k in range(1, 7):
            scene.line("-2", [(x, y + k * h * 0.042) for x, y in hill[:-2]], 2.4)
        for k in range(3):
            x = w * (0.5 - side * (0.47 - k * 0.075)) - (side + 1) / 2 * w * 0.06
            house(scene, x, h * (0.45 + k * 0.07), w * 0.06, h * 0.06, ("1-2", "12")[k % 2])
    sand = across(scene, 0, 0.76, 0.3, 0.82, 0.7, 0.8, 1, 0.77)
    near_land(scene, sand, "0")
    scene.line("2", sand, 3)
    for _ in range(240):
        x, y = w * rng.random(), h * rng.uniform(0.84, 1)
        scene.oval("2", x, y, 1.6)
    for x in (0.13, 0.86):
        boat(scene, w * (x + rng.uniform(-0.02, 0.02)), h * 0.92, h * 0.15)
    birds(rng, scene, sun, 4)


def ridges_of(rng: random.Random, scene: Plates) -> None:
    """Three folds of hills, for places without a landscape of their own."""
    for share, ink in ((0.56, "2-1"), (0.72, "1-2"), (0.88, "2-1")):
        top = ridge(rng, scene.width, scene.height * share, scene.height * 0.18, 5)
        near_land(scene, top, ink)
        engrave(scene, "-2" if ink == "2-1" else "-1", top, scene.height * 0.14, 10, 2.4)
