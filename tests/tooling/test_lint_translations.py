"""The check that the English catalogue is complete: each kind of fault is found, and a whole catalogue passes."""

import polib
import pytest

from tools import lint_translations


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


def entry(msgid: str, msgstr: str = "", **facts: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **facts)


WANTED = catalogue(entry("Se busca %(producto)s"))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (catalogue(), "missing"),
        (catalogue(entry("Se busca %(producto)s")), "missing"),
        (catalogue(entry("Se busca %(producto)s", "Wanted: %(producto)s", flags=["fuzzy"])), "fuzzy"),
        (catalogue(entry("Se busca %(producto)s", "Wanted: %(product)s")), "unknown placeholder"),
        (catalogue(entry("Se busca %(producto)s", "Wanted")), "placeholder left out"),
        (catalogue(entry("Se busca %(producto)s", "Wanted: %(producto)s"), entry("Hola", "Hello")), "no longer used"),
        (
            catalogue(entry("Se busca %(producto)s", "Wanted: %(producto)s"), entry("Hola", "Hello", obsolete=True)),
            "obsolete",
        ),
    ],
)
def test_each_fault_is_told(said, fault):
    [told] = lint_translations.problems(WANTED, said)

    assert told.startswith(fault)


def test_a_whole_catalogue_passes_also_where_one_thing_needs_no_number():
    wanted = catalogue(entry("%(n)s kilo", msgid_plural="%(n)s kilos", msgstr_plural={0: "", 1: ""}))
    said = catalogue(entry("%(n)s kilo", msgid_plural="%(n)s kilos", msgstr_plural={0: "one kilo", 1: "%(n)s kilos"}))

    assert list(lint_translations.problems(wanted, said)) == []
