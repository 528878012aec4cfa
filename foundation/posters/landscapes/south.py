"""Nahuelbuta, the Araucanía and Chiloé: forest, volcanoes, lakes, houses on stilts."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import random

from foundation.posters.geometry import blob, curve, ridge
from foundation.posters.ink import Plates
from foundation.posters.landscapes.ground import across, below, engrave, far_land, house, near_land, pine, waves


def araucaria(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    volcano(scene, w * (0.5 - 0.26 * sun), 1.0)
    hill = ridge(rng, w, h * 0.8, h * 0.16, 4)
    scene.shape("1-2", below(scene, hill))
    engrave(scene, "-1", hill, h * 0.26, 11, 2.4)
    for place in (0.04, 0.13, 0.25, 0.36, 0.64, 0.74, 0.87, 0.96):
        tree(scene, w * (place + rng.uniform(-0.02, 0.02)), h * rng.uniform(0.9, 1.0), h * rng.uniform(0.46, 0.74))


def coast_range(rng: random.Random, scene: Plates, sun: int) -> None:
    """Nahuelbuta high up: araucarias over a sea of folded hills."""
    w, h = scene.width, scene.height
    for share, rise, ink in ((0.5, 0.2, "2-1"), (0.64, 0.14, "1-2"), (0.78, 0.14, "2-1")):
        top = ridge(rng, w, h * share, h * rise, 5)
        near_land(scene, top, ink)
        engrave(scene, "-2" if ink == "2-1" else "-1", top, h * 0.14, 9, 2.4)
    near_land(scene, across(scene, 0, 0.84, 0.3, 0.88, 0.7, 0.86, 1, 0.82))
    for place in (0.05, 0.16, 0.27, 0.73, 0.84, 0.95):
        tree(scene, w * (place + rng.uniform(-0.02, 0.02)), h * rng.uniform(0.92, 1.0), h * rng.uniform(0.5, 0.76))


def volcano(scene: Plates, vx: float, size: float) -> None:
    w, h = scene.width * size, scene.height
    cone = curve(vx - w * 0.42, h * 0.78, vx - w * 0.16, h * 0.46, vx - w * 0.035, h * 0.15, vx + w * 0.035, h * 0.15,
                 vx + w * 0.17, h * 0.48, vx + w * 0.44, h * 0.78)
    scene.line("0", cone, 16)
    scene.shape("2-1", [*cone, (vx + w * 0.44, h), (vx - w * 0.42, h)])
    cap = [p for p in cone if p[1] < h * 0.36]
    zig = [(cap[-1][0] - (cap[-1][0] - cap[0][0]) * k / 8, h * (0.4 if k % 2 else 0.33)) for k in range(9)]
    scene.shape("0", [*cap, *zig])
    scene.line("2", cap, 3)
    for k in range(1, 10):
        scene.line("-2", [(vx + w * 0.004 * k, h * (0.34 + k * 0.015)), (vx + w * 0.035 * k, h * 0.8)], 2.2)


def tree(scene: Plates, x: float, y: float, size: float) -> None:
    """An araucaria: a bare trunk and a parasol of upturned branches."""
    for ink, extra in (("0", 7.0), ("1-2", 0.0)):
        foot, top = size * 0.03 + extra / 2, size * 0.014
        scene.shape(ink, [(x - foot, y), (x + foot, y), (x + top, y - size * 0.9), (x - top, y - size * 0.9)])
        for level in range(7):
            up = y - size * (0.6 + level * 0.06)
            reach = size * (0.33 - abs(level - 1.2) * 0.045)
            for side in (-1, 1):
                twig = curve(x, up, x + side * reach * 0.55, up + size * 0.025, x + side * reach, up - size * 0.055)
                scene.line(ink, twig, size * 0.034 + extra)
                scene.oval(ink, x + side * reach, up - size * 0.055, size * 0.024 + extra / 2)
        scene.oval(ink, x, y - size, size * 0.06 + extra / 2, size * 0.045 + extra / 2)


def lake(rng: random.Random, scene: Plates, sun: int) -> None:
    """A volcano and its image in still water."""
    w, h = scene.width, scene.height
    volcano(scene, w * (0.5 - 0.24 * sun), 0.9)
    shore = h * 0.66
    hills = ridge(rng, w, shore, h * 0.1, 5)
    near_land(scene, hills)
    engrave(scene, "-1", hills, h * 0.08, 10, 2.2)
    scene.shape("0", [(0, shore), (w, shore), (w, h), (0, h)])
    for k in range(26):
        y = shore + 8 + k * (h - shore) / 26
        for _ in range(5):
            x, wide = w * rng.random(), w * rng.uniform(0.05, 0.2)
            scene.line("2" if k % 3 else "1", [(x, y), (x + wide, y)], 2 + k * 0.12)
    for place in (0.03, 0.1, 0.9, 0.97):
        tree(scene, w * (place + rng.uniform(-0.015, 0.015)), h * rng.uniform(0.86, 1.0), h * rng.uniform(0.5, 0.72))


def forest(rng: random.Random, scene: Plates, sun: int) -> None:
    """The coast range: three folds of small woods, each with its row of trees."""
    w, h = scene.width, scene.height
    far = ridge(rng, w, h * 0.52, h * 0.2, 5)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.14, 9, 2.4)
    for place in (0.2, 0.31, 0.42, 0.55, 0.67, 0.78):
        x = w * (place + rng.uniform(-0.02, 0.02))
        tree(scene, x, h * 0.6, h * rng.uniform(0.2, 0.3))
    mid = ridge(rng, w, h * 0.66, h * 0.1, 4)
    near_land(scene, mid)
    engrave(scene, "-1", mid, h * 0.16, 11, 2.4)
    for i in range(22):
        if i % 11 != 5:
            pine(scene, w * (i + rng.uniform(0.2, 0.8)) / 22, h * rng.uniform(0.76, 0.8), h * rng.uniform(0.12, 0.2),
                "2-1")
    near_land(scene, across(scene, 0, 0.85, 0.3, 0.8, 0.7, 0.86, 1, 0.8), "1-2")
    for i in range(16):
        x = (i + rng.uniform(0.2, 0.8)) / 16
        if not 0.34 < x < 0.66:
            pine(scene, w * x, h * rng.uniform(0.95, 1.02), h * rng.uniform(0.26, 0.4), "1-2")


def palafitos(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    hill = across(scene, 0, 0.4, 0.22, 0.3, 0.5, 0.42, 0.8, 0.27, 1, 0.36)
    far_land(scene, hill)
    engrave(scene, "-2", hill, h * 0.22, 10, 2.6)
    water = h * 0.72
    scene.shape("0", [(0, water), (w, water), (w, h), (0, h)])
    x, i = -w * 0.03, rng.randrange(3)
    while x < w:
        wide, tall = w * rng.uniform(0.085, 0.12), h * rng.uniform(0.2, 0.27)
        palafito(scene, x, water - h * 0.07, wide, tall, water + h * 0.1, ("1-2", "12", "2-1")[i % 3])
        x, i = x + wide + w * 0.008, i + 1
    waves(scene, water + h * 0.07, "2", 11)


def palafito(scene: Plates, x: float, y: float, wide: float, tall: float, foot: float, ink: str) -> None:
    for leg in range(4):
        lx = x + wide * (0.1 + leg * 0.265)
        scene.line("2", [(lx, y), (lx, foot)], 5)
    scene.line("2", [(x, y + (foot - y) * 0.5), (x + wide, y + (foot - y) * 0.25)], 3)
    peak = y - tall * 1.42
    outline = [(x, y), (x, y - tall), (x + wide / 2, peak), (x + wide, y - tall), (x + wide, y)]
    scene.cut(ink, outline, 4)
    clear = {"1-2": "-1", "2-1": "-2", "12": "-2"}[ink]
    for row in range(1, 9):
        scene.line(clear, [(x, y - tall * row / 9), (x + wide, y - tall * row / 9)], 1.8)
    scene.line("0", [(x - 6, y - tall + 5), (x + wide / 2, peak - 3), (x + wide + 6, y - tall + 5)], 9)
    scene.line("2", [(x - 8, y - tall + 7), (x + wide / 2, peak), (x + wide + 8, y - tall + 7)], 5)
    for col in (0.2, 0.6):
        a, b = x + wide * col, y - tall * 0.78
        scene.shape("0", [(a, b), (a + wide * 0.2, b), (a + wide * 0.2, b + tall * 0.3), (a, b + tall * 0.3)])
        scene.line("2", [(a + wide * 0.1, b), (a + wide * 0.1, b + tall * 0.3)], 2.4)
    door = [(0.4, 0.0), (0.4, 0.36), (0.6, 0.36), (0.6, 0.0)]
    scene.shape("2", [(x + wide * dx, y - tall * up) for dx, up in door])


def meadows(rng: random.Random, scene: Plates, sun: int) -> None:
    """Chiloé inland: round hills with hedges, an inlet, a few shingled houses."""
    w, h = scene.width, scene.height
    far = across(scene, 0, 0.42, 0.25, 0.34, 0.55, 0.44, 0.8, 0.35, 1, 0.42)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.1, 9, 2.4)
    scene.shape("0", [(0, h * 0.54), (w, h * 0.54), (w, h), (0, h)])
    waves(scene, h * 0.56, "2", 6)
    for k, top in enumerate((across(scene, 0, 0.6, 0.3, 0.66, 0.62, 0.7, 1, 0.58),
            across(scene, 0, 0.76, 0.35, 0.7, 0.7, 0.78, 1, 0.72), across(scene, 0, 0.82, 0.4, 0.9, 0.75, 0.84, 1,
            0.86))):
        ink, clear = ("1-2", "-1") if k % 2 == 0 else ("2-1", "-2")
        near_land(scene, top, ink)
        engrave(scene, clear, top, h * 0.12, 12, 2.6)
        for step in range(5, len(top), 6):
            x, y = top[step]
            bush = blob(x - 26, y + 4, x - 18, y - 14, x, y - 22, x + 18, y - 14, x + 26, y + 4)
            if rng.random() < 0.6:
                scene.cut("2-1" if k % 2 == 0 else "1-2", bush, 3)
    house(scene, w * rng.uniform(0.06, 0.12), h * 0.77, w * 0.1, h * 0.1, "1-2")
    house(scene, w * rng.uniform(0.8, 0.86), h * 0.72, w * 0.09, h * 0.09, "2-1")
