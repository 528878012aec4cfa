"""Every text of the demo is there in both languages."""

import pytest
from django.db import models

from catalog.models import Category, Format, PointOfSale, PriceTier, Product, Supply
from governance.models import (
    Agreement,
    Body,
    Commitment,
    Indicator,
    Initiative,
    MeetingSession,
    Milestone,
    Objective,
    ProgrammeCycle,
    Seat,
    Stage,
    StrategicPlan,
)
from producers.models import Network, NetworkCapacity, NetworkResult, Producer, Seal, SealGrant
from routes.models import Circuit, CircuitOperator, Place, Stop
from territories.models import Territory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]

TEXTS: list[tuple[type[models.Model], tuple[str, ...]]] = [
    (Territory, ("summary", "known_for", "identity")),
    (Producer, ("summary", "story")),
    (Network, ("summary", "story", "trade")),
    (NetworkCapacity, ("unit", "what")),
    (NetworkResult, ("what", "source")),
    (Seal, ("name", "description")),
    (Category, ("name",)),
    (Product, ("title", "summary", "description", "keywords", "price_format", "unit_name", "storage_note")),
    (Format, ("name",)),
    (PointOfSale, ("name", "description")),
    (Circuit, ("title", "summary", "description", "themes")),
    (Place, ("name", "sort")),
    (Stop, ("note",)),
    (CircuitOperator, ("what",)),
    (Body, ("name", "purpose")),
    (Seat, ("role",)),
    (StrategicPlan, ("vision", "mission", "identity")),
    (Objective, ("text",)),
    (Initiative, ("title",)),
    (Indicator, ("name", "unit")),
    (Commitment, ("text", "owner_role", "proof")),
    (MeetingSession, ("subject",)),
    (Agreement, ("text",)),
    (ProgrammeCycle, ("name", "summary")),
    (Stage, ("name",)),
    (Milestone, ("text",)),
]


@pytest.mark.parametrize(("model", "names"), TEXTS, ids=[model.__name__ for model, _names in TEXTS])
def test_each_text_is_there_in_spanish_and_english(model: type[models.Model], names: tuple[str, ...]) -> None:
    columns = [f"{name}_{language}" for name in names for language in ("es", "en")]
    rows = list(model._default_manager.values("pk", *columns))
    assert rows
    assert [(row["pk"], column) for row in rows for column in columns if not row[column].strip()] == []


def test_a_story_of_the_operating_territories_is_told_in_both() -> None:
    told = Territory.objects.filter(status="operating")
    assert all(territory.story_es and territory.story_en for territory in told)


@pytest.mark.parametrize("model", [Producer, Network, Product, Circuit])
def test_spanish_and_english_are_not_the_same_text(model: type[models.Model]) -> None:
    assert not model._default_manager.filter(summary_es=models.F("summary_en")).exists()


@pytest.mark.parametrize("model", [*(model for model, _names in TEXTS), Supply, PriceTier, SealGrant])
def test_every_row_is_one_that_a_form_would_take(model: type[models.Model]) -> None:
    """Lengths too, which SQLite does not mind."""
    for row in model._default_manager.all():
        row.full_clean(validate_unique=False, validate_constraints=False)
