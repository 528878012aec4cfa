from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "terruno_search"
    verbose_name = "Búsqueda"
