from decimal import Decimal

import pytest
from django.db import transaction

from foundation import audit
from foundation.actors import SYSTEM, Actor
from foundation.models import AuditEntry, AuditHead, User
from foundation.models.audit import AuditIsAppendOnly
from foundation.units import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("ana@example.org")


@pytest.fixture
def chain(user):
    """Five sealed entries."""
    with transaction.atomic():
        entries = [audit.record(SYSTEM, f"thing.{n}", user, n=n) for n in range(5)]
    audit.seal()
    return entries


def test_an_entry_says_who_did_what_to_what(user):
    entry = audit.record(user, "offer.declined", user, reason=Unit.KG, quantity=Decimal("1.50"), ids={2, 1})

    stored = audit.entries(user, "offer.declined").get()
    assert (stored.pk, stored.actor_kind, stored.actor_id) == (entry.pk, "user", str(user.pk))
    assert stored.facts == {"reason": "kg", "quantity": "1.50", "ids": [1, 2]}
    assert not audit.entries(user, "offer.accepted").exists()


def test_a_link_holder_acts_under_its_role(user):
    assert str(audit.record(Actor.link("buyer", 7), "quote.accepted", user).actor_kind) == "link:buyer"


def test_an_untouched_chain_is_whole(chain, user):
    audit.record(SYSTEM, "after", user)  # not sealed yet
    assert audit.verify() is None
    assert audit.seal() == 1
    assert audit.verify() is None


def test_sealing_goes_on_from_batch_to_batch(user):
    for n in range(5):
        audit.record(SYSTEM, "thing", user, n=n)

    assert [audit.seal(2), audit.seal(2), audit.seal(2), audit.seal(2)] == [2, 2, 1, 0]
    assert audit.verify() is None
    assert list(AuditEntry.objects.values_list("position", flat=True)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "change",
    [{"verb": "other"}, {"facts": {"n": 9}}, {"actor_id": "1"}, {"object_id": "0"}, {"hash": "f" * 64}],
    ids=lambda change: next(iter(change)),
)
def test_an_altered_entry_breaks_the_chain_there(chain, change):
    AuditEntry.objects.filter(pk=chain[2].pk).update(**change)

    assert audit.verify() == chain[2].pk


def test_a_deleted_entry_breaks_the_chain_at_the_next(chain):
    AuditEntry.objects.filter(pk=chain[2].pk).delete()

    assert audit.verify() == chain[3].pk


def test_deleting_the_last_entry_shows(chain):
    AuditEntry.objects.filter(pk=chain[4].pk).delete()

    assert audit.verify() == chain[4].pk


def test_deleting_everything_shows(chain):
    AuditEntry.objects.all().delete()

    assert audit.verify() == chain[4].pk


def test_losing_the_head_shows(chain):
    AuditHead.objects.all().delete()

    assert audit.verify() is not None


def test_two_entries_that_changed_places_break_the_chain_at_the_first(chain):
    first, second = (AuditEntry.objects.get(pk=chain[n].pk) for n in (1, 2))
    seals = [(first.pk, second.position, second.hash), (second.pk, first.position, first.hash)]
    AuditEntry.objects.filter(pk__in=[first.pk, second.pk]).update(position=None, hash="")
    for pk, position, link in seals:
        AuditEntry.objects.filter(pk=pk).update(position=position, hash=link)

    assert audit.verify() == second.pk


def test_the_model_refuses_changes(chain):
    with pytest.raises(AuditIsAppendOnly):
        chain[0].save()
    with pytest.raises(AuditIsAppendOnly):
        chain[0].delete()
