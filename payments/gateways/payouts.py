"""How producers are paid: by the bank's file, or by Stripe Connect where the country and the settings allow it."""

import csv
import io
from typing import Any, Protocol

import stripe

from payments.models import Payout, PayoutBatch

from .client import client
from .port import GatewayError

COLUMNS = (
    "rut", "nombre", "banco_codigo", "banco", "cuenta_tipo", "cuenta_numero", "monto", "moneda", "referencia",
)  # fmt: skip


class PayoutGateway(Protocol):
    def transfer(self, payout: Payout) -> str:
        """Make it, once however often it is asked; the other side's reference. Raises GatewayError."""
        ...


class StripeConnect:
    def transfer(self, payout: Payout) -> str:
        wanted: Any = {
            "amount": payout.amount,
            "currency": "clp",
            "destination": payout.connect_account,
            "transfer_group": payout.batch.number,
            "metadata": {"payout": payout.reference},
        }
        try:
            made = client().v1.transfers.create(wanted, {"idempotency_key": f"payout-{payout.reference}"})
        except stripe.StripeError as error:
            raise GatewayError(type(error).__name__) from error
        return made.id


def bank_file(batch: PayoutBatch) -> str:
    """CSV with a header, one transfer a line, whole pesos without separators; the layout is in docs/operator.md.

    Formula prefixes are neutralised: a holder's name is what somebody typed.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for payout in batch.payouts.filter(channel="bank_file").order_by("pk"):
        writer.writerow(
            [
                payout.rut.replace(".", ""), _inert(payout.holder), payout.bank, payout.get_bank_display(),
                payout.account_kind, _inert(payout.account_number), payout.amount, "CLP", payout.reference,
            ]
        )  # fmt: skip
    return out.getvalue()


def _inert(text: str) -> str:
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
