"""What was measured, beside what it should be."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One number. `most` is the target it must not pass; None where there is none."""

    group: str
    name: str
    value: float
    unit: str
    most: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        return "" if self.most is None else "ok" if self.value <= self.most else "OVER"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not pass (the nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


def latency(
    group: str,
    name: str,
    seconds: Sequence[float],
    p95: float | None = None,
    note: str = "",
    *,
    p99: float | None = None,
) -> list[Figure]:
    """p50, p95 and p99 in milliseconds, the last two beside their targets."""
    most = {95: p95, 99: p99}
    return [
        Figure(
            group,
            f"{name} p{share}",
            round(percentile(seconds, share / 100) * 1000, 2),
            "ms",
            most.get(share),
            note,
        )
        for share in (50, 95, 99)
    ]


def table(figures: Iterable[Figure]) -> str:
    lines = [f"{'benchmark':<12} {'figure':<46} {'value':>10} {'unit':<9} {'target':>9}  "]
    for one in figures:
        target = "" if one.most is None else f"≤ {one.most:g}"
        value = f"{one.value:>10g} {one.unit:<9} {target:>9}  {one.verdict:<5}"
        lines.append(f"{one.group:<12} {one.name:<46} {value}{one.note}".rstrip())
    return "\n".join(lines)


def machine() -> dict[str, Any]:
    """In general terms: enough to compare by, nothing that names the machine."""
    model = ""
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        names = [
            line.split(":", 1)[1].strip() for line in cpus.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else ""
    return {"cores": os.cpu_count(), "processor": model or platform.machine(), "python": platform.python_version()}


def write_json(path: Path, figures: Iterable[Figure], context: dict[str, Any]) -> None:
    rows = [asdict(one) | {"verdict": one.verdict} for one in figures]
    path.write_text(json.dumps({"machine": machine(), **context, "figures": rows}, ensure_ascii=False, indent=1) + "\n")
