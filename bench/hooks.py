"""How soon Stripe's events are acknowledged: verified, written down, answered; the worker does the rest."""

import json
import time

from payments.fake_stripe.delivery import signature

from .figures import Figure, latency
from .server import NotServing, Server
from .settings import STRIPE_WEBHOOK_SECRET
from .subjects import Subjects


def webhook(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """Every event is new, the time of its signing is not counted; the first two warm up."""
    times = []
    for number in range(22 if quick else 1002):
        event = {
            "id": f"evt_bench_{number}", "object": "event", "type": "checkout.session.completed", "livemode": False,
            "created": int(time.time()), "data": {"object": {"object": "checkout.session", "id": f"cs_bench_{number}"}},
        }  # fmt: skip
        signed = signature(json.dumps(event).encode(), STRIPE_WEBHOOK_SECRET)
        answer = server.ask("/stripe/webhook/", body=event, headers={"Stripe-Signature": signed})
        if answer.status != 204:
            raise NotServing(f"event {number}: {answer.status}")
        times.append(answer.seconds)
    return latency("webhook", "POST /stripe/webhook/", times[2:], p99=100)
