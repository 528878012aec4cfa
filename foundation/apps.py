from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    label = "terruno_foundation"
    verbose_name = "Cimientos"

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from wagtail.images import get_image_model

        from . import handlers  # noqa: F401  # registers mail delivery and the housekeeping tasks
        from .photographs import clean_upload

        pre_save.connect(clean_upload, sender=get_image_model())
