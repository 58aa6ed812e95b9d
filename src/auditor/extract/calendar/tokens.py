"""A text as a string of letters, one a token, each saying what part the token can play in a date.

The letters::

    M m v  month: sure, also a name, also a verb      D N      number: 1 to 31, any other up to four figures
    W w    weekday: full, short                       Y y      year: 1900 to 2099, 1000 to 2199
    U P    unit: singular, plural                     Z        any other number
    u h k  quarter, half, weekend                     O        ordinal in figures, 1st to 31st
    s l    season, first word of a named day          A B C    date in figures, day and month, figures without signs
    c o q  number word, ordinal word, few             R r      years 2012-13 or month 2024-06, days 13-14
    L K H  last, next, this                           S T      decade, time of day or year BC
    J V    same, that                                 Q g      quarter (Q3), fiscal year (FY24)
    G E a  ago, earlier, before                       x        any run of other words
    t e z  today, early, end                          = ~ ! '  tight hyphen or slash, dash, break, possessive
    F n    fiscal, every                              ^ , . ( )  apostrophe, punctuation
    p I X  Mondays, now, thousand                     b j    date, year-end in one word
    f i d 1 & < >   of, in, the, a, and, from, to     $ % #    money sign, percent sign, number sign
"""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from auditor.extract.calendar.lexicon import is_short_month, lexicon
from auditor.language.phrases import pattern
from auditor.model import Span

_TOKEN = re.compile(
    r"(?! )(?:[^\W\d_]\w*"
    r"|[0-9]+(?:,[0-9]{3}(?![0-9])|[.:/~–-][0-9]+)*\w*"
    r"|['’]s\b|\n[ \t\r]*\n|[^\w\s]|[\d_]+)"
)
_CLOCK = pattern("dates", "clock")
_CLOCK_AFTER = pattern("dates", "clock_after")
_ERA_AFTER = pattern("dates", "era_after")
_ZONE_AFTER = pattern("dates", "zone_after")
_NIGHT = pattern("dates", "night")
_DOTTED = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_FIGURES = (
    r"[0-9]{4}[-–./][0-9]{1,2}[-–./][0-9]{1,2}(?:T[0-9]*)?",
    r"[0-9]{1,2}([-–./])[0-9]{1,2}\1[0-9]{4}",
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}",
    r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}",
    r"[0-9]{2}([.-])[0-9]{2}\2[0-9]{2}",
)
_SHAPES = (
    ("A", re.compile("|".join(_FIGURES))),
    ("R", re.compile(r"[12][0-9]{3}[-–/~](?:[12][0-9]{3}|[0-9]{2})")),
    ("r", re.compile(r"[0-9]{1,2}[-–~][0-9]{1,2}")),
    ("B", re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}")),
    ("S", pattern("dates", "decade")),
    ("O", pattern("dates", "nth")),
    ("Q", pattern("dates", "quarter")),
)
_HALVES = frozenset({"1H", "2H"})
_MARKED = pattern("dates", "marked")
_SIGNS = {"-": "~", "–": "~", "—": "~", "/": "x", "'": "^", "’": "^", "‘": "^"} | dict.fromkeys("$€£¥₹₽", "$")
_NEWS_YEARS, _YEARS, _MONTH_DAYS = range(1900, 2100), range(1000, 2200), range(1, 32)
_MONTHS = frozenset("Mmv")


@cache
def _known() -> dict[str, str]:
    """The words and signs that have one letter wherever they stand."""
    return {**lexicon().letters, **{sign: sign for sign in ",.()%#"}}


@dataclass(slots=True)
class Tokens:
    """The tokens of a text; a run of tokens that play no part is one.

    Attributes:
        text: The text.
        letters: One letter a token.
        starts: Where each token starts in the text.
        ends: Where each ends.
    """

    text: str
    letters: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))

    def word(self, index: int) -> str:
        """A token's text in lower case."""
        return self.text[self.starts[index] : self.ends[index]].lower()


def tokens(text: str, parts: Iterable[Span] | None = None) -> Tokens:
    """Split a text, or some parts of it in order, into tokens; what lies between the parts is one that plays none."""
    known = _known()
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    last, done = "", 0
    for low, high in [(0, len(text))] if parts is None else parts:
        if low > done and last != "x":
            last = "x"
            letters.append(last)
            starts.append(done)
            ends.append(low)
        done = high
        for match in _TOKEN.finditer(text, low, high):
            word = match[0]
            letter = known.get(word)
            if letter is None:
                letter = "x" if word.isalpha() else _letter(word, text, match.start(), match.end())
                if letter == "x" == last:
                    continue
            if letter == "." and last in _MONTHS and not is_short_month(text[starts[-1] : ends[-1]].lower()):
                letter = "!"  # behind a month in full it ends the sentence
            last = letter
            start, end = match.span()
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Tokens(text, "".join(letters), starts, ends)


def _letter(word: str, text: str, start: int, end: int) -> str:
    """The letter of a token that is neither a known word nor letters alone."""
    first = word[0]
    if "0" <= first <= "9":
        return _number(word, text, end)
    if first.isalpha():
        marked = _MARKED.match(word) if len(word) <= len("FY2024") else None
        return str(marked.lastgroup) if marked else "x"
    return _sign(word, text, start, end)


def _sign(word: str, text: str, start: int, end: int) -> str:
    """The letter of a token that starts with neither a letter nor a figure."""
    first = word[0]
    if first == "\n":
        return "!"
    if len(word) > 1:
        return "'" if word[-1] == "s" else "x"
    if first in "-–/—" and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        return "="
    return _SIGNS.get(first, "x")


def _number(word: str, text: str, end: int) -> str:
    """The letter of a token that starts with a figure."""
    if not (word.isascii() and word.isdecimal()):
        return "T" if _DOTTED.fullmatch(word) and _tells_time(text, end - len(word), end) else _shaped(word)
    if len(word) in (1, 2, 4) and _CLOCK_AFTER.match(text, end):
        return "T"
    return "T" if len(word) <= len("1999") and _of_era(text, end - len(word), end) else _whole(word)


def _tells_time(text: str, start: int, end: int) -> bool:
    """Whether figures with a point between are a time of day: "6.04 p.m.", "at 11.59 on Saturday night"."""
    if _ZONE_AFTER.match(text, end) or _CLOCK_AFTER.match(text, end):
        return True
    return text[max(0, start - 3) : start].lower() == "at " and _NIGHT.match(text, end) is not None


def _of_era(text: str, start: int, end: int) -> bool:
    """Whether a number is a year no calendar here reaches: 44 BC, AD 79."""
    after = text[end + 1 : end + 3].replace(".", "") in ("B", "BC") and _ERA_AFTER.match(text, end)
    return bool(after) or (
        end - start < len("1999") and text[max(0, start - 6) : start].split()[-1:] in (["AD"], ["A.D."])
    )


def _whole(word: str) -> str:
    """The letter of a whole number."""
    number, length = int(word[:9]), len(word)
    if length in (6, 8):  # yymmdd, YYYYMMDD
        return "C"
    if length == len("2024"):
        return "Y" if number in _NEWS_YEARS else "y" if number in _YEARS else "N"
    if length > len("365"):
        return "Z"
    return "D" if number in _MONTH_DAYS and length < len("031") else "N"


def _shaped(word: str) -> str:
    """The letter of figures with signs or letters among them."""
    if word in _HALVES:
        return "Q"
    if _CLOCK.fullmatch(word):
        return "T"
    return next((letter for letter, shape in _SHAPES if shape.fullmatch(word)), "Z")
