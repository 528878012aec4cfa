"""The CMS's form of a photograph: what an editor sends goes the way of what a producer sends."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .uploads import DevelopedFile, PhotographRefused, develop


class PhotographField(WagtailImageField):
    """Gives the developed photograph, and has nothing decode the file before that: neither its name nor type counts."""

    def to_python(self, data: Any) -> DevelopedFile | None:
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            return develop(upload).as_file()
        except PhotographRefused as error:
            raise ValidationError(str(error), code=error.code) from error


class ImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            asked = self.fields["file"]
            self.fields["file"] = PhotographField(label=asked.label, required=asked.required, widget=asked.widget)
