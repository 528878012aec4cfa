import time
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.documents import SearchDocument
from search.engines import engine_named, kept_engines
from search.sources import registered

STEP = 5000


class Command(BaseCommand):
    help = "Rebuilds the search index beside the one in use, then swaps them: searches never see a partial one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", default="", help="only this engine; by default every one that is kept")

    def handle(self, *args: Any, engine: str, verbosity: int, **options: Any) -> None:
        try:
            engines = [engine_named(engine)] if engine else kept_engines()
        except LookupError as error:
            raise CommandError(str(error)) from error
        for each in engines:
            began = time.monotonic()
            count = each.rebuild(self.documents(verbosity))
            if verbosity:
                self.stdout.write(f"{each.name}: {count} documents in {time.monotonic() - began:.1f} s")

    def documents(self, verbosity: int) -> Iterator[SearchDocument]:
        done = 0
        for source in registered():
            for document in source.all_documents():
                done += 1
                if verbosity and done % STEP == 0:
                    self.stdout.write(f"  {done} … {source.kind}")
                    self.stdout.flush()
                yield document
