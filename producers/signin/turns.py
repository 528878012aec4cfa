"""How often one may ask for a code, guess at one, or try a password. Counted in the database, over all processes.

Each is counted by network, by address from one network, and more loosely by address from everywhere: so whoever spends
another's turns does not keep them out of their own telephone.
"""

from django.http import HttpRequest

from foundation import limits

MINUTE, HOUR = 60, 3600


def ask(request: HttpRequest, email: str) -> None:
    """A turn to ask for a code. Raises limits.Exceeded; the same for addresses that have no account."""
    _take("ask", request, email, here=(5, 10 / HOUR), anywhere=(20, 30 / HOUR), network=(60, 30 / HOUR))


def guess(request: HttpRequest, email: str) -> None:
    """A turn to try a code for this address, whichever session it was asked from. Raises limits.Exceeded."""
    _take("guess", request, email, here=(12, 6 / HOUR), anywhere=(60, 30 / HOUR), network=(120, 2 / MINUTE))


def password(request: HttpRequest, email: str) -> None:
    """A turn to try a password at the CMS's own door. Raises limits.Exceeded."""
    _take("password", request, email, here=(10, 10 / HOUR), anywhere=(60, 30 / HOUR), network=(60, 1 / MINUTE))


def passkey(request: HttpRequest) -> None:
    limits.take("sign-in.passkey", limits.address_prefix(request), rate=10 / MINUTE, burst=60)


Bucket = tuple[int, float]
"""How many at once, and how many a second come back."""


def _take(what: str, request: HttpRequest, email: str, *, here: Bucket, anywhere: Bucket, network: Bucket) -> None:
    prefix, address = limits.address_prefix(request), email.strip().lower()
    buckets = (("network", prefix, network), ("here", f"{prefix} {address}", here), ("anywhere", address, anywhere))
    for name, key, (burst, rate) in buckets:
        limits.take(f"sign-in.{what}.{name}", key, rate=rate, burst=burst)
