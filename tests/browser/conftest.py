"""A browser before the real site. One site a run, one browser a file; each test has a browser profile of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import _databases
from tests._parts import need
from tests.browser._site import Site, serving

LOCALE, ZONE = "es-CL", "America/Santiago"
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 800}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with the file, since Django keeps its database from threads in which Playwright's loop is running."""
    program = need("chromium")
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty database of the kind the suite runs on."""
    with _databases.empty(tmp_path_factory.mktemp("database")) as url:
        yield url


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    need("chromium")
    var: Path = tmp_path_factory.mktemp("site")
    with serving(var, request.getfixturevalue("database_url")) as site:
        yield site


@pytest.fixture
def profile(browser: Browser, site: Site) -> Iterator[Callable[..., BrowserContext]]:
    """`profile(viewport=…, java_script_enabled=False)`: a fresh browser profile whose pages start at the site."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        chosen = {"viewport": WIDE, "locale": LOCALE, "timezone_id": ZONE, "base_url": site.address} | options
        context = browser.new_context(**chosen)
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(profile: Callable[..., BrowserContext]) -> Page:
    return profile().new_page()
