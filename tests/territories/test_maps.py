import re
from xml.etree import ElementTree

import pytest

from territories import ground
from territories.maps import MapPoint, StripRow, circuit_map, country_strip, locator, results_chart, territory_map
from territories.maps.base import plate
from territories.maps.chart import spread
from territories.maps.labels import Sheet

LIMARI = ["04301", "04302", "04303", "04304", "04305"]
CHILOE = [f"10{n}" for n in range(201, 211)]
HUASCO, HURTADO = (-28.46, -71.22), (-30.29, -70.68)
SVG = "{http://www.w3.org/2000/svg}"


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def size(root: ElementTree.Element) -> tuple[float, float]:
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return width, height


def discs(root: ElementTree.Element) -> list[tuple[float, float, float]]:
    circles = [c for c in root.iter(f"{SVG}circle") if float(c.attrib["r"]) > 12]
    return [(float(c.attrib["cx"]), float(c.attrib["cy"]), float(c.attrib["r"])) for c in circles]


def every_map() -> dict[str, str]:
    point = MapPoint(*HURTADO, "Queso de cabra", href="/productos/queso/")
    return {
        "territory": territory_map(LIMARI, points=[point], label="Mapa"),
        "circuit": circuit_map(LIMARI, stops=[point, MapPoint(-30.6, -71.2, "Feria")], label="Ruta"),
        "locator": locator(LIMARI, *HURTADO, "Hurtado", described="Dónde"),
        "chart": results_chart([point], label="Resultados"),
        "strip": country_strip([StripRow("limari", "Limarí", -30.6, -71.0)]),
    }


@pytest.mark.parametrize("name", ["territory", "circuit", "locator", "chart", "strip"])
def test_a_map_is_well_formed_and_carries_no_style_and_no_script(name: str):
    svg = every_map()[name]

    parse(svg)
    assert not re.search(r"style=|<script|<style|\son\w+=|#[0-9a-f]{3,6}\b|nan", svg)


@pytest.mark.parametrize("codes", [LIMARI, CHILOE, ["05201"], [c.code for c in ground.comunas() if c.region == "12"]])
def test_the_plate_of_a_territory_stays_small(codes: list[str]):
    assert len(territory_map(codes, label="Mapa")) <= 6500


def test_a_map_with_links_is_a_group_since_an_image_would_hide_them():
    maps = every_map()

    assert parse(maps["territory"]).attrib["role"] == "group"
    assert parse(territory_map(LIMARI, label="Mapa del Limarí")).attrib == {
        "viewBox": parse(maps["territory"]).attrib["viewBox"],
        "role": "img",
        "aria-label": "Mapa del Limarí",
    }


def test_what_producers_wrote_is_escaped():
    evil = '"><script>alert(1)</script>'
    point = MapPoint(*HURTADO, evil, href=f"/x/{evil}", slug=evil)

    for svg in (
        territory_map(LIMARI, points=[point], label=evil),
        circuit_map(LIMARI, stops=[point], label=evil),
        locator(LIMARI, *HURTADO, evil, described=evil),
        results_chart([point], label=evil),
        country_strip([StripRow(evil, evil, *HUASCO)]),
    ):
        parse(svg)
        assert "<script" not in svg


def test_twenty_points_in_one_village_get_twenty_discs_apart_and_inside():
    points = [MapPoint(*HURTADO, f"Queso {n}", href=f"/{n}") for n in range(20)]

    root = parse(territory_map(LIMARI, points=points, label="Mapa"))

    (width, height), placed = size(root), discs(root)
    assert len(placed) == 20
    assert all(r <= x <= width - r and r <= y <= height - r for x, y, r in placed)
    gaps = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(placed) for b in placed[:i]]
    assert min(gaps) >= 26


def test_points_too_many_for_discs_still_lead_to_their_pages():
    points = [MapPoint(-30.3 - n / 100, -71, f"Producto {n}", href=f"/p/{n}") for n in range(60)]

    root = parse(territory_map(LIMARI, points=points, label="Mapa"))

    assert {a.attrib["href"] for a in root.iter(f"{SVG}a")} == {f"/p/{n}" for n in range(60)}
    assert len(discs(root)) == 26


def test_every_disc_says_its_number_and_its_name():
    points = [MapPoint(*HURTADO, f"Queso {n}", href=f"/{n}") for n in range(20)]

    links = list(parse(territory_map(LIMARI, points=points, label="Mapa")).iter(f"{SVG}a"))

    said = [" ".join(link.itertext()) for link in links]
    assert all(f"Queso {n}" in words and str(n + 1) in words for n, words in enumerate(said))


def test_words_never_lie_on_one_another():
    sheet = Sheet(200, 100)

    seats = [sheet.words(100, 50, "Monte Patria", size=12, clear=6) for _ in range(12)]

    assert None in seats
    boxes = sheet.taken
    assert not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for i, a in enumerate(boxes) for b in boxes[:i]
    )


def test_the_circuits_line_joins_its_stops_in_order():
    stops = [MapPoint(-30.60, -71.19, "Feria"), MapPoint(-30.69, -71.37, "Valle"), MapPoint(-31.18, -71.0, "Plaza")]

    root = parse(circuit_map(LIMARI, stops=stops, label="Ruta"))

    line = next(p.attrib["d"] for p in root.iter(f"{SVG}path") if p.attrib.get("stroke-width") == "3")
    assert [tuple(map(float, pair.split())) for pair in re.split("[ML]", line)[1:]] == [
        (x, y) for x, y, _ in discs(root)
    ]


def test_a_circuit_without_stops_is_the_map_of_its_territory():
    assert 'role="img"' in circuit_map(LIMARI, stops=[], label="Ruta")


def test_the_north_is_up_and_the_east_is_right():
    ground_plate = plate(tuple(LIMARI))

    (x1, y1), (x2, y2) = ground_plate.xy(-30.3, -71.5), ground_plate.xy(-31.2, -70.7)

    assert y1 < y2
    assert x1 < x2


def test_a_territory_with_rapa_nui_keeps_its_scale_and_shows_it_in_a_box():
    codes = ("05101", "05104", "05201")
    shown = plate(codes)

    x, y = shown.xy(-27.13, -109.35)

    assert shown.islands == ("05104", "05201")
    assert 0 < x < shown.frame.width
    assert 0 < y < shown.frame.height
    assert shown.frame.scale > 100


def test_the_locator_holds_a_point_outside_its_territory():
    root = parse(locator(LIMARI, -29.9, -71.25, "La Serena", described="Dónde"))

    dot = next(c for c in root.iter(f"{SVG}circle") if c.attrib["r"] == "8.5")
    assert 0 < float(dot.attrib["cx"]) < 184
    assert 0 < float(dot.attrib["cy"]) < 204


def test_a_territory_of_comunas_without_outline_is_still_drawn():
    parse(territory_map(["12202"], label="Antártica"))
    parse(territory_map([], label="Chile"))


def test_the_strip_has_a_line_for_every_row_ending_at_its_middle():
    rows = [StripRow("huasco", "Huasco", *HUASCO), StripRow("chiloe", "Chiloé", -42.6, -73.8)]

    root = parse(country_strip(rows, row_height=60))

    assert size(root) == (160, 120)
    ends = [re.search(r"132 (\d+)H160", p.attrib["d"]) for p in root.iter(f"{SVG}path")]
    assert [int(end.group(1)) for end in ends if end] == [30, 90]


def test_the_chart_lists_results_from_north_to_south_with_their_own_numbers():
    points = [
        MapPoint(-42.6, -73.8, "Ajo", href="#r1", slug="chiloe"),
        MapPoint(*HUASCO, "Uva", href="#r2", slug="huasco"),
        MapPoint(-35.9, -72.3, "Vino", href="#r3", slug="maule-sur"),
    ]

    root = parse(results_chart(points, label="Resultados"))

    links = list(root.iter(f"{SVG}a"))
    assert [link.attrib["href"] for link in links] == ["#r1", "#r2", "#r3"]
    assert [next(iter(link.iter(f"{SVG}text"))).text for link in links] == ["1", "2", "3"]
    garlic, grape, wine = (y for _, y, _ in discs(root))
    assert grape < wine < garlic


def test_the_chart_of_a_territory_is_its_map():
    points = [MapPoint(*HURTADO, "Queso", href="#r1")]

    assert results_chart(points, codes=LIMARI, label="x") == territory_map(LIMARI, points=points, label="x")


@pytest.mark.parametrize("wanted", [[], [300.0], [300.0] * 12, [1.0, 2.0, 3.0], [590.0, 595.0, 599.0]])
def test_rows_of_the_chart_keep_apart_and_inside(wanted: list[float]):
    placed = spread(wanted, pitch=46, height=600)

    assert all(b - a >= 46 - 1e-9 for a, b in zip(placed, placed[1:], strict=False))
    assert all(23 <= y <= 577 for y in placed)


def test_rows_with_room_stay_where_they_belong():
    assert spread([100, 300, 500], pitch=46, height=600) == [100, 300, 500]


def test_the_same_map_is_drawn_the_same():
    from territories.maps import territory

    first = territory_map(CHILOE, label="Chiloé")
    territory._draw.cache_clear()
    plate.cache_clear()

    assert territory_map(list(reversed(CHILOE)), label="Chiloé") == first
