"""What the pages of this room show, one module a page."""

from .network import network_page
from .producer import producer_page
from .seal import seal_page

__all__ = ["network_page", "producer_page", "seal_page"]
