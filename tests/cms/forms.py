"""What a browser would post for the CMS's form of a row: every field as it stands, with changes."""

from typing import Any

from django.forms import BaseForm
from django.test import Client
from django.urls import reverse


def address(row: Any, view: str, *more: Any) -> str:
    return reverse(row.snippet_viewset.get_url_name(view), args=[row.pk, *more])


def fields_of(form: BaseForm) -> dict[str, Any]:
    """The names and values a browser sends for an untouched form, its inline rows included."""
    data: dict[str, Any] = {}
    for bound in form:
        _put(data, bound)
    for formset in getattr(form, "formsets", {}).values():
        for bound in formset.management_form:
            data[bound.html_name] = bound.value()
        for inner in formset.initial_forms:
            data |= fields_of(inner)
    return data


def _put(data: dict[str, Any], bound: Any) -> None:
    value = bound.value()
    widget = bound.field.widget
    if hasattr(widget, "decompress") and hasattr(widget, "widgets"):
        parts = widget.decompress(value)
        data.update({f"{bound.html_name}_{i}": part for i, part in enumerate(parts) if part is not None})
    elif hasattr(widget, "format_value") and widget.__class__.__name__ in {"Lines", "Choices"}:
        data[bound.html_name] = widget.format_value(value)
    elif value is True:
        data[bound.html_name] = "on"
    elif value is not None and value is not False:
        data[bound.html_name] = getattr(value, "pk", value)


def edited(client: Client, row: Any, **changes: Any) -> Any:
    """Post the edit form of a row with these fields changed; `action_publish=True` and the like press that button."""
    where = address(row, "edit")
    page = client.get(where)
    assert page.status_code == 200, page.status_code
    return client.post(where, fields_of(page.context["form"]) | changes)
