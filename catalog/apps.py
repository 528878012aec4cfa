from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    label = "terruno_catalog"
    verbose_name = "Catálogo"
