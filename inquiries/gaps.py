"""Why a part of a line found nobody, as gaps of the programme's kinds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from foundation import units
from inquiries.candidates import Candidate
from inquiries.enums import DeclineReason, GapKind, Rule
from inquiries.models import InquiryLine

SILENT = "silent"
"""Stands for the reason of a producer who let the offer lapse."""
LESS = "less"
"""Stands for the reason of one who took only a part."""
HOLDS = "holds"
"""Stands for one who was asked and did not refuse: no gap, but nothing more is asked of them either."""

OF_RULE = {
    Rule.PRODUCT: GapKind.COMPETITIVENESS,
    Rule.TERRITORY: GapKind.SCALE,
    Rule.SEAL: GapKind.IDENTITY,
    Rule.SEASON: GapKind.PHYSICAL,
    Rule.LEAD_TIME: GapKind.COMPETITIVENESS,
    Rule.PRICE: GapKind.COMPETITIVENESS,
    Rule.MINIMUM: GapKind.SCALE,
    Rule.CAPACITY: GapKind.SCALE,
}
OF_REFUSAL = {
    DeclineReason.NO_STOCK.value: (GapKind.SCALE, Rule.CAPACITY),
    DeclineReason.DATE.value: (GapKind.COMPETITIVENESS, Rule.LEAD_TIME),
    DeclineReason.PRICE.value: (GapKind.COMPETITIVENESS, Rule.PRICE),
    DeclineReason.FREIGHT.value: (GapKind.PHYSICAL, Rule.TERRITORY),
    DeclineReason.OTHER.value: (GapKind.SCALE, Rule.CAPACITY),
    SILENT: (GapKind.COMPETITIVENESS, Rule.LEAD_TIME),
    LESS: (GapKind.SCALE, Rule.CAPACITY),
}


def gaps_of(
    line: InquiryLine, candidates: Sequence[Candidate], refused: Mapping[int, str], unmet: Decimal
) -> list[dict[str, Any]]:
    """`[{"kind", "rule", "data"}]`, at least one: what those who were asked said, then the rules for the others."""
    if not candidates and not refused:
        return [_gap(GapKind.SCALE, Rule.PRODUCT, makers=0)]
    gaps = [
        _gap(*OF_REFUSAL[reason], refused=reason, producers=count)
        for reason, count in Counter(refused.values()).most_common()
        if reason != HOLDS
    ]
    fit = [c for c in candidates if c.failed is None]
    if fit or HOLDS in refused.values():
        gaps.append(_of_the_fit(line, fit, unmet))
    broken = Counter(c.failed for c in candidates if c.failed is not None)
    gaps += [_gap(OF_RULE[rule], rule, producers=count) for rule, count in broken.most_common()]
    return gaps


def _of_the_fit(line: InquiryLine, fit: Sequence[Candidate], unmet: Decimal) -> dict[str, Any]:
    """Those who pass every rule, and still something is left: a party too large, a rest too small, or all are full."""
    if line.circuit_id:
        return _gap(GapKind.SCALE, Rule.CAPACITY, party=int(unmet))
    left = [c for c in fit if c.source.free >= c.source.multiple]
    rest_is_small = left and all((c.size or 0) * c.source.multiple > Fraction(unmet) for c in left)
    if rest_is_small:
        return _gap(GapKind.SCALE, Rule.MINIMUM, quantity=units.plain(unmet), unit=line.unit)
    return _gap(GapKind.SCALE, Rule.CAPACITY, quantity=units.plain(unmet), unit=line.unit)


def _gap(kind: GapKind, rule: Rule, **data: Any) -> dict[str, Any]:
    return {"kind": kind, "rule": rule, "data": data}
