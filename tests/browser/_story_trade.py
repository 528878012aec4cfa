"""The shop and the makers of the story: asking, answering, buying, delivering. Each function is one person's doing."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser._site import AGED_CHEESE, Letter, Site, eventually
from tests.browser._story_pictures import picture

Profile = Callable[..., BrowserContext]
PHONE = {"viewport": {"width": 360, "height": 800}, "is_mobile": True, "has_touch": True}
CHEESE_NAME = "Queso de cabra maduro del Limarí"
SHOP, SHOP_MAIL = "Almacén La Vega Chica", "compras@lavegachica.example"
COORDINATION = "coordinacion.queseras@terruno.example"
ELBA = "productora@terruno.example"


def pesos(text: str) -> int:
    """«$5.000.000 netos» → 5000000: the first amount in it."""
    return int(re.findall(r"\$\s*([\d.]+)", text)[0].replace(".", ""))


def find_cheese(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Buscar", exact=True).first.click()
    page.get_by_role("searchbox", name="Qué busca").fill("queso de cabra maduro limarí")
    page.keyboard.press("Enter")
    expect(page.locator(".found").get_by_role("link", name=CHEESE_NAME)).to_be_visible()
    page.locator(".found").get_by_role("link", name=CHEESE_NAME).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CHEESE_NAME)
    picture(page, "find", tall=1150)


def ask(page: Page, kilos: int, day: date) -> str:
    """From the product's page to the inquiry's own. Answers its number."""
    page.goto(f"/productos/{AGED_CHEESE}/")
    page.get_by_role("main").get_by_role("link", name="Pedir cotización").first.click()
    form = page.locator("form.form")
    form.locator("[name=lines-0-quantity]").fill(str(kilos))
    form.locator("[name=needed_by]").fill(day.isoformat())
    form.locator("[name=region]").select_option(label="Metropolitana de Santiago")
    form.locator("[name=name]").fill("Marta Rojas")
    form.locator("[name=organisation]").fill(SHOP)
    form.locator("[name=email]").fill(SHOP_MAIL)
    form.locator("[name=message]").fill("Para nuestras dos tiendas, en hormas de tres kilos si se puede.")
    form.locator("[name=consent]").check()
    form.locator("button[value=send]:not(.unseen)").click()
    page.wait_for_url(re.compile(r"/consultas/(?!nueva)"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{kilos} kg")
    return number_of(page)


def asked(site: Site, number: str, count: int) -> dict[str, Letter]:
    """By maker's slug, the letters that ask for a part of this inquiry, once there are so many."""

    def look() -> list[Letter]:
        found = [letter for letter in site.letters(about="Le piden") if number in letter.text]
        return found if len(found) >= count else []

    return {letter.to.split("@")[0]: letter for letter in eventually(look, f"{count} letters about {number}")}


def sign_in(page: Page, site: Site, account: str) -> None:
    """By the code in the letter, as everybody comes into the panel."""
    known = len(site.letters(account, "Su código"))
    page.goto("/entrar/?next=/panel/")
    page.get_by_label("Su correo").fill(account)
    page.get_by_role("button", name="Mandarme el código").click()
    letters = eventually(lambda: site.letters(account, "Su código")[known:], f"the code of {account}")
    page.get_by_label("El código de la carta").fill(re.findall(r"^ {4}(\S+)", letters[0].text, re.MULTILINE)[0])
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.wait_for_url(re.compile(r"/panel/"))


def accept_by_link(page: Page, letter: Letter) -> None:
    page.goto(letter.link)
    page.get_by_role("button", name=re.compile(r"^Acepto\b(?! esta parte)")).click()
    expect(page.get_by_role("status")).to_contain_text("Gracias")


def propose_by_link(page: Page, letter: Letter, price: int) -> None:
    """All of it, at another price."""
    page.goto(letter.link)
    page.get_by_text("Propongo otra cosa").click()
    page.locator("#otra-price").fill(str(price))
    page.locator("#otra-note").fill("Con caja fría hasta Santiago.")
    page.get_by_role("button", name="Enviar la propuesta").click()
    expect(page.get_by_role("status")).to_contain_text("Gracias")


def accept_in_panel(page: Page, kilos: int, shot: str = "") -> None:
    """The shop's offer of so many kilos among those that wait."""
    page.goto("/panel/encargos/")
    ours = page.locator("article").filter(has_text=SHOP)
    ours.get_by_role("link", name=re.compile(rf"^Responder.*\b{kilos} kg")).click()
    if shot:
        picture(page, shot)
    page.get_by_role("button", name=re.compile(r"^Acepto\b(?! esta parte)")).click()
    expect(page.get_by_role("status")).to_contain_text("Gracias")


def accept_quote(page: Page) -> int:
    """From the inquiry's page to the order's. Answers the total, VAT and freight with it."""
    page.get_by_role("link", name="Aceptar la cotización").click()
    total = pesos(page.locator(".standfirst").inner_text())
    page.get_by_label("RUT").fill("76.543.210-3")
    page.get_by_label("Dirección de entrega").fill("Avenida La Paz 245, local 12")
    page.get_by_label("Comuna", exact=True).fill("Recoleta")
    page.get_by_role("button", name=re.compile("^Acepto")).click()
    page.wait_for_url(re.compile("/pedidos/"))
    return total


def pay(page: Page, total: int) -> None:
    """By card on the test payment's page; what makes the order paid is the signed event that the worker delivers."""
    page.goto(page.url.replace("/pedidos/", "/pagos/"))
    page.get_by_role("button", name="Pagar con tarjeta").click()
    page.wait_for_url(re.compile("/pruebas/pago/"))
    assert pesos(page.locator(".ask").inner_text()) == total
    page.get_by_role("button", name="Pagar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recibimos su pago", timeout=60_000)
    page.get_by_role("link", name="Seguir el pedido").click()


def net_of(page: Page) -> int:
    """What the order's page says it is without freight and VAT."""
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Neto", exact=True))
    return int(row.locator("data").get_attribute("value") or "")


def number_of(page: Page) -> str:
    """Of the inquiry or the order whose page it is."""
    return page.locator("main .label").first.inner_text().split("·")[0].split()[-1]


def deliver(page: Page, order: str, parts: int, shot: str = "") -> None:
    """Prepare and dispatch the parts of an order that wait in the panel."""
    for _part in range(parts):
        page.goto("/panel/pedidos/")
        waiting(page, order).first.click()
        page.get_by_role("button", name="Ya está preparado").click()
        expect(page.get_by_role("button", name="Ya está preparado")).to_have_count(0)
        page.get_by_label("Con quién va y su número").fill("Transportes Hurtado, guía 4418")
        if shot:
            picture(page, shot)
        page.get_by_role("button", name="Ya lo despaché").click()
        expect(page.locator("main")).to_contain_text("Transportes Hurtado")
    page.goto("/panel/pedidos/")
    expect(waiting(page, order)).to_have_count(0)


def waiting(page: Page, order: str) -> Locator:
    todo = page.locator("section").filter(has=page.get_by_role("heading", name="Por preparar y despachar"))
    return todo.locator("a[href*='/panel/pedidos/']").filter(has_text=order)
