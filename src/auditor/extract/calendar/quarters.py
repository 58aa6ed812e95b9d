"""Quarters, halves and fiscal years."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from auditor.extract.calendar.period import Period, around, half_period, quarter_period, year_period
from auditor.extract.calendar.scan import Scan, nearest
from auditor.extract.calendar.tense import Direction
from auditor.extract.calendar.years import full_year, named_year
from auditor.language.phrases import word_set

#: So near a quarter the words of a match make it one of a match.
_MATCH_REACH = 150
_CALENDAR = tuple(word_set("dates", "calendar_years"))


def fiscal(scan: Scan, first: int, stop: int) -> Period | None:
    """A fiscal year, taken as the calendar year of its name: which months it has only its company knows."""
    word = scan.tokens.word(stop - 1)
    if scan.letter(stop - 1) == "U":
        if scan.published is None:
            return Period("FYXXXX", grain="year")
        return year_period(scan.published.year).saying("FYXXXX")
    digits = [int(part) for part in re.findall(r"[0-9]+", word)]
    number = full_year(digits[-1], scan.published) if len(digits) == 1 else digits[0] + 1
    prefix = "" if word.startswith(_CALENDAR) or scan.tokens.word(first) in _CALENDAR else "FY"
    return year_period(number).saying(f"{prefix}{number}")


class _Part(NamedTuple):
    """Which quarter or half of a year is told, and of which year if it is written with it: "3Q23"."""

    number: int
    halved: bool
    year: int | None


def quarter(scan: Scan, first: int, stop: int) -> Period | None:
    """A quarter or a half of a year that may be named with it, before it or not at all."""
    letters = scan.tokens.letters[first:stop]
    told = _part(scan, first, letters)
    if not 1 <= told.number <= (2 if told.halved else 4):
        return None
    part = half_period if told.halved else quarter_period
    named = named_year(scan, first, stop) if told.year is None else told.year
    if named is not None:
        return part(named, told.number)
    undated = "U" in letters and scan.published is None and scan.grain(first + letters.index("U")) == "year"
    if (("U" in letters or told.halved) and not undated) or in_match(scan, first):
        return None
    written = f"XXXX-{(39 if told.halved else 32) + told.number}"
    if scan.published is None:
        return Period(written, grain="half" if told.halved else "quarter")
    side = 0 if scan.next_word(stop) in scan.words.table.reported else scan.direction(first, stop)
    return _nearest(scan.published, side, lambda year: part(year, told.number), written)


def _part(scan: Scan, first: int, letters: str) -> _Part:
    at = next(index for index, letter in enumerate(letters) if letter in "oOQ")
    if letters[at] != "Q":
        return _Part(scan.number(first + at), "h" in letters, None)
    word = scan.tokens.word(first + at)
    figures = re.findall(r"[0-9]", word)
    late = word[-2:-1] in "qh"
    year = "".join(figures[:-1] if late else figures[1:3])
    inside = full_year(int(year), scan.published) if len(year) > 1 else None
    return _Part(int(figures[-1 if late else 0]), "h" in word, inside)


def month_quarter(scan: Scan, first: int, stop: int) -> Period | None:
    """The September quarter: the three months that end with one."""
    number, odd = divmod(scan.number(first), 3)
    if odd or in_match(scan, first):
        return None
    named = named_year(scan, first + 1, stop)
    if named is not None:
        return quarter_period(named, number)
    written = f"XXXX-{32 + number}"
    if scan.published is None:
        return Period(written, grain="quarter")
    side = min(0, scan.direction(first, stop))
    return _nearest(scan.published, side, lambda year: quarter_period(year, number), written)


def _nearest(day: date, side: Direction, part: Callable[[int], Period], written: str) -> Period | None:
    """The part of this year, the last or the next that is nearest to a day on a side of it."""
    chosen = nearest([part(day.year + step) for step in (-1, 0, 1)], day, side)
    return chosen and chosen.saying(written)


def last_part(scan: Scan, first: int, stop: int) -> Period | None:
    """The last quarter of 2023, the opening half of last year."""
    named = named_year(scan, first + 2, stop)
    if named is None:
        return None
    opens = scan.letter(first) == "0" and scan.number(first) > 0
    half, quarter_ = (1, 1) if opens else (2, 4)
    return half_period(named, half) if scan.letter(first + 1) == "h" else quarter_period(named, quarter_)


def quarter_in(scan: Scan, first: int, _stop: int) -> Period | None:
    """The 1988 quarter: the one last named, or last over, in that year."""
    before = scan.antecedent(first)
    if before is None or before.grain != "quarter":
        before = around(scan.published, "quarter", -1)
    if before.low is None:
        return Period(f"{scan.number(first):04}-3X", grain="quarter")
    return quarter_period(scan.number(first), (before.low.month + 2) // 3)


def in_match(scan: Scan, first: int) -> bool:
    """Whether a quarter is one of a match."""
    start = scan.tokens.starts[first]
    around = scan.tokens.text[max(0, start - _MATCH_REACH) : start + _MATCH_REACH].lower()
    return not scan.words.table.sports.isdisjoint(re.findall(r"[a-z]+", around))
