"""Opening hours in words: `{"mon": [], "tue": [["10:00", "18:00"]], …}` → «martes a domingo, 10:00 a 18:00»."""

from collections.abc import Mapping, Sequence

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = (("00:00", "24:00"),)

Hours = Mapping[str, Sequence[Sequence[str]]]


def in_words(hours: Hours) -> list[str]:
    """A line for each run of days with the same hours, closed days last; empty when nothing is known."""
    if not hours:
        return []
    week = [tuple(tuple(span) for span in hours.get(day) or ()) for day in DAYS]
    if all(spans == ALWAYS for spans in week):
        return [_("Abierto todos los días, a toda hora")]
    runs = grouped(week)
    opened = [f"{_days(first, last)}, {_spans(spans)}" for first, last, spans in runs if spans]
    closed = [_("cerrado %(days)s") % {"days": _days(first, last)} for first, last, spans in runs if not spans]
    return opened + closed


def grouped(week: Sequence[tuple[tuple[str, ...], ...]]) -> list[tuple[int, int, tuple[tuple[str, ...], ...]]]:
    """Runs of days alike as (first, last, spans), 0 for Monday."""
    runs: list[tuple[int, int, tuple[tuple[str, ...], ...]]] = []
    for day, spans in enumerate(week):
        if runs and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], day, spans)
        else:
            runs.append((day, day, spans))
    return runs


def _days(first: int, last: int) -> str:
    start, end = str(WEEKDAYS[first]), str(WEEKDAYS[last])
    if first == 0 and last == 6:
        return _("todos los días")
    if first == last:
        return start
    if last == first + 1:
        return _("%(start)s y %(end)s") % {"start": start, "end": end}
    return _("%(start)s a %(end)s") % {"start": start, "end": end}


def _spans(spans: Sequence[Sequence[str]]) -> str:
    if tuple(tuple(span) for span in spans) == ALWAYS:
        return _("a toda hora")
    return _(" y ").join(_("%(opens)s a %(closes)s") % {"opens": opens, "closes": closes} for opens, closes in spans)
