from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "opportunities"
    label = "terruno_opportunities"
    verbose_name = "Oportunidades"

    def ready(self) -> None:
        from opportunities import handlers as handlers
        from opportunities import panel as panel
        from opportunities import sections as sections
