"""A course is held, measured and paid by what it achieved."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from foundation.actors import SYSTEM
from opportunities.enums import CourseStatus, Direction, Source
from opportunities.models import CourseSession, Indicator, ResultPayment
from opportunities.services import NotPossible, attendance, courses, results
from payments import ledger
from payments.enums import AccountKind
from tests.builders import a_producer, a_user
from tests.opportunities.making import a_course, a_finished_course, a_running_course, an_awarded_course

TODAY = timezone.localdate


def measured(course, *values):
    for indicator, value in zip(course.indicators.order_by("order"), values, strict=True):
        results.record_actual(a_user(), indicator, value=Decimal(value), on=TODAY(), number="INF-1")


def funded(course, amount=10_000_000):
    results.record_funding(SYSTEM, course.territory, amount=amount, number="DOC-1")


@pytest.mark.django_db
def test_attendance_counts_the_hours_of_sessions_whose_list_was_taken():
    course = a_running_course(people=2, sessions=2)
    first, second = course.sessions.order_by("on")
    CourseSession.objects.filter(pk=second.pk).update(hours=12)
    here, away = course.enrolments.order_by("pk")

    attendance.take_attendance(SYSTEM, first, present=[here.pk])
    assert attendance.passed(course) == {here.pk: True, away.pk: False}
    attendance.take_attendance(SYSTEM, second, present=[away.pk])
    assert attendance.passed(course) == {here.pk: False, away.pk: True}


@pytest.mark.django_db
def test_nine_of_twelve_equal_sessions_are_exactly_three_quarters():
    course = a_running_course(people=1, sessions=12)
    (enrolment,) = course.enrolments.all()
    for number, session in enumerate(course.sessions.order_by("on")):
        attendance.take_attendance(SYSTEM, session, present=[enrolment.pk] if number < 9 else [])

    assert attendance.shares([course.pk])[course.pk][enrolment.pk] == Fraction(3, 4)
    assert attendance.passed(course) == {enrolment.pk: True}


@pytest.mark.django_db
def test_a_list_taken_again_is_put_right():
    course = a_running_course(people=2)
    session, (first, second) = course.sessions.first(), course.enrolments.order_by("pk")

    attendance.take_attendance(SYSTEM, session, present=[first.pk])
    attendance.take_attendance(SYSTEM, session, present=[second.pk])

    assert session.attendance.get(present=True).enrolment == second
    assert session.attendance.count() == 2


@pytest.mark.django_db
def test_somebody_of_another_course_is_not_on_the_list():
    course, other = a_running_course(), a_running_course()

    with pytest.raises(NotPossible):
        attendance.take_attendance(SYSTEM, course.sessions.first(), present=[other.enrolments.first().pk])


@pytest.mark.django_db
def test_no_list_before_its_day():
    course = a_running_course()
    session = CourseSession.objects.create(course=course, on=TODAY() + timedelta(days=1), topic_es="Mañana")

    with pytest.raises(NotPossible):
        attendance.take_attendance(SYSTEM, session, present=[])


@pytest.mark.django_db
def test_a_full_course_takes_nobody_more():
    course = an_awarded_course(places=1)
    courses.enrol(SYSTEM, course, a_producer())

    with pytest.raises(NotPossible):
        courses.enrol(SYSTEM, course, a_producer())


@pytest.mark.django_db
def test_a_producer_may_send_two_people():
    course, producer = an_awarded_course(), a_producer()

    assert [courses.enrol(SYSTEM, course, producer).seat for _ in range(2)] == [1, 2]


@pytest.mark.django_db
def test_a_course_does_not_end_without_its_lists_and_visits():
    course = a_running_course(supervision_visits=1)
    with pytest.raises(NotPossible, match="lista"):
        courses.finish_course(SYSTEM, course)
    for session in course.sessions.all():
        attendance.take_attendance(SYSTEM, session, present=[])
    with pytest.raises(NotPossible, match="visitas"):
        courses.finish_course(SYSTEM, course)
    courses.record_visit(SYSTEM, course, on=TODAY(), by="Servicio", found="Bien")
    assert courses.finish_course(SYSTEM, course).status == CourseStatus.FINISHED


@pytest.mark.django_db
def test_an_empty_course_does_not_start():
    with pytest.raises(NotPossible):
        courses.start_course(SYSTEM, an_awarded_course())


@pytest.mark.django_db
def test_results_pay_their_part_as_far_as_they_were_achieved():
    course = a_finished_course()
    funded(course)
    measured(course, 100, 50, 0)

    paid = [results.release_payment(SYSTEM, one) for one in course.indicators.order_by("order")]

    assert [(one.part, one.amount) for one in paid] == [(400_000, 400_000), (350_000, 175_000), (250_000, 0)]
    provider = results.winner(course).awarded_to
    assert ledger.balance(ledger.account(AccountKind.TRAINING_PROVIDER, provider)) == -575_000
    assert results.fund_of(course.territory) == 10_000_000 - 575_000
    assert ledger.difference() == 0


@pytest.mark.django_db
def test_a_result_is_paid_once():
    course = a_finished_course(weights=(100,))
    funded(course)
    measured(course, 100)
    indicator = course.indicators.get()
    results.release_payment(SYSTEM, indicator)

    with pytest.raises(NotPossible):
        results.release_payment(SYSTEM, indicator)
    with pytest.raises(NotPossible):
        measured(course, 50)
    assert ResultPayment.objects.count() == 1


@pytest.mark.django_db
def test_nothing_is_paid_that_was_not_measured():
    course = a_finished_course(weights=(100,))
    funded(course)

    with pytest.raises(NotPossible):
        results.release_payment(SYSTEM, course.indicators.get())


@pytest.mark.django_db
def test_nothing_is_measured_before_the_course_ended():
    course = a_running_course(weights=(100,))

    with pytest.raises(NotPossible):
        measured(course, 100)


@pytest.mark.django_db
def test_a_fund_without_money_pays_nothing():
    course = a_finished_course(weights=(100,))
    measured(course, 100)
    funded(course, course.budget - 1)

    with pytest.raises(NotPossible, match="fondo"):
        results.release_payment(SYSTEM, course.indicators.get())
    assert not ResultPayment.objects.exists()


@pytest.mark.django_db
def test_a_contribution_counts_once():
    course = a_course()
    for _ in range(2):
        results.record_funding(SYSTEM, course.territory, amount=500, number="DOC-9")
    assert results.fund_of(course.territory) == 500
    with pytest.raises(NotPossible):
        results.record_funding(SYSTEM, course.territory, amount=600, number="DOC-9")


@pytest.mark.django_db
def test_an_actual_without_its_document_is_refused():
    course = a_finished_course(weights=(100,))

    with pytest.raises(NotPossible):
        results.record_actual(SYSTEM, course.indicators.get(), value=Decimal(1), on=TODAY())


@pytest.mark.django_db
def test_what_comes_of_attendance_is_counted_not_typed():
    course = a_finished_course(weights=(100,), people=4, present=3)
    Indicator.objects.update(source=Source.ATTENDANCE)
    with pytest.raises(NotPossible):
        measured(course, 100)

    (actual,) = results.count_attendance(SYSTEM, course)

    assert (actual.value, actual.checked_by) == (75, None)


@pytest.mark.parametrize(("value", "share"), [(18, 0), (11, Fraction(1, 2)), (4, 1), (0, 1), (30, 0)])
def test_an_indicator_that_must_fall_is_achieved_by_falling(value, share):
    indicator = Indicator(baseline=Decimal(18), target=Decimal(4), direction=Direction.AT_MOST)

    assert indicator.achieved(Decimal(value)) == share


@given(
    price=st.integers(1, 10**9),
    weights=st.lists(st.integers(1, 60), min_size=1, max_size=8),
    shares=st.lists(st.fractions(0, 1, max_denominator=997), min_size=8, max_size=8),
)
def test_parts_add_up_to_the_price_and_what_is_earned_and_kept_to_the_part(price, weights, shares):
    parts = results.parts(price, weights)
    earned = [results.earned(part, share) for part, share in zip(parts, shares, strict=False)]

    assert sum(parts) == price
    for part, amount, share in zip(parts, earned, shares, strict=False):
        assert 0 <= amount <= part
        assert abs(amount - part * share) < 1
        assert (amount == part) or share < 1
        assert (amount == 0) or share > 0


@given(
    baseline=st.decimals(-1000, 1000, places=3),
    way=st.decimals("0.001", 1000, places=3),
    values=st.lists(st.decimals(-3000, 3000, places=3), min_size=2, max_size=2),
    falls=st.booleans(),
)
def test_more_of_the_way_never_earns_less(baseline, way, values, falls):
    target = baseline - way if falls else baseline + way
    indicator = Indicator(baseline=baseline, target=target)
    nearer, farther = sorted(values, key=lambda value: -value if not falls else value)

    assert 0 <= indicator.achieved(farther) <= indicator.achieved(nearer) <= 1
    assert indicator.achieved(target) == 1
    assert indicator.achieved(baseline) == 0
