"""Payment by result: each indicator pays its part of the price, as far as it was achieved.

    part    = price split by the indicators' weights, to the peso (largest remainder)
    share   = (actual − baseline) / (target − baseline), not below 0 nor above 1
    amount  = part × share in whole pesos, by the same splitting of part into what was earned and what was not

so that Σ part = price, and of each part amount + what stays with the fund = part.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking, money, outbox
from foundation.actors import Actor
from foundation.models import User
from opportunities.enums import CourseStatus, Source
from opportunities.models import Actual, Call, Course, Indicator, Proposal, ResultPayment
from payments import ledger
from payments.enums import AccountKind, TransactionKind
from territories.models import Territory

from .attendance import pass_rate
from .errors import NotPossible


@dataclass(frozen=True, slots=True)
class Due:
    """What an indicator is worth, and what of it was earned; None while nothing was measured."""

    indicator: Indicator
    part: int
    share: Fraction | None
    amount: int | None

    @property
    def kept(self) -> int | None:
        """Stays with the fund."""
        return None if self.amount is None else self.part - self.amount


def parts(price: int, weights: list[int]) -> list[int]:
    """Each indicator's part of the price, in whole pesos that add up to it."""
    return money.split(price, weights)


def earned(part: int, share: Fraction) -> int:
    """Whole pesos of `part` for a share from 0 to 1; the rest, `part` − this, is not earned."""
    return money.split(part, [share.numerator, share.denominator - share.numerator])[0]


def dues(course: Course) -> list[Due]:
    """Of each indicator in its order; one query."""
    indicators = list(Indicator.objects.filter(course=course.pk).select_related("actual", "payment"))
    if not indicators:
        return []
    found = []
    for indicator, part in zip(indicators, parts(course.budget, [one.weight for one in indicators]), strict=True):
        actual = getattr(indicator, "actual", None)
        share = indicator.achieved(actual.value) if actual else None
        found.append(Due(indicator, part, share, None if share is None else earned(part, share)))
    return found


def record_actual(
    actor: Actor | User,
    indicator: Indicator,
    *,
    value: Decimal,
    on: date,
    number: str = "",
    url: str = "",
    text: str = "",
) -> Actual:
    """What a result came to, with the document that shows it; put right until it is paid. Raises NotPossible."""
    with transaction.atomic():
        course = _measured(indicator)
        if indicator.source == Source.ATTENDANCE:
            raise NotPossible(_("Este resultado se cuenta de la asistencia, no se anota."))
        if not (number or url or text):
            raise NotPossible(_("Un resultado va con su respaldo: número, dirección o qué muestra el documento."))
        checked = actor if isinstance(actor, User) else None
        return _keep(actor, course, indicator, value, on, number=number, url=url, text=text, checked_by=checked)


def count_attendance(actor: Actor | User, course: Course) -> list[Actual]:
    """Fill in the results that are counted from attendance. Raises NotPossible before the course ended."""
    found = []
    with transaction.atomic():
        for indicator in course.indicators.filter(source=Source.ATTENDANCE, payment__isnull=True):
            fresh = _measured(indicator)
            rate, taken = pass_rate(fresh), fresh.sessions.count()
            text = f"{taken} sesiones con lista / {taken} sessions with attendance"
            found.append(_keep(actor, fresh, indicator, rate, timezone.localdate(), text=text, checked_by=None))
    return found


def _measured(indicator: Indicator) -> Course:
    course = locking.lock(Course, indicator.course_id)
    if course.status != CourseStatus.FINISHED:
        raise NotPossible(_("Los resultados se miden cuando el curso terminó."))
    if ResultPayment.objects.filter(indicator=indicator).exists():
        raise NotPossible(_("Ese resultado ya se pagó."))
    return course


def _keep(
    actor: Actor | User, course: Course, indicator: Indicator, value: Decimal, on: date, **shown: object
) -> Actual:
    actual, _new = Actual.objects.update_or_create(
        indicator=indicator, defaults={"number": "", "url": "", "text": "", "value": value, "on": on} | shown
    )
    audit.record(actor, "result.measured", indicator, value=value, course=course)
    return actual


def release_payment(actor: Actor | User, indicator: Indicator) -> ResultPayment:
    """Pay what a measured result earned, through the ledger, once. Raises NotPossible; a second release does."""
    with transaction.atomic():
        course = locking.lock(Course, indicator.course_id)
        if ResultPayment.objects.filter(indicator=indicator).exists():
            raise NotPossible(_("Ese resultado ya se pagó."))
        due = next(due for due in dues(course) if due.indicator.pk == indicator.pk)
        if due.amount is None or course.status != CourseStatus.FINISHED:
            raise NotPossible(_("Falta medir ese resultado."))
        fund = ledger.account(AccountKind.TRAINING_FUND, course.territory)
        if due.amount > -ledger.balance(fund):
            raise NotPossible(_("El fondo del territorio no alcanza: anote antes el aporte."))
        key = f"result-payment:{indicator.pk}"
        payment = ResultPayment.objects.create(
            indicator=indicator, part=due.part, amount=due.amount, released_at=timezone.now(), ledger_key=key
        )
        if due.amount:
            owed = ledger.account(AccountKind.TRAINING_PROVIDER, winner(course).awarded_to)
            entries = [(fund, due.amount), (owed, -due.amount)]
            ledger.post(TransactionKind.RESULT_PAYMENT, key=key, entries=entries, about=course)
        audit.record(actor, "result.paid", indicator, amount=due.amount, part=due.part, course=course)
        outbox.publish("training.result_paid", payment, key=str(payment.pk))
    return payment


def winner(course: Course) -> Proposal:
    """The proposal the course was awarded to. Raises Proposal.DoesNotExist before that."""
    call = Call.objects.filter(course=course, awarded_at__isnull=False)
    return Proposal.objects.select_related("awarded_to").get(call__in=call, awarded_to__isnull=False)


def record_funding(actor: Actor | User, territory: Territory, *, amount: int, number: str) -> None:
    """Put money that came in for training into the territory's fund; a document counts once. Raises NotPossible."""
    if amount <= 0 or not number.strip():
        raise NotPossible(_("Un aporte lleva un monto y el número del documento que lo respalda."))
    with transaction.atomic():
        fund = ledger.account(AccountKind.TRAINING_FUND, territory)
        entries = [(ledger.account(AccountKind.BANK), amount), (fund, -amount)]
        try:
            key = f"training-funding:{territory.pk}:{number.strip()}"
            ledger.post(TransactionKind.FUNDING, key=key, entries=entries, about=territory)
        except ledger.LedgerError as error:
            raise NotPossible(_("Ese documento ya se anotó con otro monto.")) from error
        audit.record(actor, "training.funded", territory, amount=amount, number=number)


def fund_of(territory: Territory) -> int:
    """Whole pesos left in the territory's training fund."""
    return -ledger.balances(AccountKind.TRAINING_FUND, [territory]).get(str(territory.pk), 0)
