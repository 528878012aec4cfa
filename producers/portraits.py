"""A producer's drawn face, and how it is described: «panuelo mujer» is a hat and a woman; both may be missing."""

from django.utils.safestring import SafeString

from foundation.drawings import portrait

WORDS = {"mujer": True, "hombre": False}


def looks(described: str) -> tuple[str, bool | None]:
    """The hat's name ("" for none given) and whether a woman is drawn (None leaves it to the slug)."""
    words = described.split()
    woman = next((WORDS[word] for word in words if word in WORDS), None)
    hat = next((word for word in words if word not in WORDS), "")
    return hat, woman


def draw(slug: str, described: str, name: str = "") -> SafeString:
    hat, woman = looks(described)
    return portrait(slug, name, hat, woman)
