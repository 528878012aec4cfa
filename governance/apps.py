from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"
    label = "terruno_governance"
    verbose_name = "Gobernanza"
