"""Chile's public holidays: those on a fixed day, those that follow Easter, those the law moves, and single ones.

Sources: laws 2.977, 19.668 (moved to a Monday), 19.973, 20.148, 20.215, 20.299 (31 October), 20.983, 21.357 (solstice);
a law that made one day a holiday, once, is in `ONCE`. Regional holidays and election days are left out.
"""

from datetime import date, timedelta
from functools import cache

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
FIXED = ((1, 1), (5, 1), (5, 21), (7, 16), (8, 15), (9, 18), (9, 19), (11, 1), (12, 8), (12, 25))
"""Month and day, every year."""
MOVED_TO_MONDAY = ((6, 29), (10, 12))
"""Saint Peter and Saint Paul, and the Meeting of Two Worlds: near a weekend they are kept on a Monday."""
ONCE = frozenset({date(2022, 9, 16), date(2022, 6, 21)})


@cache
def of_year(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    days = {date(year, month, day) for month, day in FIXED}
    days |= {easter - timedelta(days=2), easter - timedelta(days=1)}
    days |= {_on_monday(date(year, month, day)) for month, day in MOVED_TO_MONDAY}
    days.add(_reformation_day(year))
    if year >= 2021:
        days.add(solstice(year))
    return frozenset(days | _beside_independence(year) | {day for day in ONCE if day.year == year})


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in of_year(day.year)


def easter_sunday(year: int) -> date:
    """The Gregorian computus as Meeus, Jones and Butcher wrote it down."""
    century = year // 100
    moon = (8 * century + 13) // 25
    epact = (19 * (year % 19) + century - century // 4 - moon + 15) % 30
    epact -= epact // 28 * (1 - (29 // (epact + 1)) * ((21 - year % 19) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def solstice(year: int) -> date:
    """The Day of Indigenous Peoples: the winter solstice by Chile's clock, 20 or 21 June; good from 2022 to 2049.

    The solstice comes 5 h 49 min later every year and a leap day sets it back, so the day repeats every four years.
    """
    return date(year, 6, 20 if year % 4 < 2 and year > 2021 else 21)


def _on_monday(day: date) -> date:
    """From Tuesday to Thursday it is kept on the Monday before, on a Friday on the Monday after."""
    if TUESDAY <= day.weekday() <= THURSDAY:
        return day - timedelta(days=day.weekday())
    return day + timedelta(days=3) if day.weekday() == FRIDAY else day


def _reformation_day(year: int) -> date:
    """31 October: on a Tuesday it is kept on the Friday before, on a Wednesday on the Friday after."""
    day = date(year, 10, 31)
    return day + timedelta(days={TUESDAY: -4, WEDNESDAY: 2}.get(day.weekday(), 0))


def _beside_independence(year: int) -> set[date]:
    """The day that bridges 18 and 19 September to a weekend, and 2 January when it is a Monday."""
    bridge = {TUESDAY: 17, WEDNESDAY: 20, SATURDAY: 17}.get(date(year, 9, 18).weekday())
    days = {date(year, 9, bridge)} if bridge else set()
    return days | ({date(year, 1, 2)} if date(year, 1, 2).weekday() == MONDAY else set())
