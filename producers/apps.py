from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ProducersConfig(AppConfig):
    name = "producers"
    label = "terruno_producers"
    verbose_name = "Productores y redes"

    def ready(self) -> None:
        from . import guards, reviews
        from . import handlers as handlers
        from . import territory_sections as territory_sections
        from .panel import pages as pages

        reviews.connect()
        pre_migrate.connect(guards.before_migrations, sender=self)
        post_migrate.connect(guards.after_migrations, sender=self)
