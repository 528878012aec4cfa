"""The downloads of a circuit or a plan, as its page offers them."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class File:
    """`purpose` says what it is good for, to those who do not know its name."""

    label: str
    purpose: str
    href: str


def files(base: str) -> list[File]:
    """`base` is the address in the API without its ending; in the active language."""
    purposes = {
        "PDF": _("para imprimir o llevar en el teléfono"),
        "ICS": _("para el calendario"),
        "GPX": _("para el GPS o el mapa del teléfono"),
        "KML": _("para Google Earth"),
        "GeoJSON": _("para quien programa"),
    }
    lang = "?lang=en" if get_language() == "en" else ""
    return [File(label, purpose, f"{base}.{label.lower()}{lang}") for label, purpose in purposes.items()]
