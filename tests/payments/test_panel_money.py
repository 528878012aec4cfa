"""What producers, coordinators and teams see of their money, and whom they let be paid."""

import pytest
from django.urls import reverse

from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage, OutgoingMail
from inquiries.enums import PartStatus
from inquiries.services.orders import move_part
from payments.enums import FeeKind
from payments.fake_stripe import api
from payments.models import BankAccount
from payments.services import make_batch, mark_paid, refund
from tests.builders import a_mandate, a_network, a_producer, a_territory, a_user
from tests.payments.rows import a_bank_account, a_fee, an_order, paid

pytestmark = pytest.mark.django_db
TOLD = {
    "holder": "Rosa Tapia", "rut": "12345678-5", "bank": "012", "account_kind": "sight", "number": "0012 3456 78",
}  # fmt: skip


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def maker():
    return a_producer("Elba Pastén")


@pytest.fixture
def signed_in(client, maker):
    user = a_user()
    a_mandate(user, maker)
    client.force_login(user)
    return client


def received(order):
    paid(order)
    for part in order.parts.all():
        move_part(SYSTEM, move_part(SYSTEM, part, PartStatus.DISPATCHED), PartStatus.RECEIVED)
    return order


def test_a_producer_sees_what_is_due_coming_and_paid(signed_in, maker):
    a_fee(FeeKind.PLATFORM, 1_000)
    a_bank_account(maker)
    received(an_order(100_000, producers=[maker]))
    make_batch(SYSTEM)
    received(an_order(10_000, producers=[maker]))
    paid(an_order(20_000, producers=[maker]))

    page = text(signed_in.get(reverse("panel-money")))

    assert "$10.900" in page, "due: 11.900 less the fee of 1.000"
    assert "$21.800" in page, "coming"
    assert "$109.000" in page, "paid"
    assert "••••5678" in page
    assert "12345678" not in page


def test_what_the_bank_has_not_answered_for_is_not_called_transferred(signed_in, maker):
    a_bank_account(maker)
    received(an_order(100_000, producers=[maker]))
    payout = make_batch(SYSTEM).payouts.get()

    before = text(signed_in.get(reverse("panel-money")))
    mark_paid(SYSTEM, payout, bank_reference="99812")
    after = text(signed_in.get(reverse("panel-money")))

    figure = '{}</dt><dd><data value="{}">'
    assert figure.format("Transferencia en curso", 119000) in before
    assert figure.format("Ya transferido", 0) in before
    assert "Transferencia en curso" not in after
    assert figure.format("Ya transferido", 119000) in after
    assert figure.format("Por pagarle", 0) in before


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (0, "pagaron $11.900, comisiones $1.000</span>"),
        (5_950, "pagaron $11.900, comisiones $500 · devuelto $5.950</span>"),
        (11_900, "pagaron $11.900, comisiones $0 · devuelto $11.900</span>"),
    ],
)
def test_what_was_paid_less_the_fees_and_what_went_back_is_what_is_left(signed_in, maker, back, said):
    a_fee(FeeKind.PLATFORM, 1_000)
    order = received(an_order(10_000, producers=[maker]))
    if back:
        refund(SYSTEM, order, amount=back)

    page = signed_in.get(reverse("panel-money"))

    assert said in text(page)
    (row,) = page.context["money"].rows
    assert row.share.gross - row.fees - row.back == row.left.producer
    line = signed_in.get(reverse("panel-money-file")).content.decode().strip().splitlines()[-1]
    assert line.endswith(f";11900;1900;0;{row.fees};{back};{row.left.producer}")


def test_before_the_first_sale_the_page_says_what_is_missing(signed_in):
    page = text(signed_in.get(reverse("panel-money")))

    assert "Falta decir la cuenta" in page
    assert "Cuando le paguen un pedido" in page


def test_nobody_elses_money_is_shown(signed_in, maker):
    received(an_order(77_000, producers=[a_producer("Otra")]))

    assert "Otra" not in text(signed_in.get(reverse("panel-money")))
    assert "Otra" not in signed_in.get(reverse("panel-money-file")).content.decode()


def test_a_coordinator_sees_the_network_and_its_members(client, maker):
    network = a_network("Red Queseras", members=[maker])
    a_fee(FeeKind.NETWORK, 1_000)
    user = a_user()
    a_mandate(user, network)
    client.force_login(user)
    received(an_order(10_000, producers=[maker], network=network))

    page = text(client.get(reverse("panel-money")))

    assert 'Red Queseras: <data value="1000">' in page
    assert 'Elba Pastén: <data value="10900">' in page


def test_a_team_sees_its_territory_and_changes_no_account(client, maker):
    user = a_user()
    a_mandate(user, a_territory())
    client.force_login(user)
    received(an_order(10_000, producers=[maker]))

    assert "Elba Pastén" in text(client.get(reverse("panel-money")))
    assert client.get(reverse("panel-bank-account", args=[maker.slug])).status_code == 404


def test_the_file_has_a_line_for_each_part_with_formulas_made_inert(signed_in, maker):
    type(maker).objects.filter(pk=maker.pk).update(name="=1+1")
    order = received(an_order(10_000, producers=[maker]))
    refund(SYSTEM, order, amount=1_900)

    header, line = signed_in.get(reverse("panel-money-file")).content.decode().strip().splitlines()

    assert header.startswith("\ufeffpedido;fecha;")
    assert line.startswith(order.number)
    assert line.endswith(";'=1+1;Recibido;11900;1900;0;0;1900;10000")


def test_an_account_is_told_and_everybody_who_answers_hears_of_it(signed_in, maker):
    answer = signed_in.post(reverse("panel-bank-account", args=[maker.slug]), TOLD)
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()
    worker.run_until_idle()

    assert answer.url == reverse("panel-money")
    row = BankAccount.objects.get()
    assert (row.rut, row.number, row.producer) == ("12.345.678-5", "0012345678", maker)
    letter = OutgoingMail.objects.get(key__startswith="bank-account-")
    assert "••••5678" in letter.text
    assert "0012345678" not in letter.text


@pytest.mark.parametrize(
    "wrong", [{"rut": "1-1"}, {"number": "12"}, {"number": "12a456"}, {"bank": "999"}, {"holder": ""}]
)
def test_an_account_that_cannot_be_is_refused(signed_in, maker, wrong):
    assert signed_in.post(reverse("panel-bank-account", args=[maker.slug]), TOLD | wrong).status_code == 422
    assert not BankAccount.objects.exists()


def test_an_account_typed_before_is_not_shown_again(signed_in, maker):
    a_bank_account(maker, number="99887766")

    page = text(signed_in.get(reverse("panel-bank-account", args=[maker.slug])))

    assert "••••7766" in page
    assert "99887766" not in page


def test_the_page_costs_the_same_for_one_sale_or_many(signed_in, maker, django_assert_max_num_queries):
    for _ in range(6):
        received(an_order(10_000, producers=[maker]))

    with django_assert_max_num_queries(20):
        signed_in.get(reverse("panel-money"))


def test_what_is_wrong_in_the_account_leaves_what_was_typed(signed_in, maker):
    page = text(signed_in.post(reverse("panel-bank-account", args=[maker.slug]), TOLD | {"rut": "1-1"}))

    for typed in ("Rosa Tapia", "1-1", "0012 3456 78"):
        assert f'value="{typed}"' in page
    assert '<option value="012" selected>' in page
    assert '<option value="sight" selected>' in page


def test_nobody_says_an_account_for_another(signed_in):
    other, network = a_producer("Otra"), a_network("Otra red")

    for name, owner in (("panel-bank-account", other), ("panel-network-account", network)):
        assert signed_in.post(reverse(name, args=[owner.slug]), TOLD).status_code == 404
    assert not BankAccount.objects.exists()


def test_what_another_was_transferred_is_not_shown(signed_in, maker):
    network = a_network("Red de todas", members=[maker])
    a_fee(FeeKind.NETWORK, 1_000)
    other = a_producer("Otra")
    for owner in (other, network):
        a_bank_account(owner, number="99887766")
    received(an_order(77_000, producers=[other], network=network))
    make_batch(SYSTEM)

    page = text(signed_in.get(reverse("panel-money")))

    assert "7766" not in page
    assert "Red de todas" not in page
