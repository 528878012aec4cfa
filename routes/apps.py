from django.apps import AppConfig


class RoutesConfig(AppConfig):
    name = "routes"
    label = "terruno_routes"
    verbose_name = "Rutas"

    def ready(self) -> None:
        from . import handlers as handlers
        from . import sections as sections
