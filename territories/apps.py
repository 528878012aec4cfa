from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TerritoriesConfig(AppConfig):
    name = "territories"
    label = "terruno_territories"
    verbose_name = "Territorios"

    def ready(self) -> None:
        from territories.loading import load_ground

        post_migrate.connect(load_ground, sender=self)
