from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.drift import reconcile
from search.engines import EngineDown


class Command(BaseCommand):
    help = "Compares the search index with the database, listing by listing, mends it and prints what it found."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = reconcile()
        except EngineDown as error:
            raise CommandError(f"A search engine is down; what the others lacked is mended. {error}") from error
        for drift in found:
            if drift.count:
                self.stdout.write(
                    f"{drift.engine} {drift.kind}: {len(drift.missing)} missing, {len(drift.stale)} stale, "
                    f"{len(drift.ahead)} ahead, {len(drift.extra)} extra"
                )
        total = sum(drift.count for drift in found)
        self.stdout.write(f"{total} mended" if total else "nothing to mend")
