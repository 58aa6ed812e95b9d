"""Whether one figure can be the other with a slip of the pen: two digits swapped, a digit wrong, a power of ten off."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

Slip = Literal["swapped", "magnitude", "digit", "short"]
SLIPS: tuple[Slip, ...] = get_args(Slip)

_YEAR = re.compile(r"\d{4}")
_SEVERAL = 3
"""Of so many digits one other is a slip; of fewer it is mostly another figure."""
_PAIR = 2


def slip(number: float, unit: str | None, other: float, other_unit: str | None) -> Slip | None:
    """What sets two written numbers apart; ``short`` where there are too few digits to be sure of a slip.

    >>> slip(4812, None, 4182, None), slip(90_000, None, 900_000, None), slip(1_280, None, 1_290, None)
    ('swapped', 'short', 'digit')
    >>> slip(4.2, "metre", 4.7, "metre"), slip(400, None, 800, None), slip(38, "mile", 83, "kilometre")
    ('short', None, None)
    """
    if np.isnan(number) or np.isnan(other) or unit != other_unit:
        return None
    return _of_digits(_digits(number), _digits(other))


def day_slip(written: str | None, other: str | None) -> Slip | None:
    """The same of two years, or of two days of one month; one other digit makes just another day.

    >>> day_slip("1998", "1989"), day_slip("1998", "1999"), day_slip("2024-03-12", "2024-03-21")
    ('swapped', None, 'swapped')
    """
    if not written or not other:
        return None
    if _YEAR.fullmatch(written) and _YEAR.fullmatch(other):
        found = _of_digits((written, 0), (other, 0))
    elif written[:-2] == other[:-2] and len(written) == len(date.min.isoformat()):
        found = _of_digits((written[-2:], 0), (other[-2:], 0))
    else:
        return None
    return found if found == "swapped" else None


def digits(claims: pd.DataFrame) -> "pd.Series[Any]":
    """For each claim the digits of its number without noughts, ascending: they stay the same if two are swapped.

    None where there are no two different ones. Of dates it is a year that has them.
    """
    found = [_sorted(*cells) for cells in zip(claims["kind"], claims["number"], claims["written"], strict=True)]
    return pd.Series(found, dtype=object)


def _sorted(kind: str, number: float, written: str | None) -> str | None:
    if kind == "date":
        told = written if written and _YEAR.fullmatch(written) else ""
    else:
        told = "" if kind != "quantity" or np.isnan(number) else _digits(number)[0]
    kept = "".join(sorted(told.replace("0", "")))
    return kept if len({*kept}) > 1 else None


@lru_cache(maxsize=65_536)
def _digits(number: float) -> tuple[str, int]:
    """The digits of a number from the first to the last that is not 0, and the power of ten of the last."""
    _, digits, exponent = Decimal(repr(abs(float(number)))).normalize().as_tuple()
    return "".join(map(str, digits)), int(exponent)


def _of_digits(one: tuple[str, int], two: tuple[str, int]) -> Slip | None:
    (ours, power), (theirs, other) = one, two
    if ours == theirs:
        return None if power == other else "magnitude" if len(ours) >= _PAIR else "short"
    least = min(power, other)
    ours, theirs = ours + "0" * (power - least), theirs + "0" * (other - least)
    if len(ours) != len(theirs):
        return None
    apart = [place for place, digit in enumerate(ours) if digit != theirs[place]]
    if len(apart) == _PAIR and ours[apart[0]] == theirs[apart[1]] and ours[apart[1]] == theirs[apart[0]]:
        return "swapped"
    if len(apart) != 1 or len(ours) < _PAIR:
        return None
    return "digit" if len(ours) >= _SEVERAL else "short"
