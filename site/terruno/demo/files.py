"""The demo's facts and words, as JSON beside this file; one file a territory where there are many."""

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]


def read(name: str) -> Row:
    """`data/<name>.json`, e.g. `read("territories")`."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def rows(folder: str, key: str) -> list[Row]:
    """The lists called `key` of every file in `data/<folder>/`, joined in the order of their names."""
    return [
        row
        for path in sorted((DATA / folder).glob("*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))[key]
    ]


def both(row: Row, *names: str) -> Row:
    """The Spanish and English columns of `names`; a list becomes a sentence part joined by commas."""
    found = {}
    for name in names:
        for language in ("es", "en"):
            value = row.get(f"{name}_{language}") or ""
            found[f"{name}_{language}"] = ", ".join(value) if isinstance(value, list) else value
    return found
