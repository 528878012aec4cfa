"""What a sheet would do, row by row, and nothing done. The same sheet over the same catalogue gives the same plan."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.grounds import comunas_for
from catalog.models import Category, Product, Supply
from catalog.panel.standing import Standing, standings
from catalog.services.drafts import draft_of
from producers.models import Producer

from .columns import BY_KEY, COLUMNS, MOST_FORMATS, SUPPLY_KEYS, Column
from .neutral import inward
from .texts import Lookups, Wrong, folded

CREATED, CHANGED, SAME, REFUSED = "created", "changed", "same", "refused"
NEEDED = ("title", "category")
"""Without these a new product cannot be started."""


@dataclass(frozen=True, slots=True)
class Change:
    key: str
    before: str
    after: str

    @property
    def title(self) -> str:
        return title_of(BY_KEY[self.key])


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell and what to write there."""

    key: str
    text: str

    @property
    def title(self) -> str:
        return title_of(BY_KEY[self.key]) if self.key else ""


@dataclass(slots=True)
class PlannedRow:
    number: int
    kind: str
    title: str
    product: int | None = None
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    rows: tuple[PlannedRow, ...]

    @property
    def digest(self) -> str:
        """Of all that would be done; texts about refused cells, which follow the reader's language, left out."""
        facts = [asdict(row) | {"problems": [problem.key for problem in row.problems]} for row in self.rows]
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()

    def count(self, kind: str) -> int:
        return sum(row.kind == kind for row in self.rows)

    @property
    def does_something(self) -> bool:
        return any(row.kind in (CREATED, CHANGED) for row in self.rows)


def title_of(column: Column) -> str:
    return column.en if get_language() == "en" else column.es


def plan(producer: Producer, rows: Iterable[tuple[int, dict[str, str]]]) -> Plan:
    """What these rows would do to the producer's products; they are compared with their drafts."""
    known = Known(producer)
    return Plan(tuple(known.plan_row(number, cells) for number, cells in rows))


class Known:
    """The producer's products as they stand, and what a row may point at; read once a sheet."""

    def __init__(self, producer: Producer) -> None:
        self.lookups = lookups_of(producer)
        stored = list(
            Product.objects.filter(producer=producer)
            .select_related("category", "comuna", "latest_revision", "producer")
            .prefetch_related("formats__tiers")
            .order_by("pk")
        )
        self.standing = standings(stored)
        self.products = {product.pk: product for product in stored}
        self.supplies = {row.product_id: row for row in Supply.objects.filter(producer=producer, product__in=stored)}
        self.by_code = {product.slug: product.pk for product in stored}
        self.drafts = {product.pk: draft_of(product) for product in stored}
        self.by_title: dict[str, int] = {}
        for pk, draft in self.drafts.items():
            self.by_title.setdefault(folded(draft.title_es), pk)
        self.seen: dict[Any, int] = {}

    def plan_row(self, number: int, cells: dict[str, str]) -> PlannedRow:
        texts, problems = self._read(cells)
        title = texts.get("title") or cells.get("title") or cells.get("code", "")
        row = PlannedRow(number, REFUSED, title[:140], problems=problems)
        pk = self._which(row, texts)
        if not row.problems:
            self._compare(row, pk, texts)
        if row.problems:
            row.kind, row.changes = REFUSED, []
        return row

    def _read(self, cells: dict[str, str]) -> tuple[dict[str, str], list[Problem]]:
        texts, problems = {}, []
        for key, text in cells.items():
            try:
                texts[key] = BY_KEY[key].read(inward(text), self.lookups)
            except Wrong as error:
                problems.append(Problem(key, str(error)))
        return {key: text for key, text in texts.items() if text}, problems

    def _which(self, row: PlannedRow, texts: dict[str, str]) -> int | None:
        """The product a row is about: by its code, else by its name; None for a new one."""
        code = texts.get("code", "")
        if code and code not in self.by_code:
            row.problems.append(Problem("code", _("No tiene un producto con ese código. Déjelo vacío para crear uno.")))
            return None
        pk = self.by_code[code] if code else self.by_title.get(folded(texts.get("title", "")))
        mark: Any = pk if pk is not None else folded(texts.get("title", ""))
        if mark and self.seen.setdefault(mark, row.number) != row.number:
            text = _("Es el mismo producto de la fila %(row)s: deje una de las dos.")
            row.problems.append(Problem("code" if code else "title", text % {"row": self.seen[mark]}))
        if pk is not None and self.standing[pk] == Standing.REVIEW:
            row.problems.append(Problem("", _("Está en revisión: retírelo de la revisión para cambiarlo.")))
        return pk

    def _compare(self, row: PlannedRow, pk: int | None, texts: dict[str, str]) -> None:
        draft = self.drafts.get(pk) if pk is not None else None
        supply = self.supplies.get(pk) if pk is not None else None
        said = {key: BY_KEY[key].say(draft, supply) if draft else "" for key in texts if key != "code"}
        row.product = pk
        row.changes = [
            Change(column.key, said[column.key], texts[column.key])
            for column in COLUMNS
            if column.key in said and said[column.key] != texts[column.key]
        ]
        row.kind = CREATED if pk is None else CHANGED if row.changes else SAME
        now = {change.key for change in row.changes}
        if pk is None:
            row.problems += [Problem(key, _("Falta este dato.")) for key in NEEDED if key not in texts]
        if supply is None and now & SUPPLY_KEYS and "net_price" not in texts:
            row.problems.append(Problem("net_price", _("Para anotar capacidad falta el precio neto por unidad.")))
        row.problems += _format_problems(draft, now)


def _format_problems(draft: Product | None, changed: set[str]) -> list[Problem]:
    """A new format needs its three cells, and its place is after the ones that are there."""
    count = len(draft.formats.all()) if draft else 0
    problems = []
    for n in range(count + 1, MOST_FORMATS + 1):
        parts = [f"format_{part}_{n}" for part in ("name", "size", "price")]
        given = [part for part in parts if part in changed]
        if not given:
            problems += [
                Problem(f"format_{part}_{later}", _("Deje los formatos seguidos: falta el anterior."))
                for later in range(n + 1, MOST_FORMATS + 1)
                for part in ("name", "size", "price")
                if f"format_{part}_{later}" in changed
            ]
            break
        problems += [Problem(part, _("Falta este dato.")) for part in parts if part not in changed]
    return problems


def lookups_of(producer: Producer) -> Lookups:
    categories: dict[str, str] = {}
    for slug, es, en in Category.objects.values_list("slug", "name_es", "name_en"):
        categories |= {folded(name): slug for name in (en, es) if name}
        categories[folded(slug)] = slug
    comunas: dict[str, str] = {}
    for code, name in comunas_for([producer]).values_list("code", "name"):
        comunas |= {folded(name): name, code: name}
    return Lookups(categories, comunas)
