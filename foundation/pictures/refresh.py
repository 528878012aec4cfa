"""Bringing a record's `picture` up to what it should show."""

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import translation

from foundation.photographs import files_of
from foundation.records import Record

from .drawn import Wish, draw_all, kept, wish_for

WANTED = "picture.wanted"
"""Asks the worker for the picture of a record; payload as `record.changed`."""


def wish_of(record: Record) -> Wish:
    with translation.override("en"):
        title_en = str(getattr(record, "title", ""))
    return wish_for(record.slug, record.poster(), title_en)


def picture_of(record: Record) -> dict[str, Any]:
    """What its `picture` should be; whatever is missing of its files is made first."""
    if record.image is None:
        wish = wish_of(record)
        for _drawn in draw_all([wish], workers=1):
            pass
        return wish.picture()
    alt = record.image.description or str(getattr(record, "title", ""))
    return {"alt_es": alt, "alt_en": alt, "width": 1200, "height": 900, "files": files_of(record.image)}


def refresh(record: Record) -> bool:
    """Make and store the record's picture; True when it was another one than before, which the index then hears of."""
    picture = picture_of(record)
    if picture == record.picture:
        return False
    record.picture = picture
    record.save(update_fields=["picture"])
    return True


def refresh_all(records: Iterable[Record], workers: int = 2, step: Callable[[int, int], bool] | None = None) -> int:
    """Pictures for many records without a photograph, in bulk; answers how many changed. The index is not told.

    `step(done, of)` hears of each poster drawn and answers False to stop: the records left go to the worker.
    """
    wanted = [(record, wish_of(record)) for record in records if record.image_id is None]
    stale = [(record, wish) for record, wish in wanted if record.picture != wish.picture() or not kept(wish)]
    missing = [wish for _record, wish in stale if not kept(wish)]
    with closing(draw_all(missing, workers)) as drawing:
        for done, _wish in enumerate(drawing, 1):
            if step is not None and not step(done, len(missing)):
                break
    drawn = [(record, wish) for record, wish in stale if kept(wish)]
    ready = {id(record) for record, _wish in drawn}
    with transaction.atomic():
        for record, wish in drawn:
            type(record)._base_manager.filter(pk=record.pk).update(picture=wish.picture())
        for record, _wish in stale:
            if id(record) not in ready:
                record.tell(WANTED)
    return len(drawn)


def refresh_named(kind: str, pk: str) -> None:
    """The same for the record of an event; nothing when it was deleted meanwhile or is no record."""
    model = record_model(kind)
    record = model._base_manager.filter(pk=pk).first() if model else None
    if record is not None:
        refresh(record)


def record_model(kind: str) -> type[Record] | None:
    """The model of a kind of record; None for what is no record (a story is a page)."""
    found = (model for model in apps.get_models() if issubclass(model, Record) and model.kind == kind)
    return next(found, None)
