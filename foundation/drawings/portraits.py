"""A person's face as a small print: SVG, classes only, the same look as on the person's poster."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from foundation.faces import Look

SKY = "".join(f'<path class="sb" d="M0 {10 + 12 * k}h200" stroke-width="{5 - k * 0.6:.1f}"/>' for k in range(8))
HILLS = (
    "M0 150q40-34 70-20t60-8 70 12v66H0z", "M0 140q30-10 60 6t70-22 70 24v52H0z", "M0 132q50 30 90 10t110-16v74H0z",
)  # fmt: skip
BUST = (
    '<path class="fp" d="M16 200q4-52 50-62l34-8 34 8q46 10 50 62z"/>'
    '<path class="{}" d="M22 200q4-48 46-57l32-7 32 7q42 9 46 57z"/>'
)
DRESS = {
    "poncho": ("fa",
        '<path class="sp" stroke-width="3" d="M48 200q2-30 18-52M66 200q0-26 10-56M152 200q-2-30-18-52M134 '
        '200q0-26-10-56"/>'
    '<path class="sb" stroke-width="4" d="M57 200q1-28 14-54M143 200q-1-28-14-54"/>'),
    "shirt": ("fa",
        '<path class="sp" d="M30 172h140M26 186h148M50 150v50M74 144v56M126 144v56M150 150v50"/>'
        '<path class="fp sa" d="M100 152l-26-16-6 12 20 22zM100 152l26-16 6 12-20 22z"/>'
        '<path class="sp" stroke-width="3" d="M100 156v44"/>'),
    "apron": ("fb",
        '<path class="fa" d="M62 172h76v28H62z"/>'
        '<path class="sa" stroke-width="7" d="M66 174q-2-18 4-32M134 174q2-18-4-32"/>'
        '<path class="sp" d="M66 178h68"/><path class="fp sb" d="M82 138l18 20 18-20z"/>'),
    "shawl": ("fa",
        '<path class="fb" d="M64 142q-36 10-42 58h54q-2-22 22-46zM136 142q36 10 42 58h-54q2-22-22-46z"/>'
        '<path class="sp" d="M44 158q2 24-10 42M58 152q4 22-6 48M142 152q-4 22 6 48M156 158q-2 24 10 42"/>'
        '<circle class="fa sp" cx="100" cy="170" r="7"/>'),
    "sweater": ("fb",
        '<path class="fa" d="M68 140q32 34 64 0l6 8q-38 42-76 0z"/>'
        '<path class="sp" stroke-width="3" d="M26 186l12-12 12 12 12-12 12 12 13-12 13 12 13-12 13 12 12-12 '
        '12 12 12-12 12 12"/>'),
}  # fmt: skip
SHAPES = {False: "M64 74h72q6 74-36 80-42-6-36-80z", True: "M61 74h78q6 70-39 80-45-10-39-80z"}
BEHIND = {
    "long": '<path class="{}" d="M60 66q40-34 80 0 14 50 8 96H52q-6-46 8-96z"/>',
    "wavy": '<path class="{}" d="M58 66q42-36 84 0 4 26 8 40t-2 30 0 22H52q4-8 0-22t-2-30 8-40z"/>',
    "bob": '<path class="{}" d="M58 66q42-36 84 0 10 40 4 72H54q-6-32 4-72z"/>',
    "bun": '<circle class="{}" cx="100" cy="30" r="18"/>',
    "plaits": (
        '<path class="{}" d="M64 84q-8 20-6 50-8 8 0 16-8 8 0 16-6 10 2 18 10-8 6-18 8-8 0-16 8-8 0-16 0-24 '
        '6-44zM136 84q8 20 6 50 8 8 0 16 8 8 0 16 6 10-2 18-10-8-6-18-8-8 0-16-8-8 0-16 0-24-6-44z"/>'
    ),
}
OVER = {
    "short": '<path class="{}" d="M62 96q-6-48 38-50 44 2 38 50-4-22-14-26-24 8-48 0-10 4-14 26z"/>',
    "curls": (
        '<path class="{}" d="M60 94q-8-10 0-20 0-12 12-14 4-12 16-10 12-8 22 0 12-4 18 8 12 4 12 16 8 10 0 '
        '20-4-18-14-22-26 8-52 0-10 4-14 22z"/>'
    ),
    "parted": '<path class="{}" d="M60 100q-6-50 40-54 46 4 40 54-2-16-8-24-30-2-58-6-10 8-14 30z"/>',
    "framed": '<path class="{}" d="M60 104q-8-56 40-60 48 4 40 60-2-34-40-48-38 14-40 48z"/>',
}
HATS = {
    "chupalla": (
        '<path class="fp" d="M22 84q78-34 156 0l-6 10q-72-26-144 0z"/>'
        '<path class="fa" d="M28 84q72-30 144 0-72-20-144 0z"/>'
        '<path class="fa" d="M62 72q2-42 38-42t38 42q-38-10-76 0z"/>'
        '<path class="fb" d="M61 74q39-12 78 0l-1-10q-38-10-76 0z"/>'
        '<path class="sp" d="M72 56q28-8 56 0M78 46q22-6 44 0"/>'
    ),
    "gorro": (
        '<path class="fa sp" d="M60 74q-2-44 40-46 42 2 40 46z"/>'
        '<path class="sp" stroke-width="2.4" d="M68 56l8-8 8 8 8-8 8 8 8-8 8 8 8-8 8 8"/>'
        '<path class="fb sp" d="M56 70q44-14 88 0v16q-44-14-88 0z"/>'
        '<path class="sp" d="M68 68v14M84 65v14M100 64v14M116 65v14M132 68v14"/>'
        '<circle class="fb sp" cx="100" cy="26" r="9"/>'
    ),
    "panuelo": (
        '<path class="fa sp" d="M56 106q-8-64 44-68 52 4 44 68-4-32-44-44-40 12-44 44z"/>'
        '<path class="fa sp" d="M58 104q0 32 42 52 42-20 42-52l4 8q0 34-38 50l10 16h-14l-4-10-4 '
        '10H82l10-16q-38-16-38-50z"/><path class="sp" stroke-width="4" d="M66 78h.1M76 58h.1M92 48h.1M110 '
        '50h.1M126 60h.1M134 80h.1M60 94h.1M140 94h.1"/>'
    ),
    "jockey": (
        '<path class="fa sp" d="M60 78q0-44 40-46 40 2 40 46-40-12-80 0z"/>'
        '<path class="fb sp" d="M62 78q60-20 104 8-50-2-104 0z"/><path class="fp" d="M100 42l9 16H91z"/>'
    ),
    "boina": (
        '<path class="fd sp" d="M50 76q-10-30 30-40t68 8 8 32q-56-18-106 0z"/><path class="fd" d="M97 28h6v10h-6z"/>'
    ),
    "none": "",
}
BROWS = (
    '<path class="sd" stroke-width="2.6" d="M78 98q7-5 14 0M108 98q7-5 14 0M100 102q-1 12-6 16 4 4 10 2M86 '
    '132q14 10 28 0M76 116q-4 6 0 12M124 116q4 6 0 12"/><circle class="fd" cx="85" cy="104" r="3"/>'
    '<circle class="fd" cx="115" cy="104" r="3"/>'
)
GLASSES = (
    '<path class="sd" d="M94 105q6-3 12 0"/><circle class="sd" cx="85" cy="105" r="9"/>'
    '<circle class="sd" cx="115" cy="105" r="9"/>'
)
BEARDS = {
    "none": "",
    "moustache": '<path class="{}" d="M78 128q10-10 22-5 12-5 22 5-12 2-22-1-10 3-22 1z"/>',
    "beard": (
        '<path class="{}" d="M64 110q4 14 14 15 10-7 22-3 12-4 22 3 10-1 14-15 4 42-36 50-40-8-36-50zM88 '
        '134q12 6 24 0-12-4-24 0z"/>'
    ),
}


@lru_cache(maxsize=1024)
def portrait(slug: str, name: str = "", hat: str = "", woman: bool | None = None) -> SafeString:
    """The face of this slug; `hat` is one of faces.HATS. With a name it is read out, without it is only ornament."""
    look = Look.of(slug, hat, woman)
    hair = "fb" if look.grey else "fd"
    ink, detail = DRESS[look.dress]
    body = (
        f'<path class="ft" d="M0 0h200v200H0z"/>{SKY}<path class="fb" d="{HILLS[sum(slug.encode()) % 3]}"/>'
        f"{BEHIND.get(look.hair, '').format(hair)}{BUST.format(ink)}{detail}"
        f'<path class="fl" d="M86 140h28v16q-14 8-28 0z"/><path class="fl" d="{SHAPES[look.broad]}"/>'
        f"{BROWS}{BEARDS[look.beard].format(hair)}{GLASSES if look.glasses else ''}"
        f"{OVER.get(look.hair, OVER['framed']).format(hair)}{HATS[look.hat]}"
    )
    if not name:
        return mark_safe(f'<svg viewBox="0 0 200 200" aria-hidden="true">{body}</svg>')
    label = gettext("Retrato dibujado de %(name)s") % {"name": name}
    return format_html('<svg viewBox="0 0 200 200" role="img" aria-label="{}">{}</svg>', label, mark_safe(body))
