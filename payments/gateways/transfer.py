"""A bank transfer: the buyer writes our reference on it, the team finds it on the statement."""

from datetime import timedelta

from django.urls import reverse

from payments.enums import PaymentState, RefundState
from payments.models import Payment, Refund

from .port import Capabilities, Checkout, RefundStanding, Standing


class BankTransfer:
    def capabilities(self) -> Capabilities:
        return Capabilities(refunds_itself=False, shortest=timedelta(days=2), longest=timedelta(days=10))

    def create_checkout(self, payment: Payment) -> Checkout:
        return Checkout("", reverse("payment", args=[payment.order.token]))

    def fetch(self, payment: Payment) -> Standing:
        paid = sum(payment.receipts.values_list("amount", flat=True))
        state = PaymentState.PAID if paid >= payment.amount else PaymentState(payment.state)
        refunds = tuple(
            RefundStanding(refund.external_id, refund.amount, RefundState.DONE, str(refund.pk))
            for refund in payment.refunds.filter(state=RefundState.DONE)
        )
        return Standing("", state, paid, refunds=refunds)

    def expire(self, payment: Payment) -> Standing:
        standing = self.fetch(payment)
        return standing if standing.state == PaymentState.PAID else Standing("", PaymentState.CLOSED, standing.paid)

    def refund(self, refund: Refund) -> RefundStanding:
        """A person transfers it: it waits until they say that they did."""
        return RefundStanding("", refund.amount, RefundState.REQUESTED, str(refund.pk))
