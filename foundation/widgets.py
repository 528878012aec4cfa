"""Ways to fill in a JSON column without writing JSON. Each takes and gives the JSON text that Django's field wants."""

import json
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext_lazy as _

DAYS = {
    "mon": _("lunes"), "tue": _("martes"), "wed": _("miércoles"), "thu": _("jueves"), "fri": _("viernes"),
    "sat": _("sábado"), "sun": _("domingo"),
}  # fmt: skip
SPAN = re.compile(r"^\s*(\d{1,2})[:.](\d{2})\s*(?:-|–|a)\s*(\d{1,2})[:.](\d{2})\s*$")


def _loaded(value: Any, empty: Any) -> Any:
    if not isinstance(value, str):
        return empty if value is None else value
    try:
        return json.loads(value)
    except ValueError:
        return empty


class LabelledInputs(forms.MultiWidget):
    """Several small inputs, each with its label before it."""

    template_name = "foundation/widgets/labelled_inputs.html"
    use_fieldset = True

    def __init__(self, labels: list[Any], widget: type[forms.Widget], attrs: dict[str, Any] | None = None) -> None:
        self.labels = labels
        super().__init__([widget(attrs=attrs) for _label in labels])

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for label, part in zip(self.labels, context["widget"]["subwidgets"], strict=True):
            part["label"] = label
        return context


class TwelveNumbers(LabelledInputs):
    """A list of twelve whole numbers, January first."""

    def __init__(self) -> None:
        super().__init__([MONTHS_3[month] for month in range(1, 13)], forms.NumberInput, {"min": 0, "step": 1})

    def decompress(self, value: Any) -> list[Any]:
        numbers = _loaded(value, [0] * 12)
        return numbers if isinstance(numbers, list) and len(numbers) == 12 else [0] * 12

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        if not any(f"{name}_{i}" in data for i in range(12)):
            return data.get(name)
        texts = [str(text or "0").strip() for text in super().value_from_datadict(data, files, name)]
        return json.dumps([int(text) if text.isdecimal() else text for text in texts])


class Week(LabelledInputs):
    """Opening hours: `{"mon": [["10:00", "18:00"]], …}` as «10:00–13:00, 15:00–18:00» a day, empty when closed."""

    def __init__(self) -> None:
        super().__init__(list(DAYS.values()), forms.TextInput, {"placeholder": "10:00–13:00, 15:00–18:00"})

    def decompress(self, value: Any) -> list[str]:
        hours = _loaded(value, {})
        return [", ".join("–".join(span) for span in hours.get(day, [])) for day in DAYS]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        if not any(f"{name}_{i}" in data for i in range(7)):
            return data.get(name)
        texts = super().value_from_datadict(data, files, name)
        if not any(texts):
            return "{}"
        try:
            return json.dumps({day: read_spans(text or "") for day, text in zip(DAYS, texts, strict=True)})
        except ValueError as error:
            return str(error)  # not JSON: the field refuses it and shows what was typed


def read_spans(text: str) -> list[list[str]]:
    """«10:00–13:00, 15:00–18:00» as [["10:00", "13:00"], ["15:00", "18:00"]]. Raises ValueError."""
    spans = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = SPAN.match(part)
        if found is None or int(found[1]) > 24 or int(found[3]) > 24 or int(found[2]) > 59 or int(found[4]) > 59:
            raise ValueError(part)
        spans.append([f"{int(found[1]):02d}:{found[2]}", f"{int(found[3]):02d}:{found[4]}"])
    return spans


class Lines(forms.Textarea):
    """A list of texts, one a line."""

    def format_value(self, value: Any) -> str:
        return "\n".join(str(line) for line in _loaded(value, []))

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        text = super().value_from_datadict(data, files, name)
        return None if text is None else json.dumps([line.strip() for line in text.splitlines() if line.strip()])


class Choices(forms.CheckboxSelectMultiple):
    """A list of values among some, as checkboxes; a value that is not among them is dropped."""

    def format_value(self, value: Any) -> list[str]:
        return [str(item) for item in _loaded(value, [])]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        chosen = super().value_from_datadict(data, files, name) or []
        known = {str(key) for key, _label in self.choices}
        return json.dumps([item for item in chosen if item in known])
