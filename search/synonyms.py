"""Words that mean one thing, in Spanish as it is spoken in Chile and in English.

Each line is a group, Spanish before the bar and English after it; each phrase finds the others at a discount. Matching
goes by stems, so plurals and gender need no line of their own. Editors add to this and take from it in the CMS
(`search.thesaurus`).
"""

from collections.abc import Iterable
from functools import cache
from itertools import count

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
Group = tuple[Phrase, ...]
"""Phrases that mean one thing."""


class Thesaurus:
    """Which phrases mean the same. Unchanging: where editors change something, another takes its place."""

    def __init__(self, groups: Iterable[Group], apart: Iterable[Group] = ()) -> None:
        """`apart` names phrases that do not find each other, whatever the groups say."""
        self.stamp = next(_stamps)
        """Different for each, so that what was made of one is not taken for another's."""
        parted = [{analysed(phrase) for phrase in group} for group in apart]
        found: dict[tuple[str, tuple[str, ...]], dict[Phrase, None]] = {}
        for group in groups:
            for phrase in group:
                key = analysed(phrase)
                others = (other for other in group if other != phrase)
                allowed = [other for other in others if not any({key, analysed(other)} <= pair for pair in parted)]
                found.setdefault(key, {}).update(dict.fromkeys(allowed))
        self.table = {key: tuple(others) for key, others in found.items() if others and key[1]}
        self.longest = max((len(stems) for _, stems in self.table), default=1)
        """Stems in the longest phrase."""

    def synonyms(self, lang: str, stems: tuple[str, ...]) -> tuple[Phrase, ...]:
        """The other phrases for the one with these stems."""
        return self.table.get((lang, stems), ())


_stamps = count()


def analysed(phrase: Phrase) -> tuple[str, tuple[str, ...]]:
    lang, text = phrase
    return lang, tuple(analyze(text, lang))


def read_group(spanish: str, english: str) -> Group:
    """Phrases with commas between them, in each language."""
    sides = (("es", spanish), ("en", english))
    return tuple((lang, phrase.strip()) for lang, side in sides for phrase in side.split(",") if phrase.strip())


@cache
def built_in() -> tuple[Group, ...]:
    lines = (line.partition("|")[::2] for line in GROUPS.strip().splitlines())
    return tuple(read_group(*sides) for sides in lines)


@cache
def plain() -> Thesaurus:
    """What the program brings along."""
    return Thesaurus(built_in())


_active: list[Thesaurus] = []


def active() -> Thesaurus:
    """The one searches go by now."""
    return _active[0] if _active else plain()


def use(thesaurus: Thesaurus) -> None:
    _active[:] = [thesaurus]
