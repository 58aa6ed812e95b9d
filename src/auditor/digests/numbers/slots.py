"""What a headline retells with another figure than the headline has.

A long article has numbers enough for some of them to come to anything. Where what a headline retells has one
percentage, one age or one sum of money, that is meant: the headline's own is it, or, if money or an age, made of it and
another one.
"""

from collections.abc import Collection
from decimal import Decimal

from auditor.digests.numbers.evidence import Evidence, axis_of, points, scale
from auditor.digests.numbers.figures import is_telling
from auditor.model import Claim, Span

_AGE, _PERCENT, _YEAR = "age", "percent", "year"
_NEAR = Decimal("0.005")
"""How far off a sum may be, as a part of it."""


def otherwise(claim: Claim, original: Evidence, retold: Collection[Span], *, aged: bool) -> Claim | None:
    """The one other figure that is told for one of a headline.

    Args:
        claim: The figure, which is none of the article's.
        original: The article.
        retold: The sentences that the headline retells.
        aged: Whether the figure is an age, or stands where ages do.
    """
    axis = axis_of(claim)
    if not aged and axis != _PERCENT and not (axis.isupper() and all(map(is_telling, points(claim)))):
        return None
    same = [one for one in original.figures if (one.measure == _AGE if aged else axis_of(one) == axis)]
    told = [one for one in same if one.field == "text" and one.sentence in retold]
    if len({point for one in told for point in points(one)}) != 1:
        return None
    one = points(told[0])[0]
    factor = scale(_YEAR)[0] / scale(claim.unit)[0] if aged else Decimal(1)
    others = {point for other in same for point in points(other)} if axis != _PERCENT else set()
    made = {one, *(one + other for other in others), *(abs(one - other) for other in others)}
    wanted = [point * factor for point in points(claim)]
    return None if any(abs(some - point) <= point * _NEAR for some in made for point in wanted) else told[0]
