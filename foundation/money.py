"""Money is a whole number of the currency's smallest unit; pesos have no smaller one."""

from babel.numbers import format_currency, get_currency_precision


def clp(amount: int) -> str:
    """Chilean pesos as they are written in Chile: 12990 → "$12.990", -500 → "-$500"."""
    digits = f"{abs(amount):,}".replace(",", ".")
    return f"{'-' if amount < 0 else ''}${digits}"


def show(amount: int, currency: str = "CLP", locale: str = "es_CL") -> str:
    """`amount` in the currency's smallest unit (cents for USD), written for `locale`."""
    if currency == "CLP":
        return clp(amount)
    precision = get_currency_precision(currency)
    return format_currency(amount / 10**precision if precision else amount, currency, locale=locale)


def split(amount: int, weights: list[int]) -> list[int]:
    """Share `amount` by `weights` so that the parts add up to it, to the peso.

    Largest remainder: each part is rounded down, the pesos left over go to the largest fractions, earlier ones first
    among equals. `amount` ≥ 0. Raises ValueError when no weight is positive or one is negative.
    """
    total = sum(weights)
    if amount < 0 or total <= 0 or min(weights) < 0:
        raise ValueError("Needs an amount of 0 or more, weights of 0 or more, and at least one above 0.")
    parts = [amount * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % total), i))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return parts
