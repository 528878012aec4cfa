"""The check of what must not be in the repository."""

import pytest

from tools import lint_tracked


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("docs/x.md", b"see /" + b"root/notes", "a path of one machine"),
        ("docs/x.md", b"see /" + b"home/ana/notes", "a path of one machine"),
        ("requirements/x.txt", b"--index" + b"-url https://example.org/simple", "a registry's address"),
        ("deploy/key.pem", b"-----BEGIN RSA PRIVATE" + b" KEY-----", "a private key"),
        (".env.example", b"STRIPE=sk_" + b"live_1234567890", "a live secret"),
        ("catalog/models.py", b"<<<<<<" + b"< HEAD", "an unresolved merge"),
        ("site/terruno/locale/en/LC_MESSAGES/django.mo", b"", "is built or private"),
        (".env", b"", "is built or private"),
        ("photo.png", b"\0" * 2_000_000, "MB"),
    ],
)
def test_each_fault_is_told_with_its_file(name, content, fault):
    [told] = lint_tracked.problems(name, content)

    assert told.startswith(name)
    assert fault in told


def test_ordinary_text_passes():
    text = b"Write to /productos/ or /tmpl/; https://example.org/root/a is no path of a machine's."

    assert list(lint_tracked.problems("docs/x.md", text)) == []
