"""What made-up producers sell: a line for each kind of goods, whose ranges a row is drawn from."""

from dataclasses import dataclass

YEAR = (1, 12)


@dataclass(frozen=True)
class Ware:
    """`names` and `traits` are pairs of Spanish and English; `prices` and `capacity` are ranges, price of the first format
    in pesos with VAT, capacity in units of sale a month; `season` is first month and number of months."""

    category: str
    names: tuple[tuple[str, str], ...]
    traits: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str, float], ...]
    prices: tuple[int, int]
    capacity: tuple[int, int]
    unit: str = "unit"
    base: str = "kg"
    size: float = 1.0
    words: tuple[str, str] = ("unidad", "piece")
    season: tuple[int, int] = YEAR
    sold: int = 12
    """Months on sale from the season's first."""
    storage: str = "ambient"
    lead: tuple[int, int] = (2, 7)
    alcohol: bool = False
    to_order: bool = False


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """"queso / cheese; pan / bread" as pairs."""
    return tuple((es.strip(), en.strip()) for es, en in (pair.split("/") for pair in text.split(";")))


KILO = ("kilo", "kilo")
JAR = ("frasco de 250 g", "250 g jar")
BOTTLE = ("botella de 750 ml", "750 ml bottle")
PIECE = ("pieza", "piece")
CHEESE = _pairs("maduro / aged; fresco / fresh; ahumado / smoked; al merkén / merkén; de media guarda / semi-aged; al orégano / oregano")
FRUIT = _pairs("temprana / early; tardía / late; de altura / high-valley; de huerto chico / small-orchard")
SWEET = _pairs("casera / home-made; sin apuro / slow-cooked; baja en azúcar / low-sugar; en leña / wood-fired")
CRAFT = _pairs("de la abuela / grandmother's; teñida con hojas / leaf-dyed; en blanco y negro / black-and-white; de fiesta / festive")
HAND = _pairs("hecho a mano / hand-made; de autor / signed; en serie corta / short-series; a la antigua / old-style")

WARES = (
    Ware("quesos-cabra", _pairs("Queso de cabra / goat cheese; Quesillo de cabra / goat curd cheese"), CHEESE,
         (("Pieza de 500 g", "500 g piece", 0.5), ("Pieza de 1 kg", "1 kg piece", 1)), (5900, 9900), (40, 220),
         "kg", words=KILO, season=(8, 6), sold=9, storage="chilled"),
    Ware("quesos-vaca", _pairs("Queso mantecoso / buttery cheese; Queso de campo / farm cheese; Quesillo / curd cheese"), CHEESE,
         (("Pieza de 500 g", "500 g piece", 0.5), ("Horma de 5 kg", "5 kg wheel", 5)), (4200, 7900), (80, 400),
         "kg", words=KILO, storage="chilled"),
    Ware("dulces-leche", _pairs("Manjar / milk caramel; Dulce de leche / caramel spread"), SWEET,
         (("Frasco de 250 g", "250 g jar", 0.25), ("Pote de 1 kg", "1 kg tub", 1)), (2900, 5900), (100, 900), size=0.25, words=JAR),
    Ware("uva-mesa", _pairs("Uva de mesa / table grapes; Uva rosada / red grapes; Uva negra / black grapes"), FRUIT,
         (("Caja de 8,2 kg", "8.2 kg box", 8.2), ("Bandeja de 500 g", "500 g tray", 0.5)), (14900, 21900), (80, 900),
         "box", size=8.2, words=("caja de 8,2 kg", "8.2 kg box"), season=(11, 5), sold=5, storage="chilled"),
    Ware("berries", _pairs("Frutilla / strawberries; Arándano / blueberries; Frambuesa / raspberries; Mora / blackberries"), FRUIT,
         (("Bandeja de 500 g", "500 g tray", 0.5), ("Caja de 5 kg", "5 kg box", 5)), (2400, 4900), (60, 700),
         "kg", words=KILO, season=(11, 4), sold=4, storage="chilled", lead=(1, 3)),
    Ware("hortalizas", _pairs("Tomate / tomatoes; Lechuga costina / cos lettuce; Ajo / garlic; Cebolla / onions; Zapallo / squash"), FRUIT,
         (("Malla de 1 kg", "1 kg net", 1), ("Caja de 10 kg", "10 kg box", 10)), (1200, 4900), (100, 1500),
         "kg", words=KILO, season=(12, 5), sold=7, lead=(1, 4)),
    Ware("papas", _pairs("Papa / potatoes; Papa nativa / native potatoes"),
         _pairs("azul / blue; clavela / clavela; bruja / bruja; cabrita / cabrita; amarilla / yellow"),
         (("Malla de 2 kg", "2 kg net", 2), ("Saco de 25 kg", "25 kg sack", 25)), (2900, 5900), (200, 2500),
         "kg", words=KILO, season=(2, 4), sold=9),
    Ware("frutos-secos", _pairs("Nueces / walnuts; Pasas / raisins; Ciruelas secas / prunes; Huesillos / dried peaches; Almendras / almonds"),
         _pairs("secadas al sol / sun-dried; de secano / dry-farmed; partidas / shelled; con pepa / unshelled"),
         (("Bolsa de 250 g", "250 g bag", 0.25), ("Bolsa de 1 kg", "1 kg bag", 1)), (1900, 4200), (50, 600), "kg", words=KILO, season=(3, 3)),
    Ware("aceitunas", _pairs("Aceituna sajada / slit olives; Aceituna en salmuera / brined olives; Aceituna de Azapa / black olives"),
         _pairs("amarga / bitter; suave / mild; con ají / chilli; al natural / plain"),
         (("Frasco de 450 g", "450 g jar", 0.45), ("Balde de 5 kg", "5 kg tub", 5)), (3200, 5200), (80, 800), "kg", words=KILO, season=(5, 4)),
    Ware("aceites", _pairs("Aceite de oliva / olive oil; Aceite de oliva extra virgen / extra virgin olive oil"),
         _pairs("frutado / fruity; de cosecha temprana / early-harvest; suave / mild; de olivos viejos / old-tree"),
         (("Botella de 500 ml", "500 ml bottle", 0.5), ("Bidón de 5 litros", "5 litre can", 5)), (7900, 14900), (60, 700),
         base="l", size=0.5, words=("botella de 500 ml", "500 ml bottle"), season=(4, 4)),
    Ware("cordero", _pairs("Cordero / lamb; Chuletas de cordero / lamb chops; Pierna de cordero / leg of lamb"),
         _pairs("de pradera / pasture; de secano / dryland; lechón / suckling; de isla / island"),
         (("Corte al vacío de 1 kg", "1 kg vacuum cut", 1), ("Media canal, unos 6 kg", "half carcass, about 6 kg", 6)),
         (12900, 17900), (30, 300), "kg", words=KILO, season=(9, 5), sold=8, storage="chilled"),
    Ware("embutidos", _pairs("Longaniza / country sausage; Chorizo / chorizo; Prieta / black pudding; Arrollado / pork roll"),
         _pairs("artesanal / artisan; ahumada / smoked; con merkén / merkén; a la leña / wood-smoked"),
         (("Paquete de 500 g", "500 g pack", 0.5), ("Paquete de 1 kg", "1 kg pack", 1)), (4500, 7900), (60, 500),
         "kg", words=KILO, storage="chilled"),
    Ware("algas", _pairs("Cochayuyo / cochayuyo seaweed; Luche / luche seaweed; Ulte / ulte stems"),
         _pairs("seco / dried; picado / chopped; en atado / bundled"),
         (("Bolsa de 200 g", "200 g bag", 0.2), ("Atado de 500 g", "500 g bundle", 0.5)), (1500, 3200), (50, 500),
         "kg", words=KILO, season=(11, 5)),
    Ware("pescados-mariscos", _pairs("Choritos / mussels; Trucha / trout; Jurel / jack mackerel; Machas / surf clams; Jibia / cuttlefish"),
         _pairs("ahumados / smoked; en aceite / in oil; al natural / plain; con ají verde / green chilli"),
         (("Frasco de 190 g", "190 g jar", 0.19), ("Caja de 12 frascos", "box of 12 jars", 2.28)), (3900, 7900), (60, 600),
         size=0.19, words=("frasco de 190 g", "190 g jar")),
    Ware("sal", _pairs("Sal de mar / sea salt; Flor de sal / flower of salt"),
         _pairs("gruesa / coarse; fina / fine; ahumada / smoked; con hierbas / herbed"),
         (("Frasco de 200 g", "200 g jar", 0.2), ("Saco de 25 kg", "25 kg sack", 25)), (1900, 5200), (80, 2500), "kg", words=KILO, season=(1, 3)),
    Ware("mermeladas", _pairs("Mermelada de mora / blackberry jam; Mermelada de murta / murta jam; Mermelada de ciruela / plum jam;"
                              " Dulce de membrillo / quince paste; Mermelada de alcayota / alcayota jam"), SWEET,
         (("Frasco de 250 g", "250 g jar", 0.25), ("Frasco de 500 g", "500 g jar", 0.5)), (2900, 5200), (80, 900), size=0.25, words=JAR),
    Ware("pastas-salsas", _pairs("Pasta de ajo / garlic paste; Pasta de ají / chilli paste; Salsa de tomate / tomato sauce; Merkén / merkén"),
         _pairs("suave / mild; picante / hot; con cilantro / coriander; de molino / stone-ground"),
         (("Frasco de 220 g", "220 g jar", 0.22), ("Caja de 12 frascos", "box of 12 jars", 2.64)), (2900, 5900), (100, 900),
         size=0.22, words=("frasco de 220 g", "220 g jar")),
    Ware("granos-harinas", _pairs("Quinoa / quinoa; Lentejas / lentils; Porotos / beans; Harina tostada / toasted flour; Arroz / rice"),
         _pairs("de secano / dryland; de molino / stone-milled; nueva / new-crop; lavada / washed"),
         (("Bolsa de 500 g", "500 g bag", 0.5), ("Saco de 25 kg", "25 kg sack", 25)), (1400, 3900), (100, 2500), "kg", words=KILO, season=(2, 3)),
    Ware("miel", _pairs("Miel / honey; Miel cremosa / creamed honey; Miel en panal / comb honey"),
         _pairs("de ulmo / ulmo; de quillay / quillay; multifloral / wildflower; de avellano / hazel; de espino / hawthorn"),
         (("Frasco de 500 g", "500 g jar", 0.5), ("Balde de 25 kg", "25 kg tub", 25)), (4200, 7900), (40, 500),
         words=("frasco de 500 g", "500 g jar"), size=0.5, season=(1, 4)),
    Ware("panaderia", _pairs("Pan amasado / country bread; Alfajores / alfajores; Kuchen / kuchen; Calzones rotos / fried pastries"),
         _pairs("de horno de barro / clay-oven; con manjar / caramel-filled; de nuez / walnut; de campo / country"),
         (("Caja de 6", "box of 6", 6), ("Caja de 12", "box of 12", 12)), (3900, 8900), (60, 600), base="unit", words=("caja de 6", "box of 6"), size=6, lead=(1, 4)),
    Ware("conservas", _pairs("Duraznos en conserva / bottled peaches; Pickles / pickles; Escabeche / pickled vegetables; Ají en conserva / bottled chilli"),
         SWEET, (("Frasco de 500 g", "500 g jar", 0.5), ("Caja de 12 frascos", "box of 12 jars", 6)), (3500, 6900), (60, 600),
         size=0.5, words=("frasco de 500 g", "500 g jar")),
    Ware("vinos", _pairs("Vino País / País wine; Carignan / Carignan; Cinsault / Cinsault; Moscatel / Moscatel; Cabernet / Cabernet; Syrah / Syrah"),
         _pairs("de parras viejas / old-vine; de cabeza / bush-vine; de secano / dry-farmed; en tinaja / clay-aged; joven / young"),
         (("Botella de 750 ml", "750 ml bottle", 0.75), ("Caja de 6 botellas", "box of 6 bottles", 4.5)), (5900, 18900), (60, 900),
         base="l", size=0.75, words=BOTTLE, alcohol=True, lead=(3, 10)),
    Ware("destilados-generosos", _pairs("Pisco / pisco; Pajarete / pajarete; Aguardiente / grape spirit; Licor de guinda / cherry liqueur"),
         _pairs("artesanal / artisan; guardado en roble / oak-aged; transparente / clear; de fiesta / festive"),
         (("Botella de 500 ml", "500 ml bottle", 0.5), ("Botella de 750 ml", "750 ml bottle", 0.75)), (8900, 19900), (30, 300),
         base="l", size=0.5, words=("botella de 500 ml", "500 ml bottle"), alcohol=True, lead=(3, 10)),
    Ware("cervezas-sidras", _pairs("Cerveza / beer; Sidra / cider; Chicha de manzana / apple chicha"),
         _pairs("rubia / blond; de murta / murta; seca / dry; turbia / cloudy; de piñón / pine-nut"),
         (("Botella de 330 ml", "330 ml bottle", 0.33), ("Caja de 12 botellas", "box of 12 bottles", 3.96)), (1900, 3500), (200, 2400),
         base="l", size=0.33, words=("botella de 330 ml", "330 ml bottle"), alcohol=True),
    Ware("madera", _pairs("Pino aserrado / sawn pine; Roble aserrado / sawn oak; Polines / poles"),
         _pairs("seco / dry; impregnado / treated; dimensionado / sized; rústico / rough"),
         (("Metro cúbico", "cubic metre", 1), ("Camionada, 12 m³", "lorry load, 12 m³", 12)), (180000, 320000), (5, 80),
         "m3", "m3", words=("metro cúbico", "cubic metre"), lead=(7, 20)),
    Ware("lena", _pairs("Leña / firewood; Astillas / kindling"), _pairs("seca / dry; de eucalipto / eucalyptus; de hualle / hualle oak"),
         (("Metro cúbico estéreo", "stacked cubic metre", 1), ("Camionada, 8 m³", "lorry load, 8 m³", 8)), (38000, 62000), (10, 150),
         "m3", "m3", words=("metro cúbico", "cubic metre")),
    Ware("vivero", _pairs("Quillay / quillay seedling; Boldo / boldo seedling; Peumo / peumo seedling; Arrayán / myrtle seedling"),
         _pairs("de vivero / nursery; de semilla local / local-seed; de dos años / two-year"),
         (("En bolsa", "bagged", 1), ("Bandeja de 40", "tray of 40", 40)), (900, 3900), (200, 4000), base="unit", words=("planta", "plant")),
    Ware("no-maderables", _pairs("Callampas secas / dried mushrooms; Piñones / pine nuts; Avellanas / hazelnuts; Rosa mosqueta / rosehips"),
         _pairs("de bosque / forest; tostadas / toasted; de recolección / gathered; en rodajas / sliced"),
         (("Bolsa de 250 g", "250 g bag", 0.25), ("Saco de 10 kg", "10 kg sack", 10)), (1900, 4900), (40, 600), "kg", words=KILO, season=(3, 4)),
    Ware("a-pedido", _pairs("Mesa / table; Escritorio / desk; Cama / bed; Aparador / sideboard"),
         _pairs("de raulí / raulí; de lenga / lenga; de roble / oak; de ciprés / cypress"),
         (("A medida, precio desde", "to measure, from", 1),), (290000, 1490000), (1, 6), base="unit", words=("mueble", "piece"), lead=(20, 60), to_order=True),
    Ware("de-serie", _pairs("Silla / chair; Banca / bench; Repisa / shelf; Velador / bedside table"),
         _pairs("de raulí / raulí; de lenga / lenga; de pino oregón / Oregon pine; con totora / rush-seated"),
         (("Unidad", "each", 1), ("Juego de 4", "set of 4", 4)), (69000, 219000), (4, 40), base="unit", words=("mueble", "piece"), lead=(10, 30)),
    Ware("textil", _pairs("Manta / blanket; Chaleco / cardigan; Bufanda / scarf; Pasillo / runner; Frazada / bedspread"), CRAFT,
         (("Pieza", "piece", 1), ("A pedido, precio desde", "to order, from", 1)), (19000, 89000), (4, 60), base="unit", words=PIECE, lead=(7, 35)),
    Ware("ceramica", _pairs("Olla de greda / clay pot; Fuente / serving dish; Taza / mug; Cántaro / jug; Paila / casserole"), CRAFT,
         (("Pieza", "piece", 1), ("Juego de 6", "set of 6", 6)), (9000, 34000), (10, 120), base="unit", words=PIECE, lead=(7, 30)),
    Ware("fibras", _pairs("Canasto / basket; Panera / bread basket; Sombrero / hat; Figura de crin / horsehair figure"), HAND,
         (("Pieza", "piece", 1), ("Juego de 3", "set of 3", 3)), (6900, 29000), (8, 90), base="unit", words=PIECE, lead=(5, 25)),
    Ware("joyeria-piedra", _pairs("Aros / earrings; Colgante / pendant; Collar / necklace; Caja de piedra / stone box"), HAND,
         (("Pieza", "piece", 1),), (12000, 68000), (5, 60), base="unit", words=PIECE, lead=(5, 20)),
    Ware("madera-tallada", _pairs("Cuchara / spoon; Tabla de cortar / chopping board; Animal tallado / carved animal; Juguete / toy"), HAND,
         (("Pieza", "piece", 1), ("Caja de 6", "box of 6", 6)), (5900, 34000), (10, 150), base="unit", words=PIECE, lead=(5, 20)),
    Ware("cuero", _pairs("Cartera / handbag; Cinturón / belt; Zapato / shoes; Montura / saddle"), HAND,
         (("Pieza", "piece", 1),), (19000, 149000), (4, 40), base="unit", words=PIECE, lead=(10, 30)),
    Ware("jabones", _pairs("Jabón de oliva / olive soap; Jabón de miel / honey soap; Jabón de leche de cabra / goat-milk soap"),
         _pairs("de lavanda / lavender; sin aroma / unscented; con avena / oat; de quillay / quillay"),
         (("Pastilla de 100 g", "100 g bar", 1), ("Caja de 6 pastillas", "box of 6 bars", 6)), (2500, 4900), (80, 900), base="unit", words=("pastilla", "bar")),
)  # fmt: skip
