from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    label = "terruno_foundation"
    verbose_name = "Cimientos"

    def ready(self) -> None:
        from . import handlers  # noqa: F401  # registers mail delivery and the housekeeping tasks
