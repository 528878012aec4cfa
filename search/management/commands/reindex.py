import time
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.documents import SearchDocument
from search.engines import EngineDown, SearchEngine, engine_named, kept_engines
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
        down = [problem for each in engines if (problem := self.rebuild(each, verbosity))]
        if down:
            raise CommandError("; ".join(down))

    def rebuild(self, engine: SearchEngine, verbosity: int) -> str:
        """What kept it from being done; "" when nothing did."""
        began = time.monotonic()
        try:
            count = engine.rebuild(self.documents(verbosity))
        except EngineDown as error:
            return f"{engine.name} is down: {error}"
        if verbosity:
            self.stdout.write(f"{engine.name}: {count} documents in {time.monotonic() - began:.1f} s")
        return ""

    def documents(self, verbosity: int) -> Iterator[SearchDocument]:
        done = 0
        for source in registered():
            for document in source.all_documents():
                done += 1
                if verbosity and done % STEP == 0:
                    self.stdout.write(f"  {done} … {source.kind}")
                    self.stdout.flush()
                yield document
