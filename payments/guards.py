"""The ledger's rules as the database keeps them, whoever writes: append-only, and every transaction adds up to zero.

Entries are written first, their transaction last (its foreign key is checked at commit, so entries alone never stay).
The transaction's row closes it: no entry is taken after it, and on SQLite its arrival is when the sum is looked at.
PostgreSQL, where two may write at once, looks at the sum at commit. See docs/adr on the ledger.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TRANSACTION = "terruno_payments_transaction"
ENTRY = "terruno_payments_entry"
TABLES = (TRANSACTION, ENTRY)

SQLITE = {
    **{
        f"ledger_{what}_{table}": f"BEFORE {what.upper()} ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        for table in TABLES
        for what in ("update", "delete")
    },
    "ledger_closed": f"BEFORE INSERT ON {ENTRY} "  # noqa: S608  # names of our own
    f"WHEN EXISTS (SELECT 1 FROM {TRANSACTION} WHERE id = NEW.transaction_id) "
    "BEGIN SELECT RAISE(ABORT, 'the ledger transaction is closed'); END",
    "ledger_balanced": f"BEFORE INSERT ON {TRANSACTION} WHEN "  # noqa: S608  # names of our own
    f"(SELECT COALESCE(SUM(amount), 1) FROM {ENTRY} WHERE transaction_id = NEW.id) <> 0 "
    "BEGIN SELECT RAISE(ABORT, 'the ledger transaction does not add up to zero'); END",
}

POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION ledger_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {TRANSACTION} WHERE id = NEW.transaction_id) THEN
        RAISE EXCEPTION 'the ledger transaction is closed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wanted uuid;
BEGIN
    IF TG_TABLE_NAME = '{ENTRY}' THEN wanted := NEW.transaction_id; ELSE wanted := NEW.id; END IF;
    IF (SELECT COALESCE(SUM(amount), 1) FROM {ENTRY} WHERE transaction_id = wanted) <> 0 THEN
        RAISE EXCEPTION 'the ledger transaction does not add up to zero'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""  # noqa: S608
POSTGRESQL = {
    **{
        f"ledger_append_only_{table}": f"TRIGGER {{name}} BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION ledger_append_only()"
        for table in TABLES
    },
    "ledger_closed": f"TRIGGER {{name}} BEFORE INSERT ON {ENTRY} FOR EACH ROW EXECUTE FUNCTION ledger_closed()",
    **{
        f"ledger_balanced_{table}": f"CONSTRAINT TRIGGER {{name}} AFTER INSERT ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced()"
        for table in TABLES
    },
}


def names(vendor: str) -> set[str]:
    return set(SQLITE if vendor == "sqlite" else POSTGRESQL)


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Guards that are not in the database: an altered table loses its triggers on SQLite."""
    listed = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(listed)
        return names(connection.vendor) - {row[0] for row in cursor.fetchall()}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guards that are missing in their place."""
    absent = missing(connection)
    if not absent:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in sorted(absent):
                cursor.execute(f"CREATE TRIGGER {name} {SQLITE[name]}")
        else:
            cursor.execute(POSTGRESQL_FUNCTIONS)
            for name in sorted(absent):
                cursor.execute("CREATE " + POSTGRESQL[name].format(name=name))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away: for unmaking the migration, and for tests that empty every table."""
    absent = missing(connection)
    with connection.cursor() as cursor:
        for name in sorted(names(connection.vendor) - absent):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}")
            else:
                table = TRANSACTION if TRANSACTION in POSTGRESQL[name] else ENTRY
                cursor.execute(f"DROP TRIGGER {name} ON {table}")
