"""A course that was awarded is held: it starts, is visited, and ends."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from opportunities.enums import CourseStatus
from opportunities.models import Course, Enrolment, Visit
from producers.models import Producer

from .errors import NotPossible


def start_course(actor: Actor | User, course: Course) -> Course:
    """From now on attendance is taken. Raises NotPossible without sessions or anybody enrolled."""
    with transaction.atomic():
        course = locking.lock(Course, course.pk)
        if not course.can_become(CourseStatus.RUNNING):
            raise NotPossible(course.get_status_display())
        if not course.sessions.exists() or not course.enrolments.exists():
            raise NotPossible(_("Antes de empezar, ponga las sesiones y quién participa."))
        return _move(actor, course, CourseStatus.RUNNING)


def enrol(actor: Actor | User, course: Course, producer: Producer) -> Enrolment:
    """Give a place to somebody of the producer's. Raises NotPossible when the course is full or over."""
    with transaction.atomic():
        course = locking.lock(Course, course.pk)
        if course.status not in (CourseStatus.AWARDED, CourseStatus.RUNNING):
            raise NotPossible(_("Las inscripciones van desde la adjudicación hasta el fin del curso."))
        seats = list(Enrolment.objects.filter(course=course).values_list("producer", "seat"))
        if len(seats) >= course.places:
            raise NotPossible(_("No quedan cupos."))
        seat = 1 + max((taken for pk, taken in seats if pk == producer.pk), default=0)
        enrolment = Enrolment.objects.create(course=course, producer=producer, seat=seat)
        audit.record(actor, "course.enrolled", course, producer=producer.pk, seat=seat)
    return enrolment


def record_visit(actor: Actor | User, course: Course, *, on: date, by: str, found: str, in_order: bool = True) -> Visit:
    """Write a supervision visit down: who went (institutions), and what they saw. Raises NotPossible."""
    with transaction.atomic():
        course = locking.lock(Course, course.pk)
        if course.status != CourseStatus.RUNNING or on > timezone.localdate():
            raise NotPossible(_("Se anotan visitas ya hechas, mientras el curso está en ejecución."))
        if course.visits.filter(on=on).exists():
            raise NotPossible(_("Ya hay una visita de ese día."))
        visit = Visit.objects.create(course=course, on=on, by_es=by, found_es=found, in_order=in_order)
        audit.record(actor, "course.visited", visit, in_order=in_order)
    return visit


def finish_course(actor: Actor | User, course: Course) -> Course:
    """Close the classes: every list was taken and every agreed visit made. Raises NotPossible."""
    with transaction.atomic():
        course = locking.lock(Course, course.pk)
        if not course.can_become(CourseStatus.FINISHED):
            raise NotPossible(course.get_status_display())
        if course.sessions.filter(taken_at__isnull=True).exists():
            raise NotPossible(_("Falta pasar lista en alguna sesión."))
        missing = course.supervision_visits - course.visits.count()
        if missing > 0:
            raise NotPossible(_("Faltan visitas de supervisión: %(n)s.") % {"n": missing})
        return _move(actor, course, CourseStatus.FINISHED)


def _move(actor: Actor | User, course: Course, status: CourseStatus) -> Course:
    course.status = status
    course.version += 1
    course.save()
    audit.record(actor, f"course.{status.value}", course)
    outbox.publish(f"course.{status.value}", course, key=f"{course.pk}:{course.version}")
    return course
