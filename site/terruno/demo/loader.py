"""Adding rows that are missing, and only on request setting those that are there back to the demo's words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

Say = Callable[[str], None]


@dataclass
class Loader:
    """`reset` overwrites what people changed in the demo's rows; without it their edits stand."""

    say: Say
    reset: bool = False
    added: dict[str, int] = field(default_factory=dict)

    def put(self, model: type[models.Model], rows: list[dict[str, Any]], key: str = "slug") -> dict[str, Any]:
        """Bring rows in by their `key` column, in bulk; answers every row of the model by that column.

        Nothing is told to the outbox: who loads in bulk rebuilds the index afterwards.
        """
        manager = model._default_manager
        known: dict[str, Any] = {getattr(row, key): row for row in manager.filter(**{f"{key}__in": [r[key] for r in rows]})}
        with transaction.atomic():
            manager.bulk_create([model(**row) for row in rows if row[key] not in known])
            if self.reset:
                for row in rows:
                    if row[key] in known:
                        manager.filter(**{key: row[key]}).update(**row)
        self._count(model, len(rows) - len(known))
        return {getattr(row, key): row for row in manager.all()}

    def join(self, model: type[models.Model], rows: list[dict[str, Any]], *keys: str) -> None:
        """The same for rows known by several columns together (a member of a network)."""
        manager = model._default_manager
        names = [f"{key}_id" if isinstance(rows[0][key], models.Model) else key for key in keys] if rows else []
        known = set(manager.values_list(*names)) if rows else set()
        fresh = [model(**row) for row in rows]
        fresh = [row for row in fresh if tuple(getattr(row, name) for name in names) not in known]
        manager.bulk_create(fresh)
        self._count(model, len(fresh))

    def _count(self, model: type[models.Model], added: int) -> None:
        if added:
            label = str(model._meta.verbose_name_plural)
            self.added[label] = self.added.get(label, 0) + added
            self.say(f"{added} {label}")
