from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from .editorial import EditorialPage


class GuidePage(EditorialPage):
    """How something is done: ask for a quote, sell, read a seal."""

    parent_page_types = ["terruno_pages.HomePage"]
    subpage_types: ClassVar[list[Any]] = []
    template = "terruno_pages/text.html"
    schema_type = "Article"

    class Meta:
        verbose_name = _("guía")
        verbose_name_plural = _("guías")


class LandingPage(EditorialPage):
    """A way in for one kind of reader: restaurants, companies, exporters."""

    parent_page_types = ["terruno_pages.HomePage"]
    subpage_types: ClassVar[list[Any]] = []
    template = "terruno_pages/text.html"

    class Meta:
        verbose_name = _("página de entrada")
        verbose_name_plural = _("páginas de entrada")


class PlainPage(EditorialPage):
    """About, accessibility, privacy."""

    parent_page_types = ["terruno_pages.HomePage"]
    subpage_types: ClassVar[list[Any]] = []
    template = "terruno_pages/text.html"

    class Meta:
        verbose_name = _("página simple")
        verbose_name_plural = _("páginas simples")
