"""From 345 outlines, each simplified by itself, to one coverage: no gaps, no overlaps, every border drawn once."""

import numpy as np
import pyarrow.parquet as parquet
import shapely

GRID = 2000  # steps a degree: about 55 m; every vertex lies on this grid
GAP = 0.01  # degrees: slivers narrower than this between comunas are closed
TOLERANCE = 0.002  # degrees: square root of the area a vertex must span to be kept
SMALLEST_KM2 = 0.5  # islets under this are dropped, unless they are all that a comuna has
KM2 = 111.32**2


def read(path: str) -> tuple[list[dict[str, str]], list[shapely.Geometry]]:
    """Rows (code, name, province, region code) and outlines of the official file, sorted by code."""
    table = parquet.read_table(path)
    rows = [
        {"code": r["CUT_COM"], "name": r["COMUNA"], "province": r["PROVINCIA"], "region": r["CUT_REG"]}
        for r in table.drop(["geometry"]).to_pylist()
    ]
    outlines = shapely.from_wkb(table["geometry"].to_pylist())
    order = sorted(range(len(rows)), key=lambda i: rows[i]["code"])
    return [rows[i] for i in order], [outlines[i] for i in order]


def area_km2(polygon: shapely.Geometry) -> float:
    return float(polygon.area * KM2 * np.cos(np.radians(polygon.centroid.y)))


def without_islets(outline: shapely.Geometry) -> shapely.Geometry:
    parts = sorted(shapely.get_parts(outline), key=area_km2, reverse=True)
    return shapely.multipolygons([parts[0], *(p for p in parts[1:] if area_km2(p) >= SMALLEST_KM2)])


def on_grid(outline: shapely.Geometry) -> shapely.Geometry:
    """Every vertex on a whole step, where whether two borders meet is exact."""
    rounded = shapely.transform(outline, np.round)
    valid = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
    return shapely.multipolygons([p for p in shapely.get_parts(valid) if p.geom_type == "Polygon" and p.area > 0])


def coverage(outlines: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """One clean coverage, simplified with its shared borders kept shared, in degrees. Raises ValueError if unclean."""
    ground = [on_grid(shapely.transform(without_islets(o), lambda xy: xy * GRID)) for o in outlines]
    for _ in range(6):
        ground = [on_grid(c) for c in shapely.coverage_clean(ground, gap_width=GAP * GRID, snapping_distance=0)]
        if shapely.coverage_is_valid(ground):
            break
    simple = [on_grid(c) for c in shapely.coverage_simplify(ground, TOLERANCE * GRID)]
    if not shapely.coverage_is_valid(simple):
        raise ValueError("the simplified outlines are not a coverage")
    return [shapely.transform(c, lambda xy: xy / GRID) for c in simple]
