"""Printing one poster in a process of its own, which starts sooner for knowing nothing of Django."""

from foundation.posters import PosterSpec, draw, render_files


def print_poster(spec: PosterSpec) -> dict[int, bytes]:
    """Its files by width."""
    return render_files(draw(spec))
