"""Small drawings made on the server, with classes only, so that they take the inks of where they stand."""

from foundation.drawings.colophon import colophon
from foundation.drawings.portraits import portrait
from foundation.drawings.seals import seal_mark
from foundation.drawings.seasons import months_strip, season_wheel
from foundation.drawings.shares import Share, share_key, shares_bar

__all__ = ["Share", "colophon", "months_strip", "portrait", "seal_mark", "season_wheel", "share_key", "shares_bar"]
