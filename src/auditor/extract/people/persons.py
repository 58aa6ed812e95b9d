"""Names of persons: where one begins, where it ends, and what is none."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.people.titles import lexicon
from auditor.extract.words import LOWER, UPPER, bare, members
from auditor.model import Span

_PARTICLE = r"(?:von|van|der|den|de|del|della|da|di|dos|du|la|le|el|al|bin|bint|ibn|ben|ter|zu|[’']t)"
_ABSTRACT = re.compile(r"\w{3,}(?:tions?|ments|ings|ology|ologies|ities|wares?)")
_ACRONYM = re.compile(r"[A-Z]{2,}[A-HJ-Z]")
_LEAST = 3
_MOST = 6
_DAYS = members("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter")
_MONTHS = members(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Oct Nov Dec",
)
_COURTESY = re.compile(r"([A-Z][a-z]+)\.?[ \u00a0\n]")
_FIGURE = re.compile(r"\.?[ \u00a0]\d")
_OPENERS = members(
    "A An The This That These Those He She It They We I You His Her Its Their Our My In On At By For From "
    "To With And But Or If When While As After Before Since Not No Of Is Was Are Were Has Have Would "
    "Who Which What Where How Why Also Said Says Told Meanwhile However Although Because Then There Here "
    "Both Either Each Every All Some Any Another Yes Please See Use Using Only Other Such Than Later "
    "Earlier Today Tomorrow Yesterday Tonight Mr Mrs Ms Dr",
)


class Person(NamedTuple):
    """A person's name as it stands in a text: the span is that of the name, without courtesy titles."""

    name: str
    start: int
    end: int

    @property
    def surname(self) -> str:
        """The last word of the name that is no suffix."""
        words = [word for word in self.name.split() if word.rstrip(".") not in {"Jr", "Sr", "II", "III", "IV", "V"}]
        return words[-1] if words else self.name


@cache
def _pattern() -> re.Pattern[str]:
    word = rf"[{UPPER}][\w]*(?:[’'-][\w]+)*"
    prefixed = rf"(?:al|el|ul|d|l|bin|ibn)[-’'][{UPPER}]\w+(?:-\w+)*"
    initial = rf"(?:[{UPPER}]\.[ ]?)+"
    nickname = rf"[“\"][{UPPER}]\w+[”\"]"
    part = rf"(?:{initial}(?![{LOWER}])|{word}|{prefixed})"
    gap = "[ \u00a0\n]"
    middle = rf"{gap}?(?<=[ \u00a0\n.])(?:{_PARTICLE}{gap}){{0,3}}(?:{nickname}{gap})?{part}"
    return re.compile(rf"(?:{_PARTICLE}{gap}){{0,2}}{part}(?:{middle}){{0,7}}")


def person_at(text: str, position: int, limit: int) -> Person | None:
    """The person's name that begins at a position (after a courtesy title), or None where there is none."""
    position = _after_courtesy(text, position, limit)
    match = _pattern().match(text, position, min(limit, position + 90))
    if match is None:
        return None
    return _cut(text, match.span())


def person_before(text: str, end: int, floor: int) -> Person | None:
    """The person's name of at least two words that ends at a position, or None where there is none."""
    low = max(floor, end - 90)
    for match in _pattern().finditer(text, low, end):
        if match.end() == end:
            return _named_before(text, match.span(), low)
    return None


def _named_before(text: str, span: Span, low: int) -> Person | None:
    words = text[span[0] : span[1]].split()
    skipped = 0
    while words and (words[0] in _OPENERS or words[0].rstrip(".").lower() in lexicon().honorifics):
        skipped += len(words.pop(0)) + 1
    if len(words) == 1 or not words or (span[0] == low and low and text[low - 1].isalnum()):
        return None
    found = _cut(text, (span[0] + skipped, span[1]))
    return found if found is not None and found.end == span[1] and " " in found.name else None


def _after_courtesy(text: str, position: int, limit: int) -> int:
    for _ in range(2):
        match = _COURTESY.match(text, position, min(limit, position + 14))
        if match is None or match.group(1).lower() not in lexicon().honorifics:
            break
        position = match.end()
    return position


def _cut(text: str, span: Span) -> Person | None:
    """The words of a span that are a person's name, up to a possessive or a day; None if they name a thing."""
    kept = end = 0
    for word in re.finditer(r"\S+", text[span[0] : span[1]]):
        name = bare(word.group())
        given = name == "An" and not kept and span[0] + word.end() < span[1]
        if name in _DAYS or (name in _OPENERS and name.istitle() and not given):
            break
        if name in _MONTHS and _FIGURE.match(text, span[0] + word.end()):
            break
        if name in lexicon().things or _ABSTRACT.fullmatch(name) or _ACRONYM.fullmatch(name):
            return None
        kept += 1
        end = word.start() + len(name)
        if name != word.group():
            break
    name = " ".join(text[span[0] : span[0] + end].split())
    if not kept or kept > _MOST or not is_person(name):
        return None
    return Person(name, span[0], span[0] + end)


def is_person(name: str) -> bool:
    """Whether capitalised words can be a person's name: no country, no organisation, no lone initial or particle."""
    words = name.split()
    if name in lexicon().organisations or not any(len(word.rstrip(".")) > 1 and word[0].isupper() for word in words):
        return False
    if len(words) == 1:
        return len(name) >= _LEAST and words[0][0].isupper()
    return words[-1][0].isupper() or words[-1].startswith(("al-", "el-", "d’", "d'"))


def is_opener(word: str) -> bool:
    """Whether a capitalised word is one that begins sentences rather than names."""
    return word in _OPENERS


def is_dated(word: str) -> bool:
    """Whether a capitalised word is a day or a month."""
    return word in _DAYS or word in _MONTHS
