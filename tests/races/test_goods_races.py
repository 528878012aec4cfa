"""Two taps at once, two people at once: one effect each, and a control that shows what the lock is for."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowContentType, WorkflowState, WorkflowTask

from catalog.enums import Availability
from catalog.imports.reading import read_sheet
from catalog.models import Format, Product, ProductImport, Stock, Supply
from catalog.services import reviewing
from catalog.services.importing import commit_import, keep_sheet, plan_of
from catalog.services.reviewing import approve_product, return_product, submit_product
from catalog.services.stock import set_stock
from catalog.services.supplies import set_availability
from foundation import audit
from foundation.actors import SYSTEM
from foundation.models import User
from tests.builders import a_category, a_product, a_supply, a_user
from tests.catalog.sheets import ROW, as_csv

Race = Callable[..., Counter[str]]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cheese() -> Product:
    task = GroupApprovalTask.objects.create(name="Revisión")
    workflow = Workflow.objects.create(name="Revisión")
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    kind = ContentType.objects.get_for_model(Product)
    WorkflowContentType.objects.create(content_type=kind, workflow=workflow)
    product = a_product("Queso", summary_es="Firme", live=False)
    a_supply(product, 100, producer=product.producer)
    return product


def hand_in(user: User, product: Product) -> str:
    return submit_product(user, Product.objects.get(pk=product.pk)).status


def test_handed_in_eight_times_at_once_is_one_review(race: Race, cheese: Product) -> None:
    user = a_user()
    assert race(lambda: hand_in(user, cheese), 8) == Counter({WorkflowState.STATUS_IN_PROGRESS: 8})
    assert WorkflowState.objects.count() == 1
    assert audit.entries(cheese, "product.submitted").count() == 1


def test_published_and_sent_back_at_once_is_one_decision(race: Race, cheese: Product) -> None:
    user = a_user()
    submit_product(user, cheese)
    decisions = iter([approve_product, return_product] * 4)

    def decide() -> str:
        decision = next(decisions)
        decision(user, Product.objects.get(pk=cheese.pk), note="x")
        return "decided"

    assert race(decide, 8) == Counter({"decided": 1, "NotUnderReview": 7})
    assert audit.AuditEntry.objects.filter(verb__in=("product.approved", "product.returned")).count() == 1


def test_control_decisions_that_trust_what_they_read_before_are_both_taken(
    race: Race, cheese: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = a_user()
    submit_product(user, cheese)
    read = iter([(cheese, cheese.workflow_states.select_related("current_task_state").get()) for _n in range(2)])
    monkeypatch.setattr(reviewing, "_waiting", lambda _product: next(read))
    monkeypatch.setattr(TaskState, "specific", property(lambda state: state))

    outcomes = race(lambda: return_product(user, cheese, note="x"), 2)
    assert outcomes == Counter({"None": 2})
    assert audit.entries(cheese, "product.returned").count() == 2


def test_one_tap_made_eight_times_at_once_is_written_down_once(race: Race, cheese: Product) -> None:
    supply = Supply.objects.get()
    race(lambda: set_availability(SYSTEM, supply, Availability.PAUSED).after, 8)

    assert Supply.objects.get().paused
    assert audit.entries(supply).count() == 1


def test_counting_while_selling_never_makes_pieces_out_of_nothing(race: Race, cheese: Product) -> None:
    entry = Format.objects.create(product=cheese, name_es="Rueda", size=1)
    Stock.objects.create(format=entry, on_hand=10)
    turns = iter(range(8))

    def work() -> str:
        if next(turns) % 2:
            set_stock(SYSTEM, entry, pieces=20, seen=10)
            return "counted"
        return f"sold {Stock.objects.hold(entry.pk, 1) and Stock.objects.take(entry.pk, 1)}"

    outcomes = race(work, 8)
    counted = outcomes["counted"]
    assert counted <= 1
    assert Stock.objects.get().on_hand == (20 if counted else 10) - 4


def test_a_sheet_confirmed_eight_times_at_once_is_done_once(race: Race, cheese: Product) -> None:
    a_category()
    user = a_user()
    kept = keep_sheet(user, cheese.producer, read_sheet(as_csv(ROW)), name="a.csv")
    shown = plan_of(kept).digest
    race(lambda: commit_import(user, ProductImport.objects.get(pk=kept.pk), shown=shown).status, 8)

    assert Product.objects.filter(title_es="Queso fresco").count() == 1
