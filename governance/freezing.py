"""The database itself holds a signed report still: not even an UPDATE by hand gets past it."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "terruno_governance_report"
NAME = "report_frozen"


def install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A trigger that refuses to change a row once it is signed off; an operator may still remove one."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} WHEN OLD.status = 'signed_off' "
            f"BEGIN SELECT RAISE(ABORT, 'a signed report does not change'); END"
        )
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION 'a signed report does not change' USING ERRCODE = 'integrity_constraint_violation'; "
            f"END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} FOR EACH ROW "
            f"WHEN (OLD.status = 'signed_off') EXECUTE FUNCTION {NAME}()"
        )


def remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME}")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME} ON {TABLE}")
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {NAME}()")
