from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.db import DatabaseError
from django.utils import timezone

from foundation import views
from foundation.mailfiles import EmailBackend
from foundation.models import MessageStatus, OutboxMessage

pytestmark = pytest.mark.django_db


def test_a_live_process_says_so(client):
    response = client.get("/healthz/live")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


def test_ready_shows_the_age_of_the_outbox_and_the_dead_letters(client):
    due = timezone.now() - timedelta(minutes=2)
    for key, status in (("a", MessageStatus.WAITING), ("b", MessageStatus.DEAD), ("c", MessageStatus.DEAD)):
        OutboxMessage.objects.create(kind="k", handler="h", key=key, status=status, available_at=due)
    report = client.get("/healthz/ready").json()

    assert (report["status"], report["database"], report["migrations_pending"]) == ("ok", "ok", 0)
    assert (report["outbox_due"], report["dead_letters"]) == (1, 2)
    assert report["outbox_age_s"] >= 120


def test_not_ready_before_migrations(client, monkeypatch):
    monkeypatch.setattr(views, "pending_migrations", lambda: 2)
    response = client.get("/healthz/ready")

    assert (response.status_code, response.json()["migrations_pending"]) == (503, 2)


def test_not_ready_without_a_database_and_no_detail_leaks(client, monkeypatch):
    def down() -> int:
        raise DatabaseError("password=secret")

    monkeypatch.setattr(views, "pending_migrations", down)
    response = client.get("/healthz/ready")

    assert response.status_code == 503
    assert b"secret" not in response.content
    assert response["Retry-After"]


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.TERRUNO_MAILBOX = True
    settings.TERRUNO_VAR = tmp_path
    for subject in ("Primera", "<b>Segunda</b>"):
        EmailBackend().send_messages(
            [EmailMessage(subject, "Vea http://127.0.0.1/consultas/x/", "t@example.org", ["a@example.org"])]
        )


def test_the_mailbox_lists_letters_newest_first_and_shows_each(client, mailbox):
    page = client.get("/correo/").content.decode()

    assert page.index("Segunda") < page.index("Primera")
    assert "<b>Segunda</b>" not in page
    letter = client.get(client.get("/correo/").context["letters"][0].name.join(["/correo/", "/"]))
    assert 'href="http://127.0.0.1/consultas/x/"' in letter.content.decode()


def test_the_mailbox_leads_to_the_english_home_and_not_to_a_page_there_is_not(client, mailbox):
    letters = client.get("/correo/")
    name = letters.context["letters"][0].name

    for page in (letters, client.get(f"/correo/{name}/")):
        html = page.content.decode()
        assert '<a href="/en/" lang="en" hreflang="en">English</a>' in html
        assert "/en/correo/" not in html


def test_the_mailbox_is_closed_unless_asked_for(client, mailbox, settings):
    settings.TERRUNO_MAILBOX = False

    assert client.get("/correo/").status_code == 404


@pytest.mark.parametrize("name", ["..%2f..%2fsettings", "x.eml"])
def test_the_mailbox_shows_nothing_else(client, mailbox, name):
    assert client.get(f"/correo/{name}/").status_code == 404
