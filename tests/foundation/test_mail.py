import smtplib
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail as django_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.template import engines
from django.utils import timezone

from foundation import mail, mailfiles, worker
from foundation.handlers import sweep
from foundation.models import OutboxMessage, OutgoingMail

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that answers with `error` instead of taking the letter."""

    error: Exception | None = None

    def send_messages(self, messages):
        if Refusing.error:
            raise Refusing.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    Refusing.error = None
    yield Refusing
    Refusing.error = None


@pytest.fixture(autouse=True)
def letters(settings, tmp_path):
    """Two letters: `plain`, and `both` that has an HTML half."""
    (tmp_path / "plain.txt").write_text("Hola {{ name }}, son {{ price }}.")
    (tmp_path / "both.txt").write_text("Hola {{ name|safe }}")
    (tmp_path / "both.html").write_text("<p>Hola {{ name }}</p>")
    (tmp_path / "broken.txt").write_text("Hola")
    (tmp_path / "broken.html").write_text("{% include 'nowhere.html' %}")
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [tmp_path]}]
    engines.__dict__.pop("templates", None)
    engines._engines.clear()


def enqueue(
    key: str = "k", to: str = "ana@example.org", subject: str = "Hola", template: str = "plain", name: str = "Ana"
):
    with transaction.atomic():
        context = {"name": name, "price": "$12.990"}
        mail.enqueue(key=key, to=to, subject=subject, template=template, context=context)


def test_a_letter_is_sent_by_the_worker_with_the_message_id_it_was_given(server):
    enqueue()
    letter = OutgoingMail.objects.get()
    assert django_mail.outbox == []

    worker.run_until_idle()

    [sent] = django_mail.outbox
    assert (sent.to, sent.body) == (["ana@example.org"], "Hola Ana, son $12.990.")
    assert sent.message()["Message-ID"] == letter.message_id
    assert sent.message()["Auto-Submitted"] == "auto-generated"


def test_the_same_key_is_one_letter(server):
    enqueue()
    enqueue(subject="Otra vez")
    worker.run_until_idle()

    assert [sent.subject for sent in django_mail.outbox] == ["Hola"]


def test_an_html_half_goes_along_and_is_escaped(server):
    enqueue(template="both", name="<b>Ana</b>")
    worker.run_until_idle()

    [alternative] = django_mail.outbox[0].alternatives
    assert alternative[0] == "<p>Hola &lt;b&gt;Ana&lt;/b&gt;</p>"


def test_a_letter_whose_html_half_is_broken_is_an_error_not_a_plain_letter():
    with pytest.raises(Exception, match=r"nowhere\.html"):
        enqueue(template="broken")


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"ana@example.org": (550, b"no such user")}),
        smtplib.SMTPDataError(554, b"spam"),
    ],
)
def test_a_letter_refused_for_good_is_a_dead_message(server, error):
    enqueue()
    server.error = error
    worker.run_until_idle()

    dead = OutboxMessage.objects.dead().get()
    assert dead.attempts == 1
    assert "ana" not in dead.last_error


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"ana@example.org": (451, b"later")}),
        smtplib.SMTPDataError(452, b"full"),
        smtplib.SMTPAuthenticationError(535, b"who are you"),
        smtplib.SMTPServerDisconnected(),
        TimeoutError(),
        ConnectionRefusedError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_server_that_cannot_now_is_tried_again(server, error):
    enqueue()
    server.error = error
    worker.run_until_idle()
    assert OutboxMessage.objects.waiting().count() == 1

    server.error = None
    OutboxMessage.objects.update(available_at=timezone.now())
    worker.run_until_idle()
    assert len(django_mail.outbox) == 1


def test_a_letter_that_was_accepted_is_not_sent_again(server):
    enqueue()
    mail.deliver(OutgoingMail.objects.get())
    worker.run_until_idle()

    assert len(django_mail.outbox) == 1


BREAKS = ["\n", "\r", "\r\n", "\x00", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("between", BREAKS, ids=ascii)
def test_no_header_can_be_added_through_a_subject(server, between):
    enqueue(subject=f"Hola{between}Bcc: eva@example.org", name=f"Ana{between}Bcc: x@example.org")
    worker.run_until_idle()

    message = django_mail.outbox[0].message()
    assert message["Subject"] == "Hola Bcc: eva@example.org"
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "address",
    [
        *(f"ana@example.org{between}Bcc: eva@example.org" for between in BREAKS),
        "",
        "ana",
        "a@b",
        "a@example.org, b@example.org",
    ]
    + ["Ana <ana@example.org>", "a@example.org;b@example.org", f"{'a' * 250}@example.org"],
    ids=ascii,
)
def test_what_is_not_one_plain_address_is_refused(address):
    with pytest.raises(mail.BadAddress):
        enqueue(to=address)
    assert not OutgoingMail.objects.exists()


def test_an_erased_letter_is_not_sent(server):
    enqueue()
    OutgoingMail.objects.all().delete()
    worker.run_until_idle()

    assert django_mail.outbox == []
    assert not OutboxMessage.objects.waiting().exists()


def test_old_letters_lose_address_and_text_but_not_their_key(server):
    enqueue()
    worker.run_until_idle()
    OutgoingMail.objects.update(sent_at=timezone.now() - timedelta(days=91))
    sweep()

    letter = OutgoingMail.objects.get()
    assert (letter.key, letter.to, letter.text, letter.subject) == ("k", "", "", "")


def test_a_session_that_lapsed_is_forgotten():
    for key, ends in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=timezone.now() + timedelta(days=ends))
    sweep()

    assert [one.session_key for one in Session.objects.all()] == ["new"]


def test_in_development_letters_are_files_that_read_back(settings, tmp_path):
    settings.EMAIL_BACKEND = "foundation.mailfiles.EmailBackend"
    settings.TERRUNO_VAR = tmp_path
    enqueue(subject="Cotización ñandú", name="Ñuñoa")
    worker.run_until_idle()

    [name] = mailfiles.names()
    letter = mailfiles.read(name)
    assert (letter.to, letter.subject, letter.text.strip()) == (
        "ana@example.org",
        "Cotización ñandú",
        "Hola Ñuñoa, son $12.990.",
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "x.eml", "", ".", "20270101T000000000000-00000000.eml"])
def test_only_our_own_files_can_be_read(name, settings, tmp_path):
    settings.TERRUNO_VAR = tmp_path
    with pytest.raises(FileNotFoundError):
        mailfiles.read(name)
