from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class PaymentsConfig(AppConfig):
    name = "payments"
    label = "terruno_payments"
    verbose_name = "Pagos"

    def ready(self) -> None:
        from payments import handlers, panel, sections  # noqa: F401  # register themselves
        from payments.fake_stripe import delivery  # noqa: F401

        post_migrate.connect(keep_guards, sender=self)


def keep_guards(using: str, **kwargs: object) -> None:
    """A later migration that alters a table of the ledger loses its triggers on SQLite."""
    from payments import guards
    from payments.models import Transaction

    connection = connections[using]
    if Transaction._meta.db_table in connection.introspection.table_names():
        guards.install(connection)
