"""Whether a figure of a headline may follow from its article by steps that the article does not show.

Headlines add up the dead of two towns, take one total from another, count the names in a list and the years since a
birth. Where an article has the parts, its headline is not held against it; nor where a small number counts what the
article nowhere counts, as it may list it.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, product

from auditor.digests.numbers.counts import are_alike, is_of_people, sort_of, tells_of_fate
from auditor.digests.numbers.evidence import LISTED, Amount, Evidence, axis_of, points, scale
from auditor.digests.numbers.figures import gaps, is_telling, made
from auditor.digests.numbers.readings import is_read
from auditor.digests.words import words
from auditor.language.phrases import pattern
from auditor.model import Claim

_MOST = 5
"""Of more amounts than this some sum is anything."""
_LARGE = 100
"""Numbers from this one on are a sum of two others only seldom by chance."""
_TENS = Decimal(10)
_NEAR = Decimal("0.02")
"""How far off a number of tens may be, as a part of it, and at least one."""
_SLIGHT = Decimal("0.005")
"""How far off a product may be, as a part of it, where it is not told to the last of two digits."""
_RECENT = 2
"""The latest year that a text names is hardly longer ago, where its own is not known."""
_NOT_ADDED = frozenset({"ratio", "temperature", "time"})
"""Amounts of these dimensions seldom add up."""
_OF_SOME = pattern("mentions", "of_some")
_YEAR, _SECOND, _PERCENT = "year", "second", "percent"


def is_derived(claim: Claim, before: str, after: str, original: Evidence) -> bool:
    """Whether an article may bear out a figure of its headline by arithmetic, or by what it lists.

    Args:
        claim: The figure.
        before: The headline up to the figure.
        after: The headline behind it.
        original: The article.
    """
    if claim.kind not in {"quantity", "duration"}:
        return False
    return (
        (
            not _is_set_off(claim, before, after, original)
            and _is_uncounted(claim, original, some=_is_of_some(before, after))
        )
        or (claim.unit == "time" and not any(letter.isdecimal() for letter in claim.text))
        or is_read(claim, before, after, original)
        or all(_is_made(point, claim, original) or _follows_nearby(point, claim, original) for point in points(claim))
        or (_may_be_years(claim, before, after) and all(_is_age(point, claim, original) for point in points(claim)))
    )


def _is_of_some(before: str, after: str) -> bool:
    """Whether what stands beside a number says of what it is a part or a whole, or which one: "bulletin 4"."""
    return not after.strip() or _OF_SOME.search(before) is not None or _OF_SOME.match(after) is not None


def _is_set_off(claim: Claim, before: str, after: str, original: Evidence) -> bool:
    """Whether a number stands where ages do, behind a comma and before no word, and an article tells of ages."""
    is_set_off = before.endswith(", ") and not after[:1].isspace() and _may_be_years(claim, before, after)
    return is_set_off and any((amount.measure or "").startswith("age") for amount in original.amounts[_SECOND])


def is_aged(claim: Claim, before: str, after: str) -> bool:
    """Whether a figure is an age, or stands where ages do."""
    return claim.measure == "age" or (claim.unit != _YEAR and _may_be_years(claim, before, after))


def _is_uncounted(claim: Claim, original: Evidence, *, some: bool) -> bool:
    """Whether a small number counts what the article nowhere counts, or of which just this is told."""
    small = all(abs(point) <= LISTED and point == int(point) for point in points(claim))
    if axis_of(claim) != "count" or not small:
        return False
    counted = (*_counts(claim, original), *(group for group in original.groups if _may_be_added(group, claim)))
    return not counted or (some and _is_untold(claim))


def _is_untold(claim: Claim) -> bool:
    """Whether nothing tells what a number is of."""
    return claim.counted is None and claim.measure is None


def _counts(claim: Claim, original: Evidence) -> list[Amount]:
    """The counts of what a claim counts: of people, or of nothing told, all of people."""
    return [one for one in original.amounts["count"] if _may_be_added(one, claim)]


def _follows_nearby(point: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether two numbers near each other differ by a point, or as counts or one of each other come to it."""
    axis, (factor, _) = axis_of(claim), scale(claim.unit)
    if axis == _SECOND:
        return False
    come_to = made if axis in {"count", "metre"} else gaps
    telling = is_telling(point / factor)
    room = abs(point) * _SLIGHT if claim.qualifier == "about" or telling else Decimal(0)
    repeated = telling or axis.isupper() or (axis == "count" and point >= _LARGE)
    for passage in original.passages:
        same = [amount.value for amount in passage.on(axis) if axis != "count" or _may_be_added(amount, claim)]
        same += [amount.value for amount in passage.on(_PERCENT) if claim.counted in words().points]
        if len(same) <= _MOST and point in come_to(same):
            return True
        untold = [number * factor for number in passage.bare]  # "from 195 pounds to 155"
        if same and len(same) + len(untold) <= _MOST and point in come_to([*same, *untold]) - come_to(untold):
            return True
        for numbers in (passage.numbers, passage.measured):
            if len(numbers) <= _MOST and _is_near(point, _of_each(same, numbers, axis, repeated=repeated), room):
                return True
    return False


def _of_each(same: Sequence[Decimal], numbers: Sequence[Decimal], axis: str, *, repeated: bool) -> Iterator[Decimal]:
    """What some amounts come to so many times, where that is no chance; and what each of so many has of money."""
    if repeated:
        pairs = chain(product(same, numbers), combinations(numbers, 2) if axis == "count" else ())
        yield from (one * other for one, other in pairs)
    if axis.isupper():
        yield from (one / other for one, other in product(same, numbers) if other)


def _may_be_added(amount: Amount, claim: Claim) -> bool:
    """Whether two counts are of one sort, or of people: "bombers kill 34" does not say of whom."""
    return are_alike(amount, claim) or (sort_of(claim) is None and (is_of_people(amount) or tells_of_fate(amount)))


def _is_made(point: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether two or three amounts of an article add up to one, or two differ or are divided by it."""
    if claim.dimension in _NOT_ADDED:
        return False
    axis, (factor, _) = axis_of(claim), scale(claim.unit)
    part = _SLIGHT if is_telling(point / factor) else _NEAR
    room = max(factor / 2, abs(point) * part) if abs(point) >= _LARGE * factor else Decimal(0)
    if axis == "count" and abs(point) >= _LARGE:
        return _is_near(point, _sums(amount.value for amount in original.amounts[axis]), room)
    amounts = original.amounts[axis]
    if axis == "count":
        amounts = [] if _is_untold(claim) else _counts(claim, original)
    if is_of_people(claim) and point in _sums(amount.value for amount in amounts if amount.value < point):
        return True  # the dead of two places
    pool = {amount.value for amount in amounts}
    for place in {amount.sentence for amount in amounts}:
        pool |= {number * factor for number in original.bare[place]}
    rounded = not point / factor % _TENS and any(abs(one - point) <= max(factor, abs(point) * _NEAR) for one in pool)
    return rounded or _is_near(point, _sums(pool), room) or _is_near(point, _quotients(axis, original), room)


def _is_near(point: Decimal, made: Iterable[Decimal], room: Decimal) -> bool:
    return any(abs(one - point) <= room for one in made)


def _sums(amounts: Iterable[Decimal]) -> set[Decimal]:
    pool = set(amounts)
    return made(pool) if len(pool) <= _MOST else set()


def _quotients(axis: str, original: Evidence) -> Iterator[Decimal]:
    """What money comes to for each of so many that the same sentence gives."""
    for amount in original.amounts[axis] if axis.isupper() else ():
        yield from (amount.value / number for number in original.bare[amount.sentence] if number)
        others = (other for some in ("count", "second") for other in original.amounts[some])
        for other in others:
            if other.sentence == amount.sentence and (number := other.value / scale(other.unit)[0]):
                yield amount.value / number


def _may_be_years(claim: Claim, before: str, after: str) -> bool:
    """Whether a figure is a number of years, or stands where ages do: "dies at 93", "bride, 86"."""
    bare = claim.unit == "count" and claim.counted is None and not (claim.change or claim.reached)
    bare = bare and not (before.endswith(", ") and after[:1].isspace())  # "In All Three Towns, 9 Charged"
    leading = before.rstrip().lower()
    start, _, last = leading.rpartition(" ")
    return claim.unit == _YEAR or (bare and (start if last in words().at_an_age else leading).endswith(words().ages))


def _is_age(point: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether a number of years follows from two ages, from an age and a number of years, or from two years."""
    factor = scale(_YEAR)[0]
    number = point / scale(claim.unit)[0]
    told = {amount.value / factor for amount in original.amounts[_SECOND] if amount.unit == _YEAR}
    for place in {amount.sentence for amount in original.amounts[_SECOND] if amount.unit == _YEAR}:
        told |= set(original.bare[place])
    years = original.years
    apart = gaps(map(Decimal, years))
    latest = max(years, default=0)
    undated = not original.dated and any(latest <= year + number <= latest + _RECENT for year in years if year < latest)
    ages = {amount.value / factor for amount in original.amounts[_SECOND] if amount.measure == "age"}
    summed = number in _sums(told) if claim.unit != _YEAR else number in gaps(ages)
    return undated or summed or number in apart or number + 1 in apart or _is_age_nearby(number, claim, original)


def _is_age_nearby(number: Decimal, claim: Claim, original: Evidence) -> bool:
    """Whether two numbers near each other, which may be of years, add up to an age, or differ by some years."""
    is_stretch = claim.measure is None and claim.unit == _YEAR
    for passage in original.passages:
        told = {amount.value / scale(_YEAR)[0] for amount in passage.on(_SECOND) if amount.unit == _YEAR}
        some = [*told, *passage.bare]
        if len(some) <= _MOST and number in (gaps(some) if is_stretch else made(some)):
            return True
    return False
