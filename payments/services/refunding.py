"""Money back: in full or in part, from which parts, and from whose shares."""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, crash, locking, outbox
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from foundation.money import split
from inquiries.enums import OrderStatus, PartStatus
from inquiries.models import Order, OrderPart
from payments import books
from payments.enums import AccountKind, GatewayName, PaymentState, RefundState, TransactionKind
from payments.gateways import RefundStanding, gateway
from payments.ledger import account, post
from payments.models import Payment, Refund, Reversal, Share

from .sharing import entries_of, left_of, taken_back


class RefundRefused(Exception):
    """More than there is to give back, or nothing to give it back through."""


class BackAlready(RefundRefused):
    """As much as came in by the payment has gone back by other refunds."""


class OperationKnown(RefundRefused):
    """The bank's operation was written down for another refund."""


def refund(
    actor: Actor | User,
    order: Order,
    *,
    amount: int | None = None,
    parts: Mapping[OrderPart, int] | None = None,
    reason: str = "",
    surplus: bool = False,
    seen: int | None = None,
) -> list[Refund]:
    """Give money back: all that is left of the shares, an `amount` of it, an amount out of each of `parts`, or the
    `surplus` that nobody's share is touched for. One refund for each payment it goes back through.

    Shares are taken back now, in proportion to what is left of them; the money follows by the worker or, where it came
    by transfer, by the team. `seen` is how many refunds of the order whoever asks had before them: with another number
    there by now it is a form sent twice. Raises RefundRefused.
    """
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        if seen is not None and order.refunds.count() != seen:
            raise RefundRefused("seen")
        if surplus:
            wanted: dict[Share, int] = {}
            total = books.surplus(order) if amount is None else amount
            if total > books.surplus(order):
                raise RefundRefused(f"{total} > {books.surplus(order)}")
        else:
            wanted = _wanted(order, amount, parts)
            total = sum(wanted.values())
        if total <= 0:
            raise RefundRefused("0")
        refunds = _through_payments(order, total, reason, surplus=surplus)
        for made in refunds:
            _take_back(made, wanted)
            audit.record(actor, "refund.requested", made, order=order.pk, amount=made.amount, surplus=surplus)
            outbox.publish("refund.requested", made, key=str(made.pk))
        crash.point("refund.before_commit")
    return refunds


def refund_called_off(order: Order) -> list[Refund]:
    """Give back whatever is left of the shares of parts that were called off, if anything is."""
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        shares = Share.objects.filter(part__order=order, part__status=PartStatus.CANCELLED)
        left = {
            share.part: left_of(share, share.reversals.all()).gross
            for share in shares.select_related("part").prefetch_related("reversals")
        }
        if not any(left.values()):
            return []
        reason = _("Pedido anulado") if order.status == OrderStatus.CANCELLED else _("Parte anulada")
        return refund(SYSTEM, order, parts=left, reason=reason)


def _wanted(order: Order, amount: int | None, parts: Mapping[OrderPart, int] | None) -> dict[Share, int]:
    """How much is to be taken out of each share."""
    shares = list(Share.objects.filter(part__order=order).select_related("part").prefetch_related("reversals"))
    left = {share: left_of(share, share.reversals.all()).gross for share in shares}
    if parts is not None:
        asked = {part.pk: value for part, value in parts.items()}
        wanted = {share: asked.pop(share.part_id, 0) for share in shares}
        if asked or any(value < 0 or value > left[share] for share, value in wanted.items()):
            raise RefundRefused("parts")
        return {share: value for share, value in wanted.items() if value}
    whole = sum(left.values())
    amount = whole if amount is None else amount
    if amount > whole or amount <= 0:
        raise RefundRefused(f"{amount} > {whole}")
    taken = split(amount, list(left.values()))
    return {share: value for share, value in zip(left, taken, strict=True) if value}


def _through_payments(order: Order, total: int, reason: str, *, surplus: bool) -> list[Refund]:
    """Through the payments it came by, what can go back by itself first; a surplus through the latest first."""
    made = []
    payments = Payment.objects.filter(order=order).order_by("-created_at" if surplus else "created_at")
    for payment in sorted(payments, key=lambda payment: payment.gateway != GatewayName.STRIPE):
        amount = min(total, refundable(payment))
        if amount:
            made.append(
                Refund.objects.create(order=order, payment=payment, amount=amount, reason=reason[:200], surplus=surplus)
            )
            total -= amount
    if total:
        raise RefundRefused(f"{total} too much")
    return made


def refundable(payment: Payment) -> int:
    """What came in by this payment and is on no way back."""
    if payment.gateway == GatewayName.TRANSFER:
        paid = payment.receipts.aggregate(sum=Sum("amount"))["sum"] or 0
    else:
        paid = payment.amount if payment.state == PaymentState.PAID else 0
    return paid - (payment.refunds.aggregate(sum=Sum("amount"))["sum"] or 0)


def _take_back(made: Refund, wanted: dict[Share, int]) -> None:
    """Out of the shares in turn until this refund's amount is there; what was taken leaves `wanted`."""
    entries, missing = [], 0 if made.surplus else made.amount
    for share in list(wanted):
        amount = min(missing, wanted[share])
        if not amount:
            continue
        missing -= amount
        wanted[share] -= amount
        back = taken_back(left_of(share, list(Reversal.objects.filter(share=share))), amount)
        Reversal.objects.create(
            refund=made, share=share, gross=amount, producer_amount=back.producer, network_fee=back.network,
            platform_fee=back.platform,
        )  # fmt: skip
        entries += entries_of(share.part, back, sign=1)
    if entries:
        entries.append((account(AccountKind.ORDER, made.order), -made.amount))
        post(TransactionKind.REVERSAL, key=f"reversal:{made.pk}", entries=entries, about=made.order)


def send_refund(made: Refund) -> Refund:
    """Ask the gateway for it, with the key stored before. Outside of a transaction. Raises GatewayError."""
    if made.state != RefundState.REQUESTED:
        return made
    port = gateway(made.payment.gateway)
    if not port.capabilities().refunds_itself:
        return made
    standing = port.refund(made)
    crash.point("refund.sent")
    with transaction.atomic():
        locking.lock(Order, made.order_id)
        return _follow(made, standing)


def give_up_refund(made: Refund, why: str) -> Refund:
    """The gateway refuses it for good: it is the team's to look at. One that is on its way already stays so."""
    with transaction.atomic():
        locking.lock(Order, made.order_id)
        made = locking.lock(Refund, made.pk)
        if made.state != RefundState.REQUESTED:
            return made
        audit.record(SYSTEM, "refund.refused", made, order=made.order_id, why=why)
        return _follow(made, RefundStanding("", made.amount, RefundState.FAILED, str(made.pk)))


def confirm_refund(actor: Actor | User, made: Refund, *, bank_reference: str) -> Refund:
    """The team has transferred it back: what came by transfer, or what the gateway failed to give back.

    The same operation again changes nothing. Raises RefundRefused for one that goes back by itself, or that was
    transferred by another operation; OperationKnown for an operation that stands for another refund; BackAlready where
    the gateway has given back so much otherwise that this would be too much.
    """
    reference = bank_reference.strip()
    with transaction.atomic():
        locking.lock(Order, made.order_id)
        made = locking.lock(Refund, made.pk)
        if made.state == RefundState.DONE:
            if made.external_id != reference:
                raise RefundRefused(made.get_state_display())
            return made
        if gateway(made.payment.gateway).capabilities().refunds_itself and made.state != RefundState.FAILED:
            raise RefundRefused(made.get_state_display())
        if refundable(made.payment) < 0:
            raise BackAlready(f"{refundable(made.payment)}")
        audit.record(actor, "refund.transferred", made)
        standing = RefundStanding(reference, made.amount, RefundState.DONE, str(made.pk))
        try:
            with transaction.atomic():
                return _follow(made, standing, out_of=AccountKind.BANK)
        except IntegrityError:
            if Refund.objects.filter(external_id=reference).exclude(pk=made.pk).exists():
                raise OperationKnown(reference) from None
            raise


def _follow(made: Refund, standing: RefundStanding, out_of: AccountKind = AccountKind.STRIPE) -> Refund:
    """Bring the refund to where the gateway says it is. The order must be locked."""
    made = locking.lock(Refund, made.pk)
    if made.state != standing.state and made.can_become(standing.state):
        made.state = standing.state
        made.external_id = standing.external_id
        made.version += 1
        if made.state == RefundState.DONE:
            made.done_at = timezone.now()
            _post_done(made, out_of)
            outbox.publish("refund.done", made, key=str(made.pk))
        made.save()
        audit.record(SYSTEM, f"refund.{made.state}", made, order=made.order_id)
    crash.point("refund.followed")
    return made


def _post_done(made: Refund, out_of: AccountKind) -> None:
    entries = [(account(AccountKind.ORDER, made.order), made.amount), (account(out_of), -made.amount)]
    post(TransactionKind.REFUND, key=f"refund:{made.pk}", entries=entries, about=made.order)


def record_refunds(payment: Payment, order: Order, standings: Sequence[RefundStanding]) -> None:
    """Refunds as the gateway knows them; one made at the gateway itself becomes ours. The order must be locked."""
    for standing in standings:
        made = payment.refunds.filter(external_id=standing.external_id).first() if standing.external_id else None
        if made is None and standing.reference:
            made = payment.refunds.filter(pk=standing.reference).first()
        if made is None and standing.state == RefundState.DONE:
            made = _meant(payment, standing) or _made_elsewhere(payment, order, standing)
        if made is not None:
            _follow(made, standing)


def _meant(payment: Payment, standing: RefundStanding) -> Refund | None:
    """One of ours that did not get through, when both cannot be: somebody made it at the gateway's own dashboard."""
    if refundable(payment) >= standing.amount:
        return None
    open_ones = payment.refunds.filter(state__in=[RefundState.REQUESTED, RefundState.FAILED])
    return open_ones.filter(amount=standing.amount).order_by("created_at").first()


def _made_elsewhere(payment: Payment, order: Order, standing: RefundStanding) -> Refund:
    """Given back at the gateway's own dashboard: out of the surplus first, else out of every share alike."""
    shares = Share.objects.filter(part__order=order).prefetch_related("reversals")
    left = sum(left_of(share, share.reversals.all()).gross for share in shares)
    surplus = books.surplus(order) >= standing.amount or left < standing.amount
    made = Refund.objects.create(
        order=order, payment=payment, amount=standing.amount, reason=standing.external_id[:200], surplus=surplus
    )
    if not surplus:
        _take_back(made, _wanted(order, standing.amount, None))
    audit.record(SYSTEM, "refund.found", made, order=order.pk, amount=made.amount)
    return made
