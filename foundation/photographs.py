"""Photographs: nothing but the picture is kept of what somebody uploads."""

from typing import Any

from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.models import UploadedFile

from . import outbox
from .uploads import DevelopedFile, develop

FILTERS = {
    400: "fill-400x300|format-avif|avifquality-50",
    800: "fill-800x600|format-avif|avifquality-52",
    1200: "fill-1200x900|format-jpeg|jpegquality-76",
}
"""The same shape as posters, around the focal point, so that a shelf of both stands in line."""


WIDE = "max-1200x1600|format-webp|webpquality-80"
"""A photograph inside a text keeps its own shape."""
UPLOADED = "photograph.uploaded"


def files_of(image: AbstractImage) -> dict[str, str]:
    """URL by width; the files are made when they are not there, which takes a second or two."""
    made = image.get_renditions(*FILTERS.values())
    return {str(width): made[spec].url for width, spec in FILTERS.items()}


def wide_of(image: AbstractImage) -> AbstractRendition | None:
    """The photograph for a text, or None while the worker has not made it: a page never makes one itself."""
    key = Filter(spec=WIDE).get_cache_key(image)
    return image.renditions.filter(filter_spec=WIDE, focal_point_key=key).first()


def make_files(image: AbstractImage) -> None:
    """Every size a page may show; those that are there are kept."""
    image.get_renditions(*FILTERS.values(), WIDE)


def ask_for_files(sender: Any, instance: AbstractImage, **_signal: Any) -> None:
    """Leave the sizes of a new or changed photograph to the worker (a post_save receiver)."""
    outbox.publish(UPLOADED, instance)


def develop_upload(sender: Any, instance: Any, **_signal: Any) -> None:
    """Whatever way a photograph comes in, only what was developed is stored (a pre_save receiver of images and of
    uploads that wait for their title). Raises uploads.PhotographRefused."""
    if not instance.file or instance.file._committed or isinstance(instance.file.file, DevelopedFile):
        return
    if isinstance(instance, UploadedFile) and not issubclass(kept_as(instance), AbstractImage):
        return
    instance.file = develop(instance.file.file).as_file()
    if isinstance(instance, AbstractImage):
        instance.file_size, instance.file_hash = instance.file.size, ""


def kept_as(upload: UploadedFile) -> type[Any]:
    """The model of what the upload will become."""
    return upload.for_content_type.model_class() or object if upload.for_content_type else object
