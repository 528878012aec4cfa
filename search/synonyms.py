"""Words that mean one thing, in Spanish, in Chilean and in English.

Each line is a group; each phrase of a group finds the others at a discount. Matching goes by stems, so plurals and
gender need no line of their own.
"""

from functools import cache

from .analysis import analyze

GROUPS = """
queso, cheese
queso de cabra, queso caprino, goat cheese, chevre
cabra, caprino, goat
vaca, cow
oveja, cordero, lamb, sheep
ajo, garlic
ajo chilote, giant garlic, ajo elefante, elephant garlic
uva, grape
uva de mesa, table grape
pasa, raisin
vino, wine, vinito
vino dulce, sweet wine, pajarete, asoleado
vino tinto, red wine, tinto
vino blanco, white wine
pais, listan
espumante, sparkling
pisco, aguardiente
licor, destilado, liquor, spirit
cerveza, beer, birra
sidra, cider, chicha de manzana
manzana, apple
aceite de oliva, olive oil
aceite, oil
aceituna, oliva, olive
olivo, olivar, olive tree
jibia, calamar, squid, cuttlefish, jumbo squid, pota
longaniza, chorizo, salchicha, sausage, embutido
cecina, embutido, charcuteria, cured meat, fiambre
prosciutto, jamon crudo, jamon serrano, ham
cochayuyo, alga, seaweed, algae, kelp, luche
mermelada, dulce, confitura, jam, jelly
manjar, dulce de leche, caramel, arequipe
miel, honey
abeja, bee, apicultura, apiario, colmena, beekeeping
papa, patata, potato
frutilla, fresa, strawberry
arandano, blueberry
murta, murtilla
rosa mosqueta, rosehip
nuez, nut, walnut
pinon, pine nut, araucaria nut, ngulliu
araucaria, pehuen, pewen, monkey puzzle
callampa, hongo, seta, mushroom
poroto, frijol, alubia, bean
quinoa, quinua
arroz, rice
trigo, wheat
harina, flour
sal, salt
flor de sal, fleur de sel
pan, bread
pan de pascua, christmas cake
panaderia, bakery, pasteleria, reposteria
alfajor, dulce chileno
empanada, turnover
merken, aji ahumado, smoked chilli, chile ahumado
aji, chilli, chili, pepper
tomate, tomato
lechuga, lettuce
verdura, hortaliza, vegetable
fruta, fruit
marisco, shellfish, seafood
pescado, fish, pez
trucha, trout
congrio, conger
chorito, mejillon, mussel
ostra, oyster
ahumado, smoked
seco, deshidratado, dried, dry
carne, meat
leche, milk
lana, wool
tejido, knitwear, knitting, tejer
telar, loom, tejeduria
manta, frazada, poncho, blanket
cesteria, canasto, cesta, basket, basketry, mimbre
crin, horsehair
greda, ceramica, alfareria, loza, pottery, ceramics, clay
cuero, leather
zapato, calzado, shoe
cartera, bolso, bag, handbag
joya, joyeria, alhaja, jewel, jewellery, jewelry
aro, arete, pendiente, earring
plata, silver
cobre, copper
lapislazuli, lapis lazuli
piedra, stone
madera, wood, timber
madera tallada, tallado en madera, carved wood
lena, firewood
mueble, furniture, mobiliario
mesa, table
silla, chair
escritorio, desk
estanteria, estante, repisa, librero, shelf, bookcase
cocina, kitchen
juguete, toy
jabon, soap
bordado, embroidery
delantal, apron, mandil
artesania, craft, handicraft, artesano
bosque, forest, woodland
planta, plantula, seedling, nursery, vivero
ruta, circuito, tour, recorrido, itinerario, route, trail
turismo, tourism, paseo, viaje, travel
turismo rural, rural tourism, agroturismo, countryside
gastronomia, gastronomico, comida, food, cocina tipica
costa, litoral, coast, playa, beach
poeta, poesia, poet, poetry
neruda, nerudiano, nerudian
iglesia, church
museo, museum
termas, hot spring, aguas termales
volcan, volcano
parque nacional, national park
productor, maker, producer
red, network, cooperativa, asociacion, cooperative
oportunidad, opportunity, negocio
empleo, trabajo, job, pega
capacitacion, curso, training
denominacion de origen, designation of origin
regalo, gift
chiloe, chilote, archipelago
limari, limarino, ovalle
huasco, huasquino
maule, maulino
araucania, araucano
mapuche, pehuenche
queseria, quesero, cheesemaker, cheese dairy
vina, vinedo, bodega, vineyard, winery
"""

Phrase = tuple[str, ...]


def groups() -> list[list[str]]:
    return [[phrase.strip() for phrase in line.split(",")] for line in GROUPS.strip().splitlines()]


@cache
def table() -> dict[Phrase, tuple[str, ...]]:
    """From the stems of a phrase, in either language, to the other phrases of its groups."""
    found: dict[Phrase, dict[str, None]] = {}
    for group in groups():
        for phrase in group:
            others = [other for other in group if other != phrase]
            for stems in {tuple(analyze(phrase, "es")), tuple(analyze(phrase, "en"))}:
                found.setdefault(stems, {}).update(dict.fromkeys(others))
    return {stems: tuple(others) for stems, others in found.items() if stems}


@cache
def longest() -> int:
    return max(map(len, table()))


@cache
def synonyms(*stems: str) -> tuple[str, ...]:
    """Other phrases for these stems; they are to be analysed in both languages, as any text."""
    return table().get(stems, ())
