"""The page on personal data names every column that holds some, and the periods that the code keeps."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models

from foundation import handlers
from producers import handlers as forgetting
from producers.services import inviting

PAGE = Path(__file__).parents[2] / "docs" / "data.md"
TELLING = {
    "account_number", "address", "contact", "first_name", "holder", "last_name", "message", "person", "phone",
    "provider", "rut", "tax_id",
}  # fmt: skip
"""How columns are called that hold somebody's name, whereabouts or account; e-mails are known by their type."""


def told() -> str:
    return PAGE.read_text().split("## Personal data", 1)[1]


def columns() -> list[str]:
    return [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label.startswith("terruno_")
        for field in model._meta.concrete_fields
        if isinstance(field, models.EmailField | models.GenericIPAddressField)
        or (field.name in TELLING and not field.is_relation)
    ]


@pytest.mark.parametrize("column", columns())
def test_every_column_that_tells_of_a_person_is_on_the_page(column: str) -> None:
    assert f"`{column}`" in told()


def test_every_column_the_page_names_is_there() -> None:
    known = {f"{model.__name__}.{field.name}" for model in apps.get_models() for field in model._meta.concrete_fields}
    named = {word for word in told().split("`")[1::2] if word[:1].isupper() and word.count(".") == 1}
    assert len(named) > 20
    assert {word for word in named if not word.startswith("TERRUNO")} <= known


def test_the_periods_are_those_of_the_code() -> None:
    page = " ".join(told().split())
    days = settings.SESSION_COOKIE_AGE // 86_400
    assert f"a session lapses after {days} days" in page
    kept = forgetting.KEEP_INVITATIONS.days
    assert f"lapses after {inviting.DAYS} days | deleted {kept} days after it lapsed" in page
    assert f"emptied {handlers.KEEP_LETTERS.days} days after it was sent" in page
    assert f"hash of what was sent, for {handlers.KEEP_IDEMPOTENCY.days} days" in page
    assert f"go after {handlers.KEEP_DONE.days} days, those with a key after {handlers.KEEP_KEYED.days}" in page


def test_nothing_protects_an_account_but_what_says_who_judged() -> None:
    protecting = {
        f"{relation.related_model.__name__}.{relation.field.name}"
        for relation in get_user_model()._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.PROTECT
    }
    assert protecting == {"Score.evaluator", "Evidence.checked_by", "Actual.checked_by"}
