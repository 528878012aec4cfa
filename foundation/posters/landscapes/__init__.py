"""One function per kind of land; each fills a scene of any width and height, under the sky."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import random
from collections.abc import Callable

from foundation.posters.ink import Plates
from foundation.posters.landscapes import centre, north, south

Land = Callable[[random.Random, Plates, int], None]
LANDS: dict[str, Land] = {
    land.__name__: land
    for land in (
        north.andes, north.desert, north.valley,
        centre.city, centre.coast, centre.cove, centre.salt_pans, centre.secano, centre.vineyard, centre.workshops,
        south.araucaria, south.coast_range, south.forest, south.lake, south.meadows, south.palafitos,
    )
}
