from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    label = "terruno_foundation"
    verbose_name = "Cimientos"

    def ready(self) -> None:
        from django.db.models.signals import pre_save

        from . import handlers  # noqa: F401  # registers mail delivery and the housekeeping tasks
        from .pictures.photographs import clean_upload

        pre_save.connect(clean_upload, dispatch_uid="terruno_clean_upload")
