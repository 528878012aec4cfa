"""Everybody who is sent to every address, and the rows the addresses name.

Persona.PRODUCER answers for `{own_producer}`, Persona.COORDINATOR for `{own_network}` whose member it is, Persona.TEAM
for `{own_territory}`; those of `OUTSIDERS` have the same role for something else.
"""

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from catalog.imports.reading import read_sheet
from catalog.models import Lot
from catalog.services.importing import keep_sheet
from foundation.actors import SYSTEM
from foundation.models import User
from inquiries.models import Offer
from opportunities.services.calls import unseal
from producers.enums import Role
from producers.models import JoinRequest, Producer
from producers.services import ask_for_seal, invite
from producers.services.inviting import token_of
from terruno.pages.roles import EDITORS, setup_roles
from tests.access.declared import Persona
from tests.builders import (
    a_comuna,
    a_grant,
    a_mandate,
    a_network,
    a_producer,
    a_product,
    a_quote,
    a_seal,
    a_territory,
    a_user,
    an_inquiry,
    an_order,
)
from tests.opportunities.making import (
    a_bid,
    a_course,
    a_gap,
    a_posting,
    a_running_course,
    an_open_call,
    an_opportunity,
)
from tests.payments.rows import a_payment

Made = dict[str, str]
Known = tuple[dict[Persona, User | None], Made]
"""The accounts, and the keys of rows by the name their addresses' examples give them."""


def make_people() -> Known:
    """One account each (None: not signed in), and the rows that `own=True` addresses name."""
    groups = setup_roles()
    home, away = a_territory(comunas=[a_comuna()]), a_territory("Nahuelbuta")
    own, other = a_producer("Elba Pastén", territory=home), a_producer(territory=away, comuna=a_comuna("Purén"))
    network, elsewhere = a_network(members=[own]), a_network(members=[other])
    mandates: dict[Persona, tuple[object, Role | None]] = {
        Persona.PRODUCER: (own, None),
        Persona.OTHER_PRODUCER: (other, None),
        Persona.COORDINATOR: (network, None),
        Persona.OTHER_COORDINATOR: (elsewhere, None),
        Persona.TEAM: (home, None),
        Persona.OTHER_TEAM: (away, None),
        Persona.OFFICER: (a_comuna(), None),
        Persona.EVALUATOR: (home, Role.EVALUATOR),
    }
    people: dict[Persona, User | None] = {Persona.ANONYMOUS: None, Persona.BUYER: None}
    for persona, (target, role) in mandates.items():
        user = a_user(f"{persona.name.lower()}@ejemplo.cl")
        a_mandate(user, target, **({"role": role} if role else {}))  # type: ignore[arg-type]  # one of its kinds
        people[persona] = user
    people[Persona.EDITOR] = _editor(groups)
    people[Persona.ADMINISTRATOR] = a_user("admin@ejemplo.cl", is_superuser=True, is_staff=True)
    return people, _rows(own, people)


def _editor(groups: dict[str, Group]) -> User:
    user = a_user("edicion@ejemplo.cl")
    user.groups.add(groups[EDITORS])
    return user


def _rows(own: Producer, people: dict[Persona, User | None]) -> Made:
    """Rows of Persona.PRODUCER, each made by the first row builders that `MORE` and this function know."""
    team, network = people[Persona.TEAM], own.memberships.get().network
    assert team is not None
    product = a_product(producer=own, territory=own.territory, supplies=[{"capacity": 300, "producer": own}])
    made = {
        "own_producer": own.slug,
        "own_network": network.slug,
        "own_territory": own.territory.slug,
        "own_product": str(product.pk),
        "own_grant": str(a_grant(own).pk),
        "own_seal_request": str(ask_for_seal(team, own, a_seal("otro-sello", "Otro sello")).pk),
        "own_join": str(JoinRequest.objects.create(network=a_network("Otra red"), producer=own).pk),
        "own_profile": _handed_in(own),
    }
    holder = a_user("otra@ejemplo.cl")
    made["own_mandate"] = str(a_mandate(holder, own, starts_on=timezone.localdate()).pk)
    invitation = invite(team, email="nueva@ejemplo.cl", role=Role.PRODUCER, target=own)
    made |= {"own_invitation": str(invitation.pk), "invitation": token_of(invitation)}
    an_inquiry(product, "100")
    for build in MORE:
        made |= build(own, people)
    return made


def _handed_in(own: Producer) -> str:
    """A neighbour whose draft waits for the same team."""
    from producers.services import edit_words

    neighbour = a_producer("Vecina", territory=own.territory)
    edit_words(a_user("vecina@ejemplo.cl"), neighbour, summary_es="Queso de cabra, todo el año.")
    return neighbour.slug


MORE: list[Callable[[Producer, dict[Persona, User | None]], Made]] = []
"""Rows of further rooms: append a function that builds them for Persona.PRODUCER and answers their names."""


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def _goods(own: Producer, people: dict[Persona, User | None]) -> Made:
    maker = people[Persona.PRODUCER]
    assert maker is not None
    supply = own.supplies.select_related("product").earliest("pk")
    lot = Lot.objects.create(product=supply.product, producer=own, made_on=timezone.localdate(), quantity=5)
    kept = keep_sheet(maker, own, read_sheet(b"nombre\nQueso\n"), name="productos.csv")
    return {"own_supply": str(supply.pk), "own_lot": lot.code, "own_import": str(kept.pk)}


MORE.append(_goods)


def _training(own: Producer, people: dict[Persona, User | None]) -> Made:
    """A gap, a course that takes proposals, one under way, one whose proposal waits for points, a posting."""
    opportunity = an_opportunity(territory=own.territory)
    called, held = a_course(opportunity=opportunity), a_running_course(opportunity=opportunity)
    an_open_call(called)
    judged = an_open_call(a_course(opportunity=opportunity))
    proposal = a_bid(judged)
    unseal(SYSTEM, judged, at=judged.closes_at)
    return {
        "opportunity": opportunity.slug,
        "own_gap": str(a_gap(opportunity).pk),
        "called_course": called.slug,
        "held_course": held.slug,
        "own_session": str(held.sessions.earliest("pk").pk),
        "own_proposal": proposal.receipt,
        "own_posting": str(a_posting(own.comuna.name).pk),
    }


MORE.append(_training)


def _orders(own: Producer, people: dict[Persona, User | None]) -> Made:
    """An offer that waits, a quote that waits, and a paid order."""
    product = own.supplies.earliest("pk").product
    quote = a_quote(product, 20)
    order = an_order(a_quote(product, 30), paid=True)
    offer = Offer.objects.open().filter(producer=own).select_related("line__inquiry").earliest("pk")
    return {
        "quote": quote.token,
        "order": order.token,
        "own_offer": str(offer.pk),
        "own_part": str(order.parts.get().pk),
        "own_inquiry": offer.line.inquiry.number,
    }


MORE.append(_orders)


def _money(own: Producer, people: dict[Persona, User | None]) -> Made:
    """A checkout at the test gateway."""
    product = own.supplies.earliest("pk").product
    return {"test_session": a_payment(an_order(a_quote(product, 10))).external_id}


MORE.append(_money)
