import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from catalog.models import Product

NAMES = ("pages", "search", "suggest", "inquiries", "webhook", "plans", "allocate", "plan")
ALONE = frozenset({"allocate", "plan"})
"""Those that need neither server nor database."""
STAY = frozenset({"inquiries", "webhook", "plans"})
"""Those that write rows."""


class Command(BaseCommand):
    help = f"Measures pages and calls over the present data; names: {', '.join(NAMES)} (all, when none is given)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="name", help=", ".join(NAMES))
        parser.add_argument("--json", type=Path, help="file for the figures")
        parser.add_argument("--quick", action="store_true", help="few requests: shows that it runs, not how fast")
        parser.add_argument(
            "--search-url",
            default=settings.SEARCH_URL,
            metavar="URL",
            help="cluster whose search is measured beside the embedded engine's (default: SEARCH_URL)",
        )
        parser.add_argument(
            "--write",
            action="store_true",
            help="keep inquiries in the database of DATABASE_URL, which cannot be copied",
        )

    def handle(
        self, *args: Any, names: list[str], json: Path | None, quick: bool, write: bool, search_url: str, **options: Any
    ) -> None:
        from bench.figures import Figure, table, write_json
        from bench.server import NotServing

        chosen = self._chosen(names, write)
        found: list[Figure] = []
        try:
            if set(chosen) - ALONE:
                found += self._served(chosen, search_url, quick)
            found += self._alone(chosen, quick)
        except NotServing as error:
            raise CommandError(str(error)) from error
        context = {"database": connection.vendor, "quick": quick, "products": Product.objects.filter(live=True).count()}
        self.stdout.write(table(found))
        if json is not None:
            write_json(json, found, context)

    def _served(self, chosen: list[str], search_url: str, quick: bool) -> list[Any]:
        """What is asked of servers of our own: one with the embedded engine, for searches one on the cluster too."""
        from bench import calls, hooks, pages, scratch, searching, subjects, trips
        from bench.server import serving

        found = []
        if not quick:
            self._build()
        asked = subjects.gather(40 if quick else 200)
        with scratch.copied() as var, ExitStack() as running:
            server = running.enter_context(serving(var, manifest=not quick))
            one: dict[str, Any] = {
                "pages": pages.measure,
                "inquiries": calls.inquiries,
                "webhook": hooks.webhook,
                "plans": trips.planned,
            }
            for name in (name for name in one if name in chosen):
                found += self._timed(name, lambda name=name: one[name](server, asked, quick=quick))
            servers = [server]
            if search_url and {"search", "suggest"} & set(chosen):
                servers.append(running.enter_context(serving(var, manifest=not quick, search_url=search_url)))
            several = {"search": searching.search, "suggest": searching.suggest}
            for name in (name for name in several if name in chosen):
                found += self._timed(name, lambda name=name: several[name](servers, asked, quick=quick))
        return found

    def _alone(self, chosen: list[str], quick: bool) -> list[Any]:
        from bench import split, trips

        one: dict[str, Any] = {"allocate": split.allocate, "plan": trips.plan}
        found = []
        for name in (name for name in one if name in chosen):
            found += self._timed(name, lambda name=name: one[name](quick=quick))
        return found

    def _chosen(self, names: list[str], write: bool) -> list[str]:
        unknown = set(names) - set(NAMES)
        if unknown:
            raise CommandError(f"No benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}.")
        chosen = names or list(NAMES)
        kept = [name for name in chosen if name in STAY]
        if connection.vendor != "sqlite" and not write and kept:
            self.stderr.write(
                f"{', '.join(kept)}: left out, since they would stay in this database; --write allows it."
            )
            return [name for name in chosen if name not in STAY]
        return chosen

    def _build(self) -> None:
        """Static files as a server without DEBUG needs them; nothing when they are there."""
        command = [sys.executable, "manage.py", "prepare", "--build"]
        environment = {
            "DEBUG": "false",
            "SECRET_KEY": "only-to-collect-static-files-" + "x" * 30,
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        env = os.environ | environment | {"TERRUNO_VAR": str(settings.TERRUNO_VAR)}
        built = subprocess.run(command, cwd=settings.ROOT, env=env, capture_output=True, text=True)
        if built.returncode:
            raise CommandError(built.stderr[-2000:])

    def _timed(self, name: str, run: Any) -> Any:
        started = time.monotonic()
        figures = run()
        self.stdout.write(f"{name}: {time.monotonic() - started:.0f} s")
        self.stdout.flush()
        return figures
