"""Dates counted in units from the text's own day or from a date named before: two weeks ago, a year earlier."""

import re
from datetime import date
from typing import NamedTuple

from auditor.extract.calendar.period import DAY, Grain, Period, containing, moved, shifted, unsaid
from auditor.extract.calendar.scan import Scan
from auditor.language.endings import ENDINGS
from auditor.language.phrases import word_set

_CLOSE = 160
#: So far before a length of time a superlative may stand.
_SUPERLATIVE = 50
#: Days after a month within which its figures are news.
_FRESH = 60
#: After a noun without "the" they are no part of a date: "celebrations following five days of work".
#: Before a length of time they lead to what lies ahead.
#: So many years more or less are meant by some decades or centuries ago.
_ROUGH: dict[Grain, int] = {"decade": 5, "century": 20}
#: Half of a unit.
_HALVES: dict[Grain, tuple[int, int, Grain]] = {
    "year": (6, 6, "month"),
    "month": (15, 15, "day"),
    "decade": (5, 5, "year"),
    "week": (3, 4, "day"),
}
_PARTICIPLES = word_set("dates", "stepped")
_AHEAD = word_set("dates", "ahead")
_WITHIN = word_set("dates", "within")
_LENGTHS = word_set("dates", "lengths")


class Count(NamedTuple):
    """A number of units, as little and as much as the words allow."""

    least: int
    most: int
    grain: Grain


def counts(scan: Scan, first: int, stop: int) -> list[Count]:
    """The amounts of time in some tokens: three months and two weeks."""
    found: list[Count] = []
    least = most = 1
    for index in range(first, stop):
        letter = scan.letter(index)
        if letter in "cDN":
            most = scan.number(index)
            least = least if _ranging(scan, first, index) and least < most else most
        elif letter == "q":
            least, most = scan.words.table.vague[scan.tokens.word(index)]
        elif letter in "PUu":
            found.append(Count(least, most, scan.grain(index)))
        elif letter == "Z":
            return []
        elif letter == "h" and not found and scan.letter(stop - 1) == "U":
            return [Count(*_HALVES.get(scan.grain(stop - 1), (6, 6, "month")))]
        elif letter == "h":
            whole = scan.grain(stop - 1 if scan.letter(stop - 1) in "PU" else index - 2)
            found.append(Count(*_HALVES.get(whole, (6, 6, "month"))))
    return found


def _ranging(scan: Scan, first: int, index: int) -> bool:
    """Whether a number is the second of two: two or three years."""
    return index - 2 >= first and scan.letter(index - 1) in "&>" and scan.letter(index - 2) in "cDN"


def ago(scan: Scan, first: int, stop: int) -> Period | None:
    """Two weeks ago: the week, month, year … that lies so many back."""
    amounts = counts(scan, first, stop - 1)
    if not amounts or any(amount.most > 999 for amount in amounts):  # noqa: PLR2004 - news do not go further back
        return None
    if scan.published is None:
        return Period(unsaid(amounts[-1].grain), grain=amounts[-1].grain)
    early, late = _counted_back(scan.published, amounts)
    if early is None or late is None:
        return None
    if len(amounts) == 1 and amounts[0].least == amounts[0].most:
        return _exactly(scan, first, late, amounts[0])
    grain = amounts[-1].grain
    low, high = containing(early, grain).low, containing(late, grain).high
    return Period(unsaid(grain), low, high) if low and high else None


def _exactly(scan: Scan, first: int, day: date, amount: Count) -> Period:
    """The unit around a day that lies one amount of time back."""
    before = scan.antecedent(first, _CLOSE)
    if amount.grain in _ROUGH:
        return _roughly(day, amount.grain)
    if before and amount.grain == "year" and _reported(scan, before):
        return shifted(before, -amount.most, "year").saying(unsaid("year"))
    return containing(day, amount.grain).saying(unsaid(amount.grain))


def _roughly(day: date, grain: Grain) -> Period:
    """The years around a day that lies so many decades or centuries back."""
    ends = [moved(day, step, "year") for step in (-_ROUGH[grain], _ROUGH[grain])]
    low, high = (containing(end, "year") if end else Period("") for end in ends)
    known = low.low and high.high
    return Period(unsaid(grain), low.low, high.high, grain) if known else Period(unsaid(grain), grain=grain)


def _reported(scan: Scan, before: Period) -> bool:
    """Whether figures of a date are compared with those of a year ago: a quarter, or a month just over."""
    if before.grain == "month":
        return bool(scan.published and before.high and 0 <= (scan.published - before.high).days <= _FRESH)
    return before.grain in ("quarter", "half") or (before.grain == "span" and before.low is not None)


def _counted_back(day: date, amounts: list[Count]) -> tuple[date | None, date | None]:
    """The earliest and the latest day that lies so much before a day."""
    early: date | None = day
    late: date | None = day
    for amount in amounts:
        early = early and moved(early, -amount.most, amount.grain)
        late = late and moved(late, -amount.least, amount.grain)
    return early, late


def counted(scan: Scan, first: int, stop: int) -> Period | None:
    """The past five years, the next three quarters."""
    begin = first + 1 + (scan.letter(first + 1) == "L")
    if scan.tokens.word(begin - 1) in _PARTICIPLES and scan.letter(first - 1) not in "d'i":
        return None
    amounts = counts(scan, begin, stop)
    forward = scan.letter(begin - 1) == "K"
    if not amounts or scan.letter(begin - 1) == "H":
        return None
    if scan.published is None:
        return Period(unsaid(amounts[-1].grain))
    if len(amounts) == 1 and amounts[0].grain == "quarter":
        return _quarters(scan.published, amounts[0].most if forward else -amounts[0].most)
    span = rolling(scan.published, amounts, forward=forward)
    within = scan.tokens.word(first - 1 - (scan.letter(first - 1) == "d")) in _WITHIN
    return _from_today(span, scan.published) if span and forward and within else span


def _from_today(span: Period, today: date) -> Period | None:
    """A stretch of time after a day, with that day for its first."""
    return Period(span.written, today, span.high - DAY) if span.high else None


def _quarters(day: date, count: int) -> Period | None:
    """So many calendar quarters after or before the one of a day."""
    one = shifted(containing(day, "quarter"), 1 if count > 0 else count, "quarter")
    other = shifted(containing(day, "quarter"), count if count > 0 else -1, "quarter")
    return Period(unsaid("quarter"), one.low, other.high) if one.low and other.high else None


def rolling(day: date, amounts: list[Count], *, forward: bool) -> Period | None:
    """The stretch of time right before or after a day, at its longest."""
    end: date | None = day
    for amount in amounts:
        end = end and moved(end, amount.most if forward else -amount.most, amount.grain)
    if end is None or end in (date.min, date.max):
        return None
    low, high = (day + DAY, end) if forward else (end, day - DAY)
    return Period(unsaid(amounts[-1].grain), low, high)


def ahead(scan: Scan, first: int, stop: int) -> Period | None:
    """In two weeks, within nine months: the end of that time, or all of it, in a text that speaks of the future."""
    rough = scan.letter(first - 2) == "i" and scan.tokens.word(first - 1) not in _AHEAD
    word = scan.tokens.word(first - 1 - rough)
    amounts = counts(scan, first, stop)
    owned = scan.letter(stop) == "'" and scan.next_word(stop + 1) not in _LENGTHS
    if owned or word not in _AHEAD or not amounts or scan.direction(first, stop) <= 0:
        return None
    if _unseen(scan, first, amounts[0].grain):
        return None
    if scan.published is None:
        return Period(unsaid(amounts[-1].grain))
    span = rolling(scan.published, amounts, forward=True)
    if span is None or span.high is None:
        return None
    if word in _WITHIN:
        return _from_today(span, scan.published)
    return reached(span.high, scan.published, amounts)


def reached(end: date, today: date, amounts: list[Count]) -> Period:
    """The day that some days or weeks lead to; of longer units the one so many on, for nobody means the day."""
    least, most, grain = amounts[-1]
    if len(amounts) > 1 or (least == most and grain in ("day", "week", "fortnight")):
        return containing(end, "day").saying(unsaid("day"))
    first = moved(today, least, grain)
    low, high = containing(first or end, grain).low, containing(end, grain).high
    return Period(unsaid(grain), low, high, grain if least == most else "span")


def _unseen(scan: Scan, first: int, grain: Grain) -> bool:
    """Whether a length of time says how long something was not seen: the worst crisis in 12 years."""
    start = scan.tokens.starts[first]
    clause = re.split(r"[,;.:]\s", scan.tokens.text[max(0, start - _SUPERLATIVE) : start])[-1]
    words = re.findall(r"[a-z]+", clause.lower())
    table = scan.words.table
    ordinals = frozenset() if grain == "day" else table.numbered["ordinals"].keys()
    telling = table.superlatives | ordinals
    return any(
        word in telling or word.endswith(ENDINGS.superlative) for word in words if word not in table.not_superlative
    )
