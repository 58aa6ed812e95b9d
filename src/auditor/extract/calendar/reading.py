"""Reads the date expressions of a text: finds them, gives each its days, joins ranges."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from auditor.extract.calendar import (
    absolute,
    anchored,
    compared,
    counting,
    figures,
    portions,
    quarters,
    relative,
    units,
    worded,
    years,
)
from auditor.extract.calendar.grammar import LEAD, PATTERNS, grammar
from auditor.extract.calendar.holidays import holiday
from auditor.extract.calendar.lexicon import is_short_month
from auditor.extract.calendar.period import Period, moved, week_period, weekend_period
from auditor.extract.calendar.ranges import join
from auditor.extract.calendar.scan import Found, Scan
from auditor.extract.calendar.tokens import tokens
from auditor.extract.sentence.spans import Spans
from auditor.language.phrases import pattern
from auditor.model import Span

Reader = Callable[[Scan, int, int], Period | None]

_READERS: dict[str, Reader] = {
    "day_month": absolute.calendar_date,
    "month_day": absolute.calendar_date,
    "month_year": absolute.calendar_date,
    "year_month": absolute.calendar_date,
    "month": absolute.month,
    "worded": worded.date_in_words,
    "spelled_day": worded.day_in_words,
    "figures": figures.figures,
    "spaced": figures.spaced,
    "year": years.year,
    "years": years.years,
    "year_quarter": quarters.quarter,
    "quarter": quarters.quarter,
    "quarter_in": quarters.quarter_in,
    "month_quarter": quarters.month_quarter,
    "last_part": quarters.last_part,
    "season": years.season,
    "fiscal": quarters.fiscal,
    "decade": years.decade,
    "century": years.century,
    "today": relative.today,
    "this": relative.this,
    "after_next": relative.after_next,
    "weekday": relative.weekday,
    "weekday_of": relative.weekday_of,
    "weekend": relative.weekend,
    "unit": units.unit,
    "year_end": units.year_end,
    "to_date": units.to_date,
    "beyond_next": units.beyond_next,
    "weekdays_ago": units.weekdays_ago,
    "short_year": years.short_year,
    "days_of": absolute.days_of,
    "the_day": relative.the_day,
    "day_before": compared.day_before,
    "ago": counting.ago,
    "counted": counting.counted,
    "ahead": counting.ahead,
    "later": anchored.later,
    "before": anchored.before,
    "year_ago": compared.year_ago,
    "same_then": compared.same_then,
    "same": compared.same,
    "that_part": compared.that_part,
    "ago_in": compared.ago_in,
    "first": portions.first_units,
    "nth": portions.nth,
}
_COUNTED = frozenset({"later", "before", "year_ago", "same_then"})
_WEEK = pattern("dates", "week")
#: The weekend of a day after this weekday is the one that follows.
_MIDWEEK = 2
_WEEK_REACH = 24
#: Years from whose days others are counted: the calendar ends on either side of them.
_COUNTED_FROM = range(2, 9998)
#: What is tried instead of a kind that came to nothing.
_LONGER = {
    "weekday_of": "this",
    "nth": "this",
    "worded": "spelled_day",
    "spelled_day": "month",
    "month_quarter": "month",
    "ago_in": "ago",
    "same_then": "same",
    "decade": "year",
    "after_next": "weekday",
    "year_month": "year",
    "spaced": "year",
}
_SHORTER = {kind: re.compile(PATTERNS[kind]) for kind in set(_LONGER.values())}
#: Kinds that take "the" into their words.
_WITH_THE = frozenset(
    {
        "decade",
        "century",
        "counted",
        "quarter",
        "month_quarter",
        "last_part",
        "first",
        "after_next",
        "nth",
        "same",
        "same_then",
        "weekend",
        "this",
        "day_before",
    }
)


def read(
    text: str, published: date | None, sentences: Spans | None = None, parts: Iterable[Span] | None = None
) -> Scan:
    """All date expressions of a text, or of some parts of it, in order, and its tokens."""
    day = published if published and published.year in _COUNTED_FROM else None
    scan = Scan(tokens(text, parts), day, sentences or Spans())
    letters = scan.tokens.letters
    scan.day_first = _day_first(scan)
    position = 0
    pattern = grammar()
    while match := pattern.search(letters, position):
        first, stop, kind = match.start(), match.end(), str(match.lastgroup)
        period: Period | None
        if letters[stop - 1] == "l" or (kind == "month" and _named(scan, first, stop)):
            named = holiday(scan, first, stop - 1)
            period, stop = named or (None, stop)
        else:
            period = _READERS[kind](scan, first, stop)
        while period is None and kind in _LONGER:
            kind = _LONGER[kind]
            if match := _SHORTER[kind].match(letters, first):
                stop = match.end()
                period = _READERS[kind](scan, first, stop)
        if period is None:
            position = first + 1
            continue
        counted = kind in _COUNTED or (kind == "this" and scan.tokens.word(first) in scan.words.table.following)
        found = Found(_lead(letters, first, kind), _end(scan, stop), kind, period, counted)
        scan.found.append(anchored.from_named(scan, _week(scan, found)))
        _agree(scan)
        join(scan)
        position = stop
    return scan


def _named(scan: Scan, first: int, stop: int) -> bool:
    """Whether a month begins the name of a day: "May Day"."""
    return f"{scan.tokens.word(first)} {scan.next_word(stop).lower()}" in scan.words.month_days


def _lead(letters: str, first: int, kind: str) -> int:
    """Where an expression begins with the words before it that belong to it."""
    match = LEAD.search(letters, max(0, first - 4), first)
    if match is None or (match[0] == "d" and kind not in _WITH_THE):
        return first
    return match.start()


def _week(scan: Scan, found: Found) -> Found:
    """The week, or weekend, that "the week of" before a day makes of it; the unit that it ends."""
    start = scan.tokens.starts[found.first]
    match = _WEEK.search(scan.tokens.text, max(0, start - _WEEK_REACH), start) if found.period.grain == "day" else None
    day = found.period.low
    if match is None or day is None:
        last = found.period.high if found.period.grain in ("day", "month") else None
        frame = units.ended(scan.tokens.text, start, last) if last else None
        if day and last == day:
            units.told_by_end(scan, start, day)
        return replace(found, frame=frame) if frame else found
    if not match["weekend"]:
        return replace(found, period=week_period(day))
    first = scan.found.pop().first if scan.found and scan.found[-1].kind == "weekend" else found.first
    saturday = day if day.isoweekday() > _MIDWEEK else moved(day, -1, "week")
    return replace(found, first=first, period=weekend_period(saturday) if saturday else found.period)


def _end(scan: Scan, stop: int) -> int:
    """The last token of an expression, without the full stop of a sentence."""
    last = stop - 1
    return last - 1 if scan.letter(last) == "." and not is_short_month(scan.tokens.word(last - 1)) else last


def _day_first(scan: Scan) -> bool | None:
    """Whether figures put the day before the month, by those that can be read one way only."""
    for match in re.finditer("A", scan.tokens.letters):
        parts = [int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(match.start()))]
        if len(parts) == 3 and parts[0] <= 31 and (parts[0] > 12) != (parts[1] > 12):  # noqa: PLR2004 - days and months
            return parts[0] > 12  # noqa: PLR2004 - months
    return None


def _agree(scan: Scan) -> None:
    """Give a weekday the day of the date beside it, if they agree; with no more than a comma between they are one."""
    if len(scan.found) < 2:  # noqa: PLR2004 - a pair
        return
    one, other = scan.found[-2:]
    between = scan.tokens.letters[one.last + 1 : other.first]
    if between.strip(".,(~d"):
        return
    named, dated = (one, other) if one.kind == "weekday" else (other, one)
    if named.kind != "weekday" or dated.period.grain != "day" or dated.kind == "weekday" or dated.period.low is None:
        return
    if dated.period.low.isoweekday() != int(named.period.written[-1]):
        return
    if between[scan.letter(one.last) == "w" and between[:1] == "." :].strip(",d"):
        named.period = Period(named.period.written, dated.period.low, dated.period.low, "day")
    else:
        scan.found[-2:] = [replace(dated, first=one.first, last=other.last)]
