"""What the database itself refuses, whoever writes: a seal granted outside its area of comunas or its dates.

Triggers, since the rule spans four tables. They are taken off before migrations and put back after them: SQLite will
not rename a table that a trigger names.
"""

from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

GRANT, SEAL = "terruno_producers_sealgrant", "terruno_producers_seal"
AREA, PRODUCER = "terruno_producers_seal_comunas", "terruno_producers_producer"
NAMES = ("seal_rules_insert", "seal_rules_update")
REFUSED = "the seal may not be granted there or then"

BROKEN = f"""(
    (EXISTS (SELECT 1 FROM {AREA} a WHERE a.seal_id = NEW.seal_id) AND NOT EXISTS (
        SELECT 1 FROM {AREA} a JOIN {PRODUCER} p ON p.comuna_id = a.comuna_id
        WHERE a.seal_id = NEW.seal_id AND p.id = NEW.producer_id))
    OR EXISTS (SELECT 1 FROM {SEAL} s WHERE s.id = NEW.seal_id
        AND (s.starts_on > NEW.granted_on OR s.ends_on < NEW.expires_on))
)"""  # noqa: S608  # names of our own
COLUMNS = ("seal_id", "producer_id", "granted_on", "expires_on")
CHANGED = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in COLUMNS)

FUNCTION = f"""
CREATE OR REPLACE FUNCTION seal_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {BROKEN} THEN
        RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place, once the tables are there."""
    if not {GRANT, SEAL, AREA, PRODUCER} <= set(connection.introspection.table_names()) or not _dated(connection):
        return
    remove(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            abort = f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            cursor.execute(f"CREATE TRIGGER {NAMES[0]} BEFORE INSERT ON {GRANT} WHEN {BROKEN} {abort}")
            cursor.execute(f"CREATE TRIGGER {NAMES[1]} BEFORE UPDATE ON {GRANT} WHEN ({CHANGED}) AND {BROKEN} {abort}")
            return
        cursor.execute(FUNCTION)
        row = "FOR EACH ROW"
        cursor.execute(f"CREATE TRIGGER {NAMES[0]} BEFORE INSERT ON {GRANT} {row} EXECUTE FUNCTION seal_rules()")
        cursor.execute(
            f"CREATE TRIGGER {NAMES[1]} BEFORE UPDATE ON {GRANT} {row} WHEN ({CHANGED}) EXECUTE FUNCTION seal_rules()"
        )


def remove(connection: BaseDatabaseWrapper) -> None:
    if GRANT not in connection.introspection.table_names():
        return
    on = "" if connection.vendor == "sqlite" else f" ON {GRANT}"
    with connection.cursor() as cursor:
        for name in NAMES:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def _dated(connection: BaseDatabaseWrapper) -> bool:
    """Whether the seal has its dates yet: half-way through old migrations it has not."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, SEAL)
    return any(column.name == "starts_on" for column in columns)


def before_migrations(sender: Any, using: str, **_signal: Any) -> None:
    remove(connections[using])


def after_migrations(sender: Any, using: str, **_signal: Any) -> None:
    install(connections[using])
