"""The public passport of a lot."""

from .passport import code_of, passport_page

__all__ = ["code_of", "passport_page"]
