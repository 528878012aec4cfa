from wagtail.snippets.models import register_snippet

from routes.viewsets import RoutesGroup

register_snippet(RoutesGroup)
