from django.apps import AppConfig


class ProducersConfig(AppConfig):
    name = "producers"
    label = "terruno_producers"
    verbose_name = "Productores y redes"

    def ready(self) -> None:
        from . import territory_sections as territory_sections
