"""What a territory's page shows besides its own words: each room registers its section here.

hub.register(Section("products", 10, "catalog/_territory_products.html", products_of))
"""

from .sections import Sections

sections = Sections()
register = sections.register
