"""Pictures for listings without a photograph, drawn by our own hand in the two inks of their territory."""

from foundation.posters.draw import PosterSpec, draw
from foundation.posters.files import render_files

__all__ = ["PosterSpec", "draw", "render_files"]
