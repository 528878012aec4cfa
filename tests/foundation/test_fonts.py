"""The typefaces are cut to what we print, small, and the same each time."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from foundation import fonts

BUDGET = 36_000  # bytes for what a first view must fetch: titles and labels


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    assert fonts.build(folder) == [cut.name for cut in fonts.CUTS]
    return folder


def test_titles_and_labels_fit_the_budget(built):
    assert sum((built / name).stat().st_size for name in ("source-serif-black.woff2", "manrope.woff2")) <= BUDGET


@pytest.mark.parametrize("name", [cut.name for cut in fonts.CUTS])
def test_every_letter_of_spanish_is_in_each_font(built, name):
    letters = set(TTFont(built / name).getBestCmap())
    assert {ord(letter) for letter in "áéíóúüñÁÉÍÓÚÜÑ¿¡«»°ºª–“”$€0123456789"} <= letters


def test_the_labels_keep_their_range_of_weights(built):
    axis = TTFont(built / "manrope.woff2")["fvar"].axes[0]
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 500, 800)


def test_the_licence_stays_in_the_file(built):
    names = TTFont(built / "manrope.woff2")["name"]
    assert "OFL" in str(names.getDebugName(14)) or "Open Font" in str(names.getDebugName(13))


def test_the_same_sources_give_the_same_bytes(built):
    cut = fonts.CUTS[0]
    assert fonts.subset(cut) == (built / cut.name).read_bytes()


def test_what_is_there_is_not_built_again(built):
    assert fonts.build(built) == []


def test_a_font_that_is_gone_is_made_again(built):
    (built / "manrope.woff2").unlink()

    assert fonts.build(built)
    assert TTFont(BytesIO((built / "manrope.woff2").read_bytes())).flavor == "woff2"
