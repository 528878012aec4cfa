"""Who does what in the CMS: four groups, and the review a producer's or a coordinator's change passes to be live.

A group says which actions; the mandates of a person say on which rows (`foundation.policies`).
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from catalog.models import Category, PointOfSale, Product
from foundation.models import User
from foundation.policies import WORK_ON_ANY_RECORD
from governance.models import (
    Body,
    Commitment,
    Indicator,
    MeetingSession,
    Objective,
    ProgrammeCycle,
    Report,
    Stage,
    StrategicPlan,
)
from opportunities.models import Cohort, Course, Gap, Opportunity, Posting, Programme
from producers.enums import Role
from producers.models import Mandate, Network, Producer, Seal, SealGrant
from routes.models import Circuit, Place
from search.models import SynonymGroup
from territories.models import Territory

from .models import RecordReview

EDITORS, TEAM, COORDINATORS, PRODUCERS = "Edición", "Equipo territorial", "Coordinación de red", "Producción"
GROUP_OF = {Role.TEAM: TEAM, Role.COORDINATOR: COORDINATORS, Role.PRODUCER: PRODUCERS}

RECORDS: tuple[type[Model], ...] = (Territory, Producer, Network, Product, Circuit, Opportunity)
"""Kinds with drafts and review."""
GOVERNANCE: tuple[type[Model], ...] = (
    Body, MeetingSession, StrategicPlan, Objective, Indicator, Commitment, Report,
)  # fmt: skip
"""What a territory's team writes of its own governance."""
DRAFTED = ("add", "change", "view", "publish", "lock", "unlock")
SHEET = ("add", "change", "view", "delete")

ACTIONS: dict[str, dict[type[Model], Iterable[str]]] = {
    EDITORS: {
        **dict.fromkeys(RECORDS, (*DRAFTED, "delete")),
        **dict.fromkeys((Category, PointOfSale, Seal, SealGrant, Mandate, Place), SHEET),
        **dict.fromkeys((Gap, Course, Posting, Programme, Cohort), SHEET),
        **dict.fromkeys((*GOVERNANCE, ProgrammeCycle, Stage), SHEET),
        SynonymGroup: (*SHEET, "publish"),
    },
    TEAM: {
        **dict.fromkeys(GOVERNANCE, ("add", "change", "view")),
        **dict.fromkeys((Producer, Network, Product, Circuit), DRAFTED),
        Territory: ("change", "view", "publish"),
        Place: ("add", "change", "view"),
        Opportunity: DRAFTED,
        **dict.fromkeys((Gap, Course, Posting), ("add", "change", "view")),
        SealGrant: ("add", "change", "view"),
    },
    COORDINATORS: {Network: ("change", "view"), Producer: ("change", "view"), Product: ("add", "change", "view")},
    PRODUCERS: {Producer: ("change", "view"), Product: ("add", "change", "view")},
}
ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")
WITH_IMAGES: dict[str, tuple[str, ...]] = {
    EDITORS: ("add_image", "change_image", "choose_image", "delete_image", "add_document", "choose_document"),
    TEAM: ("add_image", "choose_image"),
    COORDINATORS: ("add_image", "choose_image"),
    PRODUCERS: ("add_image", "choose_image"),
}
RECORD_REVIEW, PAGE_REVIEW = "Revisión de fichas", "Revisión de páginas"


@transaction.atomic
def setup_roles() -> dict[str, Group]:
    """Make groups, permissions and both reviews what is written here; safe to repeat. Answers the groups by name."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ACTIONS}
    for name, group in groups.items():
        group.permissions.set(permissions_of(name))
        _allow_images(group, WITH_IMAGES[name])
    _allow_pages(groups[EDITORS])
    _review_records([groups[TEAM], groups[EDITORS]])
    _review_pages([groups[EDITORS]])
    _drop_wagtails_own_groups()
    for mandate in Mandate.objects.select_related("user"):
        enrol(mandate)
    return groups


def permissions_of(name: str) -> list[Permission]:
    """All Django permissions of a group; KeyError for an action that its model does not have."""
    wanted = [_permission(model, action) for model, actions in ACTIONS[name].items() for action in actions]
    wanted.append(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    if name == EDITORS:
        wanted.append(_work_on_any_record())
        wanted.extend(Permission.objects.filter(codename="submit_translation"))
    return wanted


def _permission(model: type[Model], action: str) -> Permission:
    kind = ContentType.objects.get_for_model(model)
    codename = f"{action}_{model._meta.model_name}"
    found, _new = Permission.objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": f"Can {action} {model._meta.model_name}"}
    )
    return found


def _work_on_any_record() -> Permission:
    return Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(User),
        codename=WORK_ON_ANY_RECORD.split(".")[1],
        defaults={"name": "Can work on any record, without a mandate"},
    )[0]


def _allow_images(group: Group, codenames: tuple[str, ...]) -> None:
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=codenames
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _allow_pages(group: Group) -> None:
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=ON_PAGES):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _review_records(reviewers: list[Group]) -> None:
    workflow = Workflow.objects.get_or_create(name=RECORD_REVIEW)[0]
    task = RecordReview.objects.get_or_create(name=RECORD_REVIEW)[0]
    task.groups.set(reviewers)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    for model in RECORDS:
        kind = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.update_or_create(content_type=kind, defaults={"workflow": workflow})


def _review_pages(reviewers: list[Group]) -> None:
    """Wagtail's own page review, by our editors and under a Spanish name."""
    Workflow.objects.filter(name="Moderators approval").update(name=PAGE_REVIEW)
    Task.objects.filter(name="Moderators approval").update(name=PAGE_REVIEW)
    for task in GroupApprovalTask.objects.filter(name=PAGE_REVIEW):
        task.groups.set(reviewers)


def _drop_wagtails_own_groups() -> None:
    Group.objects.filter(name__in=("Editors", "Moderators"), user__isnull=True).delete()


def enrol(mandate: Mandate) -> None:
    """Let the holder of a mandate into the group of its role, if it has one. The group alone reaches no row."""
    group = Group.objects.filter(name=GROUP_OF.get(Role(mandate.role))).first()
    if group is not None:
        mandate.user.groups.add(group)
