from datetime import datetime

import pytest
from django.utils import timezone

from inquiries.deadlines import respond_by


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-23 09:00", "2026-11-25 18:00"),
        ("2026-11-26 23:59", "2026-11-30 18:00"),
        ("2026-11-27 10:00", "2026-12-01 18:00"),
        ("2026-11-28 10:00", "2026-12-01 18:00"),
        ("2026-11-29 10:00", "2026-12-01 18:00"),
    ],
    ids=["monday", "thursday night", "friday", "saturday", "sunday"],
)
def test_an_answer_is_due_at_six_on_the_second_working_day(start, due):
    at = timezone.make_aware(datetime.fromisoformat(start))

    assert timezone.localtime(respond_by(at)).strftime("%Y-%m-%d %H:%M") == due


def test_the_hour_is_chiles_also_when_the_clock_has_changed():
    before_winter = timezone.make_aware(
        datetime.fromisoformat("2027-04-02 12:00")
    )  # clocks go back on the night of the 3rd

    assert timezone.localtime(respond_by(before_winter)).hour == 18
