"""Uploaded pictures where the application sends them itself."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["nada.jpg", "9" * 400, "a/" * 500, "%2e%2e/secret-key", "%00", "images/"])
def test_what_is_no_picture_is_not_found_whatever_its_name(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code in {400, 404}


def test_a_picture_comes_with_a_week_of_cache_and_nothing_in_it_may_run(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")

    answer = client.get("/media/a.jpg")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=604800"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
