"""manage.py prepare: each step does its work once, and again only when what it stands on has changed."""

import gettext
import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.staticfiles import finders

from terruno import preparation

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Se busca"
msgstr "Wanted"

#, fuzzy
msgid "Ofrecida"
msgstr "Perhaps offered"
"""


@pytest.fixture
def catalogue(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    po = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text(CATALOGUE, encoding="utf-8")
    return po


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(catalogue):
    assert preparation.compile_translations() == "1 compiled"
    assert preparation.compile_translations() == ""

    later = catalogue.with_suffix(".mo").stat().st_mtime + 5
    os.utime(catalogue, (later, later))

    assert preparation.compile_translations() == "1 compiled"


def test_the_compiled_catalogue_says_what_was_translated_and_leaves_out_what_is_uncertain(catalogue):
    preparation.compile_translations()

    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Se busca") == "Wanted"
    assert compiled.gettext("Ofrecida") == "Ofrecida"


def test_many_that_compile_at_once_each_find_it_compiled(catalogue):
    together = Barrier(8)

    def compile_with_the_others(_):
        together.wait()
        preparation.compile_translations()
        return gettext.GNUTranslations(catalogue.with_suffix(".mo").open("rb")).gettext("Se busca")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(compile_with_the_others, range(8))) == ["Wanted"] * 8


@pytest.fixture
def sources(tmp_path, settings):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "one.css").write_text("a{}")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    finders.get_finder.cache_clear()
    yield folder
    finders.get_finder.cache_clear()


def test_static_files_are_collected_again_only_when_one_differs(sources, settings):
    assert preparation.collect_static() == "collected"
    assert preparation.collect_static() == ""

    (sources / "two.css").write_text("b{}")

    assert preparation.collect_static() == "collected"
    assert {path.name for path in settings.STATIC_ROOT.iterdir()} >= {"one.css", "two.css"}


def test_a_static_file_that_is_gone_is_not_served_on(sources, settings):
    (sources / "two.css").write_text("b{}")
    preparation.collect_static()
    (sources / "two.css").unlink()

    preparation.collect_static()

    assert not (settings.STATIC_ROOT / "two.css").exists()


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_is_left_alone():
    assert preparation.migrate() == ""
