"""Run as a program: an empty database becomes the demo, with the pictures the tests look at and no others."""

import django
from django.core.management import call_command

from tests.browser._site import AGED_CHEESE, CHEESE

HEROES = 4
"""What opens the home page in each season; the demo names them first."""
SHOWN = {CHEESE, AGED_CHEESE, "litoral-de-los-poetas"}
STORY = "el-ajo-que-no-sabia-esperar"


def main() -> None:
    django.setup()
    from terruno import preparation

    for _name, step in [*preparation.BUILD, *preparation.DATABASE]:
        step()
    call_command("demo", no_pictures=True)
    draw()
    leave_nothing_waiting()


def draw() -> None:
    from foundation.pictures import refresh_all
    from terruno.demo.pictures import records
    from terruno.pages.models import StoryPage
    from terruno.pages.pictures import refresh

    refresh_all([record for place, record in enumerate(records()) if place < HEROES or record.slug in SHOWN])
    refresh(StoryPage.objects.get(slug=STORY))


def leave_nothing_waiting() -> None:
    """Else the worker would draw two hundred pictures before it comes to a letter."""
    from foundation.models import OutboxMessage

    OutboxMessage.objects.filter(handler__endswith=".make_picture").delete()


if __name__ == "__main__":
    main()
