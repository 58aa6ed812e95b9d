"""What each claim of a comparison stands for, one line each, before the arithmetic."""

import math
from collections.abc import Sequence
from dataclasses import replace

from auditor.extract.events import stages
from auditor.extract.quantity.units import base_unit
from auditor.model import Claim, Extent, Interval, Role, Stage
from auditor.rules.relations.base import Row
from auditor.tables.values import iso
from auditor.wording.shown import on_one_line
from auditor.wording.values import added, as_compared, days, difference, percent, understood
from auditor.wording.words import WORDS

_LONGEST = 200
_PERCENT = "percent"


def line(claim: Claim, name: str, *, bounded: bool) -> str | None:
    """What one claim stands for by itself; None where that is what its words say.

    Args:
        claim: The claim.
        name: What follows its words: its source in brackets, or nothing.
        bounded: Whether what rounding allows decides.
    """
    quoted, clue = f"“{_quoted(claim.text)}”{name}", WORDS.clues.get(claim.clue or "")
    if clue and isinstance(claim.value, Interval):
        return f"{clue}, {quoted}, is {as_compared(claim)}"
    if isinstance(claim.value, Stage):
        stage = claim.value.stage
        return f"{quoted} says {stage}" if stages.place(stage) and stage not in claim.text.lower() else None
    stands_for = understood(claim, bounded=bounded)
    return f"{quoted} is {stands_for}" if stands_for else None


def result(row: Row, parts: Sequence[Claim], need: str) -> str | None:
    """What the parts of a whole come to, what share one amount is of another, or by how much it is more."""
    if need == "together":
        return added(parts)
    one, other = (_quoted(part.text) for part in parts)
    if need == "share":
        return f"{one} of {other} is {percent(row['right_point'])}"
    grown = _apart(parts) if row["right_axis"] != _PERCENT else percent(abs(row["right_point"]))
    if need == "difference":
        return f"from {other} to {one} is {grown}"
    return f"from {one} to {other} is {grown} {'less' if row['left_change'] == 'down' else 'more'}"


def _apart(parts: Sequence[Claim]) -> str:
    """By how much two amounts differ."""
    ends = [float(part.value.point or 0) for part in parts if isinstance(part.value, Interval)]
    return difference(ends[0], ends[-1], parts[0].unit)


def allowed(row: Row, parts: Sequence[Claim], need: str) -> str:
    """What rounding allows that to be."""
    low, high = row["right_low"], row["right_high"]
    is_amount = need == "together" or row["right_axis"] != _PERCENT
    told = _amount(parts[0], low, high) if is_amount else f"{percent(low)} to {percent(high)}"
    return f"rounding allows {told}"


def rounding_decides(row: Row) -> bool:
    """Whether what rounding allows of two amounts is wide against how far they are apart."""
    low, high = ([row[f"{side}_{end}"] for side in ("left", "right")] for end in ("low", "high"))
    widths = [most - least for least, most in zip(low, high, strict=True) if math.isfinite(most - least)]
    return bool(max(low) - min(high) < sum(widths))


def _amount(claim: Claim, low: float, high: float) -> str | None:
    """An amount of the base unit of a claim's unit."""
    least, most = (f"{end:.2f}" if math.isfinite(end) else None for end in (low, high))
    unit = (claim.unit and base_unit(claim.unit)) or claim.unit
    return as_compared(replace(claim, value=Interval(None, least, most), qualifier="range", unit=unit))


def projected(row: Row, claim: Claim, via: Claim, name: str) -> list[str]:
    """What a claim stands for by a reference fact."""
    if isinstance(claim.value, Interval) and via.kind == "quantity":
        carried = _amount(replace(claim, unit=row["left_axis"]), row["left_low"], row["left_high"])
        told = f"the reference: {_quoted(via.text)} [{_quoted(via.speaker or '')}]"
        return [told, f"“{_quoted(claim.text)}”{name} is therefore {carried}"]
    stretch = _stretch(row["left_low"], row["left_high"])
    told = f"the reference: {_quoted(via.text)}" + (f" [{_quoted(via.speaker)}]" if via.speaker else "")
    if isinstance(claim.value, Role):
        return [told]
    return [told, f"“{_quoted(claim.text)}”{name} was therefore written {stretch}"]


def _stretch(low: float, high: float) -> str:
    """Days on the axis of days, as people write them; either end may be open."""
    if math.isfinite(low) and math.isfinite(high):
        first, last = iso(low), iso(high)
        return f"on {days(first, last)}" if first == last else f"from {days(first, last)}"
    if math.isfinite(low):
        return f"since {days(iso(low), iso(low))}"
    return f"until {days(iso(high), iso(high))}" if math.isfinite(high) else ""


def extent(claim: Claim, row: Row, prefix: str = "") -> Extent | None:
    """What a claim stands for by its columns of a row; None where that is nothing that can be compared."""
    axis, *ends = (row[prefix + name] for name in ("axis", "low", "high", "low_open", "high_open"))
    return None if axis is None or math.isnan(ends[0]) else Extent(claim.id, axis, *ends)


def _quoted(text: str) -> str:
    return on_one_line(text, _LONGEST)
