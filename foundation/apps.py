from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    label = "terruno_foundation"
    verbose_name = "Cimientos"

    def ready(self) -> None:
        from django.db.models.signals import post_save, pre_save
        from wagtail.images import get_image_model

        from . import handlers  # noqa: F401  # registers mail delivery and the housekeeping tasks
        from .photographs import ask_for_files, clean_upload

        pre_save.connect(clean_upload, sender=get_image_model())
        post_save.connect(ask_for_files, sender=get_image_model())
