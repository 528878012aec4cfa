"""Spans of days that reports tell of: quarters, half years, years, months, or any other."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from babel.dates import format_date, format_interval
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext

FIRST_YEAR, LAST_YEAR = 1990, 2100
_SLUG = re.compile(r"(\d{4})(?:-(?:t([1-4])|s([12])|(0[1-9]|1[0-2])))?", re.ASCII)
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})", re.ASCII)
_ORDINALS = {1: "primer", 2: "segundo", 3: "tercer", 4: "cuarto"}
_ENGLISH = {1: "first", 2: "second", 3: "third", 4: "fourth"}


class BadPeriod(ValueError):
    """The words do not name a period."""


@dataclass(frozen=True, order=True)
class Period:
    """From `first` to `last`, both days included."""

    first: date
    last: date

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Self:
        """`count` whole months from the first of `month`."""
        end = date(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1, 1)
        return cls(date(year, month, 1), end - timedelta(days=1))

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        return cls.months(year, 3 * number - 2, 3)

    @classmethod
    def year(cls, year: int) -> Self:
        return cls.months(year, 1, 12)

    @classmethod
    def quarter_of(cls, day: date) -> Self:
        return cls.quarter(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def parse(cls, slug: str) -> Self:
        """`2026-t3`, `2026-s1`, `2026`, `2026-05`, `2026-01-15--2026-03-20`. Raises BadPeriod."""
        if (found := _SLUG.fullmatch(slug)) and FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            year = int(found[1])
            if found[2]:
                return cls.quarter(year, int(found[2]))
            if found[3]:
                return cls.months(year, 6 * int(found[3]) - 5, 6)
            return cls.months(year, int(found[4]), 1) if found[4] else cls.year(year)
        if span := _SPAN.fullmatch(slug):
            return cls._span(span[1], span[2])
        raise BadPeriod(slug)

    @classmethod
    def _span(cls, first: str, last: str) -> Self:
        try:
            period = cls(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError as error:
            raise BadPeriod(first) from error
        if not (FIRST_YEAR <= period.first.year <= period.last.year <= LAST_YEAR and period.first <= period.last):
            raise BadPeriod(f"{first}--{last}")
        return period

    @property
    def slug(self) -> str:
        """What `parse` reads back."""
        year = self.first.year
        for number in range(1, 5):
            if self == self.quarter(year, number):
                return f"{year}-t{number}"
        for half in (1, 2):
            if self == self.months(year, 6 * half - 5, 6):
                return f"{year}-s{half}"
        if self == self.year(year):
            return str(year)
        if self == self.months(year, self.first.month, 1):
            return f"{year}-{self.first.month:02}"
        return f"{self.first}--{self.last}"

    @property
    def label(self) -> str:
        """In the active language: «tercer trimestre de 2026», «primer semestre de 2026», «2026», or the two days."""
        year, _part, number = self.slug.partition("-")
        spanish = (get_language() or "es").startswith("es")
        if re.fullmatch(r"[ts]\d", number):
            n = int(number[1])
            if spanish:
                return f"{_ORDINALS[n]} {'trimestre' if number[0] == 't' else 'semestre'} de {year}"
            return f"{_ENGLISH[n]} {'quarter' if number[0] == 't' else 'half'} of {year}"
        if not number:
            return year
        if re.fullmatch(r"\d\d", number):
            month = str(MONTHS[int(number)])
            return f"{month.lower()} de {year}" if spanish else f"{month} {year}"
        return str(format_interval(self.first, self.last, "yMMMd", locale=get_language() or "es"))

    @property
    def short(self) -> str:
        """For a chart's axis: «T3 26» (in English «Q3 26»); other periods as their label."""
        if len(self.slug) == 7 and self.slug[5] == "t":
            letter = gettext("T")
            return f"{letter}{self.slug[6]} {self.slug[2:4]}"
        return self.label

    @property
    def days(self) -> str:
        """Both its days in words."""
        language = get_language() or "es"
        return f"{format_date(self.first, 'long', locale=language)} – {format_date(self.last, 'long', locale=language)}"

    @property
    def day(self) -> date:
        """The day on which what stands is counted: its last, or today while it runs."""
        return min(self.last, timezone.localdate())

    @property
    def running(self) -> bool:
        """Whether it has not ended: its figures will still move."""
        return self.last >= timezone.localdate()

    def starts_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.first, time()))

    def ends_at(self) -> datetime:
        """The first moment after it."""
        return timezone.make_aware(datetime.combine(self.last + timedelta(days=1), time()))

    def before(self) -> "Period":
        """The one of the same kind before it: a quarter's is the last quarter, any other span's as many days."""
        slug = self.slug
        if "--" in slug:
            length = self.last - self.first
            end = self.first - timedelta(days=1)
            return Period(end - length, end)
        count = {"t": 3, "s": 6}.get(slug[5:6], 1 if "-" in slug else 12)
        month = self.first.month - count
        return Period.months(self.first.year - (1 if month < 1 else 0), month + 12 if month < 1 else month, count)

    def quarters(self, count: int) -> "list[Period]":
        """The `count` quarters that end with the one of its last day, oldest first."""
        found = [Period.quarter_of(self.last)]
        while len(found) < count:
            found.append(found[-1].before())
        return found[::-1]
