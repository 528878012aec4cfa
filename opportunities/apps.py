from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "opportunities"
    label = "terruno_opportunities"
    verbose_name = "Oportunidades"
