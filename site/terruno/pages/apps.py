from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "terruno.pages"
    label = "terruno_pages"
    verbose_name = "Páginas"

    def ready(self) -> None:
        from . import handlers as handlers  # connects what follows a publication
        from . import search_source as search_source  # stories are found too
