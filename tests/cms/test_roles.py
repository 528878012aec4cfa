import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Workflow, WorkflowContentType

from catalog.models import Product
from foundation import policies
from terruno.pages.roles import COORDINATORS, EDITORS, PRODUCERS, RECORDS, TEAM, setup_roles
from tests.builders import a_mandate, a_producer, a_product, a_user

pytestmark = pytest.mark.django_db


def test_setting_up_twice_changes_nothing() -> None:
    setup_roles()
    before = (Group.objects.count(), Permission.objects.count(), Workflow.objects.count())
    setup_roles()
    assert (Group.objects.count(), Permission.objects.count(), Workflow.objects.count()) == before
    assert set(Group.objects.values_list("name", flat=True)) == {EDITORS, TEAM, COORDINATORS, PRODUCERS}


def test_only_editors_and_teams_may_publish() -> None:
    setup_roles()
    publishers = Group.objects.filter(permissions__codename="publish_product").values_list("name", flat=True)
    assert set(publishers) == {EDITORS, TEAM}


def test_every_record_is_reviewed() -> None:
    setup_roles()
    assert WorkflowContentType.objects.count() == len(RECORDS)


def test_a_mandate_lets_its_holder_into_the_group_of_its_role() -> None:
    user = a_user()
    a_mandate(user, a_producer())
    setup_roles()
    assert [group.name for group in user.groups.all()] == [PRODUCERS]
    other = a_user()
    a_mandate(other, a_producer())
    assert [group.name for group in other.groups.all()] == [PRODUCERS]


def test_a_group_without_a_mandate_reaches_no_row() -> None:
    groups = setup_roles()
    user = a_user()
    user.groups.add(groups[TEAM])
    a_product()
    assert not policies.rows(Product, user).exists()
