"""The official regions and comunas as rows. They are facts, not demo data: every database has them after `migrate`."""

from typing import Any

from .ground import register
from .models import Comuna, Region


def load_ground(**_signal: Any) -> None:
    """Add the regions and comunas that are not there yet; safe to repeat."""
    if Comuna.objects.count() == len(register.comunas()):
        return
    Region.objects.bulk_create(
        [Region(code=r.code, name=r.name, short_name=r.short_name, order=r.order) for r in register.regions()],
        ignore_conflicts=True,
    )
    rows = [
        Comuna(code=c.code, name=c.name, province=c.province, region_id=c.region, lat=c.lat, lon=c.lon)
        for c in register.comunas()
    ]
    Comuna.objects.bulk_create(rows, ignore_conflicts=True)
