from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from foundation import fonts
from foundation.staticfiles import build_dir


class Command(BaseCommand):
    help = "Cuts the typefaces to Latin WOFF2 under TERRUNO_VAR/build; passes over what is already built."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again", action="store_true", help="Build even what is already there.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = build_dir() / "terruno" / "fonts"
        if options["again"]:
            (folder / fonts.STAMP).unlink(missing_ok=True)
        for name in fonts.build(folder):
            if options["verbosity"]:
                self.stdout.write(f"{name}: {(folder / name).stat().st_size / 1000:.1f} kB")
