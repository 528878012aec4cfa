from django.apps import AppConfig


class RoutesConfig(AppConfig):
    name = "routes"
    label = "terruno_routes"
    verbose_name = "Rutas"
