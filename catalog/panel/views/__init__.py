from .imports import export, imports, shown, template
from .lots import lot, lots
from .products import new, preview, product, products
from .review import review
from .steps import step
from .stock import stock
from .supplies import availability, supply

__all__ = [
    "availability", "export", "imports", "lot", "lots", "new", "preview", "product", "products", "review", "shown",
    "step", "stock", "supply", "template",
]  # fmt: skip
