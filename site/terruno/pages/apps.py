from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "terruno.pages"
    label = "terruno_pages"
    verbose_name = "Páginas"
