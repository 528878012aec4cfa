from django.apps import AppConfig


class TerrunoConfig(AppConfig):
    name = "terruno"
    label = "terruno"
    verbose_name = "Terruño"
