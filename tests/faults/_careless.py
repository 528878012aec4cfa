"""The worker without its order of things, for control runs. Imported by programs, once Django is set up."""

from foundation import worker
from foundation.models import OutboxMessage


def work_confirming_first() -> None:
    """Confirm each message before doing it."""
    real = worker.do

    def confirm_first(message: OutboxMessage) -> None:
        worker.confirm(message)
        real(message)

    worker.do = confirm_first
    worker.run_until_idle()
