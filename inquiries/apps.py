from django.apps import AppConfig


class InquiriesConfig(AppConfig):
    name = "inquiries"
    label = "terruno_inquiries"
    verbose_name = "Consultas"

    def ready(self) -> None:
        from inquiries import handlers, member_load  # noqa: F401  # register themselves
