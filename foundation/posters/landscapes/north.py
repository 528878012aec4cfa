"""Huasco and Limarí: dry slopes, green valley floors."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import random

from foundation.posters.geometry import Point, ridge
from foundation.posters.ink import Plates
from foundation.posters.landscapes.ground import across, below, engrave, far_land, near_land, path, poplar


def desert(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    far = ridge(rng, w, h * 0.56, h * 0.22)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.16, 9, 2.6)
    near = ridge(rng, w, h * 0.72, h * 0.22, 5)
    scene.shape("1-2", below(scene, near))
    engrave(scene, "-1", near, h * 0.2, 11, 2.4)
    scene.shape("2-1", below(scene, across(scene, 0, 0.84, 0.3, 0.79, 0.62, 0.86, 1, 0.8)))
    river = across(scene, 0.55, 0.83, 0.42, 0.87, 0.6, 0.92, 0.4, 1.02)
    path(scene, river, 3, 46)
    for i in range(11):
        x, size = w * (0.03 + i * 0.095 + rng.uniform(-0.03, 0.03)), h * rng.uniform(0.12, 0.24)
        if not 0.36 < x / w < 0.64:
            cactus(scene, x, h * rng.uniform(0.87, 0.98), size)


def cactus(scene: Plates, x: float, y: float, size: float) -> None:
    thick = size * 0.15
    for ink, extra in (("0", 7.0), ("2", 0.0)):
        scene.line(ink, [(x, y), (x, y - size)], thick + extra)
        scene.oval(ink, x, y - size, (thick + extra) / 2)
        for side, low in ((-1, 0.35), (1, 0.5)):
            arm = [(x, y - size * low), (x + side * size * 0.26, y - size * (low + 0.02)),
                   (x + side * size * 0.28, y - size * (low + 0.34))]
            scene.line(ink, arm, thick * 0.8 + extra)
            scene.oval(ink, *arm[-1], (thick * 0.8 + extra) / 2)


def andes(rng: random.Random, scene: Plates, sun: int) -> None:
    w, h = scene.width, scene.height
    snow_peaks(rng, scene)
    hill = ridge(rng, w, h * 0.76, h * 0.18, 4)
    scene.shape("1-2", below(scene, hill))
    engrave(scene, "-1", hill, h * 0.3, 12, 2.6)
    floor = across(scene, 0, 0.8, 0.28, 0.88, 0.7, 0.9, 1, 0.78)
    scene.shape("2-1", below(scene, floor))
    for i in range(1, 8):
        scene.line("0", [(px, py + i * h * 0.026) for px, py in floor], 3.2)
    for i in range(14):
        poplar(scene, w * (i + rng.uniform(0.2, 0.8)) / 14, h * rng.uniform(0.9, 0.96), h * rng.uniform(0.12, 0.2))


def snow_peaks(rng: random.Random, scene: Plates) -> None:
    w, h = scene.width, scene.height
    peaks, x = [(0.0, h * 0.5)], 0.0
    while x < w:
        x += w * rng.uniform(0.09, 0.14)
        peaks.append((x, h * rng.uniform(0.2, 0.34)))
        x += w * rng.uniform(0.08, 0.12)
        peaks.append((x, h * rng.uniform(0.5, 0.58)))
    far_land(scene, peaks)
    for left, top, right in zip(peaks[::2], peaks[1::2], peaks[2::2], strict=False):
        snow_cap(scene, left, top, right)


def snow_cap(scene: Plates, left: Point, top: Point, right: Point) -> None:
    (px, py), h, down = top, scene.height, 0.42
    snow = [top, (px + (right[0] - px) * down, py + (right[1] - py) * down)]
    for k in range(1, 6):
        t = 1 - k / 5
        span = px + (right[0] - px) * down * t - (px - left[0]) * down * (1 - t)
        snow.append((span, py + (h * 0.15) * (0.75 + 0.45 * (k % 2))))
    snow.append((px + (left[0] - px) * down, py + (left[1] - py) * down))
    scene.shape("0", snow)
    scene.shape("2", [top, snow[1], (px + 12, py + h * 0.13)])


def valley(rng: random.Random, scene: Plates, sun: int) -> None:
    """Bare walls left and right; between them the green floor with its terraces and a river."""
    w, h = scene.width, scene.height
    far = ridge(rng, w, h * 0.5, h * 0.2, 5)
    far_land(scene, far)
    engrave(scene, "-2", far, h * 0.2, 9, 2.4)
    for side in (0, 1):
        wall = [(0.0, 0.2 + 0.1 * rng.random()), (0.12, 0.3), (0.2, 0.42), (0.3, 0.5), (0.42, 0.66), (0.52, 0.74),
            (0.52, 0.9), (0, 0.95)]
        slope = [(w * (1 - x if side else x), h * y) for x, y in wall]
        scene.cut("1-2", slope, 4)
        for k in range(1, 10):
            crack = [(x + (1 - 2 * side) * -k * w * 0.012, y + k * h * 0.05) for x, y in slope[:5]]
            scene.line("-1", crack, 2.4)
    near_land(scene, across(scene, 0, 0.82, 0.25, 0.76, 0.5, 0.73, 0.75, 0.76, 1, 0.82), "2-1")
    for k in range(6):
        row = across(scene, 0, 0.86 + k * 0.035, 0.3, 0.8 + k * 0.036, 0.7, 0.8 + k * 0.036, 1, 0.86 + k * 0.035)
        scene.line("-2", row, 2.2 + k * 0.5)
    for i in range(15):
        if i not in (6, 7, 8):
            poplar(scene, w * (i + rng.uniform(0.2, 0.8)) / 15, h * rng.uniform(0.83, 0.98),
                h * rng.uniform(0.13, 0.24))
