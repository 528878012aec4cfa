"""The listings the judged queries are asked of: names, places, makers and seasons of the demo's territories."""

import json
from pathlib import Path
from typing import Any

from search.documents import SearchDocument

DATA: dict[str, Any] = json.loads((Path(__file__).parent / "listings.json").read_text())


def documents() -> list[SearchDocument]:
    return [document(number, row) for number, row in enumerate(DATA["listings"], 1)]


def document(number: int, row: dict[str, Any]) -> SearchDocument:
    place = row.get("place", (None, None))
    return SearchDocument(
        kind=row["kind"],
        id=number,
        version=1,
        slug=row["slug"],
        url=f"/{row['kind']}/{row['slug']}/",
        title={"es": row["es"], "en": row.get("en", row["es"])},
        keywords={"es": row.get("keywords_es", ""), "en": row.get("keywords_en", "")},
        maker=row.get("maker", ""),
        territory=row["territory"],
        territory_name=DATA["territories"][row["territory"]],
        categories=tuple(row.get("categories", ())),
        months=sum(1 << month - 1 for month in row.get("months", ())),
        lat=place[0],
        lon=place[1],
        price=row.get("price"),
        created=float(number),
    )
