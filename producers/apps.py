from django.apps import AppConfig


class ProducersConfig(AppConfig):
    name = "producers"
    label = "terruno_producers"
    verbose_name = "Productores y redes"
