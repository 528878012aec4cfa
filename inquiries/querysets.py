from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q, Sum

from producers.enums import Role
from producers.models import Mandate, Network, Producer

from .enums import OPEN, QUOTE_STANDING, STANDING, TAKEN, InquiryStatus, OrderStatus, QuoteStatus

if TYPE_CHECKING:
    from foundation.models import User


class InquiryQuerySet(models.QuerySet[Any]):
    def for_team(self, user: "User") -> Self:
        """What a territory team may see: inquiries that name its territory, and those nobody's territory claims."""
        if user.is_superuser:
            return self
        mine = Mandate.objects.of(user, Role.TEAM).values("territory")
        return self.filter(Q(territory__in=mine) | Q(territory__isnull=True)) if mine.exists() else self.none()

    def unmatched(self) -> Self:
        return self.filter(status=InquiryStatus.UNMATCHED)

    def with_unmet(self) -> Self:
        """Inquiries of which at least a part found nobody."""
        return self.filter(lines__unmet__quantity__gt=0).distinct()


class OfferQuerySet(models.QuerySet[Any]):
    def for_user(self, user: "User") -> Self:
        """Offers made to the user's producers, or to members of networks the user coordinates."""
        if user.is_superuser:
            return self
        return self.filter(
            Q(producer__in=Producer.objects.managed_by(user)) | Q(network__in=Network.objects.coordinated_by(user))
        )

    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def standing(self) -> Self:
        """Open or accepted: they hold capacity."""
        return self.filter(status__in=STANDING)

    def taken(self) -> Self:
        """What producers will make; it enters the quote."""
        return self.filter(status__in=TAKEN)

    def overdue(self, at: datetime) -> Self:
        return self.open().filter(respond_by__lt=at)

    def to_chase(self, at: datetime) -> Self:
        """Open offers of which somebody is to be reminded by now."""
        return self.open().filter(chase_at__lte=at, respond_by__gt=at)

    def committed(self, source: str, ids: list[int], month: date) -> dict[int, int]:
        """Units already promised in `month` (its first day), by the id of the supply or operator named by `source`."""
        rows = (
            self.standing().filter(**{f"{source}__in": ids}, month=month).values_list(source).annotate(Sum("quantity"))
        )
        return {pk: int(quantity) for pk, quantity in rows}


class QuoteQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Sent or accepted: an inquiry has one at most."""
        return self.filter(status__in=QUOTE_STANDING)

    def shown(self) -> Self:
        """What the buyer may see: all but drafts."""
        return self.exclude(status=QuoteStatus.DRAFT)

    def overdue(self, at: datetime) -> Self:
        return self.filter(status=QuoteStatus.SENT, valid_until__lt=at)


class OrderQuerySet(models.QuerySet[Any]):
    def for_user(self, user: "User") -> Self:
        """Orders with a part for the user's producers, or for members of networks the user coordinates."""
        if user.is_superuser:
            return self
        return self.filter(parts__in=_parts(user)).distinct()

    def lapsed(self, at: datetime) -> Self:
        return self.filter(status=OrderStatus.PLACED, pay_by__lt=at)


class OrderPartQuerySet(models.QuerySet[Any]):
    def for_user(self, user: "User") -> Self:
        return self if user.is_superuser else self.filter(pk__in=_parts(user).values("pk"))


def _parts(user: "User") -> models.QuerySet[Any]:
    from .models import OrderPart

    mine = Q(producer__in=Producer.objects.managed_by(user)) | Q(network__in=Network.objects.coordinated_by(user))
    return OrderPart.objects.filter(mine)
