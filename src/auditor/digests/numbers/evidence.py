"""What a text states in numbers, for asking whether it bears out a figure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from auditor.digests.numbers.counts import may_be_alike, sort_of
from auditor.digests.numbers.enumerations import enumerated
from auditor.digests.numbers.numerals import Numeral, numerals, numerals_at
from auditor.digests.words import words
from auditor.extract.quantity.counted import singular
from auditor.extract.quantity.units import base_unit, to_base, units
from auditor.extract.sentence.sentences import sentences
from auditor.language.phrases import any_of, pattern
from auditor.model import TIME_OF_DAY, Claim, Interval, Source, SourceInfo
from auditor.tables.additions import is_additional

LISTED = 12
"""Numbers up to this one are counted from lists."""
_MOST_ADDENDS = 8
"""A sentence with more figures than this is a table, and some of its sums hit anything."""
_CHILD = "child"
_GROUP = pattern("mentions", "group")
_KIN_OF = pattern("quantities", "kin_of")
CLOCK, _CLOCK_IN_WORDS = pattern("mentions", "clock"), pattern("mentions", "clock_in_words")
_SCORE = re.compile(r"(?<![\d.,$-])(\d{1,3})[-–](\d{1,3})(?![\d.,–-]*\d|-[a-z])")
_DIGITS = re.compile(r"\d+")
_WORD = 24
"""In so many characters beside a figure stands the word that adds it to others."""
_YEARS = Decimal(1500), Decimal(2100)
_TIME, _TIME_BASE, _PERCENT = "time", "second", "percent"
_DAY_OF_YEAR = re.compile(r"XXXX(-\d\d-\d\d)")
_MONTH = 31
_ANY_YEAR = "2000"
"""Two days whose year is not known are of the same one."""


class Amount(NamedTuple):
    """One amount of a text.

    Attributes:
        value: In base units.
        unit: As it is written.
        sentence: Where it stands.
        counted: What it counts.
        measure: What it measures, or what befell those that it counts.
    """

    value: Decimal
    unit: str | None
    sentence: object
    counted: str | None = None
    measure: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether nothing tells what it is of."""
        return self.counted is None and self.measure is None


class Passage(NamedTuple):
    """What a short stretch of text gives in numbers.

    Attributes:
        amounts: Its amounts, each with its axis.
        bare: Its numbers that are of no date, nor of an amount which tells what it is of.
    """

    amounts: list[tuple[str, Amount]]
    bare: list[Decimal]

    def on(self, axis: str) -> list[Amount]:
        """Its amounts on an axis."""
        return [amount for other, amount in self.amounts if other == axis]

    @property
    def numbers(self) -> list[Decimal]:
        """How many there are of something, how many times it was done, and what is bare."""
        counts = (amount for amount in self.on("count") if not amount.is_bare)
        return [*(amount.value for amount in (*counts, *self.on("time"))), *self.bare]

    @property
    def measured(self) -> list[Decimal]:
        """How many units of length, weight, time and the like there are, which may have a price each."""
        counted = {"count", "time", _PERCENT}
        told = (amount for axis, amount in self.amounts if not axis.isupper() and axis not in counted)
        return [amount.value / scale(amount.unit)[0] for amount in told]


class Evidence:
    """A text's numbers, each sort of them gathered when it is first asked for.

    Attributes:
        figures: Its claims of amounts.
        dated: Whether the day it appeared on is known.
    """

    def __init__(self, text: str, claims: Sequence[Claim], info: SourceInfo) -> None:
        """Begin with nothing gathered.

        Args:
            text: The text without headlines.
            claims: The claims that stand in it.
            info: The source that it is of; the year in which that appeared is one that the text need not name.
        """
        amounts = (claim for claim in claims if claim.kind in {"quantity", "duration"})
        self.figures = [_measured(claim) for claim in amounts if claim.dimension != TIME_OF_DAY]
        self.dated = info.published is not None
        self._text, self._claims, self._info = text, claims, info

    @cached_property
    def _numerals(self) -> list[Numeral]:
        return list(numerals(self._text))

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """Every number, with its magnitude."""
        return frozenset(number.value for number in self._numerals)

    @cached_property
    def plain(self) -> frozenset[Decimal]:
        """Every number that no magnitude follows."""
        return frozenset(number.plain for number in self._numerals if not number.scaled or number.lettered)

    @cached_property
    def lists(self) -> frozenset[int]:
        """How many items its enumerations have."""
        return frozenset(enumerated(self._text))

    @cached_property
    def amounts(self) -> defaultdict[str, list[Amount]]:
        """The amounts on each axis."""
        found: defaultdict[str, list[Amount]] = defaultdict(list)
        for claim in self.figures:
            found[axis_of(claim)].extend(_amounts(claim))
        found[_TIME_BASE].extend(_stretches(self._text))
        return found

    @cached_property
    def groups(self) -> list[Amount]:
        """How many are in its groups, and how many children somebody has: "a trio of brothers", "a father of two"."""
        sizes = words().sizes
        found = ((sizes[one[1].lower()], one) for one in _GROUP.finditer(self._text) if one[1].lower() in sizes)
        groups = [Amount(size, "count", one.start(), singular(one[2])) for size, one in found]
        whole = self._info.source.text
        kin = (one for one in self.figures if _KIN_OF.search(whole, max(0, one.start - _WORD), one.start))
        return [*groups, *(amount._replace(counted=_CHILD) for claim in kin for amount in _amounts(claim))]

    @cached_property
    def more(self) -> defaultdict[str, list[Amount]]:
        """The amounts on each axis that it adds to others: "three more"."""
        whole = self._info.source.text
        found: defaultdict[str, list[Amount]] = defaultdict(list)
        for claim in self.figures:
            if is_additional(whole[max(0, claim.start - _WORD) : claim.start], whole[claim.end : claim.end + _WORD]):
                found[axis_of(claim)].extend(_amounts(claim))
        return found

    @cached_property
    def bare(self) -> defaultdict[object, list[Decimal]]:
        """Every number that no magnitude follows and that is of no amount, by the sentence where it stands."""
        found: defaultdict[object, list[Decimal]] = defaultdict(list)
        for where, value in _bare(self._info.source, (one for one in self.figures if not _is_of_nothing(one))):
            found[where].append(value)
        return found

    def is_of_another_sort(self, number: Decimal, axis: str) -> bool:
        """Whether it has a number in amounts of other sorts only; what is bare or done so often may be of any sort."""
        told: set[str] = self._sorts.get(number, set())
        return bool(told) and told.isdisjoint({_sort("count"), _sort(axis)})

    @cached_property
    def _sorts(self) -> dict[Decimal, set[str]]:
        """Each number with the sorts of amounts that it stands in."""
        found: defaultdict[Decimal, set[str]] = defaultdict(set)
        for claim in self.figures:
            for number in numerals(claim.text):
                found[number.value].add(_sort(axis_of(claim)))
        for value in chain.from_iterable(self.bare.values()):
            found[value].add(_sort("count"))
        return found

    @cached_property
    def passages(self) -> list[Passage]:
        """Its numbers, for each two sentences in a row."""
        amounts: defaultdict[object, list[tuple[str, Amount]]] = defaultdict(list)
        for axis, some in self.amounts.items():
            for amount in some:
                amounts[amount.sentence].append((axis, amount))
        bare: defaultdict[object, list[Decimal]] = defaultdict(list)
        told = (one for one in self.figures if one.unit != "count" or sort_of(one))
        for where, value in _bare(self._info.source, (*told, *_dates(self._claims))):
            bare[where].append(value)
        places = [("text", span) for span in sentences(self._info.source.text)]
        return [
            Passage(amounts[one] + amounts[other], bare[one] + bare[other])
            for one, other in pairwise([*places, ("text", None)])
        ]

    @cached_property
    def margins(self) -> frozenset[Decimal]:
        """By how much its scores and votes were decided: 18 where it was "83-65"."""
        return frozenset(Decimal(abs(int(one[1]) - int(one[2]))) for one in _SCORE.finditer(self._text))

    @cached_property
    def clocks(self) -> list[int]:
        """The times of day that it gives, in minutes since noon or midnight."""
        figures = (_DIGITS.findall(match[0]) for match in CLOCK.finditer(self._text))
        told = ((int(some[0]) if some else 0, int(some[1]) if some[1:] else 0) for some in figures)
        return [hour * 60 + minute for hour, minute in told]

    @cached_property
    def has_loose_clocks(self) -> bool:
        """Whether it gives times of day in words too."""
        return _CLOCK_IN_WORDS.search(self._text) is not None

    @cached_property
    def _placed(self) -> frozenset[date]:
        return frozenset(date.fromisoformat(day) for day in _days(self._claims, self._info.published))

    @cached_property
    def days(self) -> frozenset[date]:
        """The days it names, and the one it appeared on."""
        return self._placed.union(_days_of_any_year(self._claims))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years it names."""
        named = (int(value) for value in self.plain if _YEARS[0] <= value <= _YEARS[1])
        return frozenset((*named, *(day.year for day in self._placed)))

    def together(self, axis: str, claim: Claim | None = None) -> Iterable[list[Decimal]]:
        """The amounts on an axis that stand in one sentence, for each that has two or more; counts of one sort.

        Bare numbers beside them are of the same unit or things: "from 31 feet in spring to 24".

        Args:
            axis: The axis.
            claim: What counts must be of, if it says so.
        """
        counting = axis == "count"
        found: defaultdict[object, defaultdict[str | None, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
        factors = {amount.sentence: scale(amount.unit)[0] for amount in self.amounts[axis]}
        for amount in self.amounts[axis]:
            if not counting or not (amount.is_bare or (claim and not may_be_alike(amount, claim))):
                found[amount.sentence][sort_of(amount) if counting else None].append(amount.value)
        for one in self.amounts["count"]:
            if one.is_bare and one.sentence in factors:
                for some in found[one.sentence].values() or [found[one.sentence][None]]:
                    some.append(one.value * factors[one.sentence])
        return [some for sorts in found.values() for some in sorts.values() if 1 < len(some) <= _MOST_ADDENDS]

    def alike(self, axis: str, claim: Claim, least: Decimal) -> list[Decimal]:
        """The amounts on an axis that count or measure what a claim does, anywhere; none if they are many.

        Args:
            axis: The axis.
            claim: The claim.
            least: Smaller amounts are left out.
        """
        if axis != "count" and not axis.isupper():
            return []
        same = (amount for amount in self.amounts[axis] if _is_alike(amount, claim) and amount.value >= least)
        found = list({amount.value for amount in same if axis != "count" or not amount.is_bare})
        return found if len(found) <= _MOST_ADDENDS // 2 else []


def _amounts(claim: Claim) -> Iterator[Amount]:
    """The amounts that a claim gives: one, or the two ends of a range."""
    place = claim.field, claim.sentence
    return (Amount(value, claim.unit, place, claim.counted, claim.measure) for value in points(claim))


def _measured(claim: Claim) -> Claim:
    """A claim that counts what others measure in, as an amount of that unit: "300 more acres"."""
    unit = units().get(claim.counted or "") if claim.unit == "count" else None
    return replace(claim, unit=unit.name, dimension=unit.dimension, counted=None) if unit else claim


def _is_alike(amount: Amount, claim: Claim) -> bool:
    return amount.counted == claim.counted or (amount.measure is not None and amount.measure == claim.measure)


def _days(claims: Iterable[Claim], published: str | None) -> Iterator[str]:
    """The days that dates name, the day of the text included; of a month, the first and the last."""
    if published:
        yield published
    for claim in claims:
        if claim.kind == "date" and isinstance(claim.value, Interval) and claim.value.low and claim.value.high:
            first, last = date.fromisoformat(claim.value.low), date.fromisoformat(claim.value.high)
            if (last - first).days < _MONTH:
                yield from (claim.value.low, claim.value.high)


def _dates(claims: Iterable[Claim]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.kind == "date")


def _days_of_any_year(claims: Iterable[Claim]) -> Iterator[date]:
    """The days whose year is not known."""
    for claim in claims:
        written = claim.value.written if claim.kind == "date" and isinstance(claim.value, Interval) else None
        if written and (day := _DAY_OF_YEAR.fullmatch(written)):
            yield date.fromisoformat(f"{_ANY_YEAR}{day[1]}")


def _bare(source: Source, told: Iterable[Claim]) -> Iterator[tuple[object, Decimal]]:
    """The numbers of a text that are neither of a time of day nor in some claims, each with its sentence."""
    amounts = ((one.start, one.end) for one in told if one.field == "text")
    taken = sorted({*amounts, *(match.span() for match in CLOCK.finditer(source.text))})
    spans = sentences(source.text)
    for start, number in numerals_at(source.text):
        after = bisect_right(taken, (start, len(source.text)))
        if not number.scaled and (after == 0 or taken[after - 1][1] <= start):
            yield ("text", spans[max(0, spans.last(start))]), number.value


def _is_of_nothing(claim: Claim) -> bool:
    return claim.unit == "count" and claim.counted is None and claim.measure is None


def _stretches(text: str) -> Iterator[Amount]:
    """The units of time that a text names without a number: "a week", "the decade", "a year and a half"."""
    known = units()
    for match in _stretch().finditer(text):
        factor = known[match[1].lower()].factor
        yield Amount(factor * 3 / 2 if match[2] else factor, match[1].lower(), match.start())


@cache
def _stretch() -> re.Pattern[str]:
    times = any_of(name for name, unit in units().items() if unit.dimension == _TIME and " " not in name)
    return pattern("mentions", "one_stretch", one=any_of(words().one), times=times)


def _sort(axis: str) -> str:
    """One name for all currencies, and one for what is counted and how often something was done."""
    return "money" if axis.isupper() else "count" if axis == "time" else axis


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
