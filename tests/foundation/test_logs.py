"""Secrets of addresses stay out of the logs."""

import logging

import pytest
from django.conf import settings
from django.utils.crypto import get_random_string

from foundation import links
from foundation.logs import WithoutSecrets, masked


@pytest.mark.parametrize(
    "path", ["/consultas/{}/", "/en/pedidos/{}/", "/cotizaciones/{}.pdf", "/api/v1/inquiries/{}", "/encargos/{}/?x=1"]
)
def test_a_token_in_a_path_is_left_out(path):
    for secret in (get_random_string(21) + "A", links.make("offer", "7", recipient="rosa@ejemplo.cl")):
        said = masked(f"Gone: {path.format(secret)}")

        assert secret not in said
        assert said.startswith(f"Gone: {path.partition('{')[0]}…")


@pytest.mark.parametrize(
    "text",
    [
        "Not Found: /productos/queso-de-cabra-del-limari-de-guarda/",
        "GET /rutas/ruta-gastronomica-nerudiana-de-isla-negra/ 200",
        "TC-2611-7KQ4MX sent",
        "/panel/reparto/TR-2611-7KQ4MX/",
        "Attempt 1 of offer.accepted → inquiries.handlers.send_remainder_on failed",
    ],
)
def test_what_is_no_secret_stays(text):
    assert masked(text) == text


def test_the_handler_writes_no_secret():
    secret = links.make("offer", "7", recipient="rosa@ejemplo.cl")
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Gone: %s", (f"/encargos/{secret}/",), None)

    assert WithoutSecrets().filter(record)

    assert record.getMessage() == "Gone: /encargos/…/"


def test_every_handler_of_the_settings_is_told():
    assert all("secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())


@pytest.mark.django_db
def test_a_wrong_answer_leaves_no_token_in_the_log(client, caplog):
    handler = next(handler for handler in logging.getLogger().handlers if handler.filters)
    secret = links.make("offer", "7", recipient="rosa@ejemplo.cl")

    client.get(f"/encargos/{secret}/")

    written = [handler.format(record) for record in caplog.records if handler.filter(record)]
    assert written
    assert not any(secret in line for line in written)
