"""What each listing is drawn as. A drawing is named `a`, or `a+b+c` for several things side by side.

`person` draws the maker; `route` draws a road with its stops through the land; an empty name is land alone.
"""

import zlib
from collections.abc import Sequence

from foundation.posters.drawings import DRAWINGS

PRODUCTS = {
    "queso-cabra-maduro-limari": "cheese", "queso-cabra-fresco-limari": "fresh_cheese",
    "uva-mesa-limari": "grape_crate", "vino-limari-chardonnay": "wine_white", "vino-limari-syrah": "wine_two",
    "aceitunas-rapel": "olives", "cordero-secano-libertador": "lamb", "pasta-ajo-chiloe": "garlic_paste",
    "mousse-ajo-chiloe": "garlic_mousse", "uva-mesa-huasco": "grapes", "vino-pais-maule-sur": "demijohn",
    "vino-carignan-maule-sur": "wine_old_vine", "mermelada-cochayuyo": "jam_seaweed", "longaniza-jibia": "sausage",
    "mesa-comedor-autor": "table", "silla-autor-norponiente": "chair", "escritorio-a-medida": "desk",
    "joya-plata-lapislazuli": "jewel", "cobre-repujado-norponiente": "copper_bowl", "talla-madera-fauna": "carved_puma",
    "plantacion-red-bosques": "standing_timber", "aceite-oliva-valle-huasco": "oil_bottle",
    "aceituna-sajada-huasco": "olive_bowl", "pajarete-huasco": "pajarete", "pisco-artesanal-huasco": "pisco",
    "pasas-al-sol-huasco": "raisins", "arrope-uva-huasco": "syrup", "miel-valle-huasco": "honey_pot",
    "jabon-oliva-huasco": "soap", "pisco-artesanal-limari": "still", "manjar-leche-cabra": "milk_caramel",
    "aceite-oliva-limari": "oil_cruet", "mermelada-copao": "jam_cactus", "combarbalita-tallada": "stone_box",
    "cartera-cuero-caprino": "bag", "cochayuyo-seco": "cochayuyo", "lechuga-costina-lo-abarca": "lettuce",
    "vino-san-antonio-sauvignon": "wine_sea", "bordado-isla-negra": "embroidery",
    "caldillo-congrio-conserva": "fish_stew", "jibia-ahumada": "smoked_squid", "pan-amasado-totoral": "bread",
    "juguete-madera-norponiente": "toys", "estanteria-modular": "shelves", "cocina-a-medida-sur": "kitchen",
    "zapato-cuero-sur": "shoe", "delantal-chef-sur": "apron", "pan-de-pascua-sur": "christmas_cake",
    "alfajor-chileno-sur": "alfajores", "empanada-horno-congelada": "empanada", "sal-mar-cahuil": "salt_heap",
    "flor-de-sal-lo-valdivia": "salt_flower", "ceramica-panul": "pot", "quinoa-secano": "quinoa",
    "aceite-oliva-secano": "oil_tin", "vino-marchigue-cabernet": "bottle", "miel-quillay-secano": "honeycomb",
    "frutilla-secano-paredones": "strawberries", "manta-lolol": "blanket", "asoleado-maule-sur": "wine_sun",
    "crin-de-rari": "horsehair", "queso-campo-chanco": "farm_cheese", "greda-pilen": "cooking_pot",
    "arroz-parral": "rice", "poroto-tortola-longavi": "beans", "frutilla-chanco": "punnet",
    "arandano-retiro": "blueberries", "longaniza-linares": "sausage_coil", "prosciutto-capitan-pastene": "ham",
    "pino-aserrado-nahuelbuta": "planks", "polin-impregnado": "poles", "lena-seca-certificada": "firewood",
    "planta-vivero-nativa": "seedling", "callampa-deshidratada": "mushrooms",
    "frutilla-blanca-puren": "white_strawberries", "vino-malleco-pinot": "wine_cold", "tomate-angolino": "tomatoes",
    "chicha-manzana-nahuelbuta": "cider_jug", "pinones-lonquimay": "pine_nuts", "harina-pinon": "flour_bag",
    "merken-andino": "herb_chillies", "miel-ulmo-cunco": "hives", "queso-mantecoso-cunco": "round_cheese",
    "manta-telar-pehuenche": "loom", "mermelada-rosa-mosqueta": "jam_rosehip", "cerveza-pinon": "beer",
    "trucha-ahumada-andina": "smoked_trout", "ajo-chilote": "garlic", "cordero-chilote": "ewe_and_lamb",
    "papas-nativas-chiloe": "potatoes", "tejido-lana-chilota": "knitwear", "cesteria-llingua": "basket",
    "licor-de-oro-chonchi": "golden_liqueur", "mermelada-murta-chiloe": "jam_murta",
    "chorito-ahumado-chiloe": "mussels", "ostra-curaco": "oyster", "chicha-manzana-chilota": "apple_press",
}  # fmt: skip

CATEGORIES = {
    "quesos-cabra": ("cheese", "fresh_cheese", "goat"), "quesos-vaca": ("farm_cheese", "round_cheese"),
    "dulces-leche": ("milk_caramel",), "lacteos": ("cheese", "farm_cheese", "round_cheese"),
    "uva-mesa": ("grapes", "grape_crate"), "berries": ("strawberries", "punnet", "blueberries"),
    "hortalizas": ("garlic", "garlic_braid", "lettuce", "tomatoes"), "papas": ("potatoes",),
    "frutos-secos": ("raisins", "pine_nuts"), "frutas-hortalizas": ("tomatoes", "lettuce", "strawberries",
        "apple_press"),
    "aceitunas": ("olives", "olive_bowl"), "aceites": ("oil_bottle", "oil_cruet", "oil_tin"), "olivo": ("olives",
        "oil_bottle"),
    "cordero": ("lamb", "ewe_and_lamb"), "embutidos": ("sausage_coil", "ham"), "carnes-embutidos": ("lamb", "ham"),
    "algas": ("cochayuyo",), "pescados-mariscos": ("fish", "mussels", "oyster", "smoked_trout", "squid"),
    "sal": ("salt_heap", "salt_flower", "salt_wheel"), "mar": ("fish", "mussels", "boat"),
    "mermeladas": ("jar", "jam_rosehip", "jam_murta"), "pastas-salsas": ("garlic_paste", "herb_chillies", "jar"),
    "miel": ("honey_pot", "honeycomb", "hives"), "panaderia": ("bread", "christmas_cake", "alfajores", "empanada"),
    "granos-harinas": ("flour_bag", "quinoa", "rice", "beans"), "conservas": ("fish_stew", "jar"), "despensa": ("jar",
        "bread"),
    "vinos": ("bottle", "wine_white", "wine_two", "wine_sea", "wine_cold", "wine_old_vine", "demijohn"),
    "destilados-generosos": ("pisco", "still", "pajarete", "golden_liqueur", "wine_sun"),
    "cervezas-sidras": ("beer", "cider_jug", "apple_press"), "bebidas": ("bottle", "cider_jug", "pisco"),
    "a-pedido": ("table", "desk", "kitchen"), "de-serie": ("chair", "shelves"), "mueble": ("chair", "table", "desk"),
    "joyeria-piedra": ("jewel", "copper_bowl", "stone_box"), "madera-tallada": ("carved_puma", "toys"),
    "cuero": ("bag", "shoe"), "textil": ("blanket", "loom", "knitwear", "embroidery"), "ceramica": ("pot",
        "cooking_pot"),
    "fibras": ("basket", "horsehair"), "artesania": ("basket", "pot", "blanket"),
    "madera": ("planks", "poles", "standing_timber"), "lena": ("firewood",), "vivero": ("seedling",),
    "no-maderables": ("mushrooms", "pine_nuts"), "bosque": ("standing_timber", "mushrooms", "seedling"),
    "jabones": ("soap",), "cuidado": ("soap",),
}  # fmt: skip

CIRCUITS = {
    "litoral-de-los-poetas": "route+boat", "ruta-gastronomica-nerudiana": "route+ocean_table",
    "araucania-andina": "route+volcano_tree", "turismo-rural-huasco": "route+old_olive",
    "turismo-rural-limari": "route+rock_star", "turismo-rural-chiloe": "route+church",
    "turismo-rural-maule-sur": "route+vine_house", "ruta-bosque-y-colonos": "route+forest_road",
    "ruta-sal-oliva-cordero": "route+salt_wheel", "ruta-oficios-santiago": "route+workshop",
}  # fmt: skip

NETWORKS = {
    "cluster-forestal-nahuelbuta": "planks+standing_timber+seedling", "red-queseras-limari": "fresh_cheese+goat+cheese",
    "vinos-chicos-limari": "grapes+wine_white+pisco", "olivas-y-pajaretes-huasco": "olive_bowl+old_olive+pajarete",
    "parroneros-alto-huasco": "raisins+grapes+grape_crate", "cocina-de-mar-litoral": "squid+fish_stew+jam_seaweed",
    "maestros-mueblistas-norponiente": "chair+workshop+table", "manos-finas-norponiente": "jewel+copper_bowl+toys",
    "barrio-taller-sur": "shoe+bread+apron", "sal-y-secano": "quinoa+salt_wheel+olives",
    "corderos-del-secano": "lamb+ewe_and_lamb+blanket", "vinas-viejas-maule-sur": "grapes+wine_old_vine+demijohn",
    "tejedoras-del-crin": "cooking_pot+horsehair+pot",
    "sabores-de-la-cordillera-de-la-costa": "mushrooms+ham+white_strawberries",
    "pewen-y-telar": "pine_nuts+loom+hives", "huertas-y-ajos-chiloe": "potatoes+garlic_braid+garlic_paste",
    "lanas-y-fibras-archipielago": "basket+knitwear+ewe_and_lamb",
}  # fmt: skip

TERRITORY_CIRCUIT = {
    "huasco": "old_olive", "limari": "rock_star", "san-antonio": "boat", "rm-poniente": "workshop",
    "rm-sur": "workshop", "secano-libertador": "salt_wheel", "maule-sur": "vine_house", "nahuelbuta": "forest_road",
    "araucania-andina": "volcano_tree", "chiloe": "church",
}  # fmt: skip


def _pick(slug: str, names: Sequence[str]) -> str:
    return names[zlib.crc32(slug.encode()) % len(names)]


def for_product(slug: str, category: str = "") -> str:
    """A product's drawing; one that is not in the table gets one of its category (`parent/child` or `child`)."""
    if slug in PRODUCTS:
        return PRODUCTS[slug]
    for part in reversed(category.split("/")):
        if part in CATEGORIES:
            return _pick(slug, CATEGORIES[part])
    return _pick(slug, ("basket", "jar", "hands"))


def for_producer(products: Sequence[str] = ()) -> str:
    """The maker beside what they make (slugs of products, the main one first)."""
    return "+".join(["person", *(PRODUCTS[slug] for slug in products[:1] if slug in PRODUCTS)])


def for_network(slug: str, products: Sequence[str] = ()) -> str:
    """Three things a network makes, side by side."""
    if slug in NETWORKS:
        return NETWORKS[slug]
    known = [PRODUCTS[product] for product in products if product in PRODUCTS][:2]
    return "+".join([*known[:1], "hands", *known[1:]])


def for_circuit(slug: str, territory: str = "") -> str:
    return CIRCUITS.get(slug, f"route+{TERRITORY_CIRCUIT.get(territory, 'shared_table')}")


def for_story(slug: str, products: Sequence[str] = ()) -> str:
    """A story's picture: its first product if it tells of one, else people at a table or a sprig in two hands."""
    known = [PRODUCTS[product] for product in products if product in PRODUCTS]
    return known[0] if known else _pick(slug, ("shared_table", "hands"))


def is_drawn(drawing: str) -> bool:
    return all(name in DRAWINGS or name in {"person", "route"} for name in drawing.split("+") if name)
