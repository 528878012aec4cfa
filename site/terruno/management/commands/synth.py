import time
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from terruno.demo import goods, ground, makers
from terruno.demo.loader import Loader
from terruno.synth.writing import Writer


def count(text: str) -> int:
    if not text.isdigit() or int(text) > 10_000_000:
        raise ArgumentTypeError("a whole number, 0 to 10,000,000")
    return int(text)


class Command(BaseCommand):
    help = (
        "Adds synthetic listings for load tests. The same seed gives the same rows, and adds nothing the second time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--products", type=count, default=0)
        parser.add_argument("--producers", type=count, default=None, help="a tenth of the products unless said")
        parser.add_argument("--circuits", type=count, default=0)
        parser.add_argument("--seed", type=count, default=1)
        parser.add_argument("--no-index", action="store_true", help="do not rebuild the search index")

    def handle(
        self, *args: Any, products: int, producers: int | None, circuits: int, seed: int, no_index: bool, **options: Any
    ) -> None:
        self.started = time.monotonic()
        self._stand_on_ground()
        if producers is None or (producers == 0 and products):
            producers = max(10, products // 10) if products or circuits else 0
        Writer(seed=seed, say=self.say).write(products, producers, circuits)
        self.say("rows written")
        if not no_index:
            call_command("reindex", stdout=self.stdout)

    def _stand_on_ground(self) -> None:
        """The territories, categories and seals that made-up rows refer to, when the demo was never loaded."""
        loader = Loader(say=self.say)
        with transaction.atomic():
            territories = ground.load_territories(loader)
            goods.load_categories(loader)
            makers.load_seal_kinds(loader, territories)

    def say(self, text: str) -> None:
        self.stdout.write(f"[{time.monotonic() - self.started:5.1f} s] {text}")
        self.stdout.flush()
