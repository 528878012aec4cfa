"""django-allauth in this house: letters go by our outbox, addresses are counted by our rule, errors speak Spanish."""

import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from foundation import limits, mail

CODE_LENGTH = 8
LETTERS = {
    "account/email/login_code": ("producers/mail/code", _("Su código para entrar a Terruño: %(code)s")),
    "account/email/unknown_account": ("producers/mail/no_account", _("Alguien quiso entrar a Terruño con este correo")),
    "mfa/email/webauthn_added": ("producers/mail/passkey_added", _("Se agregó una llave a su cuenta de Terruño")),
    "mfa/email/webauthn_removed": ("producers/mail/passkey_removed", _("Se quitó una llave de su cuenta de Terruño")),
}


class SignInAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("Ese no es el código. Mire que sea el de la última carta."),
        "too_many_login_attempts": _("Van demasiados intentos. Espere unos minutos y pida otro código."),
        "rate_limited": _("Van muchos pedidos seguidos. Espere unos minutos."),
        "account_inactive": _("Esta cuenta está cerrada."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Stored with its text; the worker sends it, and a mail server that is down loses nothing."""
        template, subject = LETTERS[template_prefix]
        facts = {"code": context.get("code", ""), "email": email}
        with transaction.atomic():
            mail.enqueue(
                key=f"sign-in-{uuid.uuid4()}",
                to=email,
                subject=str(subject) % facts,
                template=template,
                context=facts,
                locale=get_language() or "es",
            )

    def send_notification_mail(
        self, template_prefix: str, user: AbstractBaseUser, context: dict[str, Any] | None = None, email: Any = None
    ) -> None:
        self.send_mail(template_prefix, email or user.email, context or {})  # type: ignore[attr-defined]  # our account

    def generate_login_code(self) -> str:
        """Digits, for the keypad of a phone: two groups of four."""
        digits = get_random_string(CODE_LENGTH, "0123456789")
        return f"{digits[:4]}-{digits[4:]}"

    def get_client_ip(self, request: HttpRequest) -> str:
        address = limits.address(request)
        if not address:
            raise PermissionDenied
        return address

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come with a mandate: a territory's team invites."""
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Our page of passkeys asks for a fresh sign-in by itself (producers.signin.passkeys)."""
        return False

    def get_login_stages(self) -> list[str]:
        """A passkey is a quicker way in, not a second lock: whoever lost the phone still has the mailbox."""
        return ["allauth.account.stages.LoginByCodeStage"]


class PasskeyAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("No pudimos comprobar esa llave. Pruebe de nuevo o pida un código."),
    }

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Llave %(number)s") % {"number": known + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "Terruño"}
