"""Posters: every product has a picture of its own, the same each time, in the inks of its place."""

from io import BytesIO

import pytest
from PIL import Image

from foundation.faces import HATS, Look, is_woman
from foundation.posters import PosterSpec, draw, render_files, subjects
from foundation.posters.drawings import DRAWINGS
from foundation.posters.ink import SCALE, Plates
from foundation.posters.landscapes import LANDS
from foundation.posters.lettering import break_title
from foundation.posters.palettes import PALETTES, palette_of

CHEESE = PosterSpec("queso-cabra-maduro-limari", "Queso de cabra maduro", "Río Hurtado", "limari", "cheese")


def test_no_two_products_have_the_same_drawing():
    drawings = list(subjects.PRODUCTS.values())
    assert len(drawings) == 97
    assert len(set(drawings)) == len(drawings)


@pytest.mark.parametrize(
    "drawing",
    [*subjects.PRODUCTS.values(), *subjects.CIRCUITS.values(), *subjects.NETWORKS.values()]
    + [name for names in subjects.CATEGORIES.values() for name in names]
    + [f"route+{name}" for name in subjects.TERRITORY_CIRCUIT.values()],
)
def test_every_subject_names_a_drawing_that_exists(drawing):
    assert subjects.is_drawn(drawing)


def test_every_landscape_a_territory_names_exists():
    assert {land for palette in PALETTES.values() for land in palette.lands} <= set(LANDS)


def test_the_same_slug_gives_the_same_poster_and_another_slug_another():
    again = PosterSpec(**vars(CHEESE))
    other = PosterSpec(**vars(CHEESE) | {"slug": "queso-de-otra"})

    assert draw(CHEESE).tobytes() == draw(again).tobytes()
    assert draw(CHEESE).tobytes() != draw(other).tobytes()


@pytest.mark.parametrize(("size", "pixels"), [("poster", (1200, 900)), ("card", (1200, 630))])
def test_a_poster_and_a_card_have_their_sizes(size, pixels):
    assert draw(PosterSpec(**vars(CHEESE) | {"size": size})).size == pixels


@pytest.mark.parametrize("drawing", ["", "person+cheese", "route+church", "basket+knitwear+lamb"])
def test_land_makers_routes_and_trios_are_drawn(drawing):
    plain = draw(PosterSpec("x", "Algo del sur", "Castro", "chiloe", ""))
    picture = draw(PosterSpec("x", "Algo del sur", "Castro", "chiloe", drawing))

    assert (picture.tobytes() == plain.tobytes()) == (drawing == "")


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_every_drawing_leaves_ink_within_its_square(name):
    plates = Plates(160, 160)
    DRAWINGS[name](plates.inset(80, 80, 100))
    box = plates.masks["body"].getbbox()

    assert box is not None
    assert box[2] - box[0] > 60 * SCALE
    assert min(box[:2]) > 18 * SCALE
    assert max(box[2:]) < 142 * SCALE


def test_a_drawing_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        draw(PosterSpec("x", "Nada", "", "limari", "spaceship"))


def test_a_product_outside_the_table_is_drawn_by_its_category():
    assert subjects.for_product("queso-de-otra", "lacteos/quesos-vaca") in {"farm_cheese", "round_cheese"}
    assert subjects.is_drawn(subjects.for_product("algo", "sin/categoria"))


def test_a_place_without_a_palette_prints_in_the_country_s_inks():
    assert palette_of("arica").name == "Chile"


def test_files_are_avif_for_the_page_and_jpeg_for_previews_and_small_enough_for_a_phone():
    files = render_files(draw(CHEESE))

    formats = {width: Image.open(BytesIO(data)) for width, data in files.items()}
    assert {width: (image.format, image.width) for width, image in formats.items()} == {
        400: ("AVIF", 400), 800: ("AVIF", 800), 1200: ("JPEG", 1200),
    }  # fmt: skip
    assert len(files[400]) <= 18_000
    assert len(files[800]) <= 45_000


def test_a_title_is_never_broken_after_a_small_word():
    for way in break_title("Aceite de oliva extra virgen del Valle del Huasco", 3):
        assert not any(line.split()[-1] in {"de", "del"} for line in way)


def test_a_person_looks_the_same_each_time_and_wears_the_hat_given():
    assert Look.of("rosa") == Look.of("rosa")
    assert {Look.of("rosa", hat).hat for hat in HATS} == set(HATS)
    assert Look.of("rosa", woman=True).beard == "none"


def test_a_look_may_be_described_in_words():
    look = Look.of("x3", "panuelo mujer")
    assert (look.hat, look.woman) == ("panuelo", True)
    assert Look.of("x3", "hombre").woman is False


def test_a_given_name_tells_how_to_draw():
    assert is_woman("Rosa Araya") is True
    assert is_woman("Carmen Soto") is True
    assert is_woman("Juan Rosas") is False
    assert is_woman("") is None
