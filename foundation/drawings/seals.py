"""The mark of a seal: a milled edge, its name around, a sign of the land in the middle."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext

AROUND = 408  # units of text that fit on the circle of radius 66
LETTER = 0.66  # mean width of a capital, as a share of the type size
BERRIES = (
    (72, 88),
    (91, 86),
    (110, 87),
    (128, 90),
    (81, 104),
    (100, 103),
    (119, 105),
    (90, 120),
    (109, 120),
    (100, 136),
)
HILL = (
    '<path class="fb" d="M52 116q16-26 28-14t20-22 22 16 26 20q-18 36-48 36t-48-36z"/>'
    '<circle class="fb" cx="124" cy="80" r="9"/>'
    '<path class="sp" d="M60 124q20-8 40 0t40 0M66 134q18-7 34 0t34 0M78 144q12-5 22 0t22 0"/>'
)
SEA = (
    '<path class="fb" d="M56 112q44 16 88-4l-14 26q-30 10-60 0zM98 60l30 42-30 4zM93 70v34l-22-2z"/>'
    '<path class="sb" d="M58 142q7-7 14 0t14 0 14 0 14 0 14 0 14 0M70 150q7-7 14 0t14 0 14 0 14 0"/>'
)
OLIVE = (
    '<path class="sb" stroke-width="3" d="M62 72q36 12 76-14"/>'
    '<path class="fb" d="M78 76q-22-2-24-22 22 2 24 22zM98 76q-2-22 18-30 4 22-18 30zM118 68q20 4 30-12-18-8-30 12z"/>'
    '<ellipse class="fb" cx="82" cy="112" rx="16" ry="22"/><ellipse class="fb" cx="120" cy="108" rx="16" ry="22"/>'
    '<path class="sp" d="M73 104q-3 8 0 16M111 100q-3 8 0 16"/>'
)
TREE = (
    '<path class="fb" d="M97 150l2-70h2l2 70z"/>'
    '<path class="sb" stroke-width="5" d="M64 76q18 14 36 12 18 2 36-12M70 64q14 14 30 12 16 2 30-12'
    'M78 54q10 12 22 12 12 0 22-12M60 92q20 12 40 8 20 4 40-8"/>'
)
VINE = (
    '<path class="sb" stroke-width="3" d="M100 54v20"/><path class="fb" d="M104 66q8-18 26-12 4 20-14 24-10 0-12-12z"/>'
    + "".join(f'<circle class="fb" cx="{x}" cy="{y}" r="8.6"/>' for x, y in BERRIES)
)
WOOD = (
    '<circle class="fb" cx="100" cy="102" r="42"/>'
    '<path class="sp" d="M100 68a34 34 0 1 0 1 0M100 77a25 25 0 1 0 1 0M100 86a16 16 0 1 0 1 0M100 95a7 7 0 1 0 1 0"/>'
)
HOUSE = (
    '<path class="fb" d="M64 96l36-36 36 36v30H64z"/><path class="sp" d="M66 104h68M66 112h68M66 120h68"/>'
    '<path class="fp" d="M92 104h16v22H92z"/>'
    '<path class="sb" stroke-width="4" d="M72 126v22M90 126v22M110 126v22M128 126v22"/>'
    '<path class="sb" d="M58 150q7-6 14 0t14 0 14 0 14 0 14 0 14 0"/>'
)
HANDS = (
    '<path class="fb" d="M54 112q16-24 44-18l-8 10 10 6v26q-30 8-46-24z'
    'M146 112q-16-24-44-18l8 10-10 6v26q30 8 46-24z"/>'
    '<path class="sb" stroke-width="3" d="M100 96V58"/>'
    '<path class="fb" d="M100 80q-22 2-24-18 22-2 24 18zM100 74q22 2 24-18-22-2-24 18z"/>'
)
MOTIFS = {
    "hill": HILL, "sea": SEA, "olive": OLIVE, "tree": TREE, "vine": VINE, "wood": WOOD, "house": HOUSE, "hands": HANDS,
}  # fmt: skip
OF_TERRITORY = {
    "huasco": "olive", "limari": "hill", "san-antonio": "sea", "rm-poniente": "wood", "rm-sur": "hands",
    "secano-libertador": "olive", "maule-sur": "vine", "nahuelbuta": "tree", "araucania-andina": "tree",
    "chiloe": "house",
}  # fmt: skip
MARK = (
    '<svg viewBox="0 0 200 200" role="img" aria-label="{label}">'
    '<defs><path id="{anchor}" d="M100 100m-66 0a66 66 0 1 1 132 0a66 66 0 1 1-132 0"/></defs>'
    '<circle class="sb" cx="100" cy="100" r="91.5" stroke-width="7" stroke-linecap="butt" '
    'stroke-dasharray="1.6 7.982"/>'
    '<circle class="sb" cx="100" cy="100" r="86" stroke-width="4"/><circle class="sb" cx="100" cy="100" r="57"/>'
    '<text class="fb" font-size="{size}" font-weight="800" letter-spacing=".04em">'
    '<textPath href="#{anchor}" textLength="{around}">{words}</textPath></text>{motif}</svg>'
)


@lru_cache(maxsize=1024)
def seal_mark(name: str, number: str, motif: str = "hill", language: str = "es") -> SafeString:
    """A seal of this name; `motif` is one of MOTIFS or a territory's slug. The mark is kept by language."""
    words = f"{name.upper().replace(',', ' ·')} · "
    times = max(1, round(AROUND / (len(words) * 17.5 * LETTER)))
    size = min(17.5, AROUND / (len(words) * times * LETTER))
    return format_html(
        MARK,
        label=gettext("%(name)s, N.º %(number)s") % {"name": name, "number": number} if number else name,
        anchor=f"sello-{slugify(f'{name} {number}')}",
        size=f"{size:.1f}",
        around=AROUND,
        words=words * times,
        motif=mark_safe(MOTIFS.get(OF_TERRITORY.get(motif, motif), HILL)),
    )
