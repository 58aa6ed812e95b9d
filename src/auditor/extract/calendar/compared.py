"""Dates told by another one: the year-earlier quarter, the same month of last year, that summer."""

import re
from datetime import date

from auditor.extract.calendar.anchored import stepped
from auditor.extract.calendar.counting import counts
from auditor.extract.calendar.period import (
    Grain,
    Period,
    around,
    containing,
    month_period,
    moved,
    season_period,
    shifted,
    unsaid,
)
from auditor.extract.calendar.scan import Scan
from auditor.extract.calendar.years import named_year

_WORD = re.compile(r"([a-z]+)\s\Z")
_LONGEST = 16


def year_ago(scan: Scan, first: int, stop: int) -> Period | None:
    """The year-earlier quarter, the year ago level, the previous fourth quarter."""
    letters = scan.tokens.letters[first:stop]
    if letters[0] == "L" and scan.tokens.word(first) not in scan.words.table.following:
        return None
    grain: Grain = scan.grain(first) if letters[0] == "U" else scan.grain(stop - 1) if letters == "L=U" else "year"
    before = scan.antecedent(first, step=-1)
    told = letters[-1] in "uU" and len(letters.replace("=", "")) > len("UG")
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
    grain = scan.grain(stop - 1)
    before = scan.antecedent(first, near=grain != "year") or scan.antecedent(first)
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


def that_part(scan: Scan, first: int, stop: int) -> Period | None:
    """That summer, that August: of the year of a date named before."""
    word, opening = scan.tokens.word(stop - 1), scan.letter(first - 1) in "i.!,"
    before = scan.antecedent(first)
    if not (opening or word in scan.words.table.that_parts or _closing(scan, first, stop)):
        return None
    if before is None or before.low is None or before.high is None or before.low.year != before.high.year:
        return None
    number, letter = scan.number(stop - 1), scan.letter(stop - 1)
    if letter == "W":
        return around(before.low, "day", (number - before.low.isoweekday()) % 7)
    return (season_period if letter == "s" else month_period)(before.low.year, number)


def _closing(scan: Scan, first: int, stop: int) -> bool:
    """Whether a clause goes on after "that August" that no verb of speech leads to: "he left that August and hid"."""
    after, start = scan.next_word(stop), scan.tokens.starts[first]
    verb = _WORD.search(scan.tokens.text, max(0, start - _LONGEST), start)
    return (not after or after in scan.words.letters) and not (verb and verb[1] in scan.words.table.personal)


def ago_in(scan: Scan, first: int, stop: int) -> Period | None:
    """A year ago October, two weeks ago Tuesday, a year ago today: so long before the last such month or day."""
    at = scan.tokens.letters.index("G", first, stop)
    amounts, number = counts(scan, first, at), scan.number(at + 1)
    if len(amounts) != 1 or amounts[0].least != amounts[0].most or amounts[0].grain == "day":
        return None
    _, count, grain = amounts[0]
    named: Grain = "day" if scan.letter(at + 1) in "Wt" else "month"
    if named == "month" and grain != "year":
        return None
    day = scan.published
    if day is None:
        return Period(unsaid(named), grain=named)
    if named == "month":
        return month_period(day.year - (number > day.month) - count, number).saying(f"XXXX-{number:02}")
    last = around(day, "day", number if scan.letter(at + 1) == "t" else -((day.isoweekday() - number) % 7))
    start = last.low and moved(last.low, -count, grain)
    return containing(start, "day").saying(unsaid("day")) if start else None
