"""The style sheet and the small drawings: readable in every palette, small, and with classes only."""

import gzip
import os
import re
from decimal import Decimal

import pytest
from django.contrib.staticfiles import finders

from foundation import drawings
from foundation.drawings.seals import MOTIFS
from foundation.faces import HATS
from foundation.months import ALL_YEAR, mask
from foundation.posters.palettes import CHILE, PALETTES
from foundation.staticfiles import JOINED, build_styles, join_styles, style_parts

RULE = re.compile(r"(:root|\[data-territory=[\w-]+\]) ?\{([^}]*)\}")
HEX = re.compile(r"--(ink|soft|a|b|paper): ?(#[0-9a-f]{6})")
Colour = tuple[float, ...]


@pytest.fixture
def var(settings, tmp_path):
    settings.TERRUNO_VAR = tmp_path
    finders.get_finder.cache_clear()
    yield tmp_path
    finders.get_finder.cache_clear()


def css() -> str:
    return join_styles(style_parts())


def colour(text: str) -> Colour:
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def luminance(rgb: Colour) -> float:
    linear = [v / 255 / 12.92 if v <= 10.31475 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes(text: str) -> dict[str, dict[str, Colour]]:
    found: dict[str, dict[str, Colour]] = {}
    for name, body in RULE.findall(text):
        values = {key: colour(value) for key, value in HEX.findall(body)}
        if "paper" in values:
            found[name] = {**found.get(":root", {}), **values}
    return found


def tint(palette: dict[str, Colour]) -> Colour:
    return tuple(0.08 * a + 0.92 * p for a, p in zip(palette["a"], palette["paper"], strict=True))


@pytest.mark.parametrize("mode", ["day", "night"])
def test_every_ink_reads_at_4_5_on_its_papers_and_the_page_s(mode):
    day, night = css().split("prefers-color-scheme: dark", 1)
    found = palettes(day if mode == "day" else night)
    root = found[":root"]

    assert set(found) == {":root"} | {f"[data-territory={slug}]" for slug in PALETTES}
    for name, palette in found.items():
        papers = [palette["paper"], tint(palette), root["paper"], tint(root)]
        worst = min(ratio(palette[ink], paper) for ink in ("ink", "soft", "a", "b") for paper in papers)
        assert worst >= 4.5, name


def test_posters_print_in_the_inks_of_the_style_sheet():
    found = palettes(css().split("prefers-color-scheme: dark", 1)[0])

    for slug, palette in PALETTES.items():
        inks = found[f"[data-territory={slug}]"]
        assert (inks["a"], inks["b"], inks["paper"]) == tuple(map(colour, (palette.ink1, palette.ink2, palette.paper)))
    assert (found[":root"]["a"], found[":root"]["b"]) == (colour(CHILE.ink1), colour(CHILE.ink2))


def test_the_style_sheet_fits_its_budget_and_closes_what_it_opens():
    text = css()
    assert len(gzip.compress(text.encode(), 9)) <= 7_000
    assert text.count("{") == text.count("}")
    assert text.startswith("@layer reset, tokens")


def test_the_style_sheet_is_found_and_made_again_when_a_part_changes(var):
    made = build_styles()
    assert finders.find(JOINED) == str(made)

    made.write_text("")
    later = max(part.stat().st_mtime for part in style_parts()) - 5
    os.utime(made, (later, later))
    assert build_styles().read_text() == css()


def test_every_file_the_style_sheet_asks_for_is_found(var):
    asked = set(re.findall(r'url\("\.\./([^"]+)"\)', css()))

    assert len(asked) == 5
    for name in asked:
        assert finders.find(f"terruno/{name}"), name


@pytest.mark.parametrize("name", ["favicon.svg", "touch-icon.png", "shared.jpg", "cordillera.svg"])
def test_every_icon_is_found(var, name):
    assert finders.find(f"terruno/icons/{name}")


def test_the_strip_fills_the_season_and_underlines_the_present_month():
    strip = drawings.months_strip(mask([11, 12]), 11, "es")

    assert strip.count("<span") == 12
    assert '<span class="on now">N</span><span class="on">D</span>' in strip
    assert 'aria-label="Temporada: noviembre, diciembre"' in strip
    assert re.sub(r"<[^>]+>", "", strip) == "EFMAMJJASOND"


def test_the_strip_speaks_english_letters():
    assert re.sub(r"<[^>]+>", "", drawings.months_strip(mask([1]), 11, "en")) == "JFMAMJJASOND"


@pytest.mark.parametrize(
    ("months", "lines"),
    [
        ([9, 10, 11, 12, 1, 2, 3], ["sep", "a mar"]),
        ([2], ["feb"]),
        (range(1, 13), ["todo", "el año"]),
        ([1, 6], ["2", "meses"]),
    ],
)
def test_the_wheel_says_the_season_in_its_middle(months, lines):
    wheel = drawings.season_wheel(mask(months), 11)
    assert re.findall(r'class="hand"[^>]*>([^<]+)', wheel) == lines


def test_the_wheel_of_the_whole_year_is_heard_as_such():
    assert "Temporada: todo el año. Ahora: noviembre." in drawings.season_wheel(ALL_YEAR, 11)


def test_shares_say_every_part_and_hatch_what_is_missing():
    bar = drawings.shares_bar(
        [drawings.Share("Rosa", Decimal(60)), drawings.Share("sin productora", Decimal(40), missing=True)],
        "Reparto de 500 kg",
    )

    assert 'aria-label="Reparto de 500 kg: Rosa 60 %, sin productora 40 %"' in bar
    assert '<rect class="fa" x="0.00" width="60.00"' in bar
    assert '<path class="sb"' in bar


@pytest.mark.parametrize("hat", HATS)
def test_a_portrait_carries_its_name_safely(hat):
    drawing = drawings.portrait("rosa", 'Rosa "la <b>Quesera</b>"', hat)
    assert "<b>" not in drawing
    assert "Retrato dibujado de Rosa" in drawing


def test_a_portrait_without_a_name_is_only_ornament():
    assert 'aria-hidden="true"' in drawings.portrait("rosa")


@pytest.mark.parametrize("motif", [*MOTIFS, *PALETTES, "unknown"])
def test_a_seal_says_its_name_and_number(motif):
    mark = drawings.seal_mark("Sello Limarí, Origen y Oficio", "DEMO-LI-0147", motif)
    assert "Origen y Oficio, N.º DEMO-LI-0147" in mark
    assert "ORIGEN Y OFICIO" in mark


@pytest.mark.parametrize(
    "drawing",
    [
        drawings.portrait("rosa"), drawings.seal_mark("Sello", "1"), drawings.season_wheel(7, 1),
        drawings.months_strip(7, 1, "es"), drawings.colophon(), drawings.share_key(5), drawings.share_key(0, True),
    ],
)  # fmt: skip
def test_drawings_have_no_style_or_script_of_their_own(drawing):
    assert not re.search(r"style=|<style|<script|fill=|stroke=", drawing)
