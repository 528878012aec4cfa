from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"
    label = "terruno_governance"
    verbose_name = "Gobernanza"

    def ready(self) -> None:
        from governance import territory_sections as territory_sections
        from governance.figures import concert as concert  # each registers its figures
        from governance.figures import demand as demand
        from governance.figures import offer as offer
        from governance.figures import work as work
