from wagtail.snippets.models import register_snippet

from catalog.viewsets import CatalogGroup

register_snippet(CatalogGroup)
