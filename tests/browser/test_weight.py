"""What the first view costs a phone on a slow line. Sizes only, which are the same on every machine."""

import gzip
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Response

from tests.browser._places import PLACES
from tests.browser._site import Site

PHONE = {"width": 390, "height": 844}
KB = 1000
BUDGETS = {"document": 14 * KB, "stylesheet": 7 * KB, "font": 36 * KB, "image": 45 * KB, "script": 15 * KB, "other": KB}
"""Bytes on the wire. The pictures are those that the first view shows."""
TEXT = {"document", "stylesheet", "script"}
OPTIONAL_FONTS = ("regular", "italic")
"""Of `font-display: optional`: the page is read without them when they are late."""
WEIGHED = ["home", "products", "product", "circuit", "search", "territory", "story", "inquiry"]


@pytest.mark.parametrize("name", WEIGHED)
def test_a_first_view_keeps_to_its_budget(profile: Callable[..., BrowserContext], site: Site, name: str) -> None:
    page = profile(viewport=PHONE, device_scale_factor=2, is_mobile=True).new_page()
    weights = weigh(page, PLACES[name].path)
    told = f"{name}: " + ", ".join(f"{kind} {size / KB:.1f} kB" for kind, size in sorted(weights.items()))
    sys.stdout.write(f"{told}\n")  # shown with -s
    over = {kind: size for kind, size in weights.items() if size > BUDGETS.get(kind, 0)}
    assert over == {}, told


def weigh(page: Page, path: str) -> Counter[str]:
    """Bytes by kind of resource, compressed where a server would."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    shown = set(page.evaluate(
        """() => [...document.images].filter(picture => picture.getBoundingClientRect().top < innerHeight)
        .map(picture => picture.currentSrc)"""
    ))  # fmt: skip
    weights: Counter[str] = Counter()
    for answer in answers:
        kind = answer.request.resource_type
        late = kind == "font" and any(word in answer.url.lower() for word in OPTIONAL_FONTS)
        hidden = kind == "image" and answer.url not in shown
        if not late and not hidden:
            weights[kind] += size_of(answer)
    return weights


def size_of(answer: Response) -> int:
    """What the body takes on the wire; text counts as gzip makes it."""
    body = answer.body()
    return (
        len(gzip.compress(body, 6))
        if answer.request.resource_type in {"document", "stylesheet", "script"}
        else len(body)
    )
