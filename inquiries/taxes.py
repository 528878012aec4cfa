"""Chile's value added tax (IVA) on goods and freight, by the day of the document. Amounts are whole pesos."""

from datetime import date

RATES = ((date(1990, 7, 1), 18), (date(2003, 10, 1), 19))
"""From that day on, in per cent: law 18.985; law 19.888, kept for good by law 20.102."""


def percent_on(day: date) -> int:
    """Raises ValueError for a day before the first rate known here."""
    for since, percent in reversed(RATES):
        if day >= since:
            return percent
    raise ValueError(f"No rate is known for {day}.")


def vat_of(net: int, percent: int) -> int:
    """The tax on a net amount, to the nearest peso, half a peso upwards."""
    return (net * percent + 50) // 100
