"""Adding rows that are missing, and only on request setting those that are there back to the demo's words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from foundation.records import Record

Say = Callable[[str], None]


@dataclass
class Loader:
    """Adds the demo's rows in bulk and tells the outbox nothing: who loads rebuilds the index afterwards.

    A row that was there before this run is left as people made it, and so are the rows that hang on it (a format
    somebody removed stays removed); `reset` puts both back. Run it inside one transaction, so that no row is ever
    without its parts.
    """

    say: Say
    reset: bool = False
    added: dict[str, int] = field(default_factory=dict)
    fresh: set[tuple[type[models.Model], Any]] = field(default_factory=set)

    def put(self, model: type[models.Model], rows: list[dict[str, Any]], key: str = "slug") -> dict[str, Any]:
        """Bring rows in by their `key` column; answers them by that column."""
        stored = model._default_manager.filter(**{f"{key}__in": [row[key] for row in rows]})
        known = set(stored.values_list(key, flat=True))
        made = model._default_manager.bulk_create([self._new(model, row) for row in rows if row[key] not in known])
        self.fresh |= {(model, row.pk) for row in made}
        if self.reset:
            for row in rows:
                if row[key] in known:
                    stored.filter(**{key: row[key]}).update(**self._again(model, row))
        self._count(model, len(made))
        return {getattr(row, key): row for row in stored.all()}

    def join(self, model: type[models.Model], rows: list[dict[str, Any]], *keys: str) -> None:
        """The same for rows that hang on others, known by several columns together (a member of a network)."""
        if not self.reset:
            rows = [row for row in rows if self._is_new(row)]
        if not rows:
            return
        names = [f"{key}_id" if isinstance(rows[0][key], models.Model) else key for key in keys]
        parents = {row[keys[0]] for row in rows}
        stored = model._default_manager.filter(**{f"{keys[0]}__in": parents})
        known = set(stored.values_list(*names))
        wanted = [(tuple(_plain(row[key]) for key in keys), row) for row in rows]
        made = model._default_manager.bulk_create([model(**row) for at, row in wanted if at not in known])
        self.fresh |= {(model, row.pk) for row in made}
        for at, row in wanted:
            if at in known:  # only when resetting
                stored.filter(**dict(zip(names, at, strict=True))).update(**row)
        self._count(model, len(made))

    def _is_new(self, row: dict[str, Any]) -> bool:
        """Whether any row it hangs on came in this run."""
        return any((type(value), value.pk) in self.fresh for value in row.values() if isinstance(value, models.Model))

    def _new(self, model: type[models.Model], row: dict[str, Any]) -> models.Model:
        if issubclass(model, Record):
            now = timezone.now()
            return model(**row, first_published_at=now, last_published_at=now)
        return model(**row)

    def _again(self, model: type[models.Model], row: dict[str, Any]) -> dict[str, Any]:
        if issubclass(model, Record):
            return row | {"live": True, "version": models.F("version") + 1, "updated_at": timezone.now()}
        return row

    def _count(self, model: type[models.Model], added: int) -> None:
        if added:
            self.added[model.__name__] = self.added.get(model.__name__, 0) + added


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value
