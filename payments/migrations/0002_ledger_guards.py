from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from payments import guards


def install(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(schema_editor.connection)


def remove(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    """The ledger is append-only and balanced by triggers, of the kind each database has."""

    dependencies = [("terruno_payments", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
