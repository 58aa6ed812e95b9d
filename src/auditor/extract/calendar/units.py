"""Units that the text does not count from a day: the quarter, the year's end, year to date, the week before last."""

import re
from datetime import date
from functools import cache

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.calendar.period import (
    DAY,
    Grain,
    Period,
    around,
    day_period,
    moved,
    quarter_period,
    shifted,
    unsaid,
    week_period,
    year_period,
)
from auditor.extract.calendar.quarters import in_match
from auditor.extract.calendar.scan import Scan
from auditor.extract.calendar.years import named_year
from auditor.language.phrases import any_of, pattern

#: Of a unit that has just begun, a text in the past tense means the one before.
_BEGUN = 3
_FRIDAY = 5
#: So near a date what is earlier or later "in the year" is of its year.
_CLOSE = 160
_MIDDLE = 6
_ENDING = pattern("dates", "ending")
_CLOSING = frozenset(".,)'!")
#: So much of the text before a day tells of which unit it is the last.
_ENDED_REACH = 40
_ENDED = ("week", "month", "quarter", "half", "year")


def unit(scan: Scan, first: int, stop: int) -> Period | None:
    """The year, in "the end of the year"; the quarter."""
    grain = scan.grain(first)
    if grain == "day":
        return None
    if scan.letter(first - 3) in "Ee" and scan.letter(first - 2) == "i":
        return _within(scan, first, stop, grain)
    if scan.letter(first - 2) == "f":
        ends = grain in ("year", "quarter")
        return _edge(scan, first, stop, grain) if ends else around(scan.published, grain, 0)
    if grain == "quarter":
        return latest(scan, first, stop, grain)
    return _bare(scan, first, stop, grain)


def _within(scan: Scan, first: int, stop: int, grain: Grain) -> Period:
    """Late in the week, earlier in the year: of a day told just before, in the past tense, else of the text's own."""
    before = scan.antecedent(first, _CLOSE)
    told = before is not None and before.low is not None and scan.direction(first, stop) < 0
    return around(before.low if before and told else scan.published, grain, 0)


def _bare(scan: Scan, first: int, stop: int, grain: Grain) -> Period | None:
    """In the year: the one named before, else that of the text where nothing follows to say otherwise."""
    if scan.next_word(stop).lower() in scan.words.table.leading_on or scan.letter(stop) == ">":
        return None
    before = scan.antecedent(first)
    if before is not None and before.grain == grain and grain != "week":
        return before.saying(unsaid(grain))
    if scan.letter(stop) not in _CLOSING or scan.letter(first - 2) != "i":
        return None
    return _running(scan, first, stop, grain)


def _running(scan: Scan, first: int, stop: int, grain: Grain) -> Period:
    """The unit under way; of one that has just begun the one before, in the past tense."""
    now = around(scan.published, grain, 0)
    day, low, high = scan.published, now.low, now.high
    begun = day and low and high and (day - low) * _BEGUN < high - low
    return around(day, grain, -1) if begun and scan.direction(first, stop) < 0 else now


def latest(scan: Scan, first: int, stop: int, grain: Grain) -> Period | None:
    """The quarter that a report is about: the one named before, else the last that is over or the one under way."""
    follower = scan.next_word(stop).lower()
    if follower in scan.words.table.quarter_names | scan.words.table.ended or in_match(scan, first):
        return None
    before = scan.antecedent(first)
    if before is not None and before.grain == grain:
        return before.saying(unsaid(grain))
    return around(scan.published, grain, 0 if scan.direction(first, stop) > 0 else -1)


def _edge(scan: Scan, first: int, stop: int, grain: Grain) -> Period:
    """The unit whose end, beginning or rest is meant."""
    edge = first - 3
    word, place = scan.tokens.word(edge), scan.tokens.word(edge - 1 - (scan.letter(edge - 1) == "d"))
    table = scan.words.table
    if word in table.closings:
        return ending(scan, first, stop, grain, over=place in table.reached | table.counted_from)
    opens = word in table.openings and place not in table.counted_from and scan.direction(first, stop) > 0
    return around(scan.published, grain, int(opens))


def ending(scan: Scan, first: int, stop: int, grain: Grain, *, over: bool) -> Period:
    """The unit whose end is meant: the one named before, the last one that ended or the one under way.

    Args:
        scan: The text.
        first: The first token.
        stop: The token after the last.
        grain: The kind of unit.
        over: Whether the words before it leave the tense to tell if it is over: "at the end", not "by the end".
    """
    day, named = scan.published, scan.antecedent(first)
    if day is None:
        return Period(unsaid(grain), grain=grain)
    if named and named.grain == grain == "quarter":
        return named.saying(unsaid(grain))
    before, now = (around(day, grain, step) for step in (-1, 0))
    side = scan.direction(first, stop)
    new = before.high and now.high and day - before.high < now.high - day
    return before if side <= 0 and (new or (over and side < 0)) else now


def year_end(scan: Scan, first: int, stop: int) -> Period | None:
    """Year-end, the quarter's end, mid-year 1990."""
    at = next((index for index in range(first, stop) if scan.letter(index) in "Uuj"), first)
    grain = scan.grain(at) if scan.letter(at) in "Uu" else "year"
    named = named_year(scan, first, at) or named_year(scan, at + 1, stop)
    if named is not None:
        return year_period(named) if grain == "year" else None
    middle = scan.letter(at - 1) in "e=" or scan.tokens.word(at).startswith("mid")
    if middle or grain not in ("year", "quarter", "month"):
        return _middle(scan, first, stop) if grain == "year" else None
    return ending(scan, first, stop, grain, over=scan.tokens.word(first - 1) in scan.words.table.reached)


def _middle(scan: Scan, first: int, stop: int) -> Period:
    """The year whose middle is meant."""
    side, day = scan.direction(first, stop), scan.published
    over = day is not None and side > 0 and day.month > _MIDDLE
    new = day is not None and side < 0 and day.month * 2 <= _MIDDLE
    return around(day, "year", side if over or new else 0)


def to_date(scan: Scan, first: int, _stop: int) -> Period | None:
    """Year to date: its first day to the text's own."""
    now = around(scan.published, scan.grain(first), 0)
    return Period(now.written, now.low, scan.published) if now.low else now


def beyond_next(scan: Scan, first: int, stop: int) -> Period | None:
    """The week before last, the weekend after next."""
    grain = scan.grain(first)
    step = scan.number(first + 1)
    if (step < 0) != (scan.letter(stop - 1) == "L") or grain == "day":
        return None
    return around(scan.published, grain, 2 * step)


def weekdays_ago(scan: Scan, first: int, stop: int) -> Period | None:
    """Two Mondays ago, three Fridays from now."""
    at = scan.tokens.letters.index("p", first, stop)
    number, day = scan.number(at), scan.published
    written = f"XXXX-WXX-{number}"
    if day is None:
        return Period(written, grain="day")
    vague = scan.words.table.vague.get(scan.tokens.word(at - 1))
    count = vague[0] if vague else scan.number(at - 1)
    if scan.letter(stop - 1) == "G":
        start = day - ((day.isoweekday() - number - 1) % 7 + 1) * DAY
        return shifted(day_period(start), 1 - count, "week").saying(written)
    start = day + ((number - day.isoweekday() - 1) % 7 + 1) * DAY
    return shifted(day_period(start), count - 1, "week").saying(written)


def ended(text: str, start: int, day: date) -> Period | None:
    """The quarter or year that "the quarter ended" before a day makes of it."""
    found = _ended().search(text, max(0, start - _ENDED_REACH), start)
    count, grain = (1, lexicon().units[found[2]]) if found else (0, "day")
    if found and found[1]:
        spelled = lexicon().table.numbered["numbers"].get(found[1].lower())
        count = spelled or (int(found[1]) if found[1].isdecimal() else 1)
    after = moved(day, 1, "day")
    low = moved(after, -count, grain) if after and count else None
    if low is None or after is None:
        return None
    if grain == "quarter" and low.day == 1 and low.month % 3 == 1:
        return quarter_period(low.year, (low.month + 2) // 3)
    if grain == "week" and count == 1 and day.isoweekday() >= _FRIDAY:
        return week_period(day)
    whole = grain == "year" and (low.month, low.day) == (1, 1) and count == 1
    return year_period(low.year) if whole else Period(f"{low}/{day}", low, day)


def told_by_end(scan: Scan, start: int, day: date) -> None:
    """Give a quarter the three months that the last day named after it closes: of the fiscal year, not the calendar."""
    last, after = scan.found[-1] if scan.found else None, moved(day, 1, "day")
    low = moved(after, -1, "quarter") if after and after.day == 1 else None
    if last is None or low is None or last.kind != "quarter" or last.period.grain != "quarter":
        return
    if _ENDING.fullmatch(scan.tokens.text, scan.tokens.ends[last.last], start):
        last.period = Period(last.period.written, low, day)


@cache
def _ended() -> re.Pattern[str]:
    """A unit, or some of them, that a day closes."""
    units = any_of(unit for unit, grain in lexicon().units.items() if grain in _ENDED)
    return pattern("dates", "ended", units=units, closing=any_of(lexicon().table.ended))
