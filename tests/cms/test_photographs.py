"""Photographs in texts: the worker makes the sizes, a page only shows what is made."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from PIL import Image as Pillow
from wagtail.images import get_image_model

from foundation.worker import run_until_idle
from terruno.pages.blocks.text import PhotographBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def photograph(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    content = BytesIO()
    Pillow.new("RGB", (1600, 1200), "#a83a12").save(content, "JPEG")
    return get_image_model().objects.create(title="Ordeña", file=ContentFile(content.getvalue(), name="ordena.jpg"))


def shown(image) -> str:
    block = PhotographBlock()
    value = block.to_python(
        {"image": {"image": image.pk, "alt_text": "Ordeña a mano", "decorative": False}, "caption": "Seis y media."}
    )
    return render_to_string(block.meta.template, block.get_context(value))


def test_a_page_makes_no_size_of_a_photograph(photograph):
    page = shown(photograph)

    assert "undrawn" in page
    assert "Seis y media." in page
    assert photograph.renditions.count() == 0


def test_once_the_worker_has_made_the_sizes_the_page_shows_the_photograph(photograph):
    run_until_idle()

    assert '<img src="' in shown(photograph)
    assert 'alt="Ordeña a mano"' in shown(photograph)
