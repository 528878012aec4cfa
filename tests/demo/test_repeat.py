"""The demo may be loaded again and again, over what people made of it."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.serializers import serialize
from django.utils import timezone

from catalog.models import Format, Product, Supply
from foundation.models import User
from producers.models import Mandate, Producer, SealGrant
from terruno.demo import goods, makers
from terruno.demo.accounts import load_accounts
from terruno.demo.files import read
from terruno.demo.loader import Loader
from terruno.demo.records import load_records
from terruno.pages.roles import setup_roles

pytestmark = pytest.mark.django_db


def load(**options: Any) -> Loader:
    loader = Loader(say=lambda text: None, **options)
    load_records(loader)
    return loader


def stored() -> dict[str, str]:
    """Every row of our own rooms, as it is stored."""
    ours = [model for model in apps.get_models() if model._meta.app_label.startswith("terruno_")]
    return {model._meta.label: serialize("json", model._base_manager.order_by("pk")) for model in ours}


def test_loading_twice_is_loading_once(settings: Any, tmp_path: Path) -> None:
    settings.TERRUNO_VAR = tmp_path
    call_command("demo", no_pictures=True, no_index=True, stdout=StringIO())
    once = stored()
    said = StringIO()
    call_command("demo", no_pictures=True, no_index=True, stdout=said)
    again = stored()
    assert {name for name in once if once[name] != again[name]} == set()
    assert "records: no change" in said.getvalue()
    assert "pages: no change" in said.getvalue()


def test_what_people_changed_stays() -> None:
    load()
    cheese = Product.objects.get(slug="queso-cabra-maduro-limari")
    cheese.title_es = "Queso de la abuela"
    cheese.save()
    kept = cheese.formats.first()
    Format.objects.filter(product=cheese).exclude(pk=kept.pk).delete()
    load()
    cheese.refresh_from_db()
    assert cheese.title_es == "Queso de la abuela"
    assert list(cheese.formats.all()) == [kept]


def test_reset_puts_the_demos_words_and_parts_back() -> None:
    load()
    cheese = Product.objects.get(slug="queso-cabra-maduro-limari")
    title, formats, version = cheese.title_es, cheese.formats.count(), cheese.version
    Product.objects.filter(pk=cheese.pk).update(title_es="Otro", live=False)
    Supply.objects.filter(product=cheese).update(unit_price=1)
    cheese.formats.last().delete()
    load(reset=True)
    cheese.refresh_from_db()
    assert (cheese.title_es, cheese.live, cheese.formats.count()) == (title, True, formats)
    assert not cheese.supplies.filter(unit_price=1).exists()
    assert cheese.version > version


def test_a_load_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise OSError("no disk")

    monkeypatch.setattr(goods, "load_points_of_sale", fail)
    with pytest.raises(OSError, match="no disk"):
        load()
    assert not Producer.objects.exists()
    monkeypatch.undo()
    load()
    assert not Product.objects.filter(formats=None).exists()


def test_rows_of_others_are_not_touched() -> None:
    load()
    cheese = Product.objects.get(slug="queso-cabra-maduro-limari")
    mine = Product.objects.create(
        slug="mio",
        title_es="Mío",
        category=cheese.category,
        territory=cheese.territory,
        comuna=cheese.comuna,
        producer=cheese.producer,
    )
    load(reset=True)
    mine.refresh_from_db()
    assert (mine.title_es, mine.version) == ("Mío", 1)


def test_seals_hold_today_whatever_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    later = timezone.localdate() + timedelta(days=5 * 365 + 1)
    monkeypatch.setattr(makers.timezone, "localdate", lambda: later)
    load()
    grants = SealGrant.objects.filter(number__startswith="DEMO-")
    assert grants.valid(later).count() >= 20
    assert grants.filter(expires_on__lt=later).exists()  # and some have lapsed, as they do


def test_accounts_come_with_their_mandates_and_passwords_of_this_machine(settings: Any, tmp_path: Path) -> None:
    settings.TERRUNO_VAR = tmp_path
    load()
    setup_roles()
    said: list[str] = []
    load_accounts(said.append)
    told = (tmp_path / "sign-ins.txt").read_text()
    line = next(line for line in told.splitlines() if "equipo.limari@" in line)
    team = User.objects.get(email="equipo.limari@terruno.example")
    assert team.check_password(line.split()[1])
    assert told.strip() == said[0]
    assert (tmp_path / "sign-ins.txt").stat().st_mode & 0o077 == 0
    assert Mandate.objects.get(user=team).territory.slug == "limari"
    assert not User.objects.get(email="equipo.chiloe@terruno.example").has_usable_password()
    load_accounts(said.append)
    assert len(said) == 1
    team.refresh_from_db()
    assert team.check_password(line.split()[1])
    roles = {mandate.role for mandate in Mandate.objects.all()}
    assert roles == {"producer", "coordinator", "team", "officer", "evaluator"}


def test_the_demo_writes_to_no_real_address() -> None:
    load()
    assert all(email.endswith(".example") for email in Producer.objects.values_list("email", flat=True))
    assert all(row["number"].startswith("DEMO-") for row in read("seals")["grants"])
