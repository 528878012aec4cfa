"""A course is put out to tender, proposals come in sealed, are opened after the close, scored and awarded."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import IntegrityError, transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking, mail, outbox
from foundation.actors import Actor
from foundation.models import User
from opportunities import sealing
from opportunities.enums import CourseStatus
from opportunities.models import Call, Course, Criterion, Proposal, Provider, Score
from opportunities.sealing import Bid

from .errors import NotPossible


def open_call(
    actor: Actor | User,
    course: Course,
    *,
    opens_at: datetime,
    closes_at: datetime,
    criteria: Sequence[tuple[str, str, int]],
    terms: tuple[str, str] = ("", ""),
) -> Call:
    """Put a course out to tender; `criteria` are (Spanish, English, weight %), `terms` (Spanish, English).

    The results it will be paid by must be there and weigh 100 %, and so must the criteria. Raises NotPossible.
    """
    with transaction.atomic():
        course = locking.lock(Course, course.pk)
        if not course.can_become(CourseStatus.CALLED):
            raise NotPossible(course.get_status_display())
        if course.indicators.aggregate(sum=Sum("weight"))["sum"] != 100:
            raise NotPossible(_("Los pesos de los resultados deben sumar 100 % antes de licitar."))
        if sum(weight for _es, _en, weight in criteria) != 100:
            raise NotPossible(_("Los pesos de los criterios deben sumar 100 %."))
        if closes_at <= opens_at or closes_at <= timezone.now():
            raise NotPossible(_("El cierre debe venir después de la apertura, y después de hoy."))
        call = Call.objects.create(
            course=course, opens_at=opens_at, closes_at=closes_at, terms_es=terms[0], terms_en=terms[1]
        )
        Criterion.objects.bulk_create(
            Criterion(call=call, name_es=es, name_en=en, weight=weight, order=order)
            for order, (es, en, weight) in enumerate(criteria)
        )
        _move(course, CourseStatus.CALLED)
        audit.record(actor, "call.opened", call, course=course, closes_at=closes_at.isoformat())
        outbox.publish("call.opened", call, key=str(call.pk))
    return call


def submit_proposal(call: Call, bid: Bid, *, at: datetime | None = None, locale: str = "es") -> Proposal:
    """Take a bid and seal it; the receipt goes to the bidder by mail. Raises NotPossible before, after, or repeated."""
    at = at or timezone.now()
    with transaction.atomic():
        call = locking.lock(Call, call.pk)
        if not call.takes_proposals(at):
            raise NotPossible(_("Esta licitación no está recibiendo propuestas."))
        if not 0 < bid.price <= call.course.budget:
            raise NotPossible(_("El precio debe ser mayor que cero y caber en el presupuesto."))
        sealed, known = sealing.seal(call, bid)
        try:
            with transaction.atomic():
                proposal = Proposal.objects.create(call=call, received_at=at, sealed=sealed, digest=known)
        except IntegrityError as error:
            raise NotPossible(_("Ya recibimos esa misma propuesta.")) from error
        audit.record(Actor.link("bidder", proposal.receipt), "proposal.received", proposal, digest=known)
        mail.enqueue(
            key=f"proposal-{proposal.pk}-received", to=bid.email,
            subject=_("Recibimos su propuesta %(receipt)s") % {"receipt": proposal.receipt},
            template="opportunities/mail/proposal", context={"proposal": proposal, "call": call}, locale=locale,
        )  # fmt: skip
    return proposal


def unseal(actor: Actor | User, call: Call, *, at: datetime | None = None) -> list[Proposal]:
    """Open every proposal at once, only after the close. Raises NotPossible, BrokenSeal."""
    at = at or timezone.now()
    with transaction.atomic():
        call = locking.lock(Call, call.pk)
        if at < call.closes_at:
            raise NotPossible(_("Los sobres se abren después del cierre."))
        if call.opened_at is not None:
            return list(call.proposals.all())
        proposals = list(call.proposals.all())
        for proposal in proposals:
            bid = sealing.open_bid(call, bytes(proposal.sealed), proposal.digest)
            proposal.provider, proposal.email = bid.provider, bid.email
            proposal.price, proposal.method = bid.price, bid.method
            proposal.save(update_fields=["provider", "email", "price", "method"])
        call.opened_at = at
        _save(call, "opened_at")
        audit.record(actor, "call.unsealed", call, proposals=[proposal.receipt for proposal in proposals])
    return proposals


def score(evaluator: User, proposal: Proposal, *, points: Mapping[int, int]) -> list[Score]:
    """One evaluator's points, 0 to 100 by criterion key, for every criterion; scoring again before the award replaces.

    Raises NotPossible.
    """
    with transaction.atomic():
        call = locking.lock(Call, proposal.call_id)
        if call.opened_at is None or call.awarded_at is not None or call.void_at is not None:
            raise NotPossible(_("Se puntúa entre la apertura de los sobres y la adjudicación."))
        asked = set(call.criteria.values_list("pk", flat=True))
        if set(points) != asked or not all(0 <= value <= 100 for value in points.values()):
            raise NotPossible(_("Dé de 0 a 100 puntos en cada criterio."))
        for criterion, value in points.items():
            Score.objects.update_or_create(
                proposal=proposal, criterion_id=criterion, evaluator=evaluator, defaults={"points": value}
            )
        audit.record(evaluator, "proposal.scored", proposal, points=dict(points))
    return list(proposal.scores.filter(evaluator=evaluator))


def totals(call: Call) -> dict[int, Fraction]:
    """By proposal, Σ weight × mean of the evaluators' points / 100: 0 to 100, exact; unscored ones are not in it."""
    rows = Score.objects.filter(proposal__call=call).values("proposal", "criterion__weight", "criterion")
    found: dict[int, Fraction] = {}
    for row in rows.annotate(sum=Sum("points"), n=Count("pk")).order_by():
        part = Fraction(row["criterion__weight"] * row["sum"], row["n"] * 100)
        found[row["proposal"]] = found.get(row["proposal"], Fraction(0)) + part
    return found


def ranking(call: Call) -> list[tuple[Proposal, Fraction]]:
    """Scored proposals, best first; of equals the one that came first."""
    points = totals(call)
    ranked = [proposal for proposal in call.proposals.select_related("awarded_to") if proposal.pk in points]
    ranked.sort(key=lambda proposal: (-points[proposal.pk], proposal.received_at, proposal.pk))
    return [(proposal, points[proposal.pk]) for proposal in ranked]


def award(actor: Actor | User, call: Call) -> Proposal:
    """Give the course to the best proposal, once every one was scored. Raises NotPossible; a second award does."""
    with transaction.atomic():
        course = locking.lock(Course, call.course_id)
        call = locking.lock(Call, call.pk)
        if call.awarded_at is not None or not course.can_become(CourseStatus.AWARDED):
            raise NotPossible(_("Esta licitación ya se resolvió."))
        ranked = ranking(call)
        if not ranked or len(ranked) != call.proposals.count():
            raise NotPossible(_("Falta puntuar propuestas."))
        winner, points = ranked[0]
        winner.awarded_to = Provider.objects.get_or_create(name=winner.provider, defaults={"email": winner.email})[0]
        winner.save(update_fields=["awarded_to"])
        call.awarded_at = timezone.now()
        _save(call, "awarded_at")
        course.budget = winner.price or 0
        _move(course, CourseStatus.AWARDED)
        total = (Decimal(points.numerator) / points.denominator).quantize(Decimal("0.001"))
        audit.record(actor, "call.awarded", call, proposal=winner.receipt, total=total, price=winner.price)
        outbox.publish("call.awarded", call, key=str(call.pk))
    return winner


def declare_void(actor: Actor | User, call: Call, *, at: datetime | None = None) -> Call:
    """End a call nobody won, after its close; the course may be put out again. Raises NotPossible."""
    with transaction.atomic():
        course = locking.lock(Course, call.course_id)
        call = locking.lock(Call, call.pk)
        if call.awarded_at or call.void_at or (at or timezone.now()) < call.closes_at:
            raise NotPossible(_("Una licitación se declara desierta después de su cierre y antes de adjudicarla."))
        call.void_at = at or timezone.now()
        _save(call, "void_at")
        _move(course, CourseStatus.VOID)
        audit.record(actor, "call.void", call)
    return call


def _move(course: Course, status: CourseStatus) -> None:
    course.status = status
    course.version += 1
    course.save()


def _save(call: Call, *names: str) -> None:
    call.version += 1
    call.save(update_fields=[*names, "version"])
