"""The two inks and the paper of each territory, as the style sheet prints them by day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours are `#rrggbb`; `lands` names the landscapes a picture of this place may stand in."""

    name: str
    latitude: str
    ink1: str
    ink2: str
    paper: str
    lands: tuple[str, ...]


PALETTES = {
    "huasco": Palette("Huasco", "28,6° S", "#8c2748", "#66560a", "#f8efdf", ("valley", "andes")),
    "limari": Palette("Limarí", "30,6° S", "#a83a12", "#12525c", "#f7eedb", ("desert", "valley")),
    "san-antonio": Palette("San Antonio", "33,6° S", "#0e4f7d", "#9a4a00", "#f3f0e2", ("coast", "cove")),
    "rm-poniente": Palette("R. M. Poniente", "33,7° S", "#3d5a18", "#8f3a1c", "#f4f0de", ("city", "workshops")),
    "rm-sur": Palette("R. M. Sur", "33,8° S", "#7b3f10", "#25496e", "#f6eee1", ("city", "workshops", "andes")),
    "secano-libertador": Palette(
        "Secano Libertador", "34,2° S", "#6b500c", "#842b24", "#f8f0d9", ("secano", "salt_pans")
    ),
    "maule-sur": Palette("Maule Sur", "36,0° S", "#7d1836", "#47590f", "#f6ede0", ("vineyard", "secano")),
    "nahuelbuta": Palette("Nahuelbuta", "37,8° S", "#16573a", "#8a4410", "#f0f0df", ("forest", "coast_range")),
    "araucania-andina": Palette("Araucanía Andina", "38,7° S", "#224a7a", "#93390f", "#f1f0e6", ("araucaria", "lake")),
    "chiloe": Palette("Chiloé", "42,6° S", "#96291c", "#155560", "#f1efe2", ("palafitos", "meadows")),
}
CHILE = Palette("Chile", "17° a 56° S", "#9c2f1b", "#1f4e4a", "#f7f0e1", ("andes",))


def palette_of(territory: str) -> Palette:
    """The palette of a territory's slug; a place without one of its own prints in the country's inks."""
    return PALETTES.get(territory, CHILE)
