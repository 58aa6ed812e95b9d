"""Reads the date expressions of a text: finds them, gives each its days, joins ranges."""

import re
from collections.abc import Callable
from datetime import date

from auditor.extract.calendar import absolute, relative
from auditor.extract.calendar.grammar import grammar
from auditor.extract.calendar.period import Period, exact, joined, month_period
from auditor.extract.calendar.scan import Found, Scan
from auditor.extract.calendar.tokens import tokens

Reader = Callable[[Scan, int, int], Period | None]

_READERS: dict[str, Reader] = {
    "day_month": absolute.calendar_date,
    "month_day": absolute.calendar_date,
    "month_year": absolute.calendar_date,
    "year_month": absolute.calendar_date,
    "year_quarter": absolute.quarter,
    "quarter": absolute.quarter,
    "years": absolute.years,
    "fiscal": absolute.fiscal,
    "decade": absolute.decade,
    "century": absolute.century,
    "figures": absolute.figures,
    "season": absolute.season,
    "year": absolute.year,
    "month": absolute.month,
    "day_before": relative.day_before,
    "ago": relative.ago,
    "counted": relative.counted,
    "later": relative.later,
    "year_ago": relative.year_ago,
    "same": relative.same,
    "first": relative.first_units,
    "nth": relative.nth,
    "weekday_of": relative.weekday_of,
    "this": relative.this,
    "today": relative.today,
    "weekend": relative.weekend,
    "weekday": relative.weekday,
    "unit": relative.unit,
    "the_day": relative.the_day,
}
#: What may stand before an expression and belongs to it: "early", "the end of the", "later in the".
_LEAD = re.compile(r"(?:d?e=?|d?zf?d?|Eid|E|d)\Z")
#: Kinds that take "the" into their words.
_WITH_THE = frozenset(
    {"decade", "century", "counted", "quarter", "first", "nth", "same", "weekend", "this", "day_before"}
)
_JOIN = re.compile(r"(?:[=~>]d?|&d?)\Z")


def read(text: str, published: date | None) -> Scan:
    """All date expressions of a text, in order, and its tokens."""
    scan = Scan(tokens(text), published)
    letters = scan.tokens.letters
    scan.day_first = _day_first(scan)
    position = 0
    pattern = grammar()
    while match := pattern.search(letters, position):
        first, stop, kind = match.start(), match.end(), str(match.lastgroup)
        period: Period | None
        if kind == "holiday" or (kind == "this" and letters[stop - 1] == "l"):
            named = absolute.holiday(scan, stop - 1, stop)
            period, stop = named if named else (None, stop)
        else:
            period = _READERS[kind](scan, first, stop)
        if period is None:
            position = first + 1
            continue
        scan.found.append(Found(_lead(letters, first, kind), stop - 1, kind, period))
        _agree(scan)
        _join(scan)
        position = stop
    return scan


def _lead(letters: str, first: int, kind: str) -> int:
    """Where an expression begins with the words before it that belong to it."""
    match = _LEAD.search(letters, max(0, first - 4), first)
    if match is None or (match[0] == "d" and kind not in _WITH_THE):
        return first
    return match.start()


def _day_first(scan: Scan) -> bool | None:
    """Whether figures put the day before the month, by those that can be read one way only."""
    for match in re.finditer("A", scan.tokens.letters):
        parts = [int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(match.start()))]
        if len(parts) == 3 and parts[0] <= 31 and (parts[0] > 12) != (parts[1] > 12):  # noqa: PLR2004 - days and months
            return parts[0] > 12  # noqa: PLR2004 - months
    return None


def _agree(scan: Scan) -> None:
    """Give a weekday the day of the date that it stands beside, if they agree."""
    if len(scan.found) < 2:  # noqa: PLR2004 - a pair
        return
    one, other = scan.found[-2:]
    between = scan.tokens.letters[one.last + 1 : other.first]
    if between.strip(".,(~"):
        return
    named, dated = (one, other) if one.kind == "weekday" else (other, one)
    if named.kind != "weekday" or dated.period.grain != "day" or dated.kind == "weekday" or dated.period.low is None:
        return
    if dated.period.low.isoweekday() == int(named.period.written[-1]):
        named.period = Period(named.period.written, dated.period.low, dated.period.low, "day")


def _join(scan: Scan) -> None:
    """Make one range of the last two expressions where the words between them say so."""
    if len(scan.found) < 2:  # noqa: PLR2004 - a pair
        return
    one, other = scan.found[-2:]
    letters = scan.tokens.letters
    between = letters[one.last + 1 : other.first]
    if not _JOIN.match(between) or "weekend" in (one.kind, other.kind):
        return
    begin = one.first
    opening = letters[begin - 1] if begin else ""
    if between[0] == "&":
        if opening != "i" or scan.tokens.word(begin - 1) != "between":
            return
    elif opening != "<" and between[0] in ">" and one.period.grain != other.period.grain:
        return
    first, second = _same_year(one.period, other.period)
    span = joined(first, second)
    if span.low is None and (first.low or second.low):
        return
    scan.found[-2:] = [Found(begin, other.last, "range", span)]


def _same_year(one: Period, other: Period) -> tuple[Period, Period]:
    """Lend the year of one end of a range to the other that has none."""
    if one.written.startswith("XXXX-") and other.written[:4].isdecimal():
        return _in_year(one, int(other.written[:4])), other
    if other.written.startswith("XXXX-") and one.written[:4].isdecimal():
        return one, _in_year(other, int(one.written[:4]))
    if (
        one.low
        and other.low
        and one.low > other.low
        and one.written.startswith("XXXX-")
        and other.written.startswith("XXXX-")
    ):
        return one, _in_year(other, one.low.year + 1) if other.grain == "month" else other
    return one, other


def _in_year(period: Period, year: int) -> Period:
    """A month or day without a year, in that year."""
    parts = period.written.split("-")
    if not all(part.isdecimal() for part in parts[1:]):
        return period
    if len(parts) == 2 and int(parts[1]) <= 12:  # noqa: PLR2004 - months
        return month_period(year, int(parts[1]))
    return exact(year, int(parts[1]), int(parts[2])) if len(parts) == 3 else period  # noqa: PLR2004 - days
