from .categories import Category
from .formats import Format, PriceTier
from .points import PointOfSale
from .products import Product, ProductSeal
from .supplies import Supply

__all__ = ["Category", "Format", "PointOfSale", "PriceTier", "Product", "ProductSeal", "Supply"]
