from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from payments.enums import PAYOUT_NEXT, Bank, BankAccountKind, PayoutChannel, PayoutState
from payments.rut import validate_rut
from producers.models import Network, Producer

ONE_OWNER = Q(producer__isnull=False, network__isnull=True) | Q(producer__isnull=True, network__isnull=False)


class BankAccount(models.Model):
    """Where a producer or a network is paid. Shown to people only masked, but for the bank's file."""

    producer = models.OneToOneField(
        Producer,
        verbose_name=_("productor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bank_account",
    )
    network = models.OneToOneField(
        Network, verbose_name=_("red"), null=True, blank=True, on_delete=models.PROTECT, related_name="bank_account"
    )
    holder = models.CharField(_("a nombre de"), max_length=80)
    rut = models.CharField(_("RUT"), max_length=12, validators=[validate_rut])
    bank = models.CharField(_("banco"), max_length=3, choices=Bank)
    account_kind = models.CharField(_("tipo de cuenta"), max_length=8, choices=BankAccountKind)
    number = models.CharField(_("número de cuenta"), max_length=20)
    email = models.EmailField(_("correo para el aviso"), blank=True)
    connect_account = models.CharField(_("cuenta de Stripe Connect"), max_length=60, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("cuenta bancaria")
        verbose_name_plural = _("cuentas bancarias")
        constraints = [models.CheckConstraint(condition=ONE_OWNER, name="bank_account_of_one")]

    def __str__(self) -> str:
        return f"{self.get_bank_display()} {self.masked}"

    @property
    def masked(self) -> str:
        """The last digits, as one tells accounts apart: ••••4821."""
        return f"••••{self.number[-4:]}" if len(self.number) > 4 else "••••"

    @property
    def masked_rut(self) -> str:
        return f"••.•••.{self.rut[-5:]}"


class PayoutBatch(models.Model):
    """What was owed to everybody at one moment, sent to the bank as one file."""

    number = models.CharField(_("número"), max_length=20, unique=True, editable=False)
    total = models.PositiveBigIntegerField(_("total"))
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("hecha el"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("liquidación")
        verbose_name_plural = _("liquidaciones")

    def __str__(self) -> str:
        return self.number


class Payout(models.Model):
    """One transfer to one producer or network; the account as it was when the batch was made."""

    batch = models.ForeignKey(PayoutBatch, on_delete=models.PROTECT, related_name="payouts")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.PROTECT, related_name="payouts")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT, related_name="payouts")
    amount = models.PositiveBigIntegerField(_("monto"))
    channel = models.CharField(_("medio"), max_length=10, choices=PayoutChannel, default=PayoutChannel.BANK_FILE)
    state = models.CharField(_("estado"), max_length=8, choices=PayoutState, default=PayoutState.TO_SEND)
    reference = models.CharField(_("referencia"), max_length=20, unique=True)
    """Ours, which goes in the file; `bank_reference` is what came back."""
    bank_reference = models.CharField(_("número de operación"), max_length=60, blank=True)
    holder = models.CharField(max_length=80)
    rut = models.CharField(max_length=12)
    bank = models.CharField(max_length=3, choices=Bank)
    account_kind = models.CharField(max_length=8, choices=BankAccountKind)
    account_number = models.CharField(max_length=20)
    connect_account = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("transferencia a un productor")
        verbose_name_plural = _("transferencias a productores")
        indexes = [models.Index(fields=["producer", "state"]), models.Index(fields=["network", "state"])]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payout_of_something"),
            models.CheckConstraint(condition=ONE_OWNER, name="payout_to_one"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def owner(self) -> Producer | Network:
        owner = self.producer or self.network
        assert owner is not None
        return owner

    @property
    def masked(self) -> str:
        return f"••••{self.account_number[-4:]}"

    def can_become(self, state: str) -> bool:
        return PayoutState(state) in PAYOUT_NEXT[PayoutState(self.state)]
