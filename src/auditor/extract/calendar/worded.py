"""Days and years written out in words: January twenty-five, nineteen eighty-six; in two thousand and five."""

from auditor.extract.calendar.lexicon import CENTURIES
from auditor.extract.calendar.period import Period, exact, month_period, year_period
from auditor.extract.calendar.scan import Scan
from auditor.extract.quantity.numbers import number_word
from auditor.language.phrases import word_set

_TEENS = 10
_LEAP_YEAR = 2000
_THOUSANDS = range(1, 3)
_ON = word_set("dates", "before_days")


def date_in_words(scan: Scan, first: int, stop: int) -> Period | None:
    """A year in words, with or without its month and day."""
    words = [index for index in range(first, stop) if scan.letter(index) in "cXo"]
    start = next((index for index in words if _year(scan, index, stop)), None)
    number = start is not None and _year(scan, start, stop)
    if not number or start is None:
        return None
    if scan.letter(first) not in "Mmv":
        after = scan.next_word(stop)
        counts = number_word(after) or (after.islower() and after.endswith("s"))
        return None if counts else year_period(number)
    day = sum(scan.number(index) for index in words if index < start)
    return exact(number, scan.number(first), day) if day else month_period(number, scan.number(first))


def day_in_words(scan: Scan, first: int, stop: int) -> Period | None:
    """On March four; not "in March four people"."""
    if scan.next_word(stop) and scan.letter(stop) != ">" and scan.tokens.word(first - 1) not in _ON:
        return None
    day = sum(scan.number(index) for index in range(first, stop) if scan.letter(index) == "c")
    number = scan.number(first)
    return scan.dated(first, stop, number, day) if exact(_LEAP_YEAR, number, day).low else None


def _year(scan: Scan, first: int, stop: int) -> int | None:
    """The year that the words from one place to another make, if they do."""
    head, *rest = [index for index in range(first, stop) if scan.letter(index) in "cXo"]
    tail = sum(scan.number(index) for index in rest if scan.letter(index) == "c")
    if rest and scan.letter(rest[0]) == "X" and scan.number(head) in _THOUSANDS:
        return scan.number(head) * 1000 + tail
    paired = len(rest) == 2 and scan.number(rest[0]) > _TEENS > scan.number(rest[1])  # noqa: PLR2004 - tens and ones
    told = (paired or len(rest) == 1) and tail >= _TEENS and scan.number(head) in CENTURIES
    return scan.number(head) * 100 + tail if told else None
