from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from .dashboard import RecordsPanel


@hooks.register("insert_global_admin_css")
def palette() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("terruno_pages/admin.css"))


@hooks.register("construct_homepage_panels")
def add_records(request: Any, panels: list[Any]) -> None:
    panels.append(RecordsPanel())
