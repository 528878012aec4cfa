from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    label = "terruno_catalog"
    verbose_name = "Catálogo"

    def ready(self) -> None:
        from . import sections as sections
        from .panel import pages as pages
