import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terruno.settings")
application = get_wsgi_application()


def warm() -> None:
    """Load the addresses and the frame's template before the first visitor, who would else wait for the imports."""
    from django.template.loader import get_template
    from django.urls import get_resolver

    _ = get_resolver().reverse_dict
    get_template("terruno/base.html")


warm()
