from wagtail.snippets.models import register_snippet

from opportunities.viewsets import OpportunitiesGroup

register_snippet(OpportunitiesGroup)
