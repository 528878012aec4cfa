from .categories import Category
from .formats import Format, PriceTier
from .lots import Lot
from .points import PointOfSale
from .products import Product, ProductSeal
from .stock import Stock
from .supplies import Supply

__all__ = ["Category", "Format", "Lot", "PointOfSale", "PriceTier", "Product", "ProductSeal", "Stock", "Supply"]
