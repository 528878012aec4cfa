from datetime import date
from typing import Any

from territories.ground import register
from territories.loading import load_ground
from territories.models import Territory, TerritoryComuna

from .files import Row, both, read
from .loader import Loader

PROGRAMME_START = date(2001, 1, 1)
"""Since when a comuna is counted in; of the associated territories no date is known."""
STATUS = {"active": "operating", "associated": "associated"}


def load_territories(loader: Loader) -> dict[str, Territory]:
    load_ground()
    data = read("territories")["territories"]
    territories = loader.put(Territory, [_territory(row) for row in data])
    members = [
        {
            "territory": territories[row["slug"]],
            "comuna_id": comuna["code"],
            "joined_on": PROGRAMME_START if row["status"] == "active" else None,
        }
        for row in data
        for comuna in row["comunas"]
    ]
    loader.join(TerritoryComuna, members, "territory", "comuna_id")
    return territories


def _territory(row: Row) -> dict[str, Any]:
    comunas = [register.comuna(comuna["code"]) for comuna in row["comunas"]]
    return {
        "slug": row["slug"],
        "name": row["name"],
        "status": STATUS[row["status"]],
        "region_label": _label(row),
        "palette": row.get("palette") or "",
        "latitude": float(row["latitude"]),
        "longitude": round(sum(c.lon for c in comunas) / len(comunas), 2),
        "identity_es": " · ".join(row.get("identity_es", [])),
        "identity_en": " · ".join(row.get("identity_en", [])),
        "assumption_es": row.get("comunas_note_es") or "",
        "assumption_en": row.get("comunas_note_en") or "",
        **both(row, "known_for", "summary", "story"),
    }


def _label(row: Row) -> str:
    """Its region and, where the programme's papers call the territory otherwise, that name: people search for it."""
    region = row["region_2005"]
    also = [alias for alias in row["aliases"] if alias not in row["name"]]
    if region["numeral"] == "R.M.":
        return " · ".join(also) or region["name"]
    return " · ".join([region["numeral"], region["name"], *also])
