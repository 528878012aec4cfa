import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from foundation import worker
from foundation.models import OutboxMessage


class Command(BaseCommand):
    help = "Runs the outbox and the periodic tasks. Any number may run side by side; SIGTERM finishes what is at hand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")

        parser.add_argument(
            "--revive", action="store_true", help="put the messages that were set aside back in the queue"
        )

    def handle(self, *args: Any, once: bool = False, revive: bool = False, **options: Any) -> None:
        if revive:
            count = OutboxMessage.objects.all().revive(timezone.now())
            self.stdout.write(f"{count} revived")
            return
        if once:
            worker.run_periodic()
            count = worker.run_until_idle()
            self.stdout.write(f"{count} done")
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        self.stdout.write("working")
        worker.loop(stop)
