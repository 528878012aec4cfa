from typing import Any

from django.db import transaction

from foundation import audit, outbox
from foundation.actors import Actor
from foundation.models import User
from payments.models import BankAccount
from producers.models import Network, Producer


def keep_account(actor: Actor | User, owner: Producer | Network, **told: Any) -> BankAccount:
    """Where the owner is paid from now on; transfers of batches made before go where they went.

    Publishes `bank_account.changed`: whoever else answers for the owner hears of it by mail.
    """
    target = {"producer": owner} if isinstance(owner, Producer) else {"network": owner}
    with transaction.atomic():
        kept, _new = BankAccount.objects.update_or_create(**target, defaults=told)
        entry = audit.record(actor, "bank_account.changed", kept)
        outbox.publish("bank_account.changed", kept, key=str(entry.pk))
    return kept
