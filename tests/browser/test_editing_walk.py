"""An editor publishes a story with a shelf of products; a product withdrawn leaves the story and the search."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser._site import Site, eventually

pytestmark = pytest.mark.database
EDITOR = "editor@terruno.example"
TITLE = "La mesa del pirquinero"
SHELF = ("Mermelada de copao", "Manjar de leche de cabra")


def test_a_story_is_published_and_a_withdrawn_product_leaves_it(
    profile: Callable[..., BrowserContext], site: Site
) -> None:
    editor, reader = profile().new_page(), profile().new_page()
    sign_in(editor, EDITOR, site.password(EDITOR))
    write_story(editor)

    reader.goto("/historias/")
    reader.get_by_role("main").get_by_role("link", name=TITLE).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reader.get_by_role("main")).to_contain_text("Se almuerza temprano en la mina.")
    for product in SHELF:
        expect(reader.locator(".shelf").get_by_role("link", name=product)).to_be_visible()
    story = reader.url
    eventually(lambda: found(reader, "pirquinero", TITLE), "the story in the search")

    address = page_of(reader, SHELF[0])
    withdraw(editor, SHELF[0])
    eventually(lambda: not found(reader, SHELF[0], SHELF[0]), "the product gone from the search")
    reader.goto(story)
    expect(reader.locator(".shelf").get_by_role("link", name=SHELF[0])).to_have_count(0)
    expect(reader.locator(".shelf").get_by_role("link", name=SHELF[1])).to_be_visible()
    gone = reader.goto(address)
    assert gone is not None
    assert gone.status == 404


def test_a_wrong_password_lets_nobody_in(page: Page, site: Site) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Correo").fill(EDITOR)
    page.get_by_label("Contraseña").or_(page.get_by_label("Password")).first.fill("una-que-no-es")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").or_(page.locator(".messages")).first).to_be_visible()
    page.goto("/admin/pages/")
    expect(page).to_have_url(re.compile(r"/entrar/\?next=/admin/pages/"))


def sign_in(page: Page, account: str, password: str) -> None:
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(account)
    page.locator("[name=password]").fill(password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Terruño por dentro")).to_be_visible()


def write_story(page: Page) -> None:
    """By hand from the pages' list to «Publicar»."""
    page.goto("/admin/pages/")
    page.get_by_role("row").filter(has_text="Español").get_by_role("link", name="Explorar páginas hijas").click()
    stories = page.get_by_role("row").filter(has=page.locator("a[href$='/historias/']"))
    stories.get_by_role("link", name="Explorar páginas hijas").click()
    page.get_by_role("link", name=re.compile("Añadir página hija|Agregar página hija", re.IGNORECASE)).first.click()
    page.get_by_placeholder("Título de la página").fill(TITLE)
    page.locator("[name=standfirst]").fill("Pan, queso y algo dulce para volver a entrar.")
    add_block(page, "Texto")
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type("Se almuerza temprano en la mina.")
    add_block(page, "Repisa de productos")
    for product in SHELF:
        page.get_by_role("button", name="Agregar", exact=True).last.click()
        choose(page, product)
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Publicar", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("publicada")


def add_block(page: Page, name: str) -> None:
    page.get_by_role("button", name="Insertar un bloque").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def choose(page: Page, product: str) -> None:
    """Pick a product for the shelf's last slot in the chooser's window."""
    page.get_by_role("button", name="Seleccionar producto").locator("visible=true").last.click()
    window = page.locator(".modal")
    window.get_by_role("textbox").first.fill(product)
    window.get_by_role("link", name=product).click()
    expect(window).to_have_count(0)


def withdraw(page: Page, product: str) -> None:
    page.goto("/admin/")
    page.get_by_role("main").get_by_role("link", name="Productos").click()
    page.get_by_role("main").locator("input[name=q]").first.fill(product)
    page.get_by_role("main").get_by_role("link", name=product).first.click()
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("link", name=re.compile("Despublicar|Retirar", re.IGNORECASE)).click()
    page.get_by_role("button", name=re.compile("Sí", re.IGNORECASE)).click()
    expect(page.locator(".messages")).to_be_visible()


def found(page: Page, words: str, title: str) -> bool:
    """Whether the search answers these words with this title."""
    page.goto(f"/buscar/?q={words}")
    return page.locator(".found").get_by_role("link", name=title).count() > 0


def page_of(page: Page, product: str) -> str:
    page.goto(f"/buscar/?q={product}")
    return str(page.locator(".found").get_by_role("link", name=product).first.get_attribute("href"))
