"""Whether a headline has another figure than the one sentence that it retells.

A long article has numbers enough for some of them to come to anything. Where what a headline retells has one amount of
the sort that the headline gives, that amount is meant: the figure is it, or is made of it and one of its sort.
"""

from collections.abc import Collection, Iterable
from decimal import Decimal

from auditor.digests.numbers.evidence import Amount, Evidence, axis_of, points, scale
from auditor.digests.numbers.figures import is_telling
from auditor.model import Claim, Span

_AGE, _PERCENT, _SECOND, _YEAR = "age", "percent", "second", "year"
_NEAR = Decimal("0.005")
"""How far off a sum may be, as a part of it."""


def is_otherwise(claim: Claim, original: Evidence, retold: Collection[Span], *, aged: bool) -> bool:
    """Whether what a headline retells has one other amount for a figure that its article does not have.

    Args:
        claim: The figure.
        original: The article.
        retold: The sentences that the headline retells.
        aged: Whether the figure stands where ages do.
    """
    same = list(_same(claim, original, aged=aged))
    told = {amount.value for amount in same if amount.sentence in {("text", span) for span in retold}}
    if len(told) != 1:
        return False
    one, axis = told.pop(), axis_of(claim)
    factor = scale(_YEAR)[0] / scale(claim.unit)[0] if aged else Decimal(1)
    others = {amount.value for amount in same} if axis != _PERCENT else set()
    made = {one, *(one + other for other in others), *(abs(one - other) for other in others)}
    return not any(abs(some - point * factor) <= point * factor * _NEAR for some in made for point in points(claim))


def _same(claim: Claim, original: Evidence, *, aged: bool) -> Iterable[Amount]:
    """The amounts of a text that are of the sort of a figure."""
    if aged:
        return (one for one in original.amounts[_SECOND] if (one.measure or "").startswith(_AGE))
    axis = axis_of(claim)
    is_telling_money = axis.isupper() and all(is_telling(point) for point in points(claim))
    return original.amounts[axis] if axis == _PERCENT or is_telling_money else ()
