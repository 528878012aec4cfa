"""The list pages: everything, products, circuits. One code path, a search with its kind fixed or free."""

from .build import list_page
from .listings import CIRCUITS, EVERYTHING, PRODUCTS, Listing

__all__ = ["CIRCUITS", "EVERYTHING", "PRODUCTS", "Listing", "list_page"]
