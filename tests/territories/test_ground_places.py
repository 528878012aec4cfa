import numpy as np
import pytest
import shapely

from territories import ground
from territories.ground import outlines

# name, code of the comuna, latitude, longitude: public places that visitors go to
STOPS = [
    ("Casa Museo Isla Negra (Pablo Neruda)", "05604", -33.443, -71.6836),
    ("Punta de Tralca", "05604", -33.424, -71.704),
    ("Playa El Canelo", "05602", -33.3745, -71.689),
    ("Barrio Vaticano, Las Cruces", "05605", -33.502, -71.6285),
    ("Santuario de la Naturaleza Laguna El Peral", "05605", -33.5053, -71.6085),
    ("Museo Vicente Huidobro", "05603", -33.543, -71.593),
    ("Tumba de Vicente Huidobro", "05603", -33.542, -71.594),
    ("Estación de ferrocarriles de Cartagena", "05603", -33.5505, -71.604),
    ("Terraza de Cartagena", "05603", -33.5525, -71.6065),
    ("Caleta de Algarrobo", "05602", -33.362, -71.668),
    ("Caleta de El Quisco", "05604", -33.3945, -71.6995),
    ("El Totoral", "05604", -33.408, -71.605),
    ("Caleta de Las Cruces", "05605", -33.503, -71.633),
    ("Lo Abarca", "05603", -33.529, -71.524),
    ("Paseo Bellamar y caleta de San Antonio", "05601", -33.582, -71.615),
    ("Valle de Leyda", "05601", -33.603, -71.43),
    ("Plaza de Victoria", "09211", -38.233, -72.333),
    ("Plaza de Curacautín", "09203", -38.441, -71.889),
    ("Salto del Indio", "09203", -38.44, -71.75),
    ("Manzanar, aguas termales", "09203", -38.456, -71.7),
    ("Malalcahuello", "09203", -38.469, -71.577),
    ("Reserva Nacional Malalcahuello, acceso volcán Lonquimay", "09203", -38.42, -71.55),
    ("Túnel Las Raíces", "09205", -38.435, -71.46),
    ("Plaza de Lonquimay", "09205", -38.45, -71.372),
    ("Laguna Icalma", "09205", -38.808, -71.283),
    ("Saltos del Truful Truful, Parque Nacional Conguillío", "09110", -38.778, -71.65),
    ("Laguna Conguillío, Parque Nacional Conguillío", "09110", -38.65, -71.64),
    ("Plaza de Cunco", "09103", -38.93, -72.027),
    ("Iglesia San Ambrosio y Plaza O’Higgins, Vallenar", "03301", -28.576, -70.76),
    ("Museo del Huasco", "03301", -28.5745, -70.756),
    ("Mirador embalse Santa Juana", "03301", -28.668, -70.65),
    ("Plaza de Alto del Carmen", "03302", -28.759, -70.488),
    ("San Félix", "03302", -28.934, -70.464),
    ("El Tránsito", "03302", -28.87, -70.279),
    ("Iglesia Santa Rosa de Lima, Freirina", "03303", -28.508, -71.078),
    ("Edificio Los Portales, Freirina", "03303", -28.5085, -71.0775),
    ("Olivares de Huasco Bajo", "03304", -28.468, -71.179),
    ("Faro de Huasco", "03304", -28.464, -71.231),
    ("Parque Nacional Llanos de Challe", "03304", -28.185, -71.15),
    ("Caleta Chañaral de Aceituno", "03303", -29.078, -71.492),
    ("Feria Modelo de Ovalle", "04301", -30.5985, -71.1905),
    ("Museo del Limarí", "04301", -30.6035, -71.2025),
    ("Monumento Arqueológico Valle del Encanto", "04301", -30.697, -71.37),
    ("Termas de Socos", "04301", -30.727, -71.493),
    ("Parque Nacional Bosque Fray Jorge", "04301", -30.655, -71.675),
    ("Santuario Niño Dios de Sotaquí", "04301", -30.635, -71.118),
    ("Monumento Natural Pichasca", "04305", -30.3856, -70.8826),
    ("Plaza de Combarbalá", "04302", -31.178, -71.003),
    ("Observatorio Cruz del Sur", "04302", -31.201, -71.0),
    ("Fuerte San Antonio, Ancud", "10202", -41.8635, -73.833),
    ("Museo Regional de Ancud", "10202", -41.8691, -73.8295),
    ("Monumento Natural Islotes de Puñihuil", "10202", -41.929, -74.035),
    ("Isla Aucar, puente peatonal", "10209", -42.162, -73.493),
    ("Iglesia de Tenaún", "10205", -42.331, -73.376),
    ("Iglesia y feria artesanal de Dalcahue", "10205", -42.379, -73.65),
    ("Curaco de Vélez", "10204", -42.441, -73.602),
    ("Iglesia de Achao", "10210", -42.47, -73.4915),
    ("Iglesia San Francisco de Castro", "10201", -42.48, -73.764),
    ("Palafitos de Gamboa, Castro", "10201", -42.4845, -73.772),
    ("Iglesia de Chonchi", "10203", -42.624, -73.775),
    ("Parque Nacional Chiloé, sector Chanquín (Cucao)", "10203", -42.62, -74.102),
    ("Plaza y Catedral de Linares", "07401", -35.846, -71.5935),
    ("Museo de Arte y Artesanía de Linares", "07401", -35.8499, -71.5963),
    ("Panimávida, aguas termales", "07402", -35.761, -71.411),
    ("Rari, pueblo del crin", "07402", -35.754, -71.39),
    ("Embalse Digua", "07404", -36.255, -71.55),
    ("Plaza de Parral", "07404", -36.143, -71.826),
    ("Mercado y plaza de Cauquenes", "07201", -35.967, -72.317),
    ("Pilén", "07201", -35.945, -72.418),
    ("Zona Típica de Chanco", "07202", -35.734, -72.533),
    ("Reserva Nacional Federico Albert", "07202", -35.7305, -72.539),
    ("Playa y caleta de Curanipe", "07203", -35.844, -72.638),
    ("Plaza de Renaico", "09209", -37.67, -72.586),
    ("Plaza Siete Fundadores, Angol", "09201", -37.7955, -72.708),
    ("Museo Dillman Bullock, El Vergel", "09201", -37.826, -72.651),
    ("Vegas Blancas", "09201", -37.833, -72.887),
    ("Parque Nacional Nahuelbuta, Piedra del Águila", "09201", -37.823, -73.03),
    ("Fuerte de Purén", "09208", -38.031, -73.072),
    ("Plaza de Lumaco", "09207", -38.164, -72.905),
    ("Capitán Pastene, plaza", "09207", -38.198, -72.996),
    ("Plaza de Los Sauces", "09206", -37.974, -72.829),
    ("Plaza de Traiguén", "09210", -38.249, -72.67),
    ("Rapel", "06205", -33.95, -71.733),
    ("Playa de Matanzas", "06205", -33.96, -71.874),
    ("Plaza de Litueche", "06203", -34.108, -71.722),
    ("Centro Cultural Agustín Ross, Pichilemu", "06201", -34.387, -72.013),
    ("Punta de Lobos", "06201", -34.426, -72.045),
    ("Salinas de Cáhuil", "06201", -34.485, -71.985),
    ("Pañul, talleres de greda", "06201", -34.445, -71.94),
    ("Bucalemu", "06206", -34.642, -72.043),
    ("Salinas de Lo Valdivia", "06206", -34.688, -72.008),
    ("Iglesia de Paredones", "06206", -34.652, -71.898),
    ("Zona Típica de Lolol", "06304", -34.729, -71.645),
    ("Aeropuerto Arturo Merino Benítez, tiendas de artesanía", "13124", -33.393, -70.794),
    ("Cerros de Renca, parque", "13128", -33.392, -70.715),
    ("Plaza de Renca", "13128", -33.4035, -70.725),
    ("Parque Ceremonial de los Pueblos Originarios", "13103", -33.425, -70.748),
    ("Basílica y Gruta de Lourdes", "13126", -33.436, -70.689),
    ("Casona Dubois", "13126", -33.437, -70.701),
    ("Población La Victoria, murales", "13121", -33.49, -70.672),
    ("Parque Violeta Parra", "13116", -33.527, -70.69),
    ("Parque La Bandera", "13131", -33.546, -70.643),
]

# Places whose points are known to less than their distance from a border: either side is a fair answer.
ON_A_BORDER = [
    ("Quebrada de Córdova", {"05605", "05604"}, -33.4425, -71.668),
    ("Mirador embalse La Paloma", {"04303", "04301"}, -30.698, -71.036),
    ("Reserva Nacional Los Ruiles", {"07202", "07203"}, -35.833, -72.509),
    ("La Boca de Rapel", {"06205", "05606"}, -33.915, -71.829),
    ("Museo Interactivo Mirador", {"13111", "13110"}, -33.5195, -70.612),
]

OUTSIDE = {
    "Buenos Aires": (-34.6, -58.38),
    "Mendoza": (-32.89, -68.84),
    "Uspallata": (-32.59, -69.35),
    "Bariloche": (-41.13, -71.31),
    "El Chaltén": (-49.33, -72.89),
    "Río Turbio": (-51.53, -72.33),
    "Ushuaia": (-54.8, -68.3),
    "Tacna": (-18.01, -70.25),
    "La Paz": (-16.5, -68.13),
    "the open sea": (-33.5, -73.5),
    "no place at all": (-95.0, 400.0),
    "nowhere": (float("nan"), float("nan")),
    "the Antarctic of others": (-70.0, 20.0),
}


def test_every_inner_point_lies_in_its_own_comuna():
    strays = [c.code for c in ground.comunas() if ground.comuna_at(c.lat, c.lon) != c.code]

    assert strays == []


@pytest.mark.parametrize(("name", "code", "lat", "lon"), STOPS, ids=[stop[0] for stop in STOPS])
def test_a_known_place_lies_in_its_comuna(name: str, code: str, lat: float, lon: float):
    assert ground.comuna_at(lat, lon) == code


@pytest.mark.parametrize(("name", "codes", "lat", "lon"), ON_A_BORDER, ids=[place[0] for place in ON_A_BORDER])
def test_a_place_on_a_border_lies_on_one_of_its_sides(name: str, codes: set[str], lat: float, lon: float):
    assert ground.comuna_at(lat, lon) in codes


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_place_outside_chile_has_no_comuna(name: str):
    assert ground.comuna_at(*OUTSIDE[name]) is None


def test_a_boat_near_the_pier_belongs_to_the_port():
    assert ground.comuna_at(-33.02, -71.63) == "05101"
    assert ground.comuna_at(-33.58, -71.65) == "05601"


def test_the_same_distance_past_the_frontier_belongs_to_nobody():
    border = ground.outline("04305").bounds[2]
    lat = next(y for x, y in ground.outline("04305").geoms[0].exterior.coords if x == border)

    assert ground.comuna_at(lat, border + 0.002) == "04305"
    assert ground.comuna_at(lat, border + 0.03) is None


def test_the_oceanic_islands_and_antartica_are_found():
    assert ground.comuna_at(-27.15, -109.43) == "05201"
    assert ground.comuna_at(-33.637, -78.83) == "05104"
    assert ground.comuna_at(-62.2, -58.96) == "12202"


def test_the_outlines_neither_overlap_nor_leave_gaps_between():
    steps = [shapely.transform(ground.outline(code), lambda xy: np.round(xy * 2000)) for code in outlines.codes()]

    assert shapely.coverage_is_valid(steps)
    assert all(ground.outline(code).is_valid for code in outlines.codes())


def test_neighbours_are_mutual_and_true():
    assert ground.neighbours("04301") >= {"04303", "04304", "04305", "04202"}
    assert all(code in ground.neighbours(other) for code in outlines.codes() for other in ground.neighbours(code))
    assert ground.neighbours("05201") == frozenset()


def test_antartica_has_no_outline():
    with pytest.raises(KeyError):
        ground.outline("12202")


def test_the_union_of_a_territory_is_as_large_as_its_parts():
    codes = ("04301", "04302", "04303", "04304", "04305")

    assert ground.union(codes).area == pytest.approx(sum(ground.outline(code).area for code in codes))
    assert len(ground.union(codes).geoms[0].interiors) == 0


def test_a_coastal_comuna_has_a_shore_and_one_in_the_cordillera_none():
    west = min(line[:, 0].min() for line in ground.shores(["03304"]))

    assert west == pytest.approx(ground.outline("03304").geoms[0].bounds[0])
    assert ground.shores(["03302"]) == []


def test_the_land_beyond_the_frontier_is_no_part_of_chile():
    shared = shapely.intersection(outlines.beyond(), outlines.country()).area

    assert shared < 0.001  # square degrees of 78: the meridian of Tierra del Fuego is drawn straight
    assert np.isclose(outlines.country().area, sum(ground.outline(code).area for code in outlines.codes()))
