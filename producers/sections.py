"""What rooms further right hang into this room's pages: a producer's products, a network's, those under a seal."""

from territories.sections import Sections

producer_page = Sections()
network_page = Sections()
seal_page = Sections()
