"""Names of made-up people, houses and places."""

GIVEN = (
    "Ana Rosa Marta Elena Silvia Carmen Olga Teresa Ruth Ximena Isolina Norma Gladys Berta Luz Amelia Claudia Sonia"
    " Viviana Paola Juan Pedro Luis Manuel Hernán Raúl Sergio Óscar Ramón Iván Mario Nelson Rubén Tomás Víctor Darío"
    " Elías Samuel Bruno Gastón"
).split()
WOMEN = frozenset(GIVEN[:20])
SURNAMES = (
    "Araya Rojas Muñoz Soto Contreras Silva Sepúlveda Morales Rodríguez López Fuentes Hernández Torres Flores Espinoza"
    " Valenzuela Castillo Tapia Reyes Gutiérrez Pizarro Álvarez Vásquez Carrasco Cortés Riquelme Huenchumil Painemal"
    " Antilef Barría Cárcamo Oyarzún Mansilla Vera Aguilar Campos Leiva Godoy Olivares Pastén Barraza Véliz Honores"
    " Alfaro Guerra Norambuena Chamorro Parada Urrutia Meliqueo Llancao Curihuinca Villalobos Ossandón"
).split()
SPOTS = (
    "El Boldo; Los Maitenes; La Quebrada; Piedra Alta; El Peral; Agua Fría; Los Litres; La Vega; El Molino; El Sauce;"
    " Los Olivos; La Higuera; Cerro Negro; El Arrayán; Santa Rita; Tres Esteros; La Puntilla; El Carrizo; Vado Ancho;"
    " Los Quillayes; El Naranjo; Las Cabras; La Noria; El Espino; Los Hornos; Paso Viejo; El Manzano; La Greda;"
    " Buena Vista; Las Lomas; Pozo Hondo; Rincón Hondo"
)
PLACES = tuple(spot.strip() for spot in SPOTS.split(";"))
HOUSES = {
    "lacteos": ("Quesería", "Lechería", "Majada"),
    "frutas-hortalizas": ("Huerta", "Parcela", "Frutales"),
    "olivo": ("Olivar", "Molino"),
    "carnes-embutidos": ("Carnicería", "Crianza", "Fiambrería"),
    "mar": ("Caleta", "Ahumados", "Conservas"),
    "despensa": ("Cocina", "Despensa", "Envasados"),
    "bebidas": ("Viña", "Bodega", "Lagar"),
    "bosque": ("Predio", "Aserradero", "Vivero"),
    "mueble": ("Mueblería", "Taller", "Carpintería"),
    "artesania": ("Taller", "Telar", "Oficios"),
    "cuidado": ("Jabonería", "Taller"),
}
ROADS = ("Ruta", "Camino", "Circuito", "Paseo")
THEMES = (
    ("del queso y el vino", "of cheese and wine", "queso, vino"),
    ("de las huertas", "of the gardens", "huertas, mercado"),
    ("de los oficios", "of the crafts", "artesanía, talleres"),
    ("de los miradores", "of the viewpoints", "paisaje, caminata"),
    ("de la costa", "of the coast", "mar, cocina"),
    ("de los campos viejos", "of the old farms", "campo, historia"),
)
PLACE_SORTS = (
    ("mirador", "viewpoint"),
    ("taller", "workshop"),
    ("feria", "market"),
    ("capilla", "chapel"),
    ("cocinería", "eatery"),
)
