"""A producer's answer to an offer, from the link in the letter or from the panel: the same form, the same rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from foundation.actors import Actor
from foundation.models import User
from inquiries import letters, naming, wording
from inquiries.enums import DeclineReason, OfferStatus
from inquiries.forms import AcceptForm, CounterForm, DeclineForm
from inquiries.models import Offer
from inquiries.services import OfferClosed, WrongAnswer, accept_offer, counter_offer, decline_offer
from inquiries.services.routing import in_line_unit

RELATED = (
    "line__inquiry", "line__circuit", "line__product", "line__category", "line__territory", "producer__territory",
    "supply__product", "operator",
)  # fmt: skip


@dataclass
class Forms:
    """The three ways to answer other than a plain yes, as typed."""

    accept: AcceptForm
    counter: CounterForm
    decline: DeclineForm

    def context(self) -> dict[str, Any]:
        return {"accept": self.accept, "counter": self.counter, "decline": self.decline}


@dataclass
class Outcome:
    """`done` when the answer was taken, `closed` when it came too late; else the forms say what is wrong."""

    done: bool = False
    closed: bool = False
    forms: dict[str, Any] = field(default_factory=dict)


def fresh(offer: Offer) -> Forms:
    return Forms(AcceptForm(offer=offer), CounterForm(offer=offer), DeclineForm())


def take(actor: Actor | User, offer: Offer, data: Mapping[str, Any]) -> Outcome:
    """Answer with what was posted."""
    forms = fresh(offer)
    match data.get("answer"):
        case "accept":
            return _try(forms, lambda: accept_offer(actor, offer))
        case "part":
            forms.accept = accept = AcceptForm(data, offer=offer)
            if accept.is_valid():
                return _try(forms, lambda: accept_offer(actor, offer, **accept.cleaned_data))
        case "counter":
            forms.counter = counter = CounterForm(data, offer=offer)
            if counter.is_valid():
                return _try(forms, lambda: counter_offer(actor, offer, **counter.cleaned_data))
        case "decline":
            forms.decline = decline = DeclineForm(data)
            if decline.is_valid():
                return _try(forms, lambda: decline_offer(actor, offer, **decline.cleaned_data))
        case _other:
            return Outcome(forms=forms.context() | {"unknown": True})
    return Outcome(forms=forms.context())


def _try(forms: Forms, work: Callable[[], object]) -> Outcome:
    try:
        work()
    except OfferClosed:
        return Outcome(closed=True)
    except WrongAnswer:
        return Outcome(forms=forms.context())
    return Outcome(done=True)


def facts(offer: Offer) -> dict[str, Any]:
    """What the pages say of an offer."""
    line, inquiry = offer.line, offer.line.inquiry
    part = round(in_line_unit(line, offer) * 100 / Fraction(line.quantity))
    return {
        "offer": offer,
        "inquiry": inquiry,
        **letters.facts_of(offer),
        "share": _("%(part)s %% de %(whole)s") % {"part": part, "whole": naming.asked(line)},
        "can_take_part": offer.operator_id is None and offer.asked > 1,
        "accepted": offer.status == OfferStatus.ACCEPTED,
        "taken": naming.amount(offer, offer.quantity),
        "ready": wording.day_in_words(offer.ready_on) if offer.ready_on else "",
        "too_dear": offer.decline_reason == DeclineReason.PRICE and offer.asked_price is not None,
    }
