"""Where words and numbers go, so that none lies on another: tried in a fixed order, first fit."""

from dataclasses import dataclass, field
from math import cos, hypot, pi, sin

Box = tuple[float, float, float, float]  # left, top, right, bottom
Anchor = str  # of SVG: start, middle, end


@dataclass
class Sheet:
    """A drawing of `width` × `height` and the boxes already taken on it."""

    width: int
    height: int
    taken: list[Box] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self.width - 2 or bottom > self.height - 2:
            return False
        return not any(left < r and right > le and top < b and bottom > t for le, t, r, b in self.taken)

    def take(self, box: Box) -> None:
        self.taken.append(box)

    def take_dot(self, x: float, y: float, radius: float) -> None:
        self.take((x - radius, y - radius, x + radius, y + radius))

    def marker(self, x: float, y: float, radius: float) -> tuple[float, float]:
        """The free place nearest to a point for a disc of that radius; taken. Far out, the point itself."""
        for ring in range(18):
            distance = ring * radius * 0.85
            for turn in range(1 if ring == 0 else 16):
                angle = pi * turn / 8 - pi / 2
                cx, cy = x + distance * cos(angle), y + distance * sin(angle)
                box = (cx - radius - 1, cy - radius - 1, cx + radius + 1, cy + radius + 1)
                if self.is_free(box):
                    self.take(box)
                    return cx, cy
        self.take_dot(x, y, radius)
        return x, y

    def words(self, x: float, y: float, text: str, *, size: float, clear: float) -> tuple[float, float, Anchor] | None:
        """A free place for words beside a point, `clear` units off: (x, baseline, anchor); None when there is none."""
        wide, low = breadth(text, size), size * 0.34
        places: list[tuple[float, float, Anchor]] = [
            (x + clear, y + low, "start"),
            (x - clear, y + low, "end"),
            (x, y + clear + size * 0.8, "middle"),
            (x, y - clear - size * 0.1, "middle"),
            (x + clear * 0.7, y + clear + size * 0.5, "start"),
            (x - clear * 0.7, y + clear + size * 0.5, "end"),
            (x + clear * 0.7, y - clear * 0.6, "start"),
            (x - clear * 0.7, y - clear * 0.6, "end"),
        ]
        for place in places:
            box = _box(place, wide, size)
            if self.is_free(box):
                self.take(box)
                return place
        return None

    def centred(self, x: float, y: float, text: str, *, size: float) -> tuple[float, float, Anchor] | None:
        """Words over a point, or a line above or below it; None when there is no room."""
        for shift in (0.0, size * 1.3, -size * 1.3):
            place = (x, y + size * 0.34 + shift, "middle")
            box = _box(place, breadth(text, size), size)
            if self.is_free(box):
                self.take(box)
                return place
        return None


def breadth(text: str, size: float) -> float:
    """About how wide the words are: the sans of the house runs at 0.57 of its size a letter, capitals wider."""
    return size * sum(0.7 if c.isupper() else 0.32 if c in "il.,' ’" else 0.57 for c in text)


def _box(place: tuple[float, float, Anchor], wide: float, size: float) -> Box:
    x, baseline, anchor = place
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left - 1, baseline - size * 0.85, left + wide + 1, baseline + size * 0.25


def apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])
