"""The same form sent at once from several places."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.utils import timezone

from routes.models import Plan
from routes.plans.cleaning import Raw, RawDay, clean
from routes.plans.keeping import plan_once
from tests.builders import a_circuit, a_place

pytestmark = pytest.mark.django_db(transaction=True)
Race = Callable[..., Counter[str]]


def asked_at_once(race: Race, key: str) -> Counter[str]:
    circuit = a_circuit(stops=[a_place()])
    cleaned = clean(Raw(days=[RawDay(timezone.localdate(), "09:00", "19:00")], circuit=circuit.slug))
    return race(lambda: plan_once(cleaned, key=key, body=b"{}", scope="api.plans", locale="es"), times=6)


def test_one_key_sent_at_once_is_one_plan(race: Race) -> None:
    outcomes = asked_at_once(race, "mi-viaje")

    assert list(outcomes) == [Plan.objects.get().token]


def test_without_a_key_each_is_a_plan_of_its_own(race: Race) -> None:
    assert len(asked_at_once(race, "")) == Plan.objects.count() == 6
