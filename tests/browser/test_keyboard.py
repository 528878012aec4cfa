"""Everything can be done without a pointer, and one sees where one is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser._places import PLACES
from tests.browser._site import CHEESE, Site
from tests.browser.test_asking_walk import coming_october

FOCUSED = "document.activeElement"
MOST_STEPS = 120
LOOK = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const again = at === window.before;
    window.before = at;
    const drawn = (element) => { const look = getComputedStyle(element);
        return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 };
    const seen = [at, at.labels?.[0], at.closest('article')].some((element) => element && drawn(element));
    return [at.outerHTML.slice(0, 120), again || seen] }"""
"""What has the focus, and whether it, its label or the listing it stands in is outlined; null at the end."""


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until the element has the focus."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"never reached by keyboard: {selector}")


@pytest.mark.parametrize("name", ["home", "product", "search", "inquiry"])
def test_the_first_step_leads_past_the_masthead(page: Page, site: Site, name: str) -> None:
    PLACES[name].visit(page, site)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ir al contenido")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate(f"document.querySelector('main').contains({FOCUSED})")


def test_results_are_narrowed_down_by_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/buscar/?q=queso")
    tab_to(page, ".facets summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=territory][value=chiloe], input[name=territory][value=limari]")
    page.keyboard.press("Space")
    tab_to(page, ".facets .button:not(summary)")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("territory="))
    expect(page.get_by_role("link", name=re.compile("^Quitar:"))).to_have_count(1)


def test_a_quote_is_asked_for_by_keyboard(page: Page, site: Site) -> None:
    page.goto(f"/consultas/nueva/?product={CHEESE}")
    typed = {
        "lines-0-quantity": "15",
        "needed_by": f"{coming_october():%d%m%Y}",
        "name": "Inés Mora",
        "email": "ines@ejemplo.cl",
    }
    for name, text in typed.items():
        tab_to(page, f"[name={name}]")
        page.keyboard.type(text)
    tab_to(page, "[name=consent]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/consultas/(?!nueva)"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("15 kg")


def test_errors_are_told_where_the_focus_is(page: Page, site: Site) -> None:
    """Sent empty, the list of errors gets the focus, and each of them leads to its field."""
    PLACES["inquiry with errors"].visit(page, site)
    expect(page.locator("#errores")).to_be_focused()
    link = page.locator("#errores a[href='#id_email']")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_email")).to_be_focused()
    expect(page.locator("#id_email")).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("name", ["home", "product", "search", "inquiry", "offer"])
def test_the_focus_is_always_seen(page: Page, site: Site, name: str) -> None:
    """Every element the keyboard stops at has an outline of two pixels or more; parts of a date draw their own."""
    PLACES[name].visit(page, site)
    unseen = []
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found is None:
            break
        if not found[1]:
            unseen.append(found[0])
    assert unseen == []
