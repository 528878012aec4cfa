from wagtail.snippets.models import register_snippet

from producers.viewsets import ProducersGroup

register_snippet(ProducersGroup)
