"""Ranges: two dates with "to", "and" or a dash between them."""

import re

from auditor.extract.calendar.period import Period, around, exact, joined, month_period
from auditor.extract.calendar.scan import Found, Scan
from auditor.language.phrases import word_set

_JOIN = re.compile(r"(?:[=~>&]|,>)d?\Z")
_OPEN = "XXXX-"
#: What makes a weekday before it a part of a longer date.
_DATED = re.compile(r"\.?,?d?[MmvDOrAB]")
_BETWEEN = word_set("dates", "between")
_UNTIL = word_set("dates", "until")


def join(scan: Scan) -> None:
    """Make one range of the last two expressions where the words between them say so."""
    if len(scan.found) < 2:  # noqa: PLR2004 - a pair
        return
    one, other = scan.found[-2:]
    if not _ranging(scan, one, other):
        return
    first, second = _same_year(_leading(one, other), other.period)
    span = joined(first, second)
    if span.low is not None or not (first.low or second.low):
        scan.found[-2:] = [Found(one.first, other.last, "range", span)]


def _ranging(scan: Scan, one: Found, other: Found) -> bool:
    """Whether the words around and between two dates make a range of them."""
    between = scan.tokens.letters[one.last + 1 : other.first]
    if not _JOIN.match(between) or "weekend" in (one.kind, other.kind):
        return False
    if other.kind == "weekday" and _DATED.match(scan.tokens.letters, other.last + 1):
        return False
    opening = scan.letter(one.first - 1)
    if between[0] == "&":
        return opening == "i" and scan.tokens.word(one.first - 1) in _BETWEEN
    if ">" not in between or opening == "<":
        return True
    return one.period.grain == other.period.grain or scan.tokens.word(one.last + 1) not in _UNTIL


def _leading(one: Found, other: Found) -> Period:
    """The first end of a range; a weekday there is the last one before the other end."""
    day, end = one.period.low, other.period.low
    if one.kind != "weekday" or day is None or end is None or other.period.grain != "day":
        return one.period
    return around(end, "day", -((end - day).days % 7)).saying(one.period.written)


def _same_year(one: Period, other: Period) -> tuple[Period, Period]:
    """Lend the year of one end of a range to the other that has none."""
    if one.written.startswith(_OPEN) and other.written[:4].isdecimal():
        return _before(one, other, int(other.written[:4]))
    if other.written.startswith(_OPEN) and one.written[:4].isdecimal():
        return one, _in_year(other, int(one.written[:4]))
    if one.low and other.low and one.written.startswith(_OPEN) and other.written.startswith(_OPEN):
        begin, end = _before(one, other, other.low.year)
        return begin.saying(one.written), end
    return one, other


def _before(one: Period, other: Period, year: int) -> tuple[Period, Period]:
    """A month or day in a year, or in the year before if it would come after the other end of the range."""
    begin = _in_year(one, year)
    late = begin.low is not None and other.low is not None and begin.low > other.low
    return (_in_year(one, year - 1) if late else begin), other


def _in_year(period: Period, year: int) -> Period:
    """A month or day without a year, in that year."""
    parts = period.written.split("-")
    if not all(part.isdecimal() for part in parts[1:]):
        return period
    if len(parts) == 2 and int(parts[1]) <= 12:  # noqa: PLR2004 - months
        return month_period(year, int(parts[1]))
    return exact(year, int(parts[1]), int(parts[2])) if len(parts) == 3 else period  # noqa: PLR2004 - days
