import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from terruno import preparation


class Command(BaseCommand):
    help = (
        "Does what is needed before serving: translations, fonts, static files, migrations, search index. Repeatable."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demo too")
        half = parser.add_mutually_exclusive_group()
        half.add_argument("--build", action="store_true", help="only what needs no database, as an image is made")
        half.add_argument("--data", action="store_true", help="only database and index, as an image is deployed")

    def handle(self, *args: Any, demo: bool, build: bool, data: bool, **options: Any) -> None:
        steps = [] if data else [*preparation.BUILD]
        if not build:
            steps += [*preparation.DATABASE, *(preparation.DEMO if demo else []), *preparation.INDEX]
        for name, step in steps:
            started = time.monotonic()
            done = step()
            if done:
                self.stdout.write(f"          {name}: {done} ({time.monotonic() - started:.1f} s)")
                self.stdout.flush()
