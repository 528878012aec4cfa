import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from routes.planner import BadProblem, plan, read


class Command(BaseCommand):
    help = "Plans a trip of one or more days, for the greatest score and the least travel, and prints it as JSON."
    requires_system_checks: list[str] = []  # as BaseCommand declares it; nothing of the site is needed

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("problem", help="a JSON file, or - for standard input")

    def handle(self, *args: Any, problem: str, **options: Any) -> None:
        try:
            text = sys.stdin.buffer.read() if problem == "-" else Path(problem).read_bytes()
            asked = read(text)
        except OSError as error:
            raise CommandError(f"{problem}: {error.strerror}", returncode=2) from error
        except BadProblem as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(json.dumps(plan(asked).document(asked), ensure_ascii=False))
