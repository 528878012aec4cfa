from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "foundation"
    label = "terruno_foundation"
    verbose_name = "Cimientos"

    def ready(self) -> None:
        from django.db.models.signals import post_save, pre_save
        from wagtail.images import get_image_model
        from wagtail.models import UploadedFile

        from . import handlers  # noqa: F401  # registers mail delivery and the housekeeping tasks
        from .photographs import ask_for_files, develop_upload

        for kept in (get_image_model(), UploadedFile):
            pre_save.connect(develop_upload, sender=kept)
        post_save.connect(ask_for_files, sender=get_image_model())
