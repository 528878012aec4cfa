"""Every drawing by its name. A drawing fills a square of 100 by 100, y down."""

# Outlines are rows of numbers, kept as such.
# fmt: off

from collections.abc import Callable

from foundation.posters.drawings import (
    bakery,
    berries,
    clay,
    cloth,
    dairy,
    forest,
    furniture,
    grains,
    grapes,
    honey,
    jars,
    meat,
    olive,
    places,
    sea,
    spirits,
    vegetables,
    wine,
)
from foundation.posters.ink import Plates

Drawing = Callable[[Plates], None]


def _goat(g: Plates) -> None:
    dairy.goat(g, 50, 52, 92)


def _squid(g: Plates) -> None:
    sea.squid(g)


def _fish(g: Plates) -> None:
    sea.fish(g)


RENAMED: dict[str, Drawing] = {"goat": _goat, "squid": _squid, "fish": _fish, "church": places.tall_church}
DRAWINGS: dict[str, Drawing] = RENAMED | {
    drawing.__name__: drawing
    for drawing in (
        bakery.alfajores, bakery.bread, bakery.christmas_cake, bakery.empanada, bakery.flour_bag,
        berries.blueberries, berries.punnet, berries.strawberries, berries.white_strawberries,
        clay.cooking_pot, clay.copper_bowl, clay.jewel, clay.pot, clay.stone_box,
        cloth.apron, cloth.bag, cloth.basket, cloth.blanket, cloth.embroidery, cloth.horsehair, cloth.knitwear,
        cloth.loom, cloth.shoe,
        dairy.cheese, dairy.farm_cheese, dairy.fresh_cheese, dairy.milk_caramel, dairy.round_cheese,
        forest.firewood, forest.mushrooms, forest.pine_nuts, forest.planks, forest.poles, forest.seedling,
        forest.standing_timber,
        furniture.carved_puma, furniture.chair, furniture.desk, furniture.kitchen, furniture.shelves,
        furniture.table, furniture.toys,
        grains.beans, grains.quinoa, grains.rice,
        grapes.grape_crate, grapes.grapes, grapes.raisins, grapes.syrup,
        honey.hives, honey.honey_pot, honey.honeycomb,
        jars.garlic_mousse, jars.garlic_paste, jars.jam_cactus, jars.jam_murta, jars.jam_rosehip, jars.jam_seaweed,
        jars.jar,
        meat.ewe_and_lamb, meat.ham, meat.lamb, meat.sausage, meat.sausage_coil,
        olive.oil_bottle, olive.oil_cruet, olive.oil_tin, olive.olive_bowl, olive.olives, olive.soap,
        places.boat, places.forest_road, places.hands, places.ocean_table, places.old_olive, places.rock_star,
        places.salt_wheel, places.shared_table, places.vine_house, places.volcano_tree, places.workshop,
        sea.cochayuyo, sea.fish_stew, sea.mussels, sea.oyster, sea.salt_flower, sea.salt_heap, sea.smoked_squid,
        sea.smoked_trout,
        spirits.apple_press, spirits.beer, spirits.cider_jug, spirits.golden_liqueur, spirits.pisco, spirits.still,
        vegetables.garlic, vegetables.garlic_braid, vegetables.herb_chillies, vegetables.lettuce,
        vegetables.potatoes, vegetables.tomatoes,
        wine.bottle, wine.demijohn, wine.pajarete, wine.wine_cold, wine.wine_old_vine, wine.wine_sea, wine.wine_sun,
        wine.wine_two, wine.wine_white,
    )
}
