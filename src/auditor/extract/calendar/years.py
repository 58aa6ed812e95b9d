"""Years, their parts, and spans of years."""

import re
from datetime import date

from auditor.extract.calendar.period import (
    Period,
    century_period,
    decade_period,
    joined,
    month_period,
    months,
    season_period,
    year_period,
)
from auditor.extract.calendar.scan import Scan
from auditor.extract.quantity.tens import whose
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set

_LABEL = re.compile(r"([^\W\d_]+)\.?[ \u00a0]\Z")
_LABEL_REACH = 20
_LISTED = pattern("dates", "listed")
_ADDRESS = pattern("dates", "address")
#: After these tens are years; "in the mid 30s" may be a price.
_SURE_PARTS = word_set("dates", "sure_parts")
#: So near tens a word of the weather makes them degrees.
_WEATHER_REACH = 60
_BETWEEN = word_set("dates", "joining_years")
#: A year that news write of; older ones need more to be told from counts.
_CENTURIES = range(15, 21)
_MODERN = 1900
#: Years so common that a plural after one is of that year ("2023 exports"), unless the number is round.
_USUAL = range(1950, 2050)
#: Before this a number that a plural follows is a count.
_OLDEST = 1700
#: Two numbers further apart are no years from one to the other.
_LONGEST = 200
_LAST = 2100
_PIVOT = 70
#: So far ahead of a text two figures can be a year.
_AHEAD = 20
#: The seasons that go on into the next year: the winter of the north, the summer of the south.
_ACROSS = (2, 4)
_VOTES = word_set("dates", "votes")
_VERBS = word_set("dates", "verb_seasons")


def full_year(digits: int, today: date | None, ahead: int = _AHEAD) -> int:
    """The year that two digits stand for: at most so many years after the text, or before it; else 1970 to 2069."""
    if digits > 99:  # noqa: PLR2004 - it is written out
        return digits
    if today is None:
        return digits + (1900 if digits >= _PIVOT else 2000)
    latest = today.year + ahead
    return latest - (latest - digits) % 100


def named_year(scan: Scan, first: int, stop: int) -> int | None:
    """The year that some tokens name: 2024, FY24, fiscal 2024, last year."""
    for index in range(first, stop):
        letter = scan.letter(index)
        if letter in "Yy" or (letter == "U" and scan.letter(index + 1) in "Yy" and index + 1 < stop):
            return scan.number(index + (letter == "U"))
        if letter == "g":
            return full_year(int(re.sub(r"[^0-9]", "", scan.tokens.word(index))), scan.published)
        if letter in "DN" and scan.letter(index - 1) == "^":
            return full_year(scan.number(index), scan.published)
        if letter == "R":
            return int(scan.tokens.word(index)[:4])
        if letter == "U" and scan.grain(index) == "year" and scan.published is not None:
            before = scan.tokens.letters[first:index]
            return scan.published.year + ("K" in before) - ("L" in before)
    return None


def year(scan: Scan, first: int, stop: int) -> Period | None:
    """A year by itself: counts, labels and times of day are told from it by the words around."""
    before, after = scan.letter(first - 1), scan.letter(stop)
    text, start, end = scan.tokens.text, scan.tokens.starts[first], scan.tokens.ends[first]
    table = scan.words.table
    if (
        after in "%$"
        or (after == "=" and scan.letter(stop + 1) not in "xM")
        or text[end : end + 2].strip(".").isdecimal()
    ):
        return None
    label = _LABEL.search(text, max(0, start - _LABEL_REACH), start)
    earlier = label[1].lower() if label else ""
    follower = scan.next_word(stop)
    votes = follower in _VOTES and earlier not in table.before_year
    counted = votes or follower.lower() in table.counted or after == "P"
    number = scan.number(first)
    opens = label is not None and label[1].istitle() and _opens(number, earlier, table.before_year)
    if (
        (counted and not opens)
        or earlier in table.labels
        or _addressed(text, end, earlier)
        or _listed(scan, start, earlier)
    ):
        return None
    determined = before in "d'" or earlier in table.determiners
    round_or_rare = number not in _USUAL or number % 100 == 0
    if _plural(follower) and round_or_rare and not opens and not (determined and number >= _MODERN):
        return None
    named = before == "x" and not determined and label is not None and label[1][0].isupper()
    if named and not (label and label[1].isupper() and len(label[1]) > 1 < len(follower) and follower.isupper()):
        return None
    if scan.letter(first) == "y" and not _old_year(scan, first, earlier):
        return None
    return year_period(number)


def _opens(number: int, earlier: str, before_year: frozenset[str]) -> bool:
    """Whether a number at the head of a sentence is a year even before a plural: "In 1994 workers were hired"."""
    return earlier in before_year and (number in _USUAL or (number >= _OLDEST and number % 100 != 0))


def _label(scan: Scan, first: int) -> str:
    """The word before a token, in small letters."""
    start = scan.tokens.starts[first]
    label = _LABEL.search(scan.tokens.text, max(0, start - _LABEL_REACH), start)
    return label[1].lower() if label else ""


def _addressed(text: str, end: int, earlier: str) -> bool:
    """Whether a number is that of a house: "at 1930 Park Avenue"."""
    return earlier in FUNCTION_WORDS.single["at"] and _ADDRESS.match(text, end) is not None


def _listed(scan: Scan, start: int, earlier: str) -> bool:
    """Whether a number ends a list of labels: "Sections 1984 and 1985"."""
    if earlier not in _BETWEEN | FUNCTION_WORDS.single["or"]:
        return False
    listed = _LISTED.search(scan.tokens.text, max(0, start - 2 * _LABEL_REACH), start)
    return listed is not None and listed[1].lower() in scan.words.table.labels


def _old_year(scan: Scan, first: int, earlier: str) -> bool:
    """Whether the words before a number make it a year that news seldom write of."""
    if earlier in scan.words.table.before_year or scan.letter(first - 1) == "U":
        return True
    if scan.number(first) % 100 == 0 and scan.number(first) < _MODERN:
        return False
    follower = scan.next_word(first + 1)
    if follower and follower.lower() not in scan.words.letters:
        return False
    after_other = bool(scan.found) and scan.found[-1].last == first - 2
    return earlier in scan.words.table.likely_before_year or (after_other and earlier in _BETWEEN)


def _plural(word: str) -> bool:
    """Whether a word looks like the plural of what a number before it counts."""
    return word.islower() and len(word) > len("was") and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def years(scan: Scan, first: int, stop: int) -> Period | None:
    """Two years with a dash between (2012–13), or a year and its month (2024-06)."""
    low, high = (int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(first)))
    if high < 100:  # noqa: PLR2004 - two figures
        if 1 <= high <= 12 and high < low % 100 and "–" not in scan.tokens.word(first):  # noqa: PLR2004 - months
            return month_period(low, high)
        high += low // 100 * 100
    if not low < high < min(low + _LONGEST, _LAST):
        return None
    if low < _MODERN and (scan.letter(first - 1) not in "if<(d" or 0 < len(scan.next_word(stop)) <= 2):  # noqa: PLR2004 - a unit
        return None
    return joined(year_period(low), year_period(high))


def short_year(scan: Scan, _first: int, stop: int) -> Period | None:
    """A year in two figures: the class of '72, in '88."""
    figures = scan.tokens.word(stop - 1)
    if len(figures) != 2 or scan.next_word(stop)[:1].isupper():  # noqa: PLR2004 - so many figures
        return None
    return year_period(full_year(int(figures), scan.published))


def decade(scan: Scan, first: int, stop: int) -> Period | None:
    """The 1990s, the '90s; the 1800s and 1900s are centuries."""
    word = scan.tokens.word(stop - 1)
    if scan.letter(stop - 1) != "S":
        return _owning_decade(scan, first)
    if _warm(scan, first) or _is_age(scan, stop):
        return None
    number = int(word[:-1]) if word[:1].isdecimal() else scan.number(stop - 1)
    if scan.letter(first) == "c":
        number = number + 100 * scan.number(first) if scan.number(first) in _CENTURIES else 0
    if number > 99:  # noqa: PLR2004 - it is written out
        return century_period(number // 100 + 1) if number % 100 == 0 and number <= _MODERN else decade_period(number)
    part = scan.tokens.word(first - 1 - (scan.letter(first - 1) == "=")) if scan.letter(first - 1) in "e=" else ""
    told = scan.letter(first - 1) == "d" or (part and (word[:1].isalpha() or part in _SURE_PARTS))
    if scan.letter(first) != "^" and not (told and number >= 20):  # noqa: PLR2004 - "the 10s" is no decade
        return None
    written = full_year(number, scan.published)
    return decade_period(written - 100 if scan.published and written > scan.published.year else written)


def _is_age(scan: Scan, stop: int) -> bool:
    """Whether the tens are years of age: "in her late 20s", but "its 1990s hits"."""
    if len(scan.tokens.word(stop - 1)) == len("1990s"):
        return False
    return whose(scan.tokens.text, scan.tokens.starts[stop - 1]) is not None


def _warm(scan: Scan, first: int) -> bool:
    """Whether the tens are degrees: "highs in the 70s"."""
    start = scan.tokens.starts[first]
    words = re.findall(r"[a-z]+", scan.tokens.text[max(0, start - _WEATHER_REACH) : start].lower())
    return not scan.words.table.weather.isdisjoint(words)


def _owning_decade(scan: Scan, first: int) -> Period | None:
    """The 1980's, as some papers write it; not "1980's exports"."""
    number = scan.number(first)
    told = scan.letter(first - 1) == "d" or scan.letter(first - 2) == "d"
    return decade_period(number) if told and number % 10 == 0 and number % 100 else None


def century(scan: Scan, first: int, stop: int) -> Period | None:
    """The 19th century, the twenty-first century."""
    if scan.grain(stop - 1) != "century":
        return None
    number = sum(scan.number(index) for index in range(first, stop - 1) if scan.letter(index) in "coO")
    after = scan.next_word(stop)
    label = _label(scan, first)
    if after in scan.words.table.before_christ or label in scan.words.table.determiners:
        return None
    if scan.tokens.text[scan.tokens.starts[stop - 1]].isupper() and after[:1].isupper():
        return None
    return century_period(number) if 1 < number < 22 else None  # noqa: PLR2004 - those that people write of


def season(scan: Scan, first: int, stop: int) -> Period | None:
    """A season of a year; a winter may be the one that ends or the one that begins in it."""
    letters = scan.tokens.letters[first:stop]
    number = scan.number(first if letters[0] == "s" else stop - 1)
    year_number = named_year(scan, first, stop)
    verb = scan.tokens.word(first) in _VERBS and letters[-1] == "U" and letters[1] != "f"
    if year_number is None or verb:
        return None
    if letters[-1] == "R":
        return months(year_number, 12, 3, f"{year_number:04}-{20 + number}", "season") if number in _ACROSS else None
    if letters == "Ys" and scan.tokens.word(stop - 1) in _VERBS:
        return None
    span = season_period(year_number, number)
    return Period(span.written, date(year_number, 1, 1), span.high, "season") if number == 4 and span.high else span  # noqa: PLR2004 - winter
