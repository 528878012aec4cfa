from django.apps import AppConfig


class TerritoriesConfig(AppConfig):
    name = "territories"
    label = "terruno_territories"
    verbose_name = "Territorios"
