"""Whether two amounts or two dates can both be true in one place."""

from decimal import Decimal

from auditor.digests.numbers.days import Parts, parts
from auditor.digests.numbers.evidence import scale
from auditor.model import Claim, Interval


def same(left: Claim, right: Claim) -> bool:
    """Whether two claims, amounts of one axis or dates, can both be true in one place."""
    if not isinstance(left.value, Interval) or not isinstance(right.value, Interval):
        return True
    if left.kind != right.kind:
        return False
    if left.kind == "date":
        return _agree(parts(left.value.written), parts(right.value.written))
    (low, high), (other_low, other_high) = _ends(left), _ends(right)
    if left.qualifier == right.qualifier == "range":
        return low == other_low and high == other_high
    return low <= other_high and other_low <= high


def _agree(left: Parts, right: Parts) -> bool:
    """Whether two dates differ in none of the parts that both give."""
    pairs = [(ours, theirs) for ours, theirs in zip(left, right, strict=True) if ours and theirs]
    return not pairs or all(ours == theirs for ours, theirs in pairs)


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    value = claim.value
    if not isinstance(value, Interval):
        return Decimal("-Infinity"), Decimal("Infinity")
    factor, offset = scale(claim.unit)
    low = Decimal("-Infinity") if value.low is None else Decimal(value.low) * factor + offset
    return low, Decimal("Infinity") if value.high is None else Decimal(value.high) * factor + offset
