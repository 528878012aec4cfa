"""SEARCH_URL, read."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines.elasticsearch.address import read_address
from search.engines.elasticsearch.transport import plain


def test_a_bare_host_gets_the_usual_port_and_name():
    address = read_address("http://search.example.cl")

    assert (address.hosts, address.alias, address.client_options()) == (
        ("http://search.example.cl:9200",),
        "terruno",
        {},
    )


def test_credentials_and_certificates_come_from_the_address():
    address = read_address("https://ana:s%40l%3A1@one.cl,two.cl:9443/valle?ca=/etc/ssl/own.pem&shards=3&timeout=4")

    assert address.hosts == ("https://one.cl:9200", "https://two.cl:9443")
    assert (address.alias, address.shards, address.timeout) == ("valle", 3, 4.0)
    options = address.client_options()
    assert options["basic_auth"] == ("ana", "s@l:1")
    assert options["ca_certs"] == "/etc/ssl/own.pem"
    assert options["verify_certs"] is True


def test_a_key_is_sent_instead_of_a_password():
    assert read_address("https://one.cl/?api_key=abc").client_options()["api_key"] == "abc"


@pytest.mark.parametrize(
    "url",
    [
        "search.example.cl", "ftp://one.cl", "http://", "http://one.cl/Terruño", "http://one.cl/a/b", "http://one.cl/_x",
        "http://ana:secret@one.cl/?sharsd=2", "http://ana:secret@one.cl/?shards=0", "http://ana:secret@one.cl/?timeout=x",
        "http://ana:secret@one cl/", "http://ana:secret@one.cl/?x",
    ],
)  # fmt: skip
def test_an_address_that_makes_no_sense_is_refused_without_telling_its_password(url):
    with pytest.raises(ImproperlyConfigured, match="SEARCH_URL") as refused:
        read_address(url)

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("sent", "plainly"),
    [
        ("application/vnd.elasticsearch+json; compatible-with=8", "application/json"),
        ("application/vnd.elasticsearch+x-ndjson; compatible-with=8", "application/x-ndjson"),
        ("application/json", "application/json"),
    ],
)
def test_media_types_lose_their_vendor(sent, plainly):
    assert plain(sent) == plainly
