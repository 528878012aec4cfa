from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "terruno_search"
    verbose_name = "Búsqueda"

    def ready(self) -> None:
        from . import handlers, signals, thesaurus  # noqa: F401  # the worker's part registers itself
        from .sources.records import register_records

        register_records()
        signals.connect()
        thesaurus.connect()
