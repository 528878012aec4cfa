"""What grows: olives, garlic, vegetables, berries, grains."""

import math

from foundation.posters.drawings.parts import around, bowl, leaf, sack, twig
from foundation.posters.geometry import arc, blob, curve, mirrored, smooth, taper
from foundation.posters.ink import Plates


def olives(g: Plates) -> None:
    g.line("2", curve(6, 22, 34, 26, 62, 20, 94, 8), 2.6)
    for x, y, turn in ((20, 24, -60), (36, 25, -118), (54, 21, -58), (68, 18, -120), (82, 13, -50), (28, 26, 118), (88, 10, 30), (74, 17, 50)):
        leaf(g, "2", x, y, 25, turn, 0.2)
    for x, y, rx, ry, ink in ((34, 56, 14, 18, "1-2"), (66, 54, 14, 18, "12"), (50, 76, 14.5, 18.5, "1-2")):
        g.line("2", [(x, y - ry), (x + (50 - x) * 0.1, 25)], 1.6)
        g.disc(ink, x, y, rx, ry)
        g.line("0", [(x - rx * 0.6, y - ry * 0.35), (x - rx * 0.62, y + ry * 0.1)], 2)


def olive_bowl(g: Plates) -> None:
    """Cracked olives heaped in a clay bowl, lemon and oregano."""
    for k, (x, y) in enumerate(((30, 48), (44, 44), (58, 45), (71, 49), (37, 38), (52, 34), (65, 38), (45, 27), (58, 26), (20, 53), (80, 53))):
        g.disc(("1-2", "12", "1-2", "2-1")[k % 4], x, y, 8.4, 7.2, 1.2)
        clear = ("-1", "0", "-1", "-2")[k % 4]
        for dx in (-2.4, 2.4):
            g.line(clear, [(x + dx, y - 4.6), (x + dx * 0.5, y + 4)], 1.1)
    leaf(g, "2-1", 62, 26, 24, -40, 0.2)
    leaf(g, "2-1", 60, 24, 22, -80, 0.2)
    front = [*arc(50, 58, 44, 38, 0, 180), (6, 58)]
    g.cut("2-1", [(30, 90), (70, 90), (73, 98), (27, 98)])
    g.cut("1-2", front)
    for y in (66, 84):
        g.line("-1", arc(50, y - 14, 43 if y < 80 else 33, 16, 20, 160, 18), 1.4)
    for k in range(11):
        x = 16 + k * 6.8
        dip = 16 * math.sin(math.acos(max(-1.0, min(1.0, (x - 50) / 44)))) - 15
        g.line("0", [(x - 3, 77 + dip), (x, 71 + dip), (x + 3, 77 + dip)], 1.4)


def oil_bottle(g: Plates) -> None:
    """A square-shouldered oil bottle with a pourer, a drop, and a branch."""
    half = [(54, 10), (54, 22), *curve(54, 22, 56, 27, 68, 29, 69, 34), (69, 95), (67, 98)]
    glass = mirrored(half)
    v = g.inset(40, 50, 100)
    v.cut("1", glass)
    v.shape("2-1", [(46, 8), (54, 8), (54, 15), (46, 15)])
    for ink, wide in (("0", 5), ("2", 2.6)):
        v.line(ink, curve(50, 8, 51, 4, 60, 1), wide)
    v.line("-1", [(35, 38), (35, 48)], 2)
    v.shape("0", [(30.6, 52), (69.4, 52), (69.4, 88), (30.6, 88)])
    for y in (54, 86):
        v.line("2", [(31, y), (69, y)], 1)
    leaf(v, "2", 50, 84, 24, -70, 0.24)
    leaf(v, "2", 50, 84, 22, -120, 0.24)
    leaf(v, "2", 50, 84, 18, -20, 0.24)
    v.disc("1", 56, 76, 5, 6.4)
    twig(g, "2", 98, 34, 88, 52, 84, 78)
    for x, y, turn in ((96, 38, -140), (92, 46, 20), (88, 54, -160), (86, 64, 30), (85, 74, 150)):
        leaf(g, "2", x, y, 17, turn, 0.22)
    for x, y, ink in ((80, 64, "1-2"), (92, 74, "12"), (78, 88, "1-2")):
        g.disc(ink, x, y, 6, 7.6)
        g.line("0", [(x - 3, y - 3), (x - 3.2, y + 1)], 1.2)


def oil_cruet(g: Plates) -> None:
    """A cruet that pours a thread of oil over bread."""
    g.cut("2-1", blob(4, 92, 8, 78, 24, 72, 42, 78, 46, 92, 26, 97))
    g.shape("0", blob(9, 90, 13, 81, 24, 77, 37, 81, 41, 90, 26, 93))
    for x, y, r in ((16, 87, 2), (24, 82, 2.6), (33, 87, 2.2), (27, 89, 1.6), (20, 91, 1.2)):
        g.ring("2", x, y, r, r * 0.8, 1)
    v = g.inset(62, 46, 78, -28)
    for ink, wide in (("0", 13), ("2", 7)):
        v.line(ink, curve(64, 22, 92, 26, 96, 54, 80, 70), wide)
    v.cut("1-2", blob(50, 34, 68, 42, 84, 64, 78, 88, 50, 97, 22, 88, 16, 64, 32, 42))
    v.cut("1-2", [(43, 8), (57, 8), (58, 42), (42, 42)])
    v.cut("2-1", [(42, 2), (58, 2), (56, 10), (44, 10)], 1)
    v.cut("1-2", taper(curve(28, 52, 16, 38, 12, 18, 2, 12), 9, 4))
    v.shape("-1", blob(26, 60, 24, 74, 32, 86, 30, 72))
    v.hatch("-1", blob(64, 54, 78, 66, 74, 86, 60, 90, 70, 74), 3, 1.2, 70)
    g.cut("1", taper(curve(27, 36, 24, 48, 25, 62, 24, 84), 2.6, 1.4), 1)


def oil_tin(g: Plates) -> None:
    """A lithographed tin and a small dish of oil."""
    v = g.inset(40, 50, 100)
    v.cut("2-1", [(54, 4), (64, 4), (64, 14), (54, 14)], 1)
    v.cut("2-1", blob(22, 10, 30, 5, 42, 8, 42, 13, 30, 11, 24, 15), 0.6)
    v.cut("1-2", [(14, 22), (24, 13), (76, 13), (86, 22)])
    v.cut("1-2", [(14, 23), (86, 23), (86, 98), (14, 98)])
    for y in (27, 94):
        v.line("0", [(14, y), (86, y)], 1.6)
    v.shape("0", blob(22, 60, 28, 38, 50, 32, 72, 38, 78, 60, 72, 82, 50, 88, 28, 82))
    v.ring("2", 50, 60, 25, 25.4, 1.4)
    trunk = taper(curve(50, 82, 47, 72, 52, 62), 7, 4)
    v.shape("2", trunk)
    for x, y, r in ((40, 56, 8), (52, 48, 9), (62, 57, 8), (50, 59, 8)):
        v.disc("1", x, y, r, r * 0.8, 1)
        v.hatch("-1", arc(x, y, r * 0.7, r * 0.5, 0, 360, 12), 2.6, 0.8, 20)
    v.line("2", [(32, 82), (68, 82)], 1.8)
    g.cut("2-1", arc(86, 88, 13, 9, 0, 360, 30))
    g.oval("0", 86, 87, 10, 6)
    g.oval("1", 86, 87.6, 7.6, 4.2)


def soap(g: Plates) -> None:
    """Bars of olive soap stacked crosswise, one stamped, with lather."""
    for x, y, ink in ((28, 76, "1-2"), (72, 76, "2-1"), (50, 52, "1-2")):
        top = [(x - 24, y - 8), (x - 14, y - 17), (x + 26, y - 17), (x + 18, y - 8)]
        g.cut(ink, [(x - 24, y - 7), (x + 18, y - 7), (x + 18, y + 16), (x - 24, y + 16)])
        g.cut(ink, [(x + 19, y - 7), (x + 26.5, y - 16), (x + 26.5, y + 7), (x + 19, y + 16)], 0.8)
        g.cut("0", top, 0.8)
        g.line(ink[0], [*top, top[0]], 1.3)
        g.line("-1" if ink == "1-2" else "-2", [(x - 20, y + 12), (x + 14, y + 12)], 1)
    leaf(g, "0", 38, 60, 20, -8, 0.24)
    g.line("1", [(40, 60), (56, 57)], 0.9)
    g.oval("0", 38, 51, 3.2, 4)
    for x, y, r in ((14, 40, 5), (24, 30, 7), (84, 44, 6), (90, 32, 4), (16, 24, 3.4), (80, 28, 3)):
        g.disc("0", x, y, r, r, 1.4)
        g.ring("2", x, y, r, r, 1.3)
        g.line("2", arc(x, y, r * 0.62, r * 0.62, 190, 260, 6), 1.1)
    for x, y, turn in ((62, 28, -30), (60, 26, -75), (56, 30, -130)):
        leaf(g, "2-1", x, y, 22, turn, 0.2)


def garlic(g: Plates) -> None:
    g.shape("2", blob(47, 3, 54, 3, 55, 18, 60, 30, 40, 30, 45, 18))
    g.shape("1-2", blob(50, 22, 62, 31, 82, 44, 91, 65, 80, 85, 50, 91, 20, 85, 9, 65, 18, 44, 38, 31))
    for side in (-1, 1):
        for bow in (11, 25, 36):
            g.line("0", curve(50 + side, 24, 50 + side * bow * 0.7, 44, 50 + side * bow, 66, 50 + side * bow * 0.45, 88), 1.5)
        for bow in (6, 18, 31):
            g.line("0", curve(50 + side * bow * 0.35, 36, 50 + side * bow * 0.9, 56, 50 + side * bow * 0.92, 70), 0.7)
    for k in range(9):
        x = 40 + k * 2.5
        g.line("2", [(50 + (x - 50) * 0.7, 89), (x, 96 + (k % 2) * 2.4)], 1.1)
    clove(g, 84, 81, 30)


def clove(g: Plates, x: float, y: float, size: float, turn: float = 0) -> None:
    v = g.inset(x, y, size, turn)
    outline = blob(50, 2, 88, 46, 92, 84, 50, 98, 12, 84, 18, 40)
    v.cut("2-1", outline, 4)
    v.line("0", curve(50, 10, 38, 50, 44, 88), 4)
    v.line("0", curve(56, 14, 66, 50, 66, 84), 2)


def garlic_braid(g: Plates) -> None:
    """A plait of bulbs on its nail."""
    g.line("2", curve(50, 2, 42, 8, 50, 14, 58, 8, 50, 2), 2.6)
    for k in range(4):
        g.cut("2-1", blob(44, 12 + k * 6, 50, 10 + k * 6, 57, 16 + k * 6, 50, 20 + k * 6), 0.8)
    for row, (y, xs) in enumerate(((42, (32, 68)), (58, (50,)), (72, (29, 71)), (86, (50,)))):
        for x in xs:
            v = g.inset(x, y, 34 if row % 2 else 32, (x - 50) * -0.9)
            v.cut("1-2", blob(50, 0, 58, 22, 84, 42, 92, 68, 76, 92, 50, 97, 24, 92, 8, 68, 16, 42, 42, 22), 4)
            for bow in (-30, -12, 12, 30):
                v.line("0", curve(50, 14, 50 + bow * 0.8, 50, 50 + bow * 0.6, 90), 2.8)
    for x, y, turn in ((40, 34, 160), (60, 34, 20), (42, 66, 150), (58, 66, 30)):
        g.cut("2-1", taper(curve(50, y - 6, x, y - 4, x + math.cos(math.radians(turn)) * 8, y), 3, 1), 0.6)


def lettuce(g: Plates) -> None:
    """A long-leaved coastal lettuce, open."""
    for x, tall, lean, ink in ((16, 66, -22, "2-1"), (84, 66, 22, "2-1"), (28, 80, -12, "1-2"), (72, 80, 12, "1-2"), (40, 88, -5, "2-1"), (60, 88, 5, "2-1"), (50, 92, 0, "1-2")):
        tip, foot = (x + lean * 0.2, 98 - tall), (50 + (x - 50) * 0.24, 96)
        side = []
        for k in range(8):
            t = k / 7
            wide = 3 + 14 * math.sin(t * math.pi * 0.9) + (1.6 if k % 2 else -1.2)
            side.append((foot[0] + (tip[0] - foot[0]) * t + wide, foot[1] + (tip[1] - foot[1]) * t))
        other = [(2 * (foot[0] + (tip[0] - foot[0]) * k / 7) - px, py) for k, (px, py) in enumerate(side)]
        g.cut(ink, smooth([*side, tip, *reversed(other)], steps=6), 1.4)
        g.shape("0", taper([foot, ((foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2), tip], 5, 0.6))
        for t in (0.3, 0.46, 0.62, 0.76):
            cx, cy = foot[0] + (tip[0] - foot[0]) * t, foot[1] + (tip[1] - foot[1]) * t
            for s in (-1, 1):
                g.line("0", curve(cx, cy, cx + s * 5, cy - 4, cx + s * 9.4, cy - 9), 1)
    g.cut("0", blob(38, 94, 50, 91, 62, 94, 56, 99, 44, 99), 0.8)
    g.hatch("2", blob(40, 95, 50, 93, 60, 95, 55, 98.4, 45, 98.4), 1.6, 0.7, 90)


def tomatoes(g: Plates) -> None:
    """A ribbed tomato and a half of one."""
    body = blob(40, 22, 58, 20, 74, 30, 80, 50, 72, 72, 52, 82, 30, 80, 12, 68, 6, 48, 14, 30, 28, 22)
    g.cut("1-2", body)
    for x0, bow in ((16, -20), (30, -8), (46, 3), (60, 14)):
        g.line("-1", curve(42, 26, 42 + (x0 - 38) * 0.9 + bow * 0.2, 48, x0 + 6, 74), 1.3)
    g.shape("-1", blob(14, 44, 18, 34, 24, 30, 20, 42, 18, 54))
    for turn in (-170, -130, -60, -20, 20, 160):
        leaf(g, "2-1", 43, 25, 20, turn, 0.18)
    g.cut("2-1", taper(curve(43, 25, 44, 14, 50, 6), 4, 5), 1)
    g.cut("1-2", blob(70, 58, 86, 62, 97, 76, 90, 93, 70, 97, 50, 92, 45, 77, 54, 62))
    g.shape("0", blob(70, 63, 84, 66, 92, 77, 86, 89, 70, 92, 55, 88, 50, 77, 58, 66))
    for x, y in around(71, 78, 11.5, 5, -90):
        g.oval("1", x, y, 6, 5.4)
        for dx, dy in ((-2, 0), (2, -1), (0, 2.4)):
            g.oval("0", x + dx, y + dy, 1.2, 0.8)
    g.oval("2", 71, 78, 2.4)


def potatoes(g: Plates) -> None:
    """Native potatoes, knobbled and long, one cut to show its rings."""
    tubers = ((24, 68, "1-2", (2, 66, 8, 52, 20, 48, 30, 54, 40, 50, 47, 62, 42, 78, 30, 86, 18, 82, 8, 84)),
              (68, 46, "2-1", (48, 52, 52, 36, 66, 28, 82, 32, 92, 44, 88, 58, 76, 66, 60, 66)),
              (40, 32, "12", (14, 44, 16, 28, 26, 24, 34, 14, 46, 16, 52, 26, 48, 40, 36, 44, 26, 50)))
    for x, y, ink, numbers in tubers:
        g.cut(ink, blob(*numbers))
        clear = {"1-2": "-1", "2-1": "-2", "12": "0"}[ink]
        for dx, dy in ((-9, -4), (4, -8), (9, 5), (-3, 8)):
            g.line(clear, arc(x + dx, y + dy, 3.6, 2, 200, 340, 8), 1.4)
            g.oval(clear, x + dx, y + dy, 0.9)
    g.cut("1-2", arc(66, 82, 26, 15, 0, 360, 44))
    g.oval("0", 66, 82, 22.6, 11.6)
    for radius in (0.82, 0.6, 0.36):
        g.ring("2" if radius != 0.6 else "1", 66, 82, 24 * radius, 12.4 * radius, 2.2)
    g.oval("1", 66, 82, 3.6, 1.8)
    for k in range(12):
        (ax, ay), (bx, by) = around(66, 82, 1, 12)[k], around(66, 82, 1.6, 12)[k]
        g.line("2", [(66 + (ax - 66) * 12, 82 + (ay - 82) * 6), (66 + (bx - 66) * 10, 82 + (by - 82) * 5)], 0.7)
    g.cut("1-2", arc(14, 92, 10, 7, 0, 360, 20))
    g.dot("0", [(10, 90), (16, 94), (18, 89)], 1)


def strawberry(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "1-2") -> None:
    v = g.inset(x, y, size, turn)
    fruit = blob(50, 14, 76, 16, 90, 34, 82, 62, 62, 88, 50, 96, 38, 88, 18, 62, 10, 34, 24, 16)
    v.cut(ink, fruit, 4)
    clear = {"1-2": "-1", "2-1": "-2", "0": "1"}[ink]
    if ink == "0":
        v.line("1", [*fruit, fruit[0]], 4)
    for row in range(6):
        count = (4, 5, 4, 3, 2, 1)[row]
        for k in range(count):
            v.oval(clear, 50 + (k - (count - 1) / 2) * (16 - row * 0.8), 30 + row * 11, 2.4, 3.6)
    for angle in (-170, -200, -130, -50, 20, -10, 150, 30):
        leaf(v, "2-1", 50, 14, 34, angle, 0.2)
    v.line("2", curve(50, 14, 50, 2, 58, -10), 5)


def strawberries(g: Plates) -> None:
    """Three on the stem with flower and leaf."""
    for pts in ((50, 4, 34, 12, 26, 32), (50, 4, 70, 14, 74, 34), (50, 4, 52, 30, 50, 52)):
        g.line("2", curve(*pts), 2)
    strawberry(g, 26, 50, 40, 10)
    strawberry(g, 74, 54, 42, -10)
    strawberry(g, 50, 76, 42, 0)
    blossom(g, 86, 20, 11)
    for turn in (-160, -100, 170):
        leaf(g, "2-1", 30, 16, 26, turn, 0.36, 4)


def blossom(g: Plates, x: float, y: float, r: float) -> None:
    for px, py in around(x, y, r * 0.62, 5, -90):
        g.disc("0", px, py, r * 0.44, r * 0.44, 1)
        g.ring("1", px, py, r * 0.44, r * 0.44, 1.1)
    g.disc("2", x, y, r * 0.34, r * 0.34, 0.6)
    g.dot("0", around(x, y, r * 0.18, 5), 0.6)


def punnet(g: Plates) -> None:
    """A chip basket heaped with strawberries."""
    for x, y, turn in ((50, 28, 0), (32, 36, 24), (68, 36, -22), (18, 50, 40), (82, 50, -36), (42, 48, -10), (60, 48, 14)):
        strawberry(g, x, y, 31, turn)
    g.cut("2-1", [(4, 60), (96, 60), (86, 97), (14, 97)])
    for k in range(1, 9):
        x0, x1 = 4 + k * 10.2, 14 + k * 8
        g.line("-2", [(x0, 62), (x1, 96)], 1.6)
    for y in (68, 82):
        edge = 4 + (y - 60) * 0.27
        g.line("0", [(edge, y), (100 - edge, y)], 7)
        g.line("1", [(edge + 0.6, y), (99.4 - edge, y)], 4.4)
    g.cut("1-2", [(2, 57), (98, 57), (97, 63), (3, 63)], 0.8)


def white_strawberries(g: Plates) -> None:
    """The white strawberry of Purén: paper with red seeds, leaves of three."""
    for pts in ((48, 6, 30, 20, 28, 40), (48, 6, 72, 18, 72, 36), (48, 6, 50, 34, 50, 56)):
        g.line("2", curve(*pts), 2)
    for x, y, turn in ((80, 10, -30), (80, 10, 30), (80, 10, 90)):
        leaf(g, "2-1", x, y + 4, 22, turn, 0.44, 4)
    for turn in (150, 210, 270):
        leaf(g, "2-1", 22, 22, 24, turn - 20, 0.44, 4)
    strawberry(g, 29, 58, 42, 8, "0")
    strawberry(g, 72, 54, 40, -8, "0")
    strawberry(g, 50, 78, 42, 0, "0")


def blueberries(g: Plates) -> None:
    """A laden sprig."""
    twig(g, "2", 50, 2, 48, 20, 54, 36, 48, 60, wide=3)
    for x, y, turn in ((50, 8, -20), (49, 14, -160), (52, 30, 10), (51, 28, 175), (50, 6, -140)):
        leaf(g, "2-1", x, y, 34, turn, 0.3, 4)
    spots = ((32, 46), (50, 42), (68, 47), (24, 62), (42, 60), (60, 62), (77, 63), (34, 77), (52, 78), (69, 78), (45, 91), (62, 91))
    for k, (x, y) in enumerate(spots):
        g.disc("12" if k % 3 == 1 else "1-2", x, y, 9.6, 9.2, 1.3)
        crown = [p for pair in zip(around(x, y - 1, 4.6, 5, -90), around(x, y - 1, 2.2, 5, -54), strict=True) for p in pair]
        g.shape("0", crown)
        g.oval("1", x, y - 1, 1.5)
        g.line("0", arc(x, y, 7.4, 7, 140, 200, 6), 1.2)


def quinoa(g: Plates) -> None:
    """Three ripe panicles and a bowl of grain."""
    for x, lean, ink in ((22, -8, "2-1"), (50, 0, "1-2"), (78, 8, "2-1")):
        g.cut(ink, taper(curve(50 + (x - 50) * 0.6, 92, x - lean * 0.4, 66, x, 40), 3, 2), 1)
        for row in range(13):
            y, wide = 8 + row * 3.6, 4 + 9 * math.sin(row / 12 * math.pi * 0.8)
            cx = x + lean * (0.6 - row / 22)
            for k in range(-2, 3):
                g.disc(ink, cx + k * wide / 2.2 + (row % 2) * 1.6, y + abs(k) * 1.6, 2.9, 2.7, 0.6)
        for y, turn in ((66, -40), (72, -140), (80, -30)):
            leaf(g, ink, 50 + (x - 50) * 0.74, y, 17, turn, 0.3, 2)
    bowl(g, 50, 82, 30, 15, "1-2")
    for k in range(26):
        a = k * 2.399
        r = 0.92 * math.sqrt((k + 0.5) / 26)
        g.oval("2", 50 + 27 * r * math.cos(a), 81.6 + 3.8 * r * math.sin(a), 1.1, 0.9)


def rice(g: Plates) -> None:
    """A sack of rice under bowed ears."""
    v = g.inset(46, 58, 82)
    sack(v, "1-2", mark=False)
    for k in range(30):
        a, r = k * 2.399, math.sqrt((k + 0.5) / 30)
        x, y = 50 + 27 * r * math.cos(a), 42 + 4 * r * math.sin(a)
        v.line("2", [(x - 1, y), (x + 1, y - 0.5)], 1.2)
    v.shape("0", blob(30, 72, 50, 60, 70, 72, 50, 86))
    v.line("2", [*blob(33, 72, 50, 63, 67, 72, 50, 83), (33, 72)], 1)
    for dx in (-6, 0, 6):
        v.line("1", curve(50 + dx, 80, 50 + dx * 0.6, 72, 50 + dx * 1.3, 67), 1.4)
    for x0, x1, tip, ink in ((72, 80, 98, "2-1"), (66, 70, 84, "2-1"), (24, 14, 2, "2-1")):
        stalk = curve(x0, 92, x1, 40, x1 + (tip - x1) * 0.4, 10, tip, 22, tip, 36)
        g.line("0", stalk, 4)
        g.line("2", stalk, 1.6)
        for k in range(18, len(stalk), 2):
            x, y = stalk[k]
            for s in (-1, 1):
                g.disc(ink, x + s * 2.6, y + 2.2, 1.8, 3.2, 0.6)
    leaf(g, "2-1", 76, 70, 40, -62, 0.08)
    leaf(g, "2-1", 20, 74, 36, -118, 0.08)


def beans(g: Plates) -> None:
    """Dry pods, one open, and speckled beans."""
    twig(g, "2", 60, 2, 50, 10, 46, 26, wide=3)
    leaf(g, "2-1", 54, 8, 34, 20, 0.44, 4)
    leaf(g, "2-1", 52, 8, 34, 160, 0.44, 4)
    closed = taper(curve(48, 24, 30, 36, 18, 58, 12, 88), 15, 4)
    g.cut("1-2", closed)
    for x, y in ((40, 32), (31, 43), (24, 55), (19, 68)):
        g.line("-1", arc(x, y, 5, 4.6, 200, 20, 10), 1.4)
    shell = blob(52, 22, 66, 30, 78, 48, 86, 74, 84, 90, 74, 76, 60, 56, 50, 36)
    g.cut("1-2", shell)
    g.shape("0", blob(54, 27, 65, 34, 75, 50, 82, 74, 81, 84, 72, 72, 60, 53, 53, 37))
    for x, y in ((58, 37), (64, 46), (70, 56), (75, 67)):
        g.disc("2-1", x, y, 4.6, 4, 0.6)
        g.dot("-2", [(x - 1.6, y - 1), (x + 1.4, y + 0.6), (x + 0.4, y - 2)], 0.6)
    for x, y, turn in ((34, 84, 10), (48, 90, -20), (60, 86, 24), (42, 76, -8), (54, 76, 40), (70, 93, 0), (26, 94, -10)):
        v = g.inset(x, y, 15, turn)
        v.cut("2-1", blob(4, 46, 20, 22, 50, 16, 80, 22, 96, 46, 84, 74, 62, 78, 50, 66, 38, 78, 14, 72), 8)
        v.dot("-2", [(26, 40), (40, 28), (58, 36), (74, 44), (48, 50), (20, 56), (80, 60)], 3.4)


def herb_chillies(g: Plates) -> None:
    """Smoked chillies on a string and a stone mortar of merkén."""
    g.line("2", curve(4, 6, 30, 14, 60, 12, 96, 4), 2)
    for k in range(7):
        x, y = 12 + k * 13, 10 + 3 * math.sin(k / 6 * math.pi)
        pod = taper(curve(x, y + 5, x + 3, y + 16, x - 1, y + 28, x + 4, y + 37), 7, 1)
        g.cut("1-2", pod, 1)
        g.line("-1", curve(x - 1, y + 9, x + 0.6, y + 17, x - 1, y + 24), 0.9)
        g.cut("2-1", [(x - 3, y + 1), (x + 3, y + 1), (x + 3.6, y + 6), (x - 3.6, y + 6)], 0.6)
    pestle = taper(curve(88, 34, 70, 54, 60, 70), 7, 11)
    g.cut("2-1", pestle)
    bowl(g, 46, 68, 36, 26, "1-2")
    g.shape("1", arc(46, 68, 30, 4.6, 0, 360, 30))
    g.cut("2-1", taper(curve(80, 46, 66, 58, 56, 67), 8, 11))
    g.dot("0", [(30, 68), (36, 66.4), (42, 69), (38, 70), (64, 69), (68, 67.6)], 0.8)
    g.dot("2", [(84, 90), (90, 94), (80, 95), (94, 88), (87, 97)], 1.2)
