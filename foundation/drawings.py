from django.utils.safestring import SafeString, mark_safe


def months_strip(mask: int, now: int, language: str) -> SafeString:
    return mark_safe("")


def colophon() -> SafeString:
    return mark_safe("")
