"""The product, its addresses loaded before gunicorn forks: a worker started after a kill answers at once."""

from django.urls import get_resolver

from terruno.wsgi import application

__all__ = ["application"]

get_resolver()._populate()
