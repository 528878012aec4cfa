"""People of the trades, from the chest up, in two inks."""

# Outlines are rows of numbers, kept as such.
# fmt: off

from collections.abc import Callable

from foundation.faces import Look
from foundation.posters.drawings.parts import around
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def person(g: Plates, look: Look) -> None:
    """A bust that fills the square, shoulders cut by its lower edge."""
    hair_ink = "2-1" if look.grey else "12"
    _hair_behind(g, look, hair_ink)
    _shoulders(g, look)
    _face(g, look)
    _hair_over(g, look, hair_ink)
    _beard(g, look, hair_ink)
    HAT[look.hat](g)


def _shoulders(g: Plates, look: Look) -> None:
    g.cut("0", [(40, 58), (60, 58), (63, 76), (50, 82), (37, 76)], 1)
    g.hatch("12", [(44, 62), (60, 60), (60, 68), (50, 70)], 2, 0.7, 0)
    body = [(2, 99), *curve(2, 99, 6, 84, 18, 75, 36, 69, 50, 77, 64, 69, 82, 75, 94, 84, 98, 99)]
    ink = {"poncho": "1-2", "apron": "2-1", "shirt": "1-2", "shawl": "1-2", "sweater": "2-1"}[look.dress]
    g.cut(ink, body)
    DRESSES[look.dress](g)


def _poncho(g: Plates) -> None:
    for k, wide in enumerate((3, 1.4, 5, 1.4)):
        for s in (-1, 1):
            g.line("-1" if k % 2 else "0", curve(50 + s * (14 + k * 7), 71 + k * 0.8, 50 + s * (20 + k * 7.6), 84, 50
                + s * (22 + k * 8), 99), wide)
            if k == 2:
                g.line("2", curve(50 + s * 28, 72.6, 50 + s * 35.2, 84, 50 + s * 38, 99), 2.4)
    g.cut("2-1", [(38, 69), (50, 86), (62, 69), (58, 67), (50, 78), (42, 67)], 0.8)


def _apron(g: Plates) -> None:
    bib = [(33, 84), (67, 84), (70, 99), (30, 99)]
    for s in (-1, 1):
        g.cut("1-2", taper(curve(50 + s * 16, 70, 50 + s * 17, 78, 50 + s * 16, 85), 4, 4), 0.8)
    g.cut("1-2", bib)
    g.line("-1", [(33, 87), (67, 87)], 1)
    g.cut("0", [(38, 69), (50, 80), (62, 69), (57, 66), (50, 74), (43, 66)], 0.6)
    g.line("2", [(38, 69), (50, 80), (62, 69)], 1.3)
    for x in (14, 22, 78, 86):
        g.line("-2", curve(x, 82, x + (50 - x) * 0.06, 90, x, 99), 1)


def _shirt(g: Plates) -> None:
    for k in range(9):
        x = 10 + k * 10
        g.line("-1", curve(x + (50 - x) * 0.12, 74, x, 86, x - (50 - x) * 0.03, 99), 0.9)
    for k in range(3):
        g.line("-1", curve(6, 86 + k * 6, 50, 89 + k * 5, 94, 86 + k * 6), 0.9)
    for s in (-1, 1):
        g.cut("0", [(50, 78), (50 + s * 14, 67), (50 + s * 17, 75), (50 + s * 6, 86)], 0.8)
        g.line("1", [(50, 78), (50 + s * 14, 67), (50 + s * 17, 75), (50 + s * 6, 86), (50, 78)], 1.2)
    g.line("0", [(50, 80), (50, 99)], 1.6)
    g.dot("0", [(50, 88), (50, 96)], 1.5)


def _shawl(g: Plates) -> None:
    for s in (-1, 1):
        g.cut("2-1", smooth([(50 + s * 13, 67), (50 + s * 36, 74), (50 + s * 46, 88), (50 + s * 30, 99),
            (50 + s * 2, 99), (50 + s * 12, 84)], steps=6), 1)
        for k in range(4):
            g.line("-2", curve(50 + s * (18 + k * 6), 73 + k * 1.6, 50 + s * (16 + k * 5), 86, 50 + s * (8 + k * 7),
                98), 1)
    g.disc("1", 50, 90, 3.4, 3.4, 1)


def _sweater(g: Plates) -> None:
    g.cut("1-2", curve(36, 69, 42, 78, 50, 80, 58, 78, 64, 69, 66, 73, 60, 83, 50, 86, 40, 83, 34, 73), 0.8)
    for x in (40, 45, 50, 55, 60):
        g.line("-1", [(x + (50 - x) * 0.2, 77.5), (x, 84)], 0.9)
    for k in range(15):
        x = 8 + k * 6
        y = 90 - 4 * (1 - ((x - 50) / 42) ** 2) * 0.6
        g.line("0", [(x - 3, y + 3), (x, y - 2), (x + 3, y + 3)], 1.5)
        g.oval("0", x, y + 6.4, 1.3)


DRESSES: dict[str, Callable[[Plates], None]] = {
    "poncho": _poncho, "apron": _apron, "shirt": _shirt, "shawl": _shawl, "sweater": _sweater,
}


def _face(g: Plates, look: Look) -> None:
    wide = 1.0 if look.broad else 0.9
    jaw = 66 if look.woman else 67
    half = [(50.0, jaw), (61, 63.4), (68.4, 52), (70, 38), (66, 24), (50, 19)]
    outline = smooth([*((50 + (x - 50) * wide, y) for x, y in half), *((50 - (x - 50) * wide, y) for x,
        y in half[-2:0:-1])])
    for s in (-1, 1):
        g.cut("0", blob(50 + s * 19 * wide, 40, 50 + s * 23.4 * wide, 41, 50 + s * 22.4 * wide, 50, 50 + s * 18 * wide,
            51), 0.8)
        g.line("12", arc(50 + s * 20.6 * wide, 45.4, 2.2, 4, -80 if s > 0 else 260, 80 if s > 0 else 100, 8), 0.9)
    g.cut("0", outline, 1)
    g.line("12", [*outline, outline[0]], 0.9)
    g.hatch("2", blob(50 + 9 * wide, 62, 50 + 17 * wide, 52, 50 + 19.6 * wide, 40, 50 + 17 * wide, 30, 50
        + 14.6 * wide, 44, 50 + 11 * wide, 54), 1.7, 0.7, 20)
    for s in (-1, 1):
        g.line("12", curve(50 + s * 4.6, 37.6, 50 + s * 9, 35.2, 50 + s * 13.4, 37.4), 1.6 if look.woman else 2.1)
        g.oval("12", 50 + s * 9, 42.4, 1.9, 2.2)
        g.line("12", curve(50 + s * 5, 41.6, 50 + s * 9, 39.4, 50 + s * 13, 41.8), 1)
        g.line("12", curve(50 + s * 14, 42, 50 + s * 16, 41, 50 + s * 16.8, 39.8), 0.6)
        g.line("12", curve(50 + s * 9, 52.6, 50 + s * 11, 54.8, 50 + s * 11, 57.4), 0.7)
        if look.glasses:
            g.ring("12", 50 + s * 9, 42.6, 5.8, 4.8, 1)
    if look.glasses:
        g.line("12", [(47, 42), (53, 42)], 1)
    g.line("12", curve(51, 41, 51.4, 47, 54, 50.4, 50.6, 52.2, 47.6, 51.2), 1.2)
    g.line("12", curve(43, 57, 47, 59.6, 50, 60, 53, 59.6, 57, 57), 1.5)
    g.line("12", curve(47.6, 62.2, 50, 62.8, 52.4, 62.2), 0.7)


def _hair_behind(g: Plates, look: Look, ink: str) -> None:
    if look.hair in ("long", "wavy"):
        g.cut(ink, smooth([(50, 15), (70, 22), (76, 44), (77, 70), (68, 82), (32, 82), (23, 70), (24, 44), (30, 22)]))
    elif look.hair == "bob":
        g.cut(ink, blob(50, 15, 70, 22, 76, 42, 74, 60, 62, 64, 38, 64, 26, 60, 24, 42, 30, 22))
    elif look.hair == "bun":
        g.cut(ink, blob(50, 0, 60, 4, 62, 14, 50, 20, 38, 14, 40, 4))


def _hair_over(g: Plates, look: Look, ink: str) -> None:
    if not look.woman:
        cap = smooth([(28.6, 42), (29, 26), (38, 15), (50, 12.6), (62, 15), (71, 26), (71.4, 42), (68.4, 36), (66, 28),
            (58, 25), (46, 27), (36, 25), (32.4, 34)], steps=6)
        g.cut(ink, cap, 0.8)
        if look.hair == "curls":
            for x, y in arc(50, 27, 20, 13, 184, 356, 9):
                g.disc(ink, x, y, 5, 4.6, 0.5)
        return
    part = smooth([(30, 52), (28, 36), (33, 20), (50, 14), (67, 20), (72, 36), (70, 52), (68, 38), (62, 27),
        (50, 20.6), (38, 27), (32, 38)], steps=6)
    g.cut(ink, part, 0.6)
    clear = "0" if ink == "12" else "-2"
    for s in (-1, 1):
        for k in range(2):
            g.line(clear, curve(50 + s * (5 + k * 6), 17 + k * 1.6, 50 + s * (13 + k * 3), 22 + k, 50
                + s * (17 + k * 1.6), 30 + k * 2), 0.7)
    if look.hair == "plaits":
        for s in (-1, 1):
            for k in range(7):
                g.disc(ink, 50 + s * (22.4 + k * 0.6), 56 + k * 6, 4.6 - k * 0.2, 4.2, 0.7)
            g.cut("1", taper([(50 + s * 26, 95), (50 + s * 27, 99)], 6, 4), 0.6)
    if look.hair == "wavy":
        for s in (-1, 1):
            for k in range(3):
                g.line(clear, curve(50 + s * (23 - k), 54 + k * 2, 50 + s * (25 - k), 62 + k * 2, 50 + s * (21 + k), 68
                    + k * 3, 50 + s * 23, 78), 0.8)


def _beard(g: Plates, look: Look, ink: str) -> None:
    if look.beard == "none":
        return
    if look.beard == "beard":
        g.cut(ink, smooth([(31, 48), (35, 56), (42, 56.4), (50, 58), (58, 56.4), (65, 56), (69, 48), (67, 62),
            (58, 72), (50, 74), (42, 72), (33, 62)], steps=6), 0.5)
        g.line("0", curve(44, 61, 50, 63, 56, 61), 1.5)
        for x in (40, 45, 50, 55, 60):
            g.line("0" if ink == "12" else "-2", [(x, 66), (x + (50 - x) * 0.1, 71)], 0.7)
    g.cut(ink, smooth([(38.6, 58), (44, 53.8), (50, 54.6), (56, 53.8), (61.4, 58), (56, 58), (50, 56.8), (44, 58)],
        steps=6), 0.3)


def _chupalla(g: Plates) -> None:
    g.cut("2-1", smooth([(34, 22), (35, 6), (42, 1.4), (58, 1.4), (65, 6), (66, 22)], steps=6), 1)
    g.cut("2-1", smooth([(6, 26), (28, 18), (50, 15.6), (72, 18), (94, 26), (72, 25), (50, 23.6), (28, 25)]), 1)
    g.cut("1-2", [(33.6, 14), *curve(33.6, 14, 50, 11.4, 66.4, 14), (66.6, 20), *curve(66.6, 20, 50, 17.4, 33.4, 20)],
        0.6)
    for y in (4.6, 8.6):
        g.line("-2", curve(37, y + 1, 50, y - 0.6, 63, y + 1), 0.8)
    for s in (-1, 1):
        for k in range(2):
            g.line("-2", curve(50 + s * 18, 20 + k * 1.8, 50 + s * 28, 21.4 + k * 1.6, 50 + s * 37, 24 + k * 0.7), 0.7)


def _gorro(g: Plates) -> None:
    g.cut("1-2", smooth([(28, 24), (30, 8), (42, -2), (58, -2), (70, 8), (72, 24)], steps=8), 1)
    for k in range(9):
        x = 32 + k * 4.5
        g.line("-1", [(x, 9), (x + 2.2, 5), (x + 4.4, 9)], 1)
        g.line("-1", [(x, 14), (x + 2.2, 18), (x + 4.4, 14)], 1)
    g.cut("2-1", smooth([(26, 22), (50, 17), (74, 22), (74, 30), (50, 25), (26, 30)], steps=6), 0.8)
    for k in range(13):
        x = 29 + k * 3.5
        y = 22.4 - 4 * (1 - ((x - 50) / 24) ** 2)
        g.line("-2", [(x, y + 0.6), (x, y + 6)], 0.8)
    g.disc("2-1", 50, -3, 5, 4.6, 0.8)


def _panuelo(g: Plates) -> None:
    scarf = smooth([(26, 46), (26, 24), (36, 10), (50, 6), (64, 10), (74, 24), (74, 46), (70, 34), (62, 24), (50, 21),
        (38, 24), (30, 34)])
    g.cut("1-2", scarf, 1)
    for x, y in (*around(50, 34, 24, 10, 200)[:1], (32, 26), (40, 16), (50, 12), (60, 16), (68, 26), (72, 36),
            (28, 36), (45, 20), (56, 20)):
        g.oval("0", x, y, 1.5)
    for s in (-1, 1):
        g.cut("1-2", smooth([(50 + s * 22, 46), (50 + s * 24, 54), (50 + s * 12, 66), (50 + s * 3, 71),
            (50 + s * 10, 62), (50 + s * 19, 52)], steps=6), 0.6)
        g.cut("1-2", taper(curve(50, 70, 50 + s * 7, 74, 50 + s * 8, 82), 5, 8), 0.7)
    g.disc("1-2", 50, 70, 4, 3.6, 0.8)


def _jockey(g: Plates) -> None:
    g.cut("1-2", smooth([(28.6, 27), (30, 12), (42, 4), (58, 4), (70, 12), (71.4, 27), (50, 21)], steps=8), 1)
    g.cut("2-1", smooth([(30, 24), (44, 18.6), (60, 19), (76, 24), (84, 31), (66, 28), (48, 27), (32, 30)], steps=8),
        0.8)
    g.line("-1", curve(50, 5, 51, 12, 50, 20), 1)
    g.disc("2", 50, 4, 2, 1.6, 0.6)
    g.disc("0", 50, 13, 5, 4.4, 0)
    g.shape("2", [(46.6, 15.4), (50, 10), (53.4, 15.4)])


def _boina(g: Plates) -> None:
    g.cut("12", smooth([(24, 24), (20, 14), (34, 3), (56, 2), (76, 8), (80, 18), (72, 25), (50, 19)]), 1)
    g.line("0", curve(27, 22, 50, 17, 72, 22), 1)
    g.cut("12", [(49, -1), (52, -1), (51.6, 4), (49.4, 4)], 0.5)


def _none(g: Plates) -> None:
    return


HAT: dict[str, Callable[[Plates], None]] = {
    "chupalla": _chupalla, "gorro": _gorro, "panuelo": _panuelo, "jockey": _jockey, "boina": _boina, "none": _none,
}
