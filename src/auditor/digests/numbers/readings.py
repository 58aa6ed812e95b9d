"""Whether a figure of a headline is what its article gives as readings: of clocks, scales, scores and thermometers."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations, permutations

from auditor.digests.numbers.counts import sort_of, tells_of_fate
from auditor.digests.numbers.evidence import Evidence, axis_of, points, scale
from auditor.digests.numbers.figures import gaps
from auditor.digests.numbers.numerals import numerals
from auditor.digests.words import words
from auditor.extract.quantity.counted import is_plural
from auditor.model import Claim

_TIMED = {"hour": 60, "minute": 1}
"""The units, in minutes, of what lies between two times of day."""
_MINUTE, _HALF_DAY = 60, 12 * 60
_AT_MOST = frozenset({"at_most", "less_than"})
_ROUGHLY, _LOOSE, _BOUNDED = 0.6, 0.05, 0.1
"""How far off a time may be: in units, as a part of it, and as a part of the most that it may be."""
_DEGREE, _KELVIN, _SCALES = "degree", "kelvin", ("degree celsius", "degree fahrenheit")
_POUNDS, _POUND, _KILOGRAM = ("pound", "pounds"), "pound mass", "kilogram"
_MOST, _HUNDRED, _HALF = 3, 100, Decimal("0.5")
"""Of more amounts some two differ by any part; and how far off a percentage may be."""
_MANY = 24
"""Of more readings some two differ by anything."""
_YEARS = range(1600, 2100)


def is_read(claim: Claim, before: str, after: str, original: Evidence) -> bool:
    """Whether readings of an article may come to a figure of its headline.

    Args:
        claim: The figure.
        before: The headline up to the figure.
        after: The headline behind it.
        original: The article.
    """
    if claim.unit in _TIMED:
        told = any(amount.unit == claim.unit for amount in original.amounts[axis_of(claim)])
        return not told and _is_by_the_clock(claim, original)
    return (
        is_year(claim, after)
        or all(point in _margins(claim, original) for point in points(claim))
        or all(point in _losses(claim, original) for point in points(claim))
        or all(_is_change(point, claim, original) for point in points(claim))
        or all(_is_temperature(point, claim, original) for point in points(claim))
        or all(_is_shared_out(point, claim, before + after, original) for point in points(claim))
    )


def _is_by_the_clock(claim: Claim, original: Evidence) -> bool:
    """Whether so much time may lie between two times of day, on whatever days, or is written like one."""
    clocks = sorted(set(original.clocks))
    if not points(claim) or len(clocks) > _MANY or (clocks and original.has_loose_clocks):
        return True
    step = _TIMED[claim.unit or ""]
    number = float(points(claim)[0]) / _MINUTE
    bounded = claim.qualifier in _AT_MOST
    room = max(step, number * _BOUNDED) if bounded else max(step * _ROUGHLY, number * _LOOSE)
    lengths = [some for clock in clocks for some in (clock, clock / _MINUTE)]
    if any((0 if bounded else -room) <= number - some <= room for some in lengths):
        return True
    apart = (number - sign * (one - other) for one, other in combinations(clocks, 2) for sign in (1, -1))
    return any(gap % _HALF_DAY <= room or (not bounded and -gap % _HALF_DAY <= room) for gap in apart)


def is_year(claim: Claim, after: str) -> bool:
    """Whether a number that seems to count what follows it is the year of it: "the 1900 hurricane dies down"."""
    following = after.split(maxsplit=1)
    is_named = bool(following) and following[0].isalpha() and not is_plural(following[0].lower())
    return claim.text.isdecimal() and int(claim.text) in _YEARS and is_named and not tells_of_fate(claim)


def _margins(claim: Claim, original: Evidence) -> Iterator[Decimal]:
    """The differences of scores and of ranks."""
    counting = axis_of(claim) == "count"
    if counting and (sort_of(claim) is None or claim.counted in words().points):
        yield from original.margins
    if claim.counted in words().ranks:
        some = (set(passage.bare) for passage in original.passages)
        yield from chain.from_iterable(gaps(ranks) for ranks in some if len(ranks) <= _MANY)


def _losses(claim: Claim, original: Evidence) -> set[Decimal]:
    """The differences of weights, of which an article seldom gives the unit twice; pounds may be read as money."""
    in_pounds = claim.text.lower().endswith(_POUNDS)
    if claim.dimension != "mass" and not in_pounds:
        return set()
    factor, own = scale(_POUND if in_pounds else claim.unit)[0], scale(claim.unit)[0]
    read = {one.value * own for one in original.amounts["count"] if sort_of(one) is None}
    read |= {one.value / factor * own for one in original.amounts[_KILOGRAM]}
    heavier = [weight for weight in read if weight > max(points(claim))]
    return gaps(heavier) if len(heavier) <= _MANY else set()


def _is_change(point: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether so many percent lie between two amounts of money in neighbouring sentences."""
    if claim.unit != "percent":
        return False
    money = ([one for one in passage.amounts if one[0].isupper()] for passage in original.passages)
    pairs = (pair for some in money if len(some) <= _MOST for pair in permutations(some, 2) if pair[0][0] == pair[1][0])
    parts = (abs(one.value - other.value) / other.value * _HUNDRED for (_, one), (_, other) in pairs if other.value)
    return any(abs(part - point) <= _HALF for part in parts)


def _is_temperature(point: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether degrees of no scale, or a number of nothing told, are degrees of either scale."""
    if claim.unit != _DEGREE and (axis_of(claim) != "count" or sort_of(claim)):
        return False
    read = (
        ((one.value - offset) / factor) for one in original.amounts[_KELVIN] for factor, offset in map(scale, _SCALES)
    )
    return any(abs(degrees - point) <= 1 for degrees in read)


def _is_shared_out(point: Decimal, claim: Claim, beside: str, original: Evidence) -> bool:
    """Whether money is an amount of the article for each of as many as the headline counts."""
    prices = {amount.value for amount in original.amounts[axis_of(claim)]} if axis_of(claim).isupper() else set()
    return any(point / one.value in prices for one in numerals(beside) if one.value > 1)
