"""Dates told by another one: the year-earlier quarter, the same month of last year, the day before yesterday."""

from datetime import date

from auditor.extract.calendar.counting import stepped
from auditor.extract.calendar.period import Grain, Period, around, containing, shifted, unsaid
from auditor.extract.calendar.scan import Scan
from auditor.extract.calendar.years import named_year


def year_ago(scan: Scan, first: int, stop: int) -> Period | None:
    """The year-earlier quarter."""
    grain: Grain = scan.grain(first) if scan.letter(first) == "U" else "year"
    before = scan.antecedent(first, step=-1)
    told = scan.letter(stop - 1) in "uU" and stop - first > 3  # noqa: PLR2004 - it names a unit
    if told and (before is None or before.grain == "year" or _other_quarter(scan, stop, before)):
        return Period(unsaid("quarter")) if scan.published is None else _earlier(scan, scan.published, stop)
    return around(scan.published, grain, -1) if before is None else stepped(before, grain, -1)


def _other_quarter(scan: Scan, stop: int, before: Period) -> bool:
    """Whether a quarter is numbered otherwise than the one named before."""
    number = scan.number(stop - 2) if scan.letter(stop - 2) in "oO" else 0
    return bool(number and before.low and before.grain == "quarter" and (before.low.month + 2) // 3 != number)


def _earlier(scan: Scan, day: date, stop: int) -> Period | None:
    """The year-earlier quarter: a year before the one last reported on, or before the quarter so numbered."""
    last = around(day, scan.grain(stop - 1), -1)
    number = scan.number(stop - 2) if scan.letter(stop - 2) in "oO" else 0
    while number and last.low and (last.low.month + 2) // 3 != number and last.grain == "quarter" and number <= 4:  # noqa: PLR2004 - quarters
        last = shifted(last, -1, "quarter")
    return shifted(last, -1, "year").saying(unsaid("quarter"))


def same(scan: Scan, first: int, stop: int) -> Period | None:
    """The same month, that year: the one of a date named before."""
    before = scan.antecedent(first)
    grain = scan.grain(stop - 1)
    if scan.dangling(first):
        return Period(unsaid(grain), grain=grain)
    if before is None or before.low is None or before.high is None:
        return None
    span = containing(before.low, grain)
    return span.saying(unsaid(grain)) if span.high and span.high >= before.high else None


def day_before(scan: Scan, first: int, stop: int) -> Period | None:
    """The day before yesterday, the day after tomorrow."""
    step = scan.number(stop - 2)
    return around(scan.published, scan.grain(first), scan.number(stop - 1) + step)


def same_then(scan: Scan, first: int, stop: int) -> Period | None:
    """The same quarter a year earlier, the same month of last year, the same month in 2019."""
    before, grain = scan.antecedent(first), scan.grain(first + 1)
    if before is None or before.low is None or before.grain != grain or grain == "year":
        return None
    if scan.letter(stop - 1) == "E":
        step = scan.number(stop - 1)
    else:
        named = named_year(scan, first + 2, stop)
        step = named - before.low.year if named is not None else 0
    return shifted(before, step, "year").saying(unsaid(grain)) if step else None
