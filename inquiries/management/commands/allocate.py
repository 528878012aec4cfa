import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inquiries.allocation import BadProblem, read, split


class Command(BaseCommand):
    help = "Splits a demand over suppliers, at the least cost, and prints the answer as JSON."
    requires_system_checks: list[str] = []  # as BaseCommand declares it; nothing of the site is needed

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("problem", help="a JSON file, or - for standard input")

    def handle(self, *args: Any, problem: str, **options: Any) -> None:
        try:
            text = sys.stdin.buffer.read() if problem == "-" else Path(problem).read_bytes()
            answer = split(read(text))
        except OSError as error:
            raise CommandError(f"{problem}: {error.strerror}", returncode=2) from error
        except BadProblem as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(json.dumps(answer.document(), ensure_ascii=False))
