"""Who may see each address. An address that is not here fails the suite: whoever adds one says for whom it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum

from producers.enums import Role

CMS = "admin/"
"""Behind its own sign-in; its rights by role and row are tested in tests/cms."""


class Who(Enum):
    ANYONE = "anybody, without signing in"
    HOLDER = "whoever holds the secret or signed address; to others it does not exist"
    DEVELOPER = "anybody, but only where TERRUNO_MAILBOX is on"
    MANDATE = "whoever is signed in and has a mandate today"


class Persona(Enum):
    """Everybody the suite sends to every address; `tests.access.people` makes them."""

    ANONYMOUS = "anonymous"
    BUYER = "buyer"
    PRODUCER = "producer"
    OTHER_PRODUCER = "other producer"
    COORDINATOR = "coordinator"
    OTHER_COORDINATOR = "other coordinator"
    TEAM = "territory team"
    OTHER_TEAM = "other territory team"
    OFFICER = "officer"
    EVALUATOR = "evaluator"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


ROLE_OF: Mapping[Persona, Role] = {
    Persona.PRODUCER: Role.PRODUCER,
    Persona.OTHER_PRODUCER: Role.PRODUCER,
    Persona.COORDINATOR: Role.COORDINATOR,
    Persona.OTHER_COORDINATOR: Role.COORDINATOR,
    Persona.TEAM: Role.TEAM,
    Persona.OTHER_TEAM: Role.TEAM,
    Persona.OFFICER: Role.OFFICER,
    Persona.EVALUATOR: Role.EVALUATOR,
}
MAKERS = frozenset({Role.PRODUCER, Role.COORDINATOR, Role.TEAM})
ONE_NETWORK = {Persona.COORDINATOR: 302, Persona.OTHER_COORDINATOR: 302, Persona.OTHER_TEAM: 302}
"""Whoever has one network is led to it."""
SIGNED_IN = frozenset(Persona) - {Persona.ANONYMOUS, Persona.BUYER}
OUTSIDERS = frozenset({Persona.OTHER_PRODUCER, Persona.OTHER_COORDINATOR, Persona.OTHER_TEAM})
"""Those who have the role, but for somebody else's producer, network or territory."""


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
    roles: frozenset[Role] = frozenset()
    """Of a page of the panel: whose it is."""
    own: bool = False
    """It names a row: those of `OUTSIDERS` get a 404."""
    only_posts: bool = False
    """A GET of whoever is let in is a 405."""
    also: Mapping[Persona, int] = field(default_factory=dict)
    """Answers that follow neither rule."""

    def lets_in(self, persona: Persona) -> bool:
        """Whether a page of the panel is this person's."""
        return ROLE_OF.get(persona) in self.roles and not (self.own and persona in OUTSIDERS)

    def answer_to(self, persona: Persona) -> int:
        """What a GET of this person is answered."""
        if persona in self.also:
            return self.also[persona]
        if self.who is not Who.MANDATE or persona in (Persona.ANONYMOUS, Persona.BUYER):
            return self.answer
        role = ROLE_OF.get(persona)
        if self.only_posts:
            return 405
        if role is None:
            return 403
        return 200 if self.lets_in(persona) else 404


def anyone(
    example: str,
    answer: int = 200,
    *,
    posts: bool = False,
    deaf: bool = False,
    also: Mapping[Persona, int] | None = None,
) -> Access:
    return Access(Who.ANYONE, example, answer, posts, deaf, also=also or {})


def holder(example: str, *, posts: bool = False) -> Access:
    return Access(Who.HOLDER, example, posts=posts)


def panel(
    example: str,
    roles: Collection[Role] = frozenset(Role),
    *,
    own: bool = False,
    posts: bool = False,
    only_posts: bool = False,
    also: Mapping[Persona, int] | None = None,
) -> Access:
    """A page of the panel: strangers go to the sign-in, accounts without mandate get 403, other roles 404.

    `own`: the address names a row of Persona.PRODUCER (or of its network, its territory), as `tests.access.people.rows`
    gives it: the same role of somebody else gets 404.
    """
    answer = 405 if only_posts else 302
    return Access(Who.MANDATE, example, answer, posts, False, frozenset(roles), own, only_posts, also or {})


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
    "api/v1/opportunities": anyone("/api/v1/opportunities"),
    "api/v1/opportunities/<slug>": anyone("/api/v1/opportunities/{opportunity}"),
    "api/v1/circuits": anyone("/api/v1/circuits"),
    "api/v1/circuits/<slug>": anyone("/api/v1/circuits/{circuit}"),
    "api/v1/circuits/<slug:slug>.<extension>": anyone("/api/v1/circuits/{circuit}.gpx"),
    "api/v1/plans": anyone("/api/v1/plans", 405, posts=True),
    "api/v1/plans/<slug:token>": holder("/api/v1/plans/{plan}"),
    "api/v1/plans/<slug:token>.<extension>": holder("/api/v1/plans/{plan}.gpx"),
    "api/v1/inquiries": anyone("/api/v1/inquiries", 405, posts=True),
    "api/v1/inquiries/<token>": holder("/api/v1/inquiries/{tracking}"),
    "api/v1/search": anyone("/api/v1/search?q=queso"),
    "api/v1/suggest": anyone("/api/v1/suggest?q=q"),
    "api/v1/open-data/": anyone("/api/v1/open-data/"),
    "api/v1/open-data/<dataset>.<extension>": anyone("/api/v1/open-data/territories.csv"),
    "healthz/live": anyone("/healthz/live"),
    "healthz/ready": anyone("/healthz/ready"),
    "correo/": Access(Who.DEVELOPER, "/correo/"),
    "correo/<str:name>/": Access(Who.DEVELOPER, "/correo/{letter}/"),
    "stripe/webhook/": anyone("/stripe/webhook/", 405, posts=True),
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
    "rutas/planificar/": anyone("/rutas/planificar/", posts=True),
    "rutas/planes/<str:token>/": holder("/rutas/planes/{plan}/", posts=True),
    "rutas/<slug:slug>/": anyone("/rutas/{circuit}/"),
    "buscar/": anyone("/buscar/?q=queso"),
    "consultas/nueva/": anyone("/consultas/nueva/", posts=True),
    "consultas/opciones/": anyone("/consultas/opciones/?q=queso"),
    "consultas/<str:token>/": holder("/consultas/{tracking}/"),
    "encargos/<str:token>/": holder("/encargos/{offer}/", posts=True),
    "cotizaciones/<str:token>.pdf": holder("/cotizaciones/{quote}.pdf"),
    "cotizaciones/<str:token>/": holder("/cotizaciones/{quote}/", posts=True),
    "pedidos/<str:token>/": holder("/pedidos/{order}/", posts=True),
    "canasta/": anyone("/canasta/"),
    "canasta/agregar/": anyone("/canasta/agregar/", 405, posts=True),
    "canasta/cambiar/": anyone("/canasta/cambiar/", 405, posts=True),
    "canasta/entrega/": anyone("/canasta/entrega/", 302, posts=True),
    "pagos/<str:token>/": holder("/pagos/{order}/", posts=True),
    "pagos/<str:token>/vuelta/": holder("/pagos/{order}/vuelta/"),
    "pruebas/pago/<str:session>/": holder("/pruebas/pago/{test_session}/", posts=True),
    "panel/cobros/": panel("/panel/cobros/", {Role.PRODUCER, Role.COORDINATOR, Role.TEAM}),
    "panel/cobros/descarga/": panel("/panel/cobros/descarga/", {Role.PRODUCER, Role.COORDINATOR, Role.TEAM}),
    "panel/cobros/cuenta/<slug:slug>/": panel(
        "/panel/cobros/cuenta/{own_producer}/", {Role.PRODUCER}, own=True, posts=True
    ),
    "panel/cobros/red/<slug:slug>/": panel(
        "/panel/cobros/red/{own_network}/", {Role.COORDINATOR}, own=True, posts=True
    ),
    "panel/encargos/": panel("/panel/encargos/", {Role.PRODUCER, Role.COORDINATOR}),
    "panel/encargos/<int:pk>/": panel(
        "/panel/encargos/{own_offer}/", {Role.PRODUCER, Role.COORDINATOR}, own=True, posts=True
    ),
    "panel/pedidos/": panel("/panel/pedidos/", {Role.PRODUCER, Role.COORDINATOR}),
    "panel/pedidos/<int:pk>/": panel(
        "/panel/pedidos/{own_part}/", {Role.PRODUCER, Role.COORDINATOR}, own=True, posts=True
    ),
    "panel/reparto/": panel("/panel/reparto/", {Role.COORDINATOR, Role.TEAM}),
    "panel/reparto/<str:number>/": panel(
        "/panel/reparto/{own_inquiry}/", {Role.COORDINATOR, Role.TEAM}, own=True, posts=True
    ),
    "entrar/": anyone("/entrar/", posts=True, also=dict.fromkeys(SIGNED_IN, 302)),
    "entrar/codigo/": anyone("/entrar/codigo/", 302, deaf=True),
    "entrar/otro-correo/": anyone("/entrar/otro-correo/", 405, posts=True),
    "entrar/cuenta/": anyone("/entrar/cuenta/"),
    "entrar/cerrada/": anyone("/entrar/cerrada/", 403),
    "entrar/llave/": anyone("/entrar/llave/", 302, posts=True),
    "salir/": anyone("/salir/", 302, posts=True, also=dict.fromkeys(SIGNED_IN, 200)),
    "panel/": panel("/panel/"),
    "panel/mas/": panel("/panel/mas/"),
    "panel/cuenta/": panel("/panel/cuenta/"),
    "panel/por/": panel("/panel/por/", posts=True, only_posts=True),
    "panel/cuenta/entrar-de-nuevo/": panel("/panel/cuenta/entrar-de-nuevo/", posts=True, only_posts=True),
    "panel/cuenta/llaves/nueva/": panel("/panel/cuenta/llaves/nueva/", posts=True, also=dict.fromkeys(ROLE_OF, 403)),
    "panel/cuenta/llaves/<int:pk>/quitar/": panel("/panel/cuenta/llaves/999/quitar/", posts=True, only_posts=True),
    "panel/perfil/": panel("/panel/perfil/", MAKERS, posts=True),
    "panel/revisar/<slug:slug>/": panel("/panel/revisar/{own_profile}/", {Role.TEAM}, own=True, posts=True),
    "panel/red/": panel("/panel/red/", {Role.COORDINATOR, Role.TEAM}, also=ONE_NETWORK),
    "panel/red/<slug:slug>/": panel("/panel/red/{own_network}/", {Role.COORDINATOR, Role.TEAM}, own=True),
    "panel/red/<slug:slug>/socios/": panel(
        "/panel/red/{own_network}/socios/", {Role.COORDINATOR, Role.TEAM}, own=True, posts=True, only_posts=True
    ),
    "panel/sumarse/<int:pk>/": panel("/panel/sumarse/{own_join}/", {Role.PRODUCER}, own=True, posts=True),
    "panel/territorio/": panel("/panel/territorio/", {Role.TEAM}),
    "panel/personas/": panel("/panel/personas/", {Role.TEAM}),
    "panel/personas/invitar/": panel("/panel/personas/invitar/", {Role.TEAM}, posts=True, only_posts=True),
    "panel/personas/<int:pk>/terminar/": panel(
        "/panel/personas/{own_mandate}/terminar/", {Role.TEAM}, own=True, posts=True, only_posts=True
    ),
    "panel/personas/cartas/<int:pk>/retirar/": panel(
        "/panel/personas/cartas/{own_invitation}/retirar/", {Role.TEAM}, own=True, posts=True, only_posts=True
    ),
    "panel/sellos/": panel("/panel/sellos/", MAKERS),
    "panel/sellos/pedir/": panel("/panel/sellos/pedir/", MAKERS, posts=True, only_posts=True),
    "panel/sellos/<int:pk>/decidir/": panel(
        "/panel/sellos/{own_seal_request}/decidir/", {Role.TEAM}, own=True, posts=True, only_posts=True
    ),
    "panel/sellos/otorgado/<int:pk>/revocar/": panel(
        "/panel/sellos/otorgado/{own_grant}/revocar/", {Role.TEAM}, own=True, posts=True, only_posts=True
    ),
    "lotes/<slug:code>/": anyone("/lotes/{own_lot}/"),
    "panel/productos/": panel("/panel/productos/", MAKERS),
    "panel/productos/nuevo/": panel("/panel/productos/nuevo/", MAKERS, posts=True),
    "panel/productos/exportar.<slug:kind>": panel("/panel/productos/exportar.csv", MAKERS),
    "panel/productos/<int:pk>/": panel("/panel/productos/{own_product}/", MAKERS, own=True),
    "panel/productos/<int:pk>/vista/": panel("/panel/productos/{own_product}/vista/", MAKERS, own=True),
    "panel/productos/<int:pk>/revision/": panel(
        "/panel/productos/{own_product}/revision/", MAKERS, own=True, posts=True, only_posts=True
    ),
    "panel/productos/<int:pk>/existencias/": panel(
        "/panel/productos/{own_product}/existencias/", MAKERS, own=True, posts=True
    ),
    "panel/productos/<int:pk>/<slug:slug>/": panel(
        "/panel/productos/{own_product}/cuando/", MAKERS, own=True, posts=True
    ),
    "panel/ofertas/<int:pk>/": panel("/panel/ofertas/{own_supply}/", MAKERS, own=True, posts=True),
    "panel/ofertas/<int:pk>/estado/": panel(
        "/panel/ofertas/{own_supply}/estado/", MAKERS, own=True, posts=True, only_posts=True
    ),
    "panel/lotes/": panel("/panel/lotes/", MAKERS, posts=True),
    "panel/lotes/<slug:code>/": panel("/panel/lotes/{own_lot}/", MAKERS, own=True),
    "panel/importar/": panel("/panel/importar/", MAKERS, posts=True),
    "panel/importar/plantilla.<slug:kind>": panel("/panel/importar/plantilla.csv", MAKERS),
    "panel/importar/<int:pk>/": panel("/panel/importar/{own_import}/", MAKERS, own=True, posts=True),
    "territorios/<slug:slug>/gobernanza/": anyone("/territorios/{territory}/gobernanza/"),
    "territorios/<slug:slug>/plan/": anyone("/territorios/{territory}/plan/"),
    "gobernanza/": anyone("/gobernanza/"),
    "compromisos/": anyone("/compromisos/"),
    "programa/": anyone("/programa/"),
    "programa/<slug:slug>/": anyone("/programa/{cycle}/"),
    "informes/": anyone("/informes/"),
    "informes/periodo/": anyone("/informes/periodo/?de=chile&periodo=2026-t1", 302),
    "informes/periodo/<slug:scope>/<slug:period>/": anyone("/informes/periodo/{territory}/2026-t1/"),
    "informes/periodo/<slug:scope>/<slug:period>/informe.<str:form>": anyone(
        "/informes/periodo/{territory}/2026-t1/informe.csv"
    ),
    "informes/<slug:slug>/": anyone("/informes/{report}/"),
    "informes/<slug:slug>/informe.<str:form>": anyone("/informes/{report}/informe.csv"),
    "panorama/": anyone("/panorama/"),
    "panorama/datos.csv": anyone("/panorama/datos.csv"),
    "panorama/<slug:region>/": anyone("/panorama/coquimbo/"),
    "panorama/<slug:region>/datos.csv": anyone("/panorama/coquimbo/datos.csv"),
    "oportunidades/": anyone("/oportunidades/"),
    "oportunidades/<slug:slug>/": anyone("/oportunidades/{opportunity}/"),
    "capacitacion/": anyone("/capacitacion/"),
    "capacitacion/<slug:slug>/": anyone("/capacitacion/{called_course}/"),
    "capacitacion/<slug:slug>/postular/": anyone("/capacitacion/{called_course}/postular/", posts=True),
    "empleo/": anyone("/empleo/"),
    "panel/oportunidades/": panel("/panel/oportunidades/", MAKERS),
    "panel/oportunidades/<slug:slug>/": panel("/panel/oportunidades/{opportunity}/", MAKERS, posts=True),
    "panel/brechas/<int:pk>/": panel("/panel/brechas/{own_gap}/", {Role.TEAM}, own=True, posts=True),
    "panel/cursos/": panel("/panel/cursos/", {Role.TEAM}),
    "panel/cursos/<slug:slug>/": panel("/panel/cursos/{called_course}/", {Role.TEAM}, own=True, posts=True),
    "panel/cursos/<slug:slug>/sesiones/<int:pk>/": panel(
        "/panel/cursos/{held_course}/sesiones/{own_session}/", {Role.TEAM}, own=True, posts=True
    ),
    "panel/evaluacion/": panel("/panel/evaluacion/", {Role.EVALUATOR}),
    "panel/evaluacion/<str:receipt>/": panel("/panel/evaluacion/{own_proposal}/", {Role.EVALUATOR}, posts=True),
    "panel/empleo/": panel("/panel/empleo/", {Role.OFFICER, Role.TEAM}),
    "panel/empleo/nuevo/": panel("/panel/empleo/nuevo/", {Role.OFFICER, Role.TEAM}, posts=True),
    "panel/empleo/<int:pk>/": panel("/panel/empleo/{own_posting}/", {Role.OFFICER, Role.TEAM}, own=True, posts=True),
    "invitacion/<str:token>/": holder("/invitacion/{invitation}/", posts=True),
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": anyone(
        "/_util/authenticate_with_password/999/999/", 404, posts=True
    ),
    "_util/login/": anyone("/_util/login/", posts=True, deaf=True),
    r"^((?:[\w\-]+/)*)$": anyone("/no-existe/", 404, posts=True),
}
"""Addresses that stand under /en/ too, and answer there the same."""
DECLARED = NOT_TRANSLATED | TRANSLATED
