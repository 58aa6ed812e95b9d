"""Whether a text bears out a figure of its headline, or of a short text that retells it.

A figure is borne out by a number that stands in the text, whatever it means there, and by one that becomes the figure
when it is rounded, converted, added to or taken from another of its sentence, or counted from year to year. Whole
numbers below three are words more often than figures and are not asked after.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain, combinations, permutations, product
from typing import NamedTuple

from auditor.digests.numbers.counts import are_alike, may_be_alike, sort_of
from auditor.digests.numbers.enumerations import enumerated
from auditor.digests.numbers.evidence import LISTED, Amount, Evidence, axis_of, points, scale
from auditor.digests.numbers.numerals import Numeral, numerals
from auditor.digests.words import words
from auditor.extract.events.stages import is_anybody
from auditor.extract.quantity.units import dimension, units
from auditor.model import Claim

_FEW = 3
"""Smaller whole numbers are not asked after."""
_HUNDRED, _THOUSAND = 100, 1000
"""Numbers without decimals are rounded only from a hundred on, and freely from a thousand on."""
_SLIGHT = Decimal("0.02")
"""How far off a number between the two may be, as a part of it."""
_SOME = Decimal("0.1")
"""How far words like "about" and "nearly" reach, as a part of the number."""
_JUST_BELOW = Decimal("0.999")
"""How far the next number that people would write is not reached."""
_TONS_APART = Decimal("0.125")
"""By how much units that are called tons differ at most."""
_CONVERTED = Decimal("0.04")
"""How far off an amount in another unit may be."""
_FIVES, _TEN = 5, 10
_ALIKE = Decimal("0.05")
"""How far off a number of tens may be from a count of the same things."""
_SUCH = 3
"""Numbers of years that differ more than so many times are not of the same order."""
_FIRST_WORDS = 3
_TIMES = frozenset({"day", "week", "month", "year"})
_IN_ONE_ANOTHER = tuple(map(Decimal, (7, 12, 30, 52, 365)))
"""How many days, weeks and months there are in a longer one of them, or in a year."""
_LONG = 3
"""Numbers of so many digits, noughts at the end aside, do not stand in a text twice by chance."""
_PERCENT, _FRACTION, _SECOND = "percent", "fraction", "second"
_AROUND_A_PART = {
    "more_than": (Decimal(0), Decimal("0.3")),
    "at_least": (Decimal(0), Decimal("0.3")),
    "about": (Decimal("0.1"), Decimal("0.1")),
    "less_than": (Decimal("0.2"), Decimal(0)),
    "at_most": (Decimal("0.2"), Decimal(0)),
}
_A_PART = Decimal("0.06"), Decimal("0.06")
"""How far below and above a half, a third or six in ten the share may lie, as a part of it; and one qualified."""
_DAY = Decimal(24 * 60 * 60)
_ROUGHLY = Decimal("0.6")
"""A number of weeks or months counts those that have begun, or those that are over."""


class _Room(NamedTuple):
    """How much more and how much less an amount may be than the one that people write for it."""

    below: Decimal
    above: Decimal


def is_idiom(sentence: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` of a sentence belong to a figure of speech."""
    return any(match.start() < end and match.end() > start for match in _idioms().finditer(sentence))


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words().idioms))})(?!\w)", re.IGNORECASE)


def is_listing(sentence: str, end: int, claim: Claim, original: Evidence) -> bool:
    """Whether a headline says in its first words, or behind a colon, how many things its uncounting article lists.

    Args:
        sentence: The headline.
        end: Where the number ends in it.
        claim: The number.
        original: The article.
    """
    clause = sentence[:end].rpartition(": ")[2]
    if len(clause.split()) > _FIRST_WORDS or claim.counted is None:
        return False
    following = sentence[end:].lower().split(maxsplit=_FIRST_WORDS + 1)[: _FIRST_WORDS + 1]
    counts = any(are_alike(amount, claim) for amount in original.amounts["count"])
    return not counts and not words().listed.isdisjoint(following)


def borne_out(claim: Claim, original: Evidence) -> bool:
    """Whether a figure is borne out by a text."""
    numbers = _asked(claim.text)
    if all(_stands(number, original) for number in numbers) and not _is_of_another_sort(claim, numbers, original):
        return True
    known = _known(claim, axis_of(claim), original)
    return all(_reached(point, claim, numbers, original, known) for point in points(claim))


def meets(claim: Claim, original: Evidence) -> bool:
    """Whether a figure stands in a text, or is an amount of it that is rounded or converted."""
    numbers = _asked(claim.text)
    if all(_stands(number, original) for number in numbers):
        return True
    known = list(_known(claim, axis_of(claim), original))
    return all(_meets_any(point, claim, numbers, known) for point in points(claim))


def is_another(claim: Claim, original: Evidence) -> bool:
    """Whether a text gives other numbers for what a figure of its headline counts or is measured in, and not that one.

    The number may still stand in the text, for something else. Of people and of how often this says nothing: they are
    counted in many ways.
    """
    axis = axis_of(claim)
    if claim.kind != "quantity" or claim.unit == "time" or claim.measure == "age":
        return False
    if axis == "count" and (claim.counted is None or is_anybody(claim.counted)):
        return False
    same = [amount for amount in original.amounts[axis] if axis != "count" or amount.counted == claim.counted]
    numbers = _asked(claim.text)
    untold = set(chain.from_iterable(original.bare.values()))
    for other, amounts in original.amounts.items():
        if other == axis == "count" or dimension(other) == dimension(axis) == "money":  # dollars of many countries
            untold |= {amount.value for amount in amounts}
    if _stands_alike(claim, original) or not same or any(number.value in untold for number in numbers):
        return False
    if any(number.lettered and number.value in original.values for number in numbers):  # "4m" is four million here
        return False
    return bool(numbers) and not any(_reached(point, claim, numbers, original, same) for point in points(claim))


def _stands_alike(claim: Claim, original: Evidence) -> bool:
    """Whether a figure stands in a text as it is written: "52 pounds" may be read as weight here, as money there."""
    return any(other.text.lower() == claim.text.lower() for other in original.figures)


def is_sum(claim: Claim, original: Evidence) -> bool:
    """Whether a figure does not stand in a text, which has its parts in one sentence, maybe between the same words."""
    if claim.kind != "quantity" or stands(claim.text, original):
        return False
    return any(set(points(claim)) <= made(some) for some in original.together(axis_of(claim)))


def loose(claim: Claim, sentence: str) -> list[Decimal]:
    """The numbers of a claim that a text may well give for something else, and its own sentence does not enumerate."""
    listed = set(enumerated(sentence))
    found = (number.value for number in _asked(claim.text))
    return [value for value in found if value not in listed and not is_telling(value)]


def is_telling(value: Decimal) -> bool:
    """Whether a number has so many digits that it does not stand in a text twice by chance."""
    return len(value.normalize().as_tuple().digits) >= _LONG


def stands(text: str, original: Evidence) -> bool:
    """Whether every number of some words stands in a text."""
    return all(_stands(number, original) for number in _asked(text))


def _asked(text: str) -> list[Numeral]:
    """The numbers of some words that are asked after."""
    return [number for number in numerals(text) if not _is_small(number)]


def _is_small(number: Numeral) -> bool:
    return number.value < _FEW and number.value == number.value.to_integral_value()


def _stands(number: Numeral, original: Evidence) -> bool:
    """Whether a number is one of a text's, both with its magnitude or both without."""
    return number.value in original.values or number.plain in original.plain


def _is_of_another_sort(claim: Claim, numbers: Iterable[Numeral], original: Evidence) -> bool:
    """Whether a text has the number of a count, or of money, as amounts of another sort only: 48 hours, not people."""
    axis = axis_of(claim)
    counted = axis == "count" and claim.counted is not None and claim.counted.split()[-1] not in units()
    if not (axis.isupper() or counted) or _stands_alike(claim, original):
        return False
    asked = (one.value for one in numbers if one.value > LISTED and not is_telling(one.value))
    return any(original.is_of_another_sort(value, axis) for value in asked)


def _reached(
    point: Decimal, claim: Claim, asked: Sequence[Numeral], original: Evidence, known: Iterable[Amount]
) -> bool:
    """Whether an amount, in base units, is one of some in other words, or is made of two or three of a text's."""
    return _meets_any(point, claim, asked, known) or _is_made(point, claim, asked, original)


def _meets_any(point: Decimal, claim: Claim, asked: Sequence[Numeral], known: Iterable[Amount]) -> bool:
    """Whether an amount, in base units, is one of some that is rounded or converted."""
    factor, offset = scale(claim.unit)
    room = _room((point - offset) / factor, claim, asked)
    return any(_meets(point, amount, room, claim.unit, factor) for amount in known)


def _is_made(point: Decimal, claim: Claim, asked: Sequence[Numeral], original: Evidence) -> bool:
    """Whether an amount, in base units, comes of what a text has."""
    axis, (factor, offset) = axis_of(claim), scale(claim.unit)
    room = _room((point - offset) / factor, claim, asked)
    low, high = point - room.below * factor, point + room.above * factor
    return (
        any(abs(amount.value - point) <= point * _ALIKE for amount in _same_things(claim, point, original))
        or any(low <= one <= high for some in original.together(axis, claim) for one in made(some))
        or any(low <= sum(two) <= high for two in combinations(original.alike(axis, claim, abs(low) * _SOME), 2))
        or (axis.isupper() and any(low <= cost <= high for cost in _costs(axis, original)))
        or any(low <= one <= high for one in _with_more(axis, claim, original))
        or (
            claim.per in _TIMES
            and axis != _SECOND
            and any(low <= rate <= high for rate in _rates(original.amounts[axis]))
        )
        or (axis == _PERCENT and any(low <= share <= high for share in _shares(original)))
        or (axis == "count" and point in original.lists)
        or (claim.unit == "year" and _years_apart(point / factor, original))
        or (
            axis == _SECOND
            and _days_apart(point, factor, original.days)
            and not _tells_such_days(point, factor, original)
        )
    )


def _known(claim: Claim, axis: str, original: Evidence) -> Iterable[Amount]:
    """The amounts that a figure may be; one that counts nothing may be of anything."""
    if claim.counted is None and axis == "count":
        return map(_unconverted, chain.from_iterable(original.amounts.values()))
    return original.amounts[axis]


def _unconverted(amount: Amount) -> Amount:
    """An amount as its text has it, in whatever unit."""
    factor, offset = scale(amount.unit)
    return amount._replace(value=(amount.value - offset) / factor, unit=None)


def _same_things(claim: Claim, point: Decimal, original: Evidence) -> Iterable[Amount]:
    """The counts of the same things, for a number of tens that may be rounded."""
    if claim.counted is None or point % _TEN:
        return ()
    return (amount for amount in original.amounts["count"] if amount.counted == claim.counted)


def _meets(point: Decimal, amount: Amount, room: _Room, unit: str | None, factor: Decimal) -> bool:
    """Whether people write an amount as ``point``."""
    converted = abs(point) * _conversion(amount.unit, unit)
    below, above = (max(one * factor, converted) for one in room)
    return point - below <= amount.value <= point + above


def _conversion(unit: str | None, other: str | None) -> Decimal:
    """How far off an amount may be, as a part of it, because it was converted from another unit."""
    if unit in (other, "count", None):
        return Decimal(0)
    return _TONS_APART if {unit, other} <= words().tons else _CONVERTED


def _room(value: Decimal, claim: Claim, asked: Iterable[Numeral]) -> _Room:
    """How far the amount that is meant may be from the one that is written, in the unit of the claim."""
    number = min(asked, key=lambda one: abs(one.value - value), default=Numeral(value, value, Decimal(1)))
    if number.lettered and number.plain == value:  # "5,000m" is of metres here
        number = number._replace(step=number.step * value / number.value, scaled=False)
    size, nothing = abs(value), Decimal(0)
    if claim.unit == _FRACTION:
        return _Room(*(size * part for part in _AROUND_A_PART.get(claim.qualifier, _A_PART)))
    match claim.qualifier:
        case "more_than" | "at_least":
            next_named = number.step * _FIVES if number.plain % 10 == _FIVES else number.step
            return _Room(nothing, max(next_named, size * _SLIGHT) * _JUST_BELOW)
        case "less_than" | "at_most":
            return _Room(min(number.step, size * _SOME), nothing)
        case "about":
            half = max(min(number.step / 2, size * _SOME), size * _SLIGHT)
            return _Room(half, half)
    half = _rounding(number, size)
    return _Room(half, number.step * _JUST_BELOW if number.scaled else half)


def _rounding(number: Numeral, size: Decimal) -> Decimal:
    """How far off a number is that is not said to be rounded."""
    if number.scaled or size >= _THOUSAND:
        return number.step / 2
    if size >= _HUNDRED:
        return min(number.step / 2, size * _SLIGHT)
    return min(number.step, Decimal(1)) / 2


def made(amounts: Collection[Decimal]) -> set[Decimal]:
    """Sums of two or three amounts, and differences of two."""
    return {sum(some, Decimal(0)) for size in (2, 3) for some in combinations(amounts, size)} | gaps(amounts)


def gaps(numbers: Iterable[Decimal]) -> set[Decimal]:
    """By how much any two of some numbers differ."""
    return {abs(one - other) for one, other in combinations(numbers, 2)}


def _shares(original: Evidence) -> Iterator[Decimal]:
    """What an amount is of another one of its sentence and unit, and by how much it is more or less, in percent."""
    for axis in original.amounts:
        if axis == _PERCENT:
            continue
        for some in original.together(axis):
            for one, other in permutations(some, 2):
                if other:
                    yield one / other * _HUNDRED
                    yield abs(one - other) / other * _HUNDRED


def _with_more(axis: str, claim: Claim, original: Evidence) -> Iterator[Decimal]:
    """What amounts come to with those that are added to others; counts, of one sort of things."""
    for one, more in product(original.amounts[axis], original.more[axis]):
        if axis != "count" or (may_be_alike(more, claim) and _is_one_alike(claim, one, more)):
            yield one.value + more.value


def _is_one_alike(claim: Claim, one: Amount, more: Amount) -> bool:
    """Whether two counts may be of what a claim counts, and one is told to be."""
    told = sort_of(claim) is None or are_alike(one, claim) or are_alike(more, claim)
    return told and may_be_alike(one, claim)


def _rates(amounts: Iterable[Amount]) -> Iterator[Decimal]:
    """What amounts come to, each, over a longer stretch of time, or over a shorter one."""
    for amount in amounts:
        for times in _IN_ONE_ANOTHER:
            yield amount.value * times
            yield amount.value / times


def _costs(axis: str, original: Evidence) -> Iterator[Decimal]:
    """What so many things come to at a price that the same sentence gives."""
    for price in original.amounts[axis]:
        for number in original.amounts["count"]:
            if price.sentence == number.sentence:
                yield price.value * number.value


def _years_apart(number: Decimal, original: Evidence) -> bool:
    """Whether so many years lie between two years.

    From any year to a day that is not known they may, where the text itself tells of no such number of years.
    """
    known = original.years
    if number in gaps(map(Decimal, known)):
        return True
    factor = scale("year")[0]
    stretches = (amount for amount in original.amounts[_SECOND] if amount.unit == "year" and amount.measure != "age")
    told = (amount.value / factor for amount in stretches)
    return bool(known) and not original.dated and not any(number / _SUCH <= some <= number * _SUCH for some in told)


def _tells_such_days(point: Decimal, factor: Decimal, original: Evidence) -> bool:
    """Whether a text tells of a number of days itself that is not far from one."""
    told = (amount.value for amount in original.amounts[_SECOND] if scale(amount.unit)[0] == factor == _DAY)
    return any(point / 2 <= some <= point * 2 for some in told)


def _days_apart(point: Decimal, unit: Decimal, days: Iterable[date]) -> bool:
    """Whether so many seconds lie between two days, to the nearest unit; of days, the first may count too."""
    apart = [abs((one - other).days) * _DAY for one, other in combinations(days, 2)]
    if unit == _DAY:
        return any(point in (gap, gap + _DAY) for gap in apart)
    return any(abs(gap - point) <= unit * _ROUGHLY for gap in apart) and unit > _DAY
