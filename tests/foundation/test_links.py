from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from foundation import links

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def token():
    with time_machine.travel(NOW, tick=False):
        return links.make("offer", "42", recipient="Ana@Example.org", version=3, days=14)


def test_a_link_says_what_it_was_made_for(token):
    with time_machine.travel(NOW + timedelta(days=13), tick=False):
        link = links.read(token, "offer")

    assert (link.object_id, link.version) == ("42", 3)
    assert link.is_for("ana@example.org")
    assert not link.is_for("eva@example.org")
    assert link.expires_at == NOW + timedelta(days=14)


def test_no_address_shows_in_a_link():
    import base64

    token = links.make("offer", "42", recipient="ana@example.org")
    payload = token.split(".")[0]
    assert b"ana" not in base64.urlsafe_b64decode(payload + "==")
    assert "/" not in token


def test_an_expired_link_is_bad(token):
    with time_machine.travel(NOW + timedelta(days=14), tick=False), pytest.raises(links.BadLink):
        links.read(token, "offer")


def test_a_link_for_another_purpose_is_bad(token):
    with time_machine.travel(NOW, tick=False), pytest.raises(links.BadLink):
        links.read(token, "quote")


def test_a_link_with_any_character_changed_is_bad(token):
    with time_machine.travel(NOW, tick=False):
        for place in range(len(token) - 1):  # the last character of base64 has bits that mean nothing
            changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
            with pytest.raises(links.BadLink):
                links.read(changed, "offer")


@pytest.mark.parametrize("text", ["", ".", "a.b", "é", "\x00", "x" * 5000, "....", "MTIz.abc"])
def test_nonsense_is_a_bad_link(text):
    with pytest.raises(links.BadLink):
        links.read(text, "offer")
