from collections.abc import Iterable
from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock

from terruno.pages.listings import SHOWN, listed


class ListingChooserBlock(SnippetChooserBlock):
    """A record to show. All choosers of one place in a page's blocks are read in one query, with what a card needs.

    A record that is withdrawn later stays chosen, for the editor to see, and is not shown.
    """

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        if self.model_class not in SHOWN:
            return list(super().bulk_to_python(values))
        wanted = list(values)
        found = {row.pk: row for row in listed(self.model_class).filter(pk__in={pk for pk in wanted if pk is not None})}
        return [found.get(pk) for pk in wanted]
