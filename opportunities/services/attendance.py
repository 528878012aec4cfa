"""Attendance is taken at each session; who reached the course's minimum passed it."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking
from foundation.actors import Actor
from foundation.models import User
from opportunities.enums import CourseStatus
from opportunities.models import Attendance, Course, CourseSession, Enrolment
from opportunities.services.errors import NotPossible


def take_attendance(actor: Actor | User, session: CourseSession, *, present: Collection[int]) -> CourseSession:
    """Write down who was there, by the keys of enrolments; taking it again puts it right. Raises NotPossible."""
    with transaction.atomic():
        course = locking.lock(Course, session.course_id)
        session = locking.lock(CourseSession, session.pk)
        if course.status != CourseStatus.RUNNING:
            raise NotPossible(_("La lista se pasa mientras el curso está en ejecución."))
        if session.on > timezone.localdate():
            raise NotPossible(_("Esa sesión todavía no llega."))
        enrolled = set(Enrolment.objects.filter(course=course).values_list("pk", flat=True))
        if not set(present) <= enrolled:
            raise NotPossible(_("Hay alguien que no está inscrito en este curso."))
        Attendance.objects.filter(session=session).delete()
        Attendance.objects.bulk_create(
            Attendance(session=session, enrolment_id=pk, present=pk in set(present)) for pk in sorted(enrolled)
        )
        session.taken_at = timezone.now()
        session.save(update_fields=["taken_at"])
        audit.record(actor, "session.attendance", session, present=len(set(present)), enrolled=len(enrolled))
    return session


def shares(courses: Collection[int]) -> dict[int, dict[int, Fraction]]:
    """By course and enrolment, the share of hours attended of those whose list was taken, 0 to 1; three queries.

    Who joined later is absent from what was held before.
    """
    held: dict[int, Decimal] = {}
    hours_of: dict[int, tuple[int, Decimal]] = {}
    taken = CourseSession.objects.filter(course__in=courses, taken_at__isnull=False)
    for pk, course, hours in taken.values_list("pk", "course", "hours"):
        held[course] = held.get(course, Decimal(0)) + hours
        hours_of[pk] = (course, hours)
    found: dict[int, dict[int, Fraction]] = {}
    for pk, course in Enrolment.objects.filter(course__in=held).values_list("pk", "course"):
        found.setdefault(course, {})[pk] = Fraction(0)
    there = Attendance.objects.filter(session__in=hours_of, present=True)
    for session, enrolment in there.values_list("session", "enrolment"):
        course, hours = hours_of[session]
        found[course][enrolment] += Fraction(hours) / Fraction(held[course])
    return found


def passed(course: Course) -> dict[int, bool]:
    """By enrolment, whether the minimum attendance was reached over the sessions held so far."""
    least = Fraction(course.attendance_minimum, 100)
    return {pk: share >= least for pk, share in shares([course.pk]).get(course.pk, {}).items()}


def pass_rate(course: Course) -> Decimal:
    """Percent of those enrolled who passed, to a tenth; 0 while nobody is enrolled."""
    results = list(passed(course).values())
    return (Decimal(100) * sum(results) / len(results)).quantize(Decimal("0.1")) if results else Decimal(0)


def passed_by(producers: Iterable[int]) -> dict[tuple[int, int], bool]:
    """By (producer, finished course), whether one of theirs passed it."""
    rows = Enrolment.objects.filter(producer__in=list(producers), course__status=CourseStatus.FINISHED)
    seats = list(rows.values_list("pk", "producer", "course", "course__attendance_minimum"))
    if not seats:
        return {}
    share_of = shares({course for _pk, _producer, course, _least in seats})
    found: dict[tuple[int, int], bool] = {}
    for pk, producer, course, least in seats:
        reached = share_of.get(course, {}).get(pk, Fraction(0)) >= Fraction(least, 100)
        found[producer, course] = found.get((producer, course), False) or reached
    return found
