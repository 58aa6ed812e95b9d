"""What a text states in numbers, for asking whether it bears out a figure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.digests.numerals import numerals, words
from auditor.extract.quantity.units import base_unit, to_base, units
from auditor.model import Claim, Interval

_MOST_ADDENDS = 8
"""A sentence with more figures than this is a table, and some of its sums hit anything."""
_YEARS = Decimal(1500), Decimal(2100)
_TIME, _TIME_BASE = "time", "second"
_ITEM = r"[A-Z0-9“\"][^,.;:()!?\n]{1,60}"
_LIST = re.compile(rf"(?:{_ITEM}, ){{2,30}}(?:and )?{_ITEM}")
_LAST = re.compile(r", [^,]+ and [A-Z][^,]+$")
_BULLETS = re.compile(r"(?:^[ \t]*[•*·–-][ \t]+\S.*\n?){3,}", re.MULTILINE)


class Amount(NamedTuple):
    """One amount of a text.

    Attributes:
        value: In base units.
        unit: As it is written.
        sentence: Where it stands.
    """

    value: Decimal
    unit: str | None
    sentence: object
    counted: str | None = None


@dataclass(slots=True)
class Evidence:
    """A text's numbers.

    Attributes:
        figures: Its claims of amounts.
        values: Every number, with its magnitude.
        lists: How many items its enumerations have.
        plain: Every number that no magnitude follows.
        amounts: The amounts on each axis.
        years: The years it names.
        days: The days it names, and the one it appeared on.
    """

    figures: list[Claim]
    values: set[Decimal] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    plain: set[Decimal] = field(default_factory=set)
    amounts: defaultdict[str, set[Amount]] = field(default_factory=lambda: defaultdict(set))
    years: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def together(self, axis: str) -> Iterable[list[Decimal]]:
        """The amounts on an axis that stand in one sentence, for each that has two or more."""
        found: defaultdict[object, list[Decimal]] = defaultdict(list)
        for amount in self.amounts[axis]:
            found[amount.sentence].append(amount.value)
        return [some for some in found.values() if 1 < len(some) <= _MOST_ADDENDS]

    def alike(self, axis: str, counted: str | None) -> list[Decimal]:
        """The amounts on an axis that count one thing, wherever they stand; none if they are many."""
        if (axis == "count" and counted is None) or not (axis == "count" or axis.isupper()):
            return []
        found = list({amount.value for amount in self.amounts[axis] if amount.counted == counted})
        return found if len(found) <= _MOST_ADDENDS // 2 else []


def evidence(text: str, claims: Sequence[Claim], published: str | None) -> Evidence:
    """Gather what a text states.

    Args:
        text: The text without headlines.
        claims: The claims that stand in it.
        published: The day it appeared, if known; its year is one that the text need not name.
    """
    found = Evidence([claim for claim in claims if claim.kind in {"quantity", "duration"}])
    for number in numerals(text):
        found.values.add(number.value)
        if not number.scaled or number.lettered:
            found.plain.add(number.plain)
    found.years = {int(value) for value in found.plain if _YEARS[0] <= value <= _YEARS[1]}
    found.days = {date.fromisoformat(day) for day in _days(claims, published)}
    found.years |= {day.year for day in found.days}
    for claim in found.figures:
        place = claim.field, claim.sentence
        found.amounts[axis_of(claim)].update(Amount(value, claim.unit, place, claim.counted) for value in points(claim))
    found.amounts[_TIME_BASE].update(_stretches(text))
    found.lists = set(enumerated(text))
    return found


def _days(claims: Iterable[Claim], published: str | None) -> Iterator[str]:
    if published:
        yield published
    for claim in claims:
        if claim.kind == "date" and isinstance(claim.value, Interval) and claim.value.point:
            yield claim.value.point


def _stretches(text: str) -> Iterator[Amount]:
    """The units of time that a text names without a number: "a week", "the decade", "a year and a half"."""
    known = units()
    for match in _stretch().finditer(text):
        factor = known[match[1].lower()].factor
        yield Amount(factor * 3 / 2 if match[2] else factor, match[1].lower(), match.start())


@cache
def _stretch() -> re.Pattern[str]:
    times = "|".join(name for name, unit in units().items() if unit.dimension == _TIME and " " not in name)
    return re.compile(rf"\b(?:{'|'.join(words().one)})\s({times})\b( and a half\b)?", re.IGNORECASE)


def enumerated(text: str) -> Iterator[int]:
    """How many items each enumeration and each list with bullets has."""
    for match in _LIST.finditer(text):
        yield match[0].count(", ") + 1 + (_LAST.search(match[0]) is not None and ", and " not in match[0])
    for match in _BULLETS.finditer(text):
        yield match[0].strip().count("\n") + 1


def axis_of(claim: Claim) -> str:
    """What a claim's amounts may be compared with: a currency, else a dimension."""
    base = base_unit(claim.unit) if claim.unit else None
    return base or claim.unit or "count"


def scale(unit: str | None) -> tuple[Decimal, Decimal]:
    """Factor and offset that turn an amount of a unit into base units."""
    return (to_base(unit) if unit else None) or (Decimal(1), Decimal(0))


def points(claim: Claim) -> list[Decimal]:
    """The values that a claim writes, in base units: one, or the two ends of a range or a vague amount."""
    value = claim.value
    if not isinstance(value, Interval):
        return []
    factor, offset = scale(claim.unit)
    written = (value.low, value.high) if value.point is None else (value.point,)
    return [Decimal(one) * factor + offset for one in written if one is not None]
