"""Develops one photograph in a process of its own: decoded under limits, turned upright, made a plain sRGB JPEG.

Run as a program: the file on standard input, its kind as the argument. Answers a line of JSON, then the JPEG's bytes.
It imports nothing of ours, so that it starts fast and so that whatever a hostile file does to it stays in here.
"""

import io
import json
import resource
import sys
from typing import Any

from PIL import Image, ImageCms, ImageOps

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2400
"""Twice what any page shows."""
MEMORY = 2 * 1024**3
CPU_SECONDS = 10
FORMATS = {"jpeg": ["JPEG"], "png": ["PNG"], "webp": ["WEBP"], "avif": ["AVIF"], "heic": ["HEIF"]}
FRAMES_OF_ONE_SHOT = ("JPEG", "MPO", "HEIF")
"""Telephones put a preview or a depth map beside the picture; the first is the photograph."""


class Refused(Exception):
    """`code` tells why: broken, animated, too_many_pixels, too_small."""


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def develop(content: bytes, kind: str) -> tuple[bytes, int, int]:
    """The JPEG with its width and height. Raises Refused, and whatever a broken file makes the decoder raise."""
    if kind == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    picture: Any = Image.open(io.BytesIO(content), formats=FORMATS[kind])
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Refused("too_many_pixels")
    if min(width, height) < 200:
        raise Refused("too_small")
    if getattr(picture, "n_frames", 1) > 1 and picture.format not in FRAMES_OF_ONE_SHOT:
        raise Refused("animated")
    if kind == "jpeg":
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # decode no larger than needed
    picture.load()
    picture = ImageOps.exif_transpose(picture)
    picture = in_srgb(picture)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    developed = io.BytesIO()
    bare.save(developed, "JPEG", quality=88, optimize=True, progressive=True)
    return developed.getvalue(), *bare.size


def in_srgb(picture: Any) -> Any:
    """On white where it was transparent, its colours those of the web; a profile that is broken is left out."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        ground.alpha_composite(layer)
        return ground.convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    return picture.convert("RGB")


def main() -> None:
    limit()
    content = sys.stdin.buffer.read()
    try:
        developed, width, height = develop(content, sys.argv[1])
        answer: dict[str, Any] = {"width": width, "height": height}
    except Refused as error:
        developed, answer = b"", {"refused": str(error)}
    except Image.DecompressionBombError:
        developed, answer = b"", {"refused": "too_many_pixels"}
    except Exception:  # a hostile file makes decoders raise nearly anything
        developed, answer = b"", {"refused": "broken"}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + developed)


if __name__ == "__main__":
    main()
