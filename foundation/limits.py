"""Token buckets, kept in the database so that all processes share them.

A bucket is one number: the time until which its tokens are spoken for (the "generic cell rate algorithm", which gives
the same verdicts as a leaky bucket). It moves by compare-and-swap, so no lock is held.
"""

import hashlib
import ipaddress
import math
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest

from .models import LimitMark

clock: Callable[[], float] = time.time


class Exceeded(Exception):
    """The bucket is empty; `retry_after` is in whole seconds, at least 1."""

    def __init__(self, bucket: str, retry_after: int) -> None:
        super().__init__(bucket)
        self.bucket = bucket
        self.retry_after = retry_after


def take(bucket: str, key: str, *, rate: float, burst: int) -> None:
    """Take one token of `key` (an account, an e-mail, an address prefix) from `bucket`.

    `rate` is tokens per second that come back, `burst` the most there can be. Raises Exceeded. Call it outside the
    transaction of the work: a roll-back would give the token back.
    """
    step = 1.0 / rate
    digest = hashlib.sha256(f"{bucket}\x00{key}".encode(errors="replace")).hexdigest()
    while True:
        now = clock()
        mark = LimitMark.objects.filter(key=digest).first()
        spent_until = max(now, mark.spent_until) if mark else now
        wait = spent_until + step - now - burst * step
        if wait > 1e-9:
            raise Exceeded(bucket, max(1, math.ceil(wait)))
        if mark is None:
            if LimitMark.objects.get_or_create(key=digest, defaults={"spent_until": spent_until + step})[1]:
                return
        elif LimitMark.objects.filter(key=digest, spent_until=mark.spent_until).update(spent_until=spent_until + step):
            return


def address(request: HttpRequest) -> str:
    """The client's address; of X-Forwarded-For only what TERRUNO_TRUSTED_PROXIES of our own proxies wrote."""
    remote = request.META.get("REMOTE_ADDR", "")
    trusted: int = getattr(settings, "TERRUNO_TRUSTED_PROXIES", 0)
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return hops[-trusted] if trusted and len(hops) >= trusted else remote


def address_prefix(request: HttpRequest) -> str:
    """The network a client comes from: /24 of IPv4, /56 of IPv6; "unknown" when there is no address."""
    try:
        ip = ipaddress.ip_address(address(request))
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ipaddress.ip_network((ip, 24 if ip.version == 4 else 56), strict=False))
