from django.apps import AppConfig

WRITTEN = "fault.written"


class FoundationAlone(AppConfig):
    """The foundation without its pictures, which need the CMS."""

    name = "foundation"
    label = "terruno_foundation"

    def ready(self) -> None:
        import foundation.handlers  # noqa: F401  # registers mail delivery


class OutboxSiteConfig(AppConfig):
    name = "tests.faults.outbox_site"
    label = "outbox_site"

    def ready(self) -> None:
        from foundation import audit
        from foundation.actors import SYSTEM
        from foundation.models import OutgoingMail
        from foundation.outbox import Event, handles

        @handles("fault.happened")
        def write_down(event: Event) -> None:
            audit.record(SYSTEM, WRITTEN, OutgoingMail.objects.get(pk=event.object_id))
