from wagtail.snippets.models import register_snippet

from territories.viewsets import TerritoriesGroup

register_snippet(TerritoriesGroup)
