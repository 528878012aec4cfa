"""This room's pages in the panel: products, photographs, stock, lots, sheets."""
