"""What the official file does not say: regions in order, spelling, other names, and the comuna without outline."""

# code, numeral, name, short name, full name; north to south
REGIONS: list[tuple[str, str, str, str, str]] = [
    ("15", "XV", "Arica y Parinacota", "Arica y Parinacota", "Región de Arica y Parinacota"),
    ("01", "I", "Tarapacá", "Tarapacá", "Región de Tarapacá"),
    ("02", "II", "Antofagasta", "Antofagasta", "Región de Antofagasta"),
    ("03", "III", "Atacama", "Atacama", "Región de Atacama"),
    ("04", "IV", "Coquimbo", "Coquimbo", "Región de Coquimbo"),
    ("05", "V", "Valparaíso", "Valparaíso", "Región de Valparaíso"),
    ("13", "RM", "Metropolitana de Santiago", "Metropolitana", "Región Metropolitana de Santiago"),
    (
        "06",
        "VI",
        "Libertador General Bernardo O'Higgins",
        "O'Higgins",
        "Región del Libertador General Bernardo O'Higgins",
    ),
    ("07", "VII", "Maule", "Maule", "Región del Maule"),
    ("16", "XVI", "Ñuble", "Ñuble", "Región de Ñuble"),
    ("08", "VIII", "Biobío", "Biobío", "Región del Biobío"),
    ("09", "IX", "La Araucanía", "La Araucanía", "Región de La Araucanía"),
    ("14", "XIV", "Los Ríos", "Los Ríos", "Región de Los Ríos"),
    ("10", "X", "Los Lagos", "Los Lagos", "Región de Los Lagos"),
    (
        "11",
        "XI",
        "Aysén del General Carlos Ibáñez del Campo",
        "Aysén",
        "Región de Aysén del General Carlos Ibáñez del Campo",
    ),
    (
        "12",
        "XII",
        "Magallanes y de la Antártica Chilena",
        "Magallanes",
        "Región de Magallanes y de la Antártica Chilena",
    ),
]

# All 345 names of the file were read; these four lack an accent or are not written so by the comuna itself.
SPELLING: dict[str, str] = {
    "06204": "Marchigüe",
    "08206": "Los Álamos",
    "08301": "Los Ángeles",
    "16206": "Ránquil",
}

# Names under which people and other files know the same comuna.
ALIASES: dict[str, list[str]] = {
    "04105": ["Paihuano"],
    "05201": ["Rapa Nui"],
    "05502": ["La Calera"],
    "05606": ["Rocas de Santo Domingo"],
    "05703": ["Llay-Llay", "Llay Llay"],
    "06110": ["San Francisco de Mostazal"],
    "06117": ["San Vicente de Tagua Tagua"],
    "06204": ["Marchihue"],
    "07406": ["San Javier de Loncomilla"],
    "08314": ["Alto Bío-Bío"],
    "09116": ["Puerto Saavedra"],
    "09121": ["Chol Chol"],
    "11101": ["Coyhaique"],
    "11201": ["Aysén", "Puerto Aysén"],
    "11302": ["Villa O'Higgins"],
    "12201": ["Puerto Williams"],
    "12401": ["Puerto Natales"],
    "13303": ["Til Til"],
    "14106": ["San José de la Mariquina"],
    "16207": ["Trehuaco"],
}

# Law counts 346 comunas; this one has no outline in the file. Its point is Villa Las Estrellas, the settlement.
ANTARTICA = {
    "code": "12202",
    "name": "Antártica",
    "province": "Antártica Chilena",
    "region": "12",
    "lat": -62.2,
    "lon": -58.96,
    "bbox": None,
    "aliases": ["Territorio Chileno Antártico"],
}
