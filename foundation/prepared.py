"""Queries that never change their shape, compiled once a process and then only run.

Building and compiling a query costs Django several times what the database needs to answer it, and a public page makes
the same nine queries every time. A prepared query is written like any other, with a `Slot` where a value comes later:

    HELD = Prepared(lambda: SealGrant.objects.valid(Slot("today")).filter(producer=Slot("producer")).values("number"))
    HELD.rows(producer=7, today=timezone.localdate())

It reads what an ordinary queryset would read (tests hold it to that) through the compiler Django made for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet, Value
from django.db.models.query import get_related_populators

Row = list[Any]


class Slot(Value):
    """The place of a value given by name at each run. Values go in as they are: numbers, text, dates; never None."""

    def __init__(self, name: str) -> None:
        super().__init__(None)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]


@dataclass(frozen=True)
class Plan:
    """What is left of a query once it is compiled for one kind of database."""

    sql: str
    params: tuple[Any, ...]
    converters: list[tuple[int, Any, Any]]
    names: list[str]
    compiler: Any

    def run(self, connection: Any, values: dict[str, Any]) -> Iterator[Row]:
        params = [adapted(connection, values[p.name]) if isinstance(p, Slot) else p for p in self.params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        for stored in found:
            row = list(stored)
            for place, expression, converter in self.converters:
                row[place] = converter(row[place], expression, connection)
            yield row


class Prepared:
    """A queryset compiled at its first use. Of `values()` take `rows`, of whole models `first`."""

    def __init__(self, build: Callable[[], "QuerySet[Any]"]) -> None:
        self._build = build
        self._plans: dict[str, Plan] = {}

    def rows(self, **values: Any) -> list[dict[str, Any]]:
        """Every row as a dictionary, for a queryset with `values()`."""
        connection = connections[DEFAULT_DB_ALIAS]
        plan = self._plan(connection)
        return [dict(zip(plan.names, row, strict=True)) for row in plan.run(connection, values)]

    def column(self, **values: Any) -> list[Any]:
        """The first column of every row."""
        connection = connections[DEFAULT_DB_ALIAS]
        return [row[0] for row in self._plan(connection).run(connection, values)]

    def first(self, **values: Any) -> Any | None:
        """The first object found with what `select_related` put beside it, or None."""
        connection = connections[DEFAULT_DB_ALIAS]
        plan = self._plan(connection)
        row = next(plan.run(connection, values), None)
        return None if row is None else instance(plan.compiler, row)

    def _plan(self, connection: Any) -> Plan:
        known = self._plans.get(connection.vendor)
        if known is None:
            known = self._plans[connection.vendor] = compiled(self._build())
        return known


def compiled(queryset: "QuerySet[Any]") -> Plan:
    query = queryset.query
    compiler = query.get_compiler(DEFAULT_DB_ALIAS)
    sql, params = compiler.as_sql()
    columns = [chosen[0] for chosen in compiler.select[: compiler.col_count]]
    by_place = compiler.get_converters(columns)
    converters = [(place, expression, one) for place, (several, expression) in by_place.items() for one in several]
    names = list(query.selected or [*query.values_select, *query.annotation_select])
    return Plan(sql, tuple(params), converters, names, compiler)


def instance(compiler: Any, row: Row) -> Any:
    """The model of a row, with its related models, as a queryset would build it."""
    info, select = compiler.klass_info, compiler.select
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    columns = [chosen[0].target.attname for chosen in select[start:end]]
    record = info["model"].from_db(DEFAULT_DB_ALIAS, columns, row[start:end])
    # The type stubs are those of a later Django, which wants one argument more.
    for populator in get_related_populators(info, select, DEFAULT_DB_ALIAS):  # type: ignore[call-arg]
        populator.populate(row, record)
    return record


def adapted(connection: Any, value: Any) -> Any:
    """A day as the database takes it; anything else as it is."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
