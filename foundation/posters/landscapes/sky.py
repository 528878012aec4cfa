"""Sun and air above the land."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math
import random

from foundation.posters.geometry import arc, blob, smooth
from foundation.posters.ink import Plates


def rays(scene: Plates, x: float, y: float, r: float) -> None:
    turns, far = 56, scene.width * 1.3
    for i in range(turns):
        a, b = (2 * math.pi * (i + k) / turns for k in (0, 0.36))
        tip = [(x + far * math.cos(t), y + far * math.sin(t)) for t in (a, b)]
        scene.shape("2", [(x, y), *tip])


def bands(scene: Plates, x: float, y: float, r: float) -> None:
    top = 6.0
    while top < scene.height * 0.8:
        scene.line("2", [(0, top), (scene.width, top)], 5.2 * (1 - top / scene.height) ** 1.5 + 0.7)
        top += 11


def rings(scene: Plates, x: float, y: float, r: float) -> None:
    for i in range(3, 60):
        radius = r + i * 13
        scene.line("2", arc(x, y, radius, radius, 0, 180, 60), max(0.9, 5.5 - i * 0.14))
        scene.line("2", arc(x, y, radius, radius, 180, 360, 60), max(0.9, 5.5 - i * 0.14))


def wind(scene: Plates, x: float, y: float, r: float) -> None:
    """Long waves of air."""
    for row in range(22):
        top = 10 + row * 15
        line = [(step * scene.width / 40, top + 7 * math.sin(step / 3.4 + row * 0.55)) for step in range(41)]
        scene.line("2", line, 4.6 * (1 - row / 26) + 0.6)


def clouds(scene: Plates, x: float, y: float, r: float) -> None:
    bands(scene, x, y, r)
    width, height = scene.width, scene.height
    for cx, cy, size in ((0.3, 0.16, 0.1), (0.56, 0.28, 0.075), (0.93, 0.15, 0.085), (0.05, 0.32, 0.07)):
        if abs(cx * width - x) < r * 2:
            continue
        s = size * height * 1.5
        puffs = ((-1.1, 0.1, 0.5), (-0.4, -0.3, 0.65), (0.35, -0.2, 0.6), (1, 0.12, 0.46))
        for gap, ink in ((7, "0"), (0, "2"), (-5, "0")):
            for dx, dy, q in puffs:
                scene.oval(ink, cx * width + dx * s, cy * height + dy * s, q * s + gap)
        scene.shape("0", blob(cx * width - 1.7 * s, cy * height + 0.3 * s, cx * width, cy * height + 0.2 * s,
                              cx * width + 1.6 * s, cy * height + 0.3 * s, cx * width, cy * height + 0.75 * s))
        for k in range(3):
            low = cy * height + (0.32 + k * 0.14) * s
            scene.line("2", [(cx * width - (1.5 - k * 0.3) * s, low), (cx * width + (1.4 - k * 0.34) * s, low)], 3.4)


SKIES = (rays, bands, rings, wind, clouds)


def sky(rng: random.Random, scene: Plates) -> int:
    """Sun and air; answers the side of the sun (-1 left, 1 right) so that the land can leave it room."""
    w, h = scene.width, scene.height
    x, y, r = w * rng.choice((0.15, 0.17, 0.83, 0.8)), h * rng.uniform(0.24, 0.33), h * rng.uniform(0.12, 0.165)
    rng.choice(SKIES)(scene, x, y, r)
    scene.oval("0", x, y, r + 16)
    scene.oval("1", x, y, r)
    if rng.random() < 0.35:
        for k in range(1, 7):
            reach = math.sqrt(max(0.0, 1 - (k / 7 - 0.1) ** 2)) * r
            low = y + r * (k / 7 - 0.1)
            scene.line("0", [(x - reach, low), (x + reach, low)], 1.4 + k * 0.55)
    return -1 if x < w / 2 else 1


def birds(rng: random.Random, scene: Plates, sun: int, count: int = 6) -> None:
    for _ in range(count):
        x = scene.width * (0.5 - sun * rng.uniform(0.24, 0.46))
        y, g = scene.height * rng.uniform(0.05, 0.2), scene.height * rng.uniform(0.02, 0.032)
        wings = smooth([(x - g * 2, y - g * 0.7), (x - g * 0.8, y - g), (x, y), (x + g * 0.8, y - g),
                        (x + g * 2, y - g * 0.7)], closed=False)
        scene.line("0", wings, 15)
        scene.line("2", wings, 5)
