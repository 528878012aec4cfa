"""The housekeeping of this room."""

from django.utils import timezone

from foundation.worker import every

from .models import Plan


@every(86_400)
def forget_old_plans() -> int:
    """Delete plans whose days were over a year ago; answers how many."""
    return Plan.objects.over(timezone.localdate()).delete()[0]
