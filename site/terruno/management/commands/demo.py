import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from terruno.demo import accounts, pictures
from terruno.demo.asking import load_asking
from terruno.demo.files import read
from terruno.demo.loader import Loader
from terruno.demo.panel import load_panel
from terruno.demo.payments import load_payments
from terruno.demo.records import load_records
from terruno.demo.shelf import load_shelf
from terruno.demo.training import load_training
from terruno.pages.loading import load_pages
from terruno.pages.roles import setup_roles

PICTURES_WITHIN = 150.0
"""Seconds given to drawing; what is left over the worker draws while the site already serves."""


class Command(BaseCommand):
    help = "Loads the demonstration: territories, products, circuits, networks, pages, accounts. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="put rows that people changed back to the demo's words"
        )
        parser.add_argument("--no-pictures", action="store_true", help="leave every poster to the worker")
        parser.add_argument("--no-index", action="store_true", help="do not rebuild the search index")

    def handle(self, *args: Any, reset: bool, no_pictures: bool, no_index: bool, **options: Any) -> None:
        self.started = time.monotonic()
        loader = Loader(say=self.say, reset=reset)
        load_records(loader)
        self.say("records: " + (", ".join(f"{n} {what}" for what, n in loader.added.items()) or "no change"))
        setup_roles()
        pages = load_pages(read("pages"), reset=reset)
        self.say(f"pages: {pages or 'no change'}")
        accounts.load_accounts(self.say, reset)
        load_panel()
        load_shelf(loader)
        load_training(loader)
        load_asking(loader)
        load_payments(loader)
        drawn = pictures.leave_to_worker() if no_pictures else pictures.draw(self.say, PICTURES_WITHIN)
        self.say(f"pictures: {drawn or 'no change'}")
        if (loader.added or pages or reset or drawn) and not no_index:
            call_command("reindex", stdout=self.stdout)
        self.say("the demo is ready")

    def say(self, text: str) -> None:
        self.stdout.write(f"[{time.monotonic() - self.started:5.1f} s] {text}")
        self.stdout.flush()
