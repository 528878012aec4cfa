"""Every kind of page a visitor can reach, with what to do there first."""

import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Page, Response

from tests.browser._site import CHEESE, Site, eventually


@dataclass(frozen=True)
class Place:
    """`path` may hold `{tracking}` and `{offer}`, the addresses of an inquiry that waits for answers."""

    path: str
    status: int = 200
    prepare: Callable[[Page], object] | None = None

    def visit(self, page: Page, site: Site) -> Response:
        """Open it, all of it loaded. Answers what the server said first."""
        answer = page.goto(self.path.format(**secrets_of(site)) if "{" in self.path else self.path)
        assert answer is not None
        assert answer.status == self.status, f"{self.path}: {answer.status}"
        if self.prepare:
            self.prepare(page)
        page.wait_for_load_state("networkidle")
        return answer


def send(page: Page) -> None:
    page.locator("form.form button[value=send]:not(.unseen)").click()


def unfold(page: Page) -> None:
    """Open every folded part, as a reader would."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def take_nonsense(page: Page) -> None:
    unfold(page)
    page.get_by_label("Cuánto puede").fill("muchos")
    page.get_by_role("button", name="Acepto esta parte").click()


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
    "circuit": Place("/rutas/litoral-de-los-poetas/"),
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
    "offer": Place("{offer}", prepare=unfold),
    "offer with errors": Place("{offer}", prepare=take_nonsense),
    "mailbox": Place("/correo/"),
    "lost": Place("/no-existe/", status=404),
    "sign-in": Place("/admin/login/"),
}


@cache
def secrets_of(site: Site) -> dict[str, str]:
    """An inquiry that can be served in part, asked once a site: its page, and that of its largest offer."""
    body = {
        "kind": "product", "consent": True, "locale": "es", "message": "Para dos tiendas, en cajas de seis.",
        "contact": {"name": "Berta Soto", "email": "berta@ejemplo.cl", "organisation": "Almacén Soto"},
        "lines": [{"product": "vino-limari-syrah", "quantity": "400", "unit": "unit"}],
    }  # fmt: skip
    asked = urllib.request.Request(
        f"{site.address}/api/v1/inquiries", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked) as answer:
        tracking = json.load(answer)["tracking_url"]
    letters = eventually(lambda: [x for x in site.letters(about="Le piden") if "Almacén Soto" in x.text], "the offers")
    return {"tracking": tracking, "offer": letters[0].link.removeprefix(site.address)}
