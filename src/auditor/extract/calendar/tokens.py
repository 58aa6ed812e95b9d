"""A text as a string of letters, one a token, each saying what part the token can play in a date.

The letters, in the order of :mod:`auditor.extract.calendar.lexicon` and then of this module::

    M m v  month: sure, also a name, also a verb        D N y Y Z  number: 1 to 31, other whole, 1000 to 1899 or
    W w    weekday: full, short                                    2100 to 2199, 1900 to 2099, any other
    U P    unit: singular, plural                       O          ordinal in figures, 1st to 31st
    u h k  quarter, half, weekend                       A B C      date in figures: full, day and month, eight figures
    s l    season, first word of a named day            R r        years 2012-13 or month 2024-06, days 13-14
    c o q  number word, ordinal word, few               S T        decade, time of day
    L K H  last, next, this                             Q g        quarter (Q3), fiscal year (FY24)
    J V    same, that                                   x          any run of other words
    G E a  ago, earlier, before                         = ~ ! '    tight hyphen or slash, dash, blank line, possessive
    t e z  today, early, end                            ^ , . ( )  apostrophe, punctuation
    F n    fiscal, every                                $ % #      money sign, percent sign, number sign
    f i d 1 & < >   of, in, the, a, and, from, to
"""

import re
from dataclasses import dataclass, field

from auditor.extract.calendar.lexicon import lexicon

_TOKEN = re.compile(
    r"[^\W\d_]\w*"
    r"|[0-9]+(?:,[0-9]{3}(?![0-9])|[.:/~–-][0-9]+)*\w*"
    r"|['’]s\b|\n[ \t\r]*\n|[^\w\s]|[\d_]+"
)
_CLOCK = re.compile(
    r"[0-9]{1,2}(?::[0-5][0-9]){1,2}(?:\.[0-9]+)?(?:[ap]m?|Z|h)?|[0-9]{1,2}(?:\.[0-5][0-9])?(?:am|pm|a|p|h)", re.I
)
_CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:[ap]\.m\b|[ap]m\b|o['’]clock\b)|(?<=[0-9]{4}) ?(?:GMT|UTC|E[SD]T|P[SD]T|CES?T|BST|hrs|hours|local)\b",
    re.I,
)
_SHAPES = (
    ("A", re.compile(r"[0-9]{4}[-–./][0-9]{1,2}[-–./][0-9]{1,2}(?:T[0-9]*)?|[0-9]{1,2}([-–./])[0-9]{1,2}\1[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}|[0-9]{2}([.-])[0-9]{2}\2[0-9]{2}")),
    ("R", re.compile(r"[12][0-9]{3}[-–/~](?:[12][0-9]{3}|[0-9]{2})(?![0-9])")),
    ("r", re.compile(r"[0-9]{1,2}[-–~][0-9]{1,2}")),
    ("B", re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}")),
    ("S", re.compile(r"(?:[12][0-9])?[0-9]0s")),
    ("O", re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)", re.I)),
    ("Q", re.compile(r"[1-4]Q(?:[0-9]{2}){0,2}|[12]H(?:[0-9]{2}){0,2}")),
)  # fmt: skip
_MARKED = re.compile(r"(?:(?P<Q>[Qq][1-4]|H[12])|(?P<g>[FfCc][Yy](?:20|19)?[0-9]{2}))\Z")
_SIGNS = {"-": "~", "–": "~", "—": "~", "/": "x", "'": "^", "’": "^", "‘": "^"} | dict.fromkeys("$€£¥₹₽", "$")
_KEPT = frozenset(",.()%#")


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
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def word(self, index: int) -> str:
        """A token's text in lower case."""
        return self.text[self.starts[index] : self.ends[index]].lower()


def tokens(text: str) -> Tokens:
    """Split a text into tokens."""
    known = lexicon().letters
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = ""
    for match in _TOKEN.finditer(text):
        word = match[0]
        letter = known.get(word)
        if letter is None:
            letter = _letter(word, text, match.start(), match.end())
            if letter == "x" == last:
                continue
        last = letter
        letters.append(letter)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, "".join(letters), starts, ends)


def _letter(word: str, text: str, start: int, end: int) -> str:
    """The letter of a token that is no known word."""
    first = word[0]
    if first.isalpha():
        if 1 < len(word) < 7 and word[-1].isdecimal() and (marked := _MARKED.match(word)):  # noqa: PLR2004 - Q3 … FY2024
            return str(marked.lastgroup)
        return "x"
    if "0" <= first <= "9":
        return _number(word, text, end)
    if first in _KEPT:
        return first
    if first == "\n":
        return "!"
    if len(word) > 1:
        return "'" if word[-1] == "s" else "x"
    if first in "-–/—" and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        return "="
    return _SIGNS.get(first, "x")


def _number(word: str, text: str, end: int) -> str:
    """The letter of a token that starts with a figure."""
    if word.isascii() and word.isdecimal():
        return "T" if _CLOCK_AFTER.match(text, end) and len(word) in (1, 2, 4) else _whole(word)
    return _shaped(word)


def _whole(word: str) -> str:
    """The letter of a whole number."""
    number = int(word[:9])
    if len(word) == 4:  # noqa: PLR2004 - years have four figures
        return "Y" if 1900 <= number < 2100 else "y" if 1000 <= number < 2200 else "N"  # noqa: PLR2004 - the years of news
    if len(word) == 8:  # noqa: PLR2004 - YYYYMMDD
        return "C"
    return "D" if len(word) < 3 and 1 <= number <= 31 else "N" if len(word) < 4 else "Z"  # noqa: PLR2004 - days


def _shaped(word: str) -> str:
    """The letter of figures with signs or letters among them."""
    if _CLOCK.fullmatch(word):
        return "T"
    for letter, shape in _SHAPES:
        if shape.fullmatch(word):
            return letter
    return "Z"
