from typing import Any

from django.core.management.base import BaseCommand

from terruno.pages.roles import setup_roles


class Command(BaseCommand):
    help = "Makes the CMS's groups, their permissions and the reviews. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(", ".join(sorted(setup_roles())))
