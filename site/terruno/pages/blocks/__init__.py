"""What an editor may put on a page."""

from .bodies import BODY, HEROES, HOME_BODY, TEXT_BLOCKS

__all__ = ["BODY", "HEROES", "HOME_BODY", "TEXT_BLOCKS"]
