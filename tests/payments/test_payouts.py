"""Producers and networks are paid what they are owed, once."""

import json
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import connection

from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from inquiries.enums import PartStatus
from inquiries.services.orders import move_part
from payments import guards
from payments.enums import AccountKind, FeeKind, PayoutState
from payments.fake_stripe import api
from payments.gateways.payouts import COLUMNS, bank_file
from payments.ledger import account, balance, difference
from payments.models import FakeObject, Payout
from payments.services import PayoutClosed, make_batch, mark_failed, mark_paid, refund
from payments.services.payouts import NothingOwed, owed_to_networks, owed_to_producers
from tests.builders import a_network, a_producer
from tests.payments.rows import a_bank_account, a_fee, an_order, paid

pytestmark = pytest.mark.django_db


def received(order):
    paid(order)
    for part in order.parts.all():
        move_part(SYSTEM, part, PartStatus.DISPATCHED)
        part.refresh_from_db()
        move_part(SYSTEM, part, PartStatus.RECEIVED)
    return order


def test_what_was_received_is_due_and_what_is_under_way_is_coming():
    maker = a_producer()
    received(an_order(10_000, producers=[maker]))
    paid(an_order(5_000, producers=[maker]))

    owed = owed_to_producers()[maker.pk]

    assert (owed.due, owed.coming, owed.paid) == (11_900, 5_950, 0)


def test_a_batch_pays_everybody_once():
    maker, network = a_producer(), a_network()
    a_fee(FeeKind.NETWORK, 1_000)
    received(an_order(10_000, producers=[maker], network=network))
    a_bank_account(maker)
    a_bank_account(network, number="999001122")

    batch = make_batch(SYSTEM)

    assert batch.total == 11_900
    assert sorted(batch.payouts.values_list("amount", flat=True)) == [1_000, 10_900]
    with pytest.raises(NothingOwed):
        make_batch(SYSTEM)
    assert owed_to_networks()[network.pk].due == 0
    assert balance(account(AccountKind.PRODUCER, maker)) == 0
    assert difference() == 0


def test_who_told_no_account_is_not_paid_yet():
    received(an_order(10_000))

    with pytest.raises(NothingOwed):
        make_batch(SYSTEM)


def test_the_banks_answer_moves_the_money():
    maker = a_producer()
    received(an_order(10_000, producers=[maker]))
    a_bank_account(maker)
    payout = make_batch(SYSTEM).payouts.get()

    for _again in range(2):
        mark_paid(SYSTEM, payout, bank_reference="99812")

    payout.refresh_from_db()
    assert (payout.state, payout.bank_reference) == (PayoutState.PAID, "99812")
    assert balance(account(AccountKind.BANK)) == -11_900
    assert balance(account(AccountKind.PAYOUT, payout)) == 0
    with pytest.raises(PayoutClosed):
        mark_failed(SYSTEM, payout)


def test_what_the_bank_sent_back_is_owed_again():
    maker = a_producer()
    received(an_order(10_000, producers=[maker]))
    a_bank_account(maker)
    mark_failed(SYSTEM, make_batch(SYSTEM).payouts.get())

    assert owed_to_producers()[maker.pk].due == 11_900
    assert make_batch(SYSTEM).total == 11_900


def test_a_refund_after_the_payout_is_taken_off_the_next():
    maker = a_producer()
    first = received(an_order(10_000, producers=[maker]))
    a_bank_account(maker)
    make_batch(SYSTEM)
    refund(SYSTEM, first, amount=1_900)
    assert owed_to_producers()[maker.pk].due == -1_900
    received(an_order(10_000, producers=[maker]))

    assert make_batch(SYSTEM).total == 10_000


def test_the_banks_file_has_a_line_for_each_transfer():
    maker = a_producer()
    received(an_order(10_000, producers=[maker]))
    a_bank_account(maker, holder="=HYPERLINK(1)")
    batch = make_batch(SYSTEM)

    header, line, end = bank_file(batch).split("\r\n")

    assert header == ";".join(COLUMNS)
    assert line == f"12345678-5;'=HYPERLINK(1);012;BancoEstado;sight;12345678;11900;CLP;{batch.number}-1"
    assert end == ""


def test_an_account_is_shown_by_its_last_digits_only():
    row = a_bank_account(a_producer(), number="00112233445")

    assert str(row) == "BancoEstado ••••3445"


def test_stripe_connect_pays_where_it_is_switched_on(settings):
    settings.STRIPE_CONNECT = True
    maker = a_producer()
    received(an_order(10_000, producers=[maker]))
    a_bank_account(maker, connect_account="acct_1")
    batch = make_batch(SYSTEM)
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()

    worker.run_until_idle()

    payout = Payout.objects.get()
    assert payout.state == PayoutState.PAID
    assert FakeObject.objects.get(kind="transfer").pk == payout.bank_reference
    assert balance(account(AccountKind.STRIPE)) == 0
    assert bank_file(batch).count("\r\n") == 1, "nothing left for the bank"


def test_connect_is_off_by_default():
    assert django_settings.STRIPE_CONNECT is False


def test_the_books_are_checked_by_a_command():
    received(an_order(10_000))
    out = StringIO()

    call_command("ledger_check", stdout=out)

    assert json.loads(out.getvalue()) == {
        "difference": 0, "unbalanced": 0, "guards_missing": [], "events_waiting": 0, "event_age_s": 0,
    }  # fmt: skip


def test_the_command_fails_where_a_guard_is_missing():
    guards.remove(connection)
    try:
        with pytest.raises(CommandError):
            call_command("ledger_check", stdout=StringIO())
    finally:
        guards.install(connection)
