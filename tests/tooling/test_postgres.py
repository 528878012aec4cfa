"""The throw-away PostgreSQL that script/test and the fault tests stand on."""

import signal

import psycopg
import pytest

from tests import _postgres


@pytest.fixture
def server():
    with _postgres.running() as started:
        yield started


def ask(server: _postgres.Server, statement: str) -> object:
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        return connection.execute(statement).fetchone()[0]


def test_it_is_postgresql_18_and_folds_spanish_letters(server):
    assert ask(server, "show server_version").startswith("18")
    assert ask(server, "select lower('ÑUBLE')") == "ñuble"


def test_what_was_committed_is_there_after_a_restart(server):
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute("create table kept (word text)")
        connection.execute("insert into kept values ('queso')")

    server.stop(signal.SIGQUIT)
    with pytest.raises(psycopg.OperationalError):
        ask(server, "select 1")
    server.start()

    assert ask(server, "select word from kept") == "queso"


def test_a_stranger_without_the_password_is_refused(server):
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url("postgres").replace(server.password, "other"), connect_timeout=3)
