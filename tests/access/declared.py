"""Who may see each address. An address that is not here fails the suite: whoever adds one says for whom it is."""

from dataclasses import dataclass
from enum import Enum

CMS = "admin/"
"""Behind its own sign-in; its rights by role and row are tested in tests/cms."""


class Who(Enum):
    ANYONE = "anybody, without signing in"
    HOLDER = "whoever holds the secret or signed address; to others it does not exist"
    DEVELOPER = "anybody, but only where TERRUNO_MAILBOX is on"


@dataclass(frozen=True)
class Access:
    """`example` is an address of this pattern; `{names}` stand for rows of the test. `answer`: to an anonymous GET."""

    who: Who
    example: str
    answer: int = 200
    posts: bool = False
    """Whether it takes POST; every other address refuses all that could change something."""
    deaf: bool = False
    """A library's view that only shows, and shows the same whatever the method."""


def anyone(example: str, answer: int = 200, *, posts: bool = False, deaf: bool = False) -> Access:
    return Access(Who.ANYONE, example, answer, posts, deaf)


def holder(example: str, *, posts: bool = False) -> Access:
    return Access(Who.HOLDER, example, posts=posts)


NOT_TRANSLATED: dict[str, Access] = {
    r"documentos/^(\d+)/(.*)$": anyone("/documentos/999/nada.pdf", 404),
    "documentos/authenticate_with_password/<int:restriction_id>/": anyone(
        "/documentos/authenticate_with_password/999/", 404, posts=True
    ),
    "api/": anyone("/api/", 404),
    "api/<path:rest>": anyone("/api/v1/no-existe", 404, posts=True),
    "api/docs": anyone("/api/docs", deaf=True),
    "api/openapi.json": anyone("/api/openapi.json", deaf=True),
    "api/v1/territories": anyone("/api/v1/territories"),
    "api/v1/territories/<slug>": anyone("/api/v1/territories/{territory}"),
    "api/v1/producers": anyone("/api/v1/producers"),
    "api/v1/producers/<slug>": anyone("/api/v1/producers/{producer}"),
    "api/v1/networks": anyone("/api/v1/networks"),
    "api/v1/networks/<slug>": anyone("/api/v1/networks/{network}"),
    "api/v1/products": anyone("/api/v1/products"),
    "api/v1/products/<slug>": anyone("/api/v1/products/{product}"),
    "api/v1/circuits": anyone("/api/v1/circuits"),
    "api/v1/circuits/<slug>": anyone("/api/v1/circuits/{circuit}"),
    "api/v1/inquiries": anyone("/api/v1/inquiries", 405, posts=True),
    "api/v1/inquiries/<token>": holder("/api/v1/inquiries/{tracking}"),
    "api/v1/search": anyone("/api/v1/search?q=queso"),
    "api/v1/suggest": anyone("/api/v1/suggest?q=q"),
    "healthz/live": anyone("/healthz/live"),
    "healthz/ready": anyone("/healthz/ready"),
    "correo/": Access(Who.DEVELOPER, "/correo/"),
    "correo/<str:name>/": Access(Who.DEVELOPER, "/correo/{letter}/"),
    "robots.txt": anyone("/robots.txt"),
    "sitemap.xml": anyone("/sitemap.xml", deaf=True),
    "sitemap-<section>.xml": anyone("/sitemap-productos.xml", deaf=True),
    "^media/(?P<path>.+)$": anyone("/media/no-existe.jpg", 404),
}
TRANSLATED: dict[str, Access] = {
    "territorios/": anyone("/territorios/"),
    "territorios/<slug:slug>/": anyone("/territorios/{territory}/"),
    "productores/<slug:slug>/": anyone("/productores/{producer}/"),
    "redes/<slug:slug>/": anyone("/redes/{network}/"),
    "sellos/<slug:slug>/": anyone("/sellos/{seal}/"),
    "productos/": anyone("/productos/"),
    "productos/<slug:slug>/": anyone("/productos/{product}/"),
    "rutas/": anyone("/rutas/"),
    "rutas/<slug:slug>/": anyone("/rutas/{circuit}/"),
    "buscar/": anyone("/buscar/?q=queso"),
    "consultas/nueva/": anyone("/consultas/nueva/", posts=True),
    "consultas/opciones/": anyone("/consultas/opciones/?q=queso"),
    "consultas/<str:token>/": holder("/consultas/{tracking}/"),
    "encargos/<str:token>/": holder("/encargos/{offer}/", posts=True),
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": anyone(
        "/_util/authenticate_with_password/999/999/", 404, posts=True
    ),
    "_util/login/": anyone("/_util/login/", posts=True, deaf=True),
    r"^((?:[\w\-]+/)*)$": anyone("/no-existe/", 404, posts=True),
}
"""Addresses that stand under /en/ too, and answer there the same."""
DECLARED = NOT_TRANSLATED | TRANSLATED
