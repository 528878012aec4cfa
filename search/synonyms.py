"""Words that mean one thing, in Spanish as it is spoken in Chile and in English.

Each line is a group, Spanish before the bar and English after it; each phrase finds the others at a discount. Matching
goes by stems, so plurals and gender need no line of their own.
"""

from functools import cache

from .analysis import analyze

GROUPS = """
queso | cheese
queso de cabra, queso caprino | goat cheese, chevre
cabra, caprino | goat
vaca | cow
oveja, cordero | lamb, sheep
ajo | garlic
ajo chilote, ajo elefante | giant garlic, elephant garlic
uva | grape
uva de mesa | table grape
pasa | raisin
vino, vinito | wine
vino dulce, pajarete, asoleado | sweet wine
vino tinto, tinto | red wine
vino blanco | white wine
pais, listan
espumante | sparkling
pisco, aguardiente
licor, destilado | liquor, spirit
cerveza, birra | beer
sidra, chicha de manzana | cider
manzana | apple
aceite de oliva | olive oil
aceite | oil
aceituna, oliva | olive
olivo, olivar | olive tree
jibia, calamar, pota | squid, cuttlefish, jumbo squid
longaniza, chorizo, salchicha, embutido | sausage
cecina, embutido, charcuteria, fiambre | cured meat
prosciutto, jamon crudo, jamon serrano | ham
cochayuyo, alga, luche | seaweed, algae, kelp
mermelada, dulce, confitura | jam, jelly
manjar, dulce de leche, arequipe | caramel
miel | honey
abeja, apicultura, apiario, colmena | bee, beekeeping
papa, patata | potato
frutilla, fresa | strawberry
arandano | blueberry
murta, murtilla
rosa mosqueta | rosehip
nuez | nut, walnut
pinon, ngulliu | pine nut, araucaria nut
araucaria, pehuen, pewen | monkey puzzle
callampa, hongo, seta | mushroom
poroto, frijol, alubia | bean
quinoa, quinua
arroz | rice
trigo | wheat
harina | flour
sal | salt
flor de sal | fleur de sel
pan | bread
pan de pascua | christmas cake
panaderia, pasteleria, reposteria | bakery
alfajor, dulce chileno
empanada | turnover
merken, aji ahumado, chile ahumado | smoked chilli
aji | chilli, chili, pepper
tomate | tomato
lechuga | lettuce
verdura, hortaliza | vegetable
fruta | fruit
marisco | shellfish, seafood
pescado, pez | fish
trucha | trout
congrio | conger
chorito, mejillon | mussel
ostra | oyster
ahumado | smoked
seco, deshidratado | dried, dry
carne | meat
leche | milk
lana | wool
tejido, tejer | knitwear, knitting
telar, tejeduria | loom
manta, frazada, poncho | blanket
cesteria, canasto, cesta, mimbre | basket, basketry
crin | horsehair
greda, ceramica, alfareria, loza | pottery, ceramics, clay
cuero | leather
zapato, calzado | shoe
cartera, bolso | bag, handbag
joya, joyeria, alhaja | jewel, jewellery, jewelry
aro, arete, pendiente | earring
plata | silver
cobre | copper
lapislazuli | lapis lazuli
piedra | stone
madera | wood, timber
madera tallada, tallado en madera | carved wood
lena | firewood
mueble, mobiliario | furniture
mesa | table
silla | chair
escritorio | desk
estanteria, estante, repisa, librero | shelf, bookcase
cocina | kitchen
juguete | toy
jabon | soap
bordado | embroidery
delantal, mandil | apron
artesania, artesano | craft, handicraft
bosque | forest, woodland
planta, plantula, vivero | seedling, nursery
ruta, circuito, recorrido, itinerario, tour | tour, route, circuit, trail
turismo, paseo, viaje | tourism, travel
turismo rural, agroturismo | rural tourism, countryside
gastronomia, gastronomico, comida, cocina tipica | food
costa, litoral, playa | coast, beach
poeta, poesia | poet, poetry
neruda, nerudiano | nerudian
iglesia | church
museo | museum
termas, aguas termales | hot spring
volcan | volcano
parque nacional | national park
productor | maker, producer
red, cooperativa, asociacion | network, cooperative
oportunidad, negocio | opportunity, business
empleo, trabajo, pega | job
capacitacion, curso | training
denominacion de origen | designation of origin
regalo | gift
chiloe, chilote | archipelago
limari, limarino, ovalle
huasco, huasquino
maule, maulino
araucania, araucano
mapuche, pehuenche
queseria, quesero | cheesemaker, cheese dairy
vina, vinedo, bodega | vineyard, winery
"""

Phrase = tuple[str, str]
"""A language and a phrase of it."""


@cache
def groups() -> list[list[Phrase]]:
    lines = [line.partition("|")[::2] for line in GROUPS.strip().splitlines()]
    return [
        [
            (lang, phrase.strip())
            for lang, side in zip(("es", "en"), sides, strict=True)
            for phrase in side.split(",")
            if phrase.strip()
        ]
        for sides in lines
    ]


@cache
def table() -> dict[tuple[str, tuple[str, ...]], tuple[Phrase, ...]]:
    """From a language and the stems of a phrase in it to the other phrases of its groups."""
    found: dict[tuple[str, tuple[str, ...]], dict[Phrase, None]] = {}
    for group in groups():
        for lang, phrase in group:
            others = [other for other in group if other != (lang, phrase)]
            found.setdefault((lang, tuple(analyze(phrase, lang))), {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}


@cache
def longest() -> int:
    """Stems in the longest phrase."""
    return max(len(stems) for _, stems in table())


def synonyms(lang: str, stems: tuple[str, ...]) -> tuple[Phrase, ...]:
    return table().get((lang, stems), ())
