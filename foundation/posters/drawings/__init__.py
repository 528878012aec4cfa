"""Every drawing by its name. A drawing fills a square of 100 by 100, y down."""

from collections.abc import Callable

from foundation.posters.drawings import craft, dairy, garden, meat, pantry, places, sea, vine, wood
from foundation.posters.ink import Plates

Drawing = Callable[[Plates], None]


def _goat(g: Plates) -> None:
    dairy.goat(g, 50, 52, 92)


def _squid(g: Plates) -> None:
    sea.squid(g)


def _fish(g: Plates) -> None:
    sea.fish(g)


DRAWINGS: dict[str, Drawing] = {
    "goat": _goat, "squid": _squid, "fish": _fish, "church": places.tall_church,
} | {
    drawing.__name__: drawing
    for drawing in (
        craft.apron, craft.bag, craft.basket, craft.blanket, craft.cooking_pot, craft.copper_bowl, craft.embroidery,
        craft.horsehair, craft.jewel, craft.knitwear, craft.loom, craft.pot, craft.shoe, craft.stone_box,
        dairy.cheese, dairy.farm_cheese, dairy.fresh_cheese, dairy.milk_caramel, dairy.round_cheese,
        garden.beans, garden.blueberries, garden.garlic, garden.garlic_braid, garden.herb_chillies, garden.lettuce,
        garden.oil_bottle, garden.oil_cruet, garden.oil_tin, garden.olive_bowl, garden.olives, garden.potatoes,
        garden.punnet, garden.quinoa, garden.rice, garden.soap, garden.strawberries, garden.tomatoes,
        garden.white_strawberries,
        meat.ewe_and_lamb, meat.ham, meat.lamb, meat.sausage, meat.sausage_coil,
        pantry.alfajores, pantry.bread, pantry.christmas_cake, pantry.empanada, pantry.flour_bag,
        pantry.garlic_mousse, pantry.garlic_paste, pantry.hives, pantry.honey_pot, pantry.honeycomb,
        pantry.jam_cactus, pantry.jam_murta, pantry.jam_rosehip, pantry.jam_seaweed, pantry.jar,
        places.boat, places.forest_road, places.hands, places.ocean_table, places.old_olive, places.rock_star,
        places.salt_wheel, places.shared_table, places.vine_house, places.volcano_tree, places.workshop,
        sea.cochayuyo, sea.fish_stew, sea.mussels, sea.oyster, sea.salt_flower, sea.salt_heap, sea.smoked_squid,
        sea.smoked_trout,
        vine.apple_press, vine.beer, vine.bottle, vine.cider_jug, vine.demijohn, vine.golden_liqueur, vine.grape_crate,
        vine.grapes, vine.pajarete, vine.pisco, vine.raisins, vine.still, vine.syrup, vine.wine_cold,
        vine.wine_old_vine, vine.wine_sea, vine.wine_sun, vine.wine_two, vine.wine_white,
        wood.carved_puma, wood.chair, wood.desk, wood.firewood, wood.kitchen, wood.mushrooms, wood.pine_nuts,
        wood.planks, wood.poles, wood.seedling, wood.shelves, wood.standing_timber, wood.table, wood.toys,
    )
}


