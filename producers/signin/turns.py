"""How often one may ask for a code and guess at one. Counted in the database, hence over all processes."""

from django.http import HttpRequest

from foundation import limits

MINUTE, HOUR = 60, 3600


def ask(request: HttpRequest, email: str) -> None:
    """A turn to ask for a code. Raises limits.Exceeded; the same for addresses that have no account."""
    limits.take("sign-in.ask.network", limits.address_prefix(request), rate=30 / HOUR, burst=60)
    limits.take("sign-in.ask.email", email.lower(), rate=10 / HOUR, burst=5)


def guess(request: HttpRequest, email: str) -> None:
    """A turn to try a code for this address, whichever session it was asked from. Raises limits.Exceeded."""
    limits.take("sign-in.guess.network", limits.address_prefix(request), rate=2 / MINUTE, burst=120)
    limits.take("sign-in.guess.email", email.lower(), rate=6 / HOUR, burst=12)


def passkey(request: HttpRequest) -> None:
    limits.take("sign-in.passkey", limits.address_prefix(request), rate=10 / MINUTE, burst=60)
