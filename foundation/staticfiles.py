from django.conf import settings
from django.contrib.staticfiles.finders import BaseStorageFinder
from django.core.files.storage import FileSystemStorage


class BuiltFinder(BaseStorageFinder):
    """Files made by our own code (joined stylesheet, fonts) under TERRUNO_VAR/build."""

    storage = FileSystemStorage(location=settings.TERRUNO_VAR / "build")
