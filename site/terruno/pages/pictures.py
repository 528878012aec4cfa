"""A page's picture: its photograph, or a poster drawn for it. Made by the worker or the demo, never in a request."""

from collections.abc import Iterator
from typing import Any

from foundation.photographs import files_of
from foundation.pictures import draw_all, wish_for
from foundation.pictures.drawn import Wish

from .models import EditorialPage, GuidePage, LandingPage, PlainPage, StoryPage

KINDS: tuple[type[EditorialPage], ...] = (StoryPage, GuidePage, LandingPage, PlainPage)


def wish_of(page: EditorialPage) -> Wish:
    return wish_for(page.slug, page.poster(), page.title)


def refresh(page: EditorialPage) -> bool:
    """Make and store the page's picture; True when it was another one than before."""
    if page.image is not None:
        alt = page.image.description or page.title
        picture: dict[str, Any] = {"alt_es": alt, "alt_en": alt, "width": 1200, "height": 900}
        picture["files"] = files_of(page.image)
    else:
        wish = wish_of(page)
        for _drawn in draw_all([wish], workers=1):
            pass
        picture = wish.picture()
    if picture == page.picture:
        return False
    type(page).objects.filter(pk=page.pk).update(picture=picture)
    return True


def refresh_all(workers: int = 2) -> int:
    """Pictures of every published page, posters drawn by several processes; answers how many changed. For the demo."""
    pages = list(_published())
    for _drawn in draw_all([wish_of(page) for page in pages if page.image_id is None], workers):
        pass
    return sum(refresh(page) for page in pages)


def _published() -> Iterator[EditorialPage]:
    for kind in KINDS:
        yield from kind.objects.live().select_related("territory", "image")
