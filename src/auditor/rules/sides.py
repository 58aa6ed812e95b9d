"""What each claim of a comparison stands for, one line each, before the arithmetic."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from auditor.extract.quantity.units import base_unit
from auditor.model import Claim, Extent, Interval, Quotation, Role, Stage
from auditor.rules.relations.base import Row
from auditor.wording.values import as_compared, days
from auditor.wording.words import words

_LONGEST = 200


def line(claim: Claim) -> str:
    """What one claim stands for by itself."""
    place, value = f"{claim.source}: ", claim.value
    quoted = f"“{_cut(claim.text)}”"
    if isinstance(value, Interval):
        clue = words().clues.get(claim.clue or "")
        says = f"{clue}, {quoted}," if clue else quoted
        return f"{place}{says} is {as_compared(claim)}"
    if isinstance(value, Quotation):
        return f"{place}“{_cut(value.words)}”"
    if isinstance(value, Stage):
        return f"{place}{quoted} says {value.stage}"
    return place + quoted


def together(row: Row, parts: Sequence[Claim]) -> str:
    """What the parts of a whole come to."""
    return f"together these are {_amount(parts[0], row['right_low'], row['right_high'])}"


def ratio(row: Row, need: str) -> str:
    """How much one amount lies above or below another, or what share of it it is."""
    what = "from the one to the other" if need == "growth" else "of the one, the other"
    return f"{what} it is {row['right_low']:.2f} to {row['right_high']:.2f} per cent"


def _amount(claim: Claim, low: float, high: float) -> str | None:
    """An amount of the base unit of a claim's unit."""
    least, most = (f"{end:.2f}" if math.isfinite(end) else None for end in (low, high))
    unit = (claim.unit and base_unit(claim.unit)) or claim.unit
    return as_compared(replace(claim, value=Interval(None, least, most), qualifier="range", unit=unit))


def projected(row: Row, claim: Claim, via: Claim) -> list[str]:
    """What a claim stands for by a reference fact."""
    if isinstance(claim.value, Interval) and via.kind == "quantity":
        carried = _amount(replace(claim, unit=row["left_axis"]), row["left_low"], row["left_high"])
        told = f"the reference: {_cut(via.text)} [{_cut(via.speaker or '')}]"
        return [told, f"{claim.source}: “{_cut(claim.text)}” is therefore {carried}"]
    stretch = _stretch(row["left_low"], row["left_high"])
    told = f"the reference: {_cut(via.text)}" + (f" [{_cut(via.speaker)}]" if via.speaker else "")
    if isinstance(claim.value, Role):
        return [f"{claim.source}: “{_cut(claim.text)}”", told]
    return [told, f"{claim.source}: “{_cut(claim.text)}” was therefore written {stretch}"]


def _stretch(low: float, high: float) -> str:
    """Days on the axis of days, as people write them; either end may be open."""
    if math.isfinite(low) and math.isfinite(high):
        first, last = iso(low), iso(high)
        return f"on {days(first, last)}" if first == last else f"from {days(first, last)}"
    if math.isfinite(low):
        return f"since {days(iso(low), iso(low))}"
    return f"until {days(iso(high), iso(high))}" if math.isfinite(high) else ""


def iso(day: float) -> str:
    """A day of the axis of days as ISO 8601 writes it."""
    return date.fromordinal(max(1, min(round(day), date.max.toordinal()))).isoformat()


def extent(claim: Claim, row: Row, prefix: str = "") -> Extent | None:
    """What a claim stands for by its columns of a row; None where that is nothing that can be compared."""
    axis, *ends = (row[prefix + name] for name in ("axis", "low", "high", "low_open", "high_open"))
    return None if axis is None or math.isnan(ends[0]) else Extent(claim.id, axis, *ends)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
