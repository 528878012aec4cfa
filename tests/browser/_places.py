"""Every kind of page a visitor can reach, with what to do there first."""

import http.cookiejar
import json
import re
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from playwright.sync_api import Page, Response

from tests.browser._site import CHEESE, Site, eventually


@dataclass(frozen=True)
class Place:
    """`path` may hold `{tracking}` and `{offer}`, the addresses of an inquiry that waits for answers, and `{plan}`;
    `{quoted}` is an inquiry of the demo whose quote waits, `{order}` its order."""

    path: str
    status: int = 200
    prepare: Callable[[Page], object] | None = None
    who: str = ""
    """The demo's account that opens it: the part before the @."""
    then: int = 422
    """What may be answered to what `prepare` sends."""

    def visit(self, page: Page, site: Site) -> Response:
        """Open it, all of it loaded. Answers what the server said first."""
        if self.who:
            page.context.add_cookies([{"name": "sessionid", "value": session_of(site, self.who), "url": site.address}])
        answer = page.goto(self.path.format(**secrets_of(site)) if "{" in self.path else self.path)
        assert answer is not None
        assert answer.status == self.status, f"{self.path}: {answer.status}"
        if self.prepare:
            page.wait_for_load_state("networkidle")
            self.prepare(page)
        page.wait_for_load_state("networkidle")
        return answer


def send(page: Page) -> None:
    page.locator("form.form button[value=send]:not(.unseen)").click()


def send_the_form(page: Page) -> None:
    page.locator("main form.form").evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    page.wait_for_selector(".errors")


def unfold(page: Page) -> None:
    """Open every folded part, as a reader would."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def take_nonsense(page: Page) -> None:
    unfold(page)
    page.locator("#parte-quantity").fill("muchos")
    page.get_by_role("button", name="Acepto esta parte").click()


def plan_nothing(page: Page) -> None:
    page.locator("form.trip p.row > button[value=plan]").click()


def ask_for_a_code(page: Page) -> None:
    if page.get_by_label("El código de la carta").count():
        return  # asked for before, in this profile
    page.get_by_label("Su correo").fill(f"nadie{uuid.uuid4().hex[:8]}@ejemplo.cl")
    page.get_by_role("button", name="Mandarme el código").click()
    page.get_by_label("El código de la carta").wait_for()


def put_in_basket(page: Page) -> None:
    page.get_by_role("button", name="Agregar a la canasta").click()
    page.wait_for_url("**/canasta/")


def take_out_of_basket(page: Page) -> None:
    put_in_basket(page)
    page.get_by_role("button", name="Sacar").first.click()
    page.get_by_role("button", name="Deshacer").wait_for()


def go_to_checkout(page: Page) -> None:
    put_in_basket(page)
    page.get_by_role("link", name="Seguir: a dónde va").click()
    page.wait_for_url("**/canasta/entrega/")


def check_out_with_holes(page: Page) -> None:
    go_to_checkout(page)
    page.locator("main form button[value=quote]:not(.unseen)").click()
    page.wait_for_selector(".errors")


def ask_for_freight(page: Page) -> None:
    go_to_checkout(page)
    said = {"name": "Berta Soto", "email": "berta@ejemplo.cl", "comuna": "Providencia", "address": "Los Leones 12"}
    for name, value in said.items():
        page.fill(f"[name={name}]", value)
    page.locator("main form button[value=quote]:not(.unseen)").click()
    page.wait_for_selector("button[value=order]")


def pay_by_card(page: Page) -> None:
    page.get_by_role("button", name="Pagar con tarjeta").click()
    page.wait_for_url("**/pruebas/pago/**")


def be_declined(page: Page) -> None:
    pay_by_card(page)
    page.get_by_role("button", name="Que la rechacen").click()
    page.wait_for_selector(".errors")


def pay_by_transfer(page: Page) -> None:
    button = page.get_by_role("button", name="Pagar por transferencia")
    if button.count():
        button.click()
    page.get_by_text("Esperamos su transferencia").wait_for()


def follow(start: str) -> Callable[[Page], object]:
    """Go where the first link leads whose address, a number put for each #, begins so."""
    pattern = re.compile("^" + re.escape(start).replace("\\#", r"\d+"))

    def go(page: Page) -> None:
        links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        page.goto(next(link for link in links if pattern.match(link or "")))
        unfold(page)

    return go


PLACES = {
    "home": Place("/"),
    "home in English": Place("/en/"),
    "products": Place("/productos/"),
    "products, filtered": Place("/productos/?territory=limari&month=10", prepare=unfold),
    "circuits": Place("/rutas/"),
    "territories": Place("/territorios/"),
    "territory": Place("/territorios/limari/"),
    "search": Place("/buscar/?q=queso", prepare=unfold),
    "search, as a map": Place("/buscar/?q=queso&view=map"),
    "search, nothing found": Place("/buscar/?q=zzzzqqq"),
    "search, not understood": Place("/buscar/?q=queso&price_min=mucho", status=400),
    "product": Place(f"/productos/{CHEESE}/"),
    "product in English": Place(f"/en/productos/{CHEESE}/"),
    "lot": Place("/lotes/TFJAF9BD/"),
    "circuit": Place("/rutas/litoral-de-los-poetas/"),
    "trip": Place("/rutas/planificar/?circuit=litoral-de-los-poetas", prepare=unfold),
    "trip with errors": Place("/rutas/planificar/", prepare=plan_nothing),
    "plan": Place("{plan}", prepare=unfold),
    "producer": Place("/productores/queseria-majada-alta/"),
    "network": Place("/redes/red-queseras-limari/"),
    "seal": Place("/sellos/sello-limari/"),
    "stories": Place("/historias/"),
    "story": Place("/historias/el-ajo-que-no-sabia-esperar/"),
    "guide": Place("/sellos/"),
    "landing": Place("/restaurantes-y-tiendas/"),
    "plain": Place("/acerca/"),
    "inquiry": Place("/consultas/nueva/"),
    "inquiry for a product": Place(f"/consultas/nueva/?product={CHEESE}"),
    "inquiry with errors": Place("/consultas/nueva/", prepare=send),
    "tracking": Place("{tracking}", prepare=unfold),
    "tracking with a quote": Place("{quoted}", prepare=unfold),
    "tracking with a quote in English": Place("/en{quoted}"),
    "order": Place("{order}", prepare=unfold),
    "basket, empty": Place("/canasta/"),
    "basket": Place(f"/productos/{CHEESE}/", prepare=put_in_basket),
    "basket, taken out": Place(f"/productos/{CHEESE}/", prepare=take_out_of_basket),
    "checkout": Place(f"/productos/{CHEESE}/", prepare=go_to_checkout),
    "checkout with errors": Place(f"/productos/{CHEESE}/", prepare=check_out_with_holes),
    "checkout with its freight": Place(f"/productos/{CHEESE}/", prepare=ask_for_freight),
    "payment": Place("{payment}"),
    "payment, on the way back": Place("{payment}vuelta/"),
    "payment, at the test gateway": Place("{payment}", prepare=pay_by_card),
    "payment, declined": Place("{payment}", prepare=be_declined, then=402),
    "payment, by transfer": Place("{payment}", prepare=pay_by_transfer),
    "panel, money": Place("/panel/cobros/", who="productora"),
    "panel, money of a network": Place("/panel/cobros/", who="coordinacion.queseras"),
    "panel, where one is paid": Place("/panel/cobros/cuenta/queseria-majada-alta/", who="productora"),
    "offer": Place("{offer}", prepare=unfold),
    "offer with errors": Place("{offer}", prepare=take_nonsense),
    "who decides": Place("/territorios/limari/gobernanza/", prepare=unfold),
    "who decides, nobody yet": Place("/territorios/arauco/gobernanza/"),
    "territory's plan": Place("/territorios/limari/plan/"),
    "territory's plan in English": Place("/en/territorios/chiloe/plan/"),
    "territory without a plan": Place("/territorios/arauco/plan/"),
    "national bodies": Place("/gobernanza/", prepare=unfold),
    "commitments": Place("/compromisos/"),
    "commitments of a territory": Place("/compromisos/?territorio=chiloe&estado=late"),
    "commitments, none such": Place("/compromisos/?territorio=limari&responsable=nadie"),
    "cycle": Place("/programa/"),
    "cycle of 2005": Place("/programa/itinerario-2005/"),
    "reports": Place("/informes/"),
    "report, live": Place("/informes/periodo/limari/2026-t1/", prepare=unfold),
    "report of the country": Place("/informes/periodo/chile/2026/", prepare=unfold),
    "panorama": Place("/panorama/", prepare=unfold),
    "panorama of a region": Place("/panorama/coquimbo/", prepare=unfold),
    "panorama of a region without territories": Place("/panorama/tarapaca/"),
    "opportunities": Place("/oportunidades/"),
    "opportunities, none such": Place("/oportunidades/?territory=huasco&status=closed"),
    "opportunity": Place("/oportunidades/queso-cabra-autorizado-limari/", prepare=unfold),
    "opportunity with its gaps closed": Place("/oportunidades/aceite-do-huasco-tiendas/", prepare=unfold),
    "opportunity in English": Place("/en/oportunidades/aceite-do-huasco-tiendas/"),
    "courses": Place("/capacitacion/"),
    "course, paid by result": Place("/capacitacion/curso-aceite-do-huasco-tiendas/"),
    "course, under call": Place("/capacitacion/curso-cocina-de-mar-nerudiana/"),
    "bid": Place("/capacitacion/curso-cocina-de-mar-nerudiana/postular/"),
    "bid with errors": Place("/capacitacion/curso-cocina-de-mar-nerudiana/postular/", prepare=send_the_form),
    "jobs": Place("/empleo/"),
    "jobs of a territory": Place("/empleo/?territory=limari&kind=job"),
    "mailbox": Place("/correo/"),
    "lost": Place("/no-existe/", status=404),
    "the CMS's sign-in": Place("/admin/login/"),
    "sign-in": Place("/entrar/"),
    "sign-in with errors": Place("/entrar/", prepare=send_the_form),
    "sign-in, the code": Place("/entrar/", prepare=ask_for_a_code),
    "how to get an account": Place("/entrar/cuenta/"),
    "invitation that works no more": Place("/invitacion/nada/", status=404),
    "panel": Place("/panel/", who="productora"),
    "panel in English": Place("/en/panel/", who="productora"),
    "panel without a mandate": Place("/panel/", status=403, who="editor"),
    "panel, all pages": Place("/panel/mas/", who="equipo.limari"),
    "panel, account": Place("/panel/cuenta/", who="productora"),
    "panel, a key after an hour": Place("/panel/cuenta/llaves/nueva/", status=403, who="productora"),
    "panel, profile": Place("/panel/perfil/", who="productora", prepare=unfold),
    "panel, whose profile": Place("/panel/perfil/", who="coordinacion.queseras"),
    "panel, network": Place("/panel/red/red-queseras-limari/", who="coordinacion.queseras", prepare=unfold),
    "panel, networks": Place("/panel/red/", who="equipo.limari"),
    "panel, territory": Place("/panel/territorio/?q=queser", who="equipo.limari"),
    "panel, people": Place("/panel/personas/", who="equipo.limari"),
    "panel, people with errors": Place("/panel/personas/", who="equipo.limari", prepare=send_the_form),
    "panel, seals to decide": Place("/panel/sellos/", who="equipo.limari", prepare=unfold),
    "panel, seals": Place("/panel/sellos/", who="productora"),
    "panel, requests": Place("/panel/encargos/", who="coordinacion.queseras"),
    "panel, a request": Place("/panel/encargos/", who="coordinacion.queseras", prepare=follow("/panel/encargos/#/")),
    "panel, orders": Place("/panel/pedidos/", who="productora"),
    "panel, an order": Place("/panel/pedidos/", who="coordinacion.queseras", prepare=follow("/panel/pedidos/#/")),
    "panel, the split": Place("/panel/reparto/", who="coordinacion.queseras"),
    "panel, one split": Place("/panel/reparto/", who="coordinacion.queseras", prepare=follow("/panel/reparto/")),
    "panel, products": Place("/panel/productos/", who="productora"),
    "panel, a product": Place("/panel/productos/", who="productora", prepare=follow("/panel/productos/#/")),
    "panel, a new product": Place("/panel/productos/nuevo/", who="productora"),
    "panel, a new product with errors": Place("/panel/productos/nuevo/", who="productora", prepare=send_the_form),
    "panel, lots": Place("/panel/lotes/", who="productora", prepare=unfold),
    "panel, import": Place("/panel/importar/", who="productora", prepare=unfold),
    "panel, opportunities": Place("/panel/oportunidades/", who="equipo.limari"),
    "panel, an opportunity": Place(
        "/panel/oportunidades/", who="equipo.limari", prepare=follow("/panel/oportunidades/")
    ),
    "panel, an opportunity to take": Place("/panel/oportunidades/queso-cabra-autorizado-limari/", who="productora"),
    "panel, courses": Place("/panel/cursos/", who="equipo.limari"),
    "panel, postings": Place("/panel/empleo/", who="equipo.limari"),
    "panel, a new posting": Place("/panel/empleo/nuevo/", who="equipo.limari"),
    "panel, a new posting with errors": Place("/panel/empleo/nuevo/", who="equipo.limari", prepare=send_the_form),
    "panel, a profile to review": Place("/panel/revisar/majada-tres-hermanas/", who="equipo.limari", prepare=unfold),
}


@cache
def session_of(site: Site, who: str) -> str:
    """Of a demo account that has a password."""
    account = f"{who}@terruno.example"
    jar = http.cookiejar.CookieJar()
    no_proxy = urllib.request.ProxyHandler({})
    browser = urllib.request.build_opener(no_proxy, urllib.request.HTTPCookieProcessor(jar))
    door = f"{site.address}/admin/login/"
    browser.open(door).close()
    token = next(cookie.value for cookie in jar if cookie.name == "csrftoken") or ""
    form = {"username": account, "password": site.password(account), "csrfmiddlewaretoken": token}
    browser.open(urllib.request.Request(door, urllib.parse.urlencode(form).encode(), {"Referer": door})).close()
    return next(cookie.value for cookie in jar if cookie.name == "sessionid") or ""


@cache
def secrets_of(site: Site) -> dict[str, str]:
    """An inquiry that can be served in part, asked once a site: its page, and that of its largest offer."""
    body = {
        "kind": "product", "consent": True, "locale": "es", "message": "Para dos tiendas, en cajas de seis.",
        "contact": {"name": "Berta Soto", "email": "berta@ejemplo.cl", "organisation": "Almacén Soto"},
        "lines": [{"product": "vino-limari-syrah", "quantity": "400", "unit": "unit"}],
    }  # fmt: skip
    tracking = told(site, "/api/v1/inquiries", body)["tracking_url"]
    letters = eventually(lambda: [x for x in site.letters(about="Le piden") if "Almacén Soto" in x.text], "the offers")
    order = of_the_demo(site, "falta pagar")
    return {
        "payment": order.replace("/pedidos/", "/pagos/"),
        "plan": plan_of(site),
        "tracking": tracking,
        "offer": letters[0].link.removeprefix(site.address),
        "quoted": of_the_demo(site, "Su cotización"),
        "order": order,
    }


def of_the_demo(site: Site, about: str) -> str:
    """Where the demo's letter about it leads."""
    letters = eventually(lambda: site.letters(about=about), about)
    return letters[0].link.removeprefix(site.address)


def plan_of(site: Site) -> str:
    """A plan of two Mondays on the coast, when a museum that was asked for is closed."""
    monday = date.today() + timedelta(days=7 - date.today().weekday())  # noqa: DTZ011  # any Monday to come does
    body = {
        "days": [{"date": str(monday)}, {"date": str(monday + timedelta(days=7))}],
        "circuit": "litoral-de-los-poetas", "interests": ["mar"], "must": ["museo-vicente-huidobro"],
        "never": ["punta-de-tralca"],
    }  # fmt: skip
    return str(told(site, "/api/v1/plans", body)["url"])


def told(site: Site, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """What the API answers to a body."""
    asked = urllib.request.Request(
        f"{site.address}{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked) as answer:
        found: dict[str, Any] = json.load(answer)
    return found
