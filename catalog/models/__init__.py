from .categories import Category
from .formats import Format, PriceTier
from .imports import ProductImport
from .lots import Lot
from .photographs import Photograph
from .points import PointOfSale
from .products import Product, ProductSeal
from .stock import Stock
from .supplies import Supply

__all__ = [
    "Category", "Format", "Lot", "Photograph", "PointOfSale", "PriceTier", "Product", "ProductImport", "ProductSeal",
    "Stock", "Supply",
]  # fmt: skip
