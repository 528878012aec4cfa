"""Outlines from few numbers. A point is (x, y), y downwards, in the units of whoever draws."""

import math
import random
from collections.abc import Sequence

Point = tuple[float, float]
Points = Sequence[Point]


def _bend(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def smooth(points: Points, closed: bool = True, steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count, out = len(points), []
    for i in range(count if closed else count - 1):
        around = [points[(i + k) % count] if closed else points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2)]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = around
        for step in range(steps):
            t = step / steps
            out.append((_bend(ax, bx, cx, dx, t), _bend(ay, by, cy, dy, t)))
    return out if closed else [*out, points[-1]]


def pairs(numbers: Sequence[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def blob(*numbers: float) -> list[Point]:
    """A closed curve through x, y, x, y, …"""
    return smooth(pairs(numbers))


def curve(*numbers: float) -> list[Point]:
    """An open curve through x, y, x, y, …"""
    return smooth(pairs(numbers), closed=False)


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float, steps: int = 24) -> list[Point]:
    """Part of an ellipse from one angle to another, in degrees; 0 is right, 90 is down."""
    turns = [math.radians(start + (end - start) * k / steps) for k in range(steps + 1)]
    return [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns]


def mirrored(points: Points, middle: float = 50) -> list[Point]:
    """The points, then their reflection on the way back: an outline from its right half."""
    return [*points, *((2 * middle - x, y) for x, y in reversed(points))]


def taper(points: Points, first: float, last: float) -> list[Point]:
    """The outline of a stroke along the points that goes from one width to another."""
    left, right, count = [], [], len(points)
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, count - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = (first + (last - first) * i / (count - 1)) / 2
        nx, ny = (by - ay) / length * half, (ax - bx) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [*left, *reversed(right)]


def hatching(points: Points, gap: float, angle: float) -> list[tuple[Point, Point]]:
    """Parallel lines inside a closed outline, `gap` apart, leaning by `angle` degrees (0 lies flat)."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in points]
    lines, y = [], min(v for _, v in turned) + gap / 2
    bottom = max(v for _, v in turned)
    while y < bottom:
        crossings = sorted(
            ax + (y - ay) * (bx - ax) / (by - ay)
            for (ax, ay), (bx, by) in zip(turned, [*turned[1:], turned[0]], strict=True)
            if (ay <= y) != (by <= y)
        )
        for a, b in zip(crossings[::2], crossings[1::2], strict=False):
            lines.append(((a * cos - y * sin, a * sin + y * cos), (b * cos - y * sin, b * sin + y * cos)))
        y += gap
    return lines


def ridge(rng: random.Random, width: float, base: float, rise: float, detail: int = 6) -> list[Point]:
    """A line of hills from side to side, between `base` and `base - rise`."""
    heights, spread = [rng.random(), rng.random()], 1.0
    for _ in range(detail):
        spread *= 0.55
        doubled = []
        for a, b in zip(heights, heights[1:], strict=False):
            doubled += [a, (a + b) / 2 + rng.uniform(-spread, spread) / 2]
        heights = [*doubled, rng.random() * 0.6 + 0.2]
    low, high, step = min(heights), max(heights), width / (len(heights) - 1)
    return [(i * step, base - rise * (h - low) / (high - low or 1)) for i, h in enumerate(heights)]
