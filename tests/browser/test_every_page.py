"""What holds for every page a visitor can reach."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.browser._places import PLACES, Place
from tests.browser._site import Site

every_place = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
WIDTHS = (360, 1440)
NARROW = (320, 390)
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 150)).slice(0, 8)"""
OWN_SCHEMES = ("data:", "blob:")


@every_place
def test_axe_finds_nothing_on_a_phone_and_on_a_desk(page: Page, site: Site, place: Place) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        place.visit(page, site)
        found = Axe().run(page).response["violations"]
        assert not found, "\n".join(told(violation, width) for violation in found)


def test_axe_finds_a_field_without_a_name_and_a_picture_without_words(page: Page, site: Site) -> None:
    """Control: what is broken here is found."""
    PLACES["product"].visit(page, site)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img src=\"/favicon.ico\">')")
    found = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"label", "image-alt"} <= found


def told(violation: dict[str, Any], width: int) -> str:
    where = [f"    {node['html'][:200]} {node.get('failureSummary', '')[:300]}" for node in violation["nodes"][:4]]
    return "\n".join([f"{violation['id']} at {width}: {violation['help']}", *where])


@pytest.mark.parametrize("name", ["home", "product", "search", "circuit", "tracking", "inquiry with errors"])
def test_colours_are_told_apart_by_night(profile: Callable[..., BrowserContext], site: Site, name: str) -> None:
    page = profile(color_scheme="dark").new_page()
    PLACES[name].visit(page, site)
    found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert not found, "\n".join(told(violation, 1440) for violation in found)


@pytest.mark.parametrize("name", ["home", "product", "search", "circuit", "tracking", "inquiry", "offer"])
def test_with_letters_twice_as_large_only_tables_scroll(page: Page, site: Site, name: str) -> None:
    """As with the browser's own setting for the size of text, which media queries in em follow."""
    page.set_viewport_size({"width": 390, "height": 844})
    chosen = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", chosen)
    PLACES[name].visit(page, site)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 30
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(TOO_WIDE)


@every_place
def test_no_page_scrolls_sideways(page: Page, site: Site, place: Place) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": 800})
    place.visit(page, site)
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 800})
        fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert fits, f"at {width}: {page.evaluate(TOO_WIDE)}"


@every_place
def test_a_page_asks_only_its_own_host_and_nothing_goes_wrong(page: Page, site: Site, place: Place) -> None:
    """No error in the console, script or network, nothing the content policy refuses, no other host."""
    trouble = watched(page, site)

    place.visit(page, site)
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(picture => picture.loading = 'eager')")
    page.wait_for_load_state("networkidle")

    refused = (f"status of {place.status}", f"status of {place.then}") if place.status >= 400 or place.prepare else ()
    assert [line for line in trouble if not any(words in line for words in refused)] == []
    assert page.locator("h1").count() == 1
    assert page.get_by_role("main").count() == 1


def watched(page: Page, site: Site) -> list[str]:
    """A list that fills with whatever goes wrong on the page from now on."""
    trouble: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            trouble.append(f"{message.type}: {message.text}")

    def see(request: Request) -> None:
        if not request.url.startswith((f"{site.address}/", *OWN_SCHEMES)):
            trouble.append(f"asked {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
    page.on("request", see)
    page.on("requestfailed", lambda request: trouble.append(f"failed: {request.url}"))
    return trouble


def test_the_watch_sees_a_foreign_host_and_a_refused_script(page: Page, site: Site) -> None:
    """Control: what the test above looks for is seen when it is there."""
    page.route("http://other.example/**", lambda route: route.fulfill(body=""))
    trouble = watched(page, site)
    PLACES["home"].visit(page, site)
    page.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'document.title = "x"';
        document.body.append(script); return fetch('http://other.example/').catch(() => 0) }"""
    )
    assert any("Content Security Policy" in line for line in trouble)
    assert page.title() != "x"


@pytest.mark.parametrize("name", ["home", "search", "product", "circuit", "territory", "story", "inquiry"])
def test_a_page_says_the_same_without_script(profile: Callable[..., BrowserContext], site: Site, name: str) -> None:
    texts = []
    for script in (True, False):
        page = profile(java_script_enabled=script).new_page()
        answer = page.goto(PLACES[name].path)
        assert answer is not None
        page.wait_for_load_state()
        texts.append(page.get_by_role("main").inner_text())
    assert texts[0] == texts[1]
