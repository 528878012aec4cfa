"""Previews in the CMS: a record's draft is shown by the very template and context its public page uses."""

from typing import Any

from django.http import HttpRequest


class PagePreview:
    """For records with a page of their own. `page_template` is that page's; `page_context` builds what it needs."""

    page_template: str

    def page_context(self) -> dict[str, Any]:
        raise NotImplementedError

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return self.page_template

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return {"request": request, **self.page_context()}
