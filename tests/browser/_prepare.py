"""Run as a program: an empty database becomes the demo, with the pictures the tests look at and no others."""

import django
from django.core.management import call_command

DRAWN = 8
"""Pictures of records, in the order a visitor meets them: the home page's first view, the first circuits."""


def main() -> None:
    django.setup()
    from terruno import preparation

    for _name, step in [*preparation.BUILD, *preparation.DATABASE]:
        step()
    call_command("demo", no_pictures=True)
    draw()
    leave_nothing_waiting()


def draw() -> None:
    from catalog.models import Product
    from foundation.pictures import refresh_all
    from terruno.demo.pictures import records
    from tests.browser._site import CHEESE

    wanted = [record for record, _place in zip(records(), range(DRAWN), strict=False)]
    refresh_all([*wanted, *Product.objects.filter(slug=CHEESE).select_related("category__parent", "territory", "comuna")])


def leave_nothing_waiting() -> None:
    """Else the worker would draw two hundred pictures before it comes to a letter."""
    from foundation.models import OutboxMessage

    OutboxMessage.objects.all().delete()


if __name__ == "__main__":
    main()
