"""What a product's page shows, a module for each part of it."""

from .page import product_page

__all__ = ["product_page"]
