from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountKind(models.TextChoices):
    """Signs: what is there for us to spend stands above zero, what we owe to somebody below it."""

    STRIPE = "stripe", _("Cobrado con tarjeta")
    BANK = "bank", _("Cuenta del banco")
    ORDER = "order", _("Pagado por un pedido")
    PRODUCER = "producer", _("Por pagar a un productor")
    NETWORK = "network", _("Por pagar a una red")
    PLATFORM = "platform", _("Comisión de la plataforma")
    PAYOUT = "payout", _("Transferencia en curso")
    TRAINING_FUND = "training_fund", _("Fondo de capacitación")
    TRAINING_PROVIDER = "training_provider", _("Por pagar a un organismo de capacitación")


class TransactionKind(models.TextChoices):
    CHARGE = "charge", _("Pago recibido")
    SPLIT = "split", _("Reparto")
    REVERSAL = "reversal", _("Reparto deshecho")
    REFUND = "refund", _("Devolución")
    PAYOUT = "payout", _("Liquidación")
    TRANSFER = "transfer", _("Transferencia hecha")
    TRANSFER_BACK = "transfer_back", _("Transferencia rechazada")
    RESULT_PAYMENT = "result_payment", _("Pago por resultado")
    FUNDING = "funding", _("Aporte")


class GatewayName(models.TextChoices):
    STRIPE = "stripe", _("Tarjeta")
    TRANSFER = "transfer", _("Transferencia bancaria")


class PaymentState(models.TextChoices):
    """What was last seen of a payment; whether an order is paid says the ledger."""

    STARTED = "started", _("Empezado")
    OPEN = "open", _("Espera el pago")
    PAID = "paid", _("Pagado")
    CLOSED = "closed", _("Cerrado sin pago")


UNDER_WAY = frozenset({PaymentState.STARTED, PaymentState.OPEN})


PAYMENT_NEXT = {
    PaymentState.STARTED: frozenset({PaymentState.OPEN, PaymentState.PAID, PaymentState.CLOSED}),
    PaymentState.OPEN: frozenset({PaymentState.PAID, PaymentState.CLOSED}),
    PaymentState.CLOSED: frozenset({PaymentState.PAID}),
    PaymentState.PAID: frozenset[PaymentState](),
}
"""A closed one may still turn out to have been paid in its last moment."""


class RefundState(models.TextChoices):
    REQUESTED = "requested", _("Pedida")
    SENT = "sent", _("En camino")
    DONE = "done", _("Hecha")
    FAILED = "failed", _("No se pudo")


REFUND_NEXT = {
    RefundState.REQUESTED: frozenset({RefundState.SENT, RefundState.DONE, RefundState.FAILED}),
    RefundState.SENT: frozenset({RefundState.DONE, RefundState.FAILED}),
    RefundState.FAILED: frozenset({RefundState.DONE, RefundState.SENT}),
    RefundState.DONE: frozenset[RefundState](),
}


class FeeKind(models.TextChoices):
    NETWORK = "network", _("De la red")
    PLATFORM = "platform", _("De la plataforma")


class HoldState(models.TextChoices):
    HELD = "held", _("Apartado")
    TAKEN = "taken", _("Vendido")
    RELEASED = "released", _("Libre otra vez")


class PayoutState(models.TextChoices):
    TO_SEND = "to_send", _("Por transferir")
    PAID = "paid", _("Transferida")
    FAILED = "failed", _("Rechazada por el banco")


PAYOUT_NEXT = {
    PayoutState.TO_SEND: frozenset({PayoutState.PAID, PayoutState.FAILED}),
    PayoutState.PAID: frozenset[PayoutState](),
    PayoutState.FAILED: frozenset[PayoutState](),
}


class PayoutChannel(models.TextChoices):
    BANK_FILE = "bank_file", _("Nómina del banco")
    CONNECT = "connect", _("Stripe Connect")


class BankAccountKind(models.TextChoices):
    CURRENT = "current", _("Cuenta corriente")
    SIGHT = "sight", _("Cuenta vista o RUT")
    SAVINGS = "savings", _("Cuenta de ahorro")


class Bank(models.TextChoices):
    """Banks that keep accounts for people and small firms, by their code at the CMF."""

    CHILE = "001", "Banco de Chile"
    INTERNACIONAL = "009", "Banco Internacional"
    ESTADO = "012", "BancoEstado"
    SCOTIABANK = "014", "Scotiabank"
    BCI = "016", "Bci"
    BICE = "028", "Banco Bice"
    SANTANDER = "037", "Banco Santander"
    ITAU = "039", "Banco Itaú"
    SECURITY = "049", "Banco Security"
    FALABELLA = "051", "Banco Falabella"
    RIPLEY = "053", "Banco Ripley"
    CONSORCIO = "055", "Banco Consorcio"
    COOPEUCH = "672", "Coopeuch"
