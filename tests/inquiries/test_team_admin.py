"""The territory's team in the CMS: its own inquiries, those without a producer at hand, and nothing to change."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import a_mandate, a_network, a_producer, a_product, a_territory, a_user, an_inquiry

pytestmark = pytest.mark.django_db
LIST = "/admin/consultas/"


def admitted(email, **fields):
    """An account that may enter the CMS, and no more."""
    group, _ = Group.objects.get_or_create(name="puerta")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = a_user(email, **fields)
    user.groups.add(group)
    return user


@pytest.fixture
def here():
    return a_territory()


@pytest.fixture
def member(here):
    user = admitted("equipo@ejemplo.cl")
    a_mandate(user, here)
    return user


@pytest.fixture
def inquiry(here):
    cheese = a_product(territory=here, supplies=[{"capacity": 420, "producer": a_producer("Rosa Araya")}])
    return an_inquiry(cheese, 500, phone="+56 9 8765 4321", message="Sin sal.")


@pytest.fixture
def elsewhere():
    huasco = a_territory("Huasco", slug="huasco")
    return an_inquiry(a_product("Uva", territory=huasco), 10, organisation="Hotel Vallenar")


def test_the_team_sees_its_own_and_no_others(client, member, inquiry, elsewhere):
    client.force_login(member)

    page = client.get(LIST).content.decode()

    assert inquiry.number in page
    assert elsewhere.number not in page
    assert client.get(f"{LIST}{inquiry.pk}/").status_code == 200
    assert client.get(f"{LIST}{elsewhere.pk}/").status_code == 404


def test_what_no_territory_claims_every_team_sees(client, member):
    from tests.builders import a_category

    adrift = an_inquiry(a_category(), 10)
    client.force_login(member)

    assert adrift.number in client.get(LIST).content.decode()


def test_one_inquiry_shows_contact_parts_gaps_and_steps(client, member, inquiry):
    client.force_login(member)

    page = client.get(f"{LIST}{inquiry.pk}/").content.decode()

    for words in (
        "Marta Rojas",
        "marta@lacaperuza.cl",
        "+56 9 8765 4321",
        "Sin sal.",
        "Rosa Araya",
        "420 kg",
        "80 kg",
        "Falta escala",
        "Recibimos su consulta",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=unmatched", "none"),
        ("?status=routed", "part"),
        ("?unserved=true", "both"),
        ("?unserved=false", "all served"),
    ],
)
def test_filters_find_what_has_no_producer(client, member, here, query, found):
    numbers = {
        "none": an_inquiry(a_product(), 10).number,
        "part": an_inquiry(a_product(supplies=[5]), 10).number,
        "all served": an_inquiry(a_product(supplies=[50]), 10).number,
    }
    client.force_login(member)

    page = client.get(LIST + query).content.decode()

    shown = {name for name, number in numbers.items() if number in page}
    expected = {"both": {"none", "part"}, "part": {"part", "all served"}}.get(found, {found})
    assert shown == expected


def test_search_finds_the_number_and_the_buyer(client, member, inquiry):
    client.force_login(member)

    assert inquiry.number in client.get(f"{LIST}?q=caperuza").content.decode()
    assert inquiry.number not in client.get(f"{LIST}?q=vallenar").content.decode()


@pytest.mark.parametrize("role", ["nobody", "producer", "coordinator", "former member", "editor"])
def test_others_see_none_of_it(client, inquiry, here, role):
    user = admitted("otra@ejemplo.cl")
    match role:
        case "producer":
            a_mandate(user, a_producer())
        case "coordinator":
            a_mandate(user, a_network())
        case "former member":
            a_mandate(user, here, ends_on="2020-01-01")
        case "editor":
            account = ContentType.objects.get_for_model(type(user))
            every = Permission.objects.get_or_create(codename="work_on_any_record", content_type=account)[0]
            user.user_permissions.add(every)
    client.force_login(user)

    for path in (LIST, f"{LIST}results/", f"{LIST}{inquiry.pk}/"):
        answer = client.get(path)
        assert answer.status_code in {302, 403, 404}
        assert inquiry.number not in answer.content.decode()
    assert LIST not in client.get("/admin/").content.decode()


def test_a_stranger_is_sent_to_sign_in(client, inquiry):
    for path in (LIST, f"{LIST}{inquiry.pk}/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.url.startswith("/entrar/?next=/admin/")


def test_the_first_page_counts_what_found_nobody(client, member, here):
    an_inquiry(a_product(), 10)
    client.force_login(member)

    page = client.get("/admin/").content.decode()

    assert "<span>1</span> Consulta sin productor" in page
    assert "<span>0</span> Consultas esperando respuesta" in page


def test_the_list_costs_the_same_for_many(client, member, here):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        return len(queries)

    client.force_login(member)
    an_inquiry(a_product(supplies=[5]), 10)
    cost()
    of_one = cost()
    for _ in range(8):
        an_inquiry(a_product(supplies=[5]), 10)

    assert cost() == of_one
