"""The pages of this room that rooms further right hang their parts into."""

from territories.sections import Section, Sections

__all__ = ["Section", "order_page"]

order_page = Sections()
"""An order's page: `build` gets the `Order`. How it is paid is hung here by payments."""
