"""Photographs: nothing but the picture is kept of what somebody uploads."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, UnidentifiedImageError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from . import outbox

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


def clean_upload(sender: Any, instance: AbstractImage, **_signal: Any) -> None:
    """Take place, camera and people's names out of a new photograph before it is stored (a pre_save receiver)."""
    if not instance.file or instance.file._committed:
        return
    cleaned = without_metadata(instance.file.file)
    if cleaned is not None:
        name = instance.file.name
        instance.file = ContentFile(cleaned, name=name)
        instance.file_size, instance.file_hash = len(cleaned), ""


def without_metadata(file: File) -> bytes | None:
    """The same picture, turned upright, without EXIF, XMP, comments or further frames; None when it has none of these,
    or when it is not a picture at all (its form says so)."""
    file.seek(0)
    try:
        picture = Image.open(file)
        tells = bool(picture.getexif()) or bool(
            {"xmp", "exif", "comment", "photoshop", "XML:com.adobe.xmp"} & picture.info.keys()
        )
        if not tells:
            return None
        upright = ImageOps.exif_transpose(picture)
        kind = picture.format or "JPEG"
        for name in set(upright.info) - {"icc_profile", "transparency"}:
            del upright.info[name]
        bare = BytesIO()
        keep = {"quality": 92} if kind in {"JPEG", "WEBP", "AVIF", "HEIF"} else {}
        if upright.info.get("icc_profile"):
            keep["icc_profile"] = upright.info["icc_profile"]
        upright.save(bare, kind, **keep)
        return bare.getvalue()
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    finally:
        file.seek(0)
