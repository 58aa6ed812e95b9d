"""Names of persons: where one begins, where it ends, and what is none."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.people.titles import GIVEN_NAMES, TITLES, is_title
from auditor.extract.people.world import COUNTRIES
from auditor.extract.words import bare
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, any_of, pattern
from auditor.model import Span

_ABSTRACT = pattern("people", "abstract")
_ACRONYM = re.compile(r"[A-Z]{2,}[A-HJ-Z]")
_LEAST = 3
_MOST = 6
_HYPHENED = re.compile(r"\w+-\w+")
_WORD = re.compile(r"\S+")
_CONTRACTED = pattern("people", "contracted")
_FIGURE = re.compile(r"\.?[ \u00a0]\d")


class Person(NamedTuple):
    """A person's name as it stands in a text: the span is that of the name, without courtesy titles."""

    name: str
    start: int
    end: int

    @property
    def surname(self) -> str:
        """The last word of the name that is no suffix."""
        return surname(self.name)


def surname(name: str) -> str:
    """The last word of a name that is no suffix."""
    words = [word for word in name.split() if word.rstrip(".") not in TITLES.suffixes]
    return words[-1] if words else name


@cache
def _particle() -> str:
    return any_of(GIVEN_NAMES.particles)


@cache
def _pattern() -> re.Pattern[str]:
    return pattern("people", "person", particle=_particle())


def person_at(text: str, position: int, limit: int) -> Person | None:
    """The person's name that begins at a position (after a courtesy title), or None where there is none."""
    position = _after_courtesy(text, position, limit)
    match = _pattern().match(text, position, min(limit, position + 90))
    if match is None:
        return None
    return _cut(text, match.span())


def person_before(text: str, end: int, floor: int) -> Person | None:
    """The person's name that ends at a position, of two words or after a courtesy title, or None."""
    low = max(floor, end - 90)
    for match in _pattern().finditer(text, low, end):
        if match.end() == end:
            return _named_before(text, match.span(), low)
    return None


def _named_before(text: str, span: Span, low: int) -> Person | None:
    if span[0] == low and low and text[low - 1].isalnum():
        return None
    start = span[0]
    for word in text[start : span[1]].split():
        if _CONTRACTED.split(word)[0] not in FUNCTION_WORDS.openers or word.lower() in TITLES.honorifics:
            break
        start += len(word) + 1
    begin = _after_courtesy(text, _after_title(text, start, span[1]), span[1])
    found = _cut(text, (begin, span[1]))
    if found is None or found.end != span[1]:
        return None
    return found if " " in found.name or begin > start else None


def _after_title(text: str, position: int, limit: int) -> int:
    """Where the name begins after the last title before it: "OPEC President …"."""
    words = list(_WORD.finditer(text, position, limit))
    titles = [word.end() + 1 for word in words[:-2] if is_title(word.group())]
    return titles[-1] if titles else position


def _after_courtesy(text: str, position: int, limit: int) -> int:
    """Where the name begins after "Dr", "Sir", "Lieutenant-General", or several of them."""
    for _ in range(3):
        match = _courtesy().match(text, position, min(limit, position + 40))
        if match is None:
            break
        position = match.end()
    return position


@cache
def _courtesy() -> re.Pattern[str]:
    """Courtesy titles and ranks as they stand before a name, the longest first."""
    words = {word.title() for word in TITLES.honorifics | TITLES.stacked}
    for rank in frozenset(TITLES.ranks).union(*TITLES.ranks.values()):
        words |= {rank.title(), rank.capitalize()}
    return re.compile(rf"(?:{any_of(map(re.escape, words))})\.?[ \u00a0\n](?=[{UPPER}]|(?:{_particle()}) )")


def _cut(text: str, span: Span) -> Person | None:
    """The words of a span that are a person's name, up to a possessive or a day; None if they name a thing."""
    kept = end = 0
    for word in re.finditer(r"\S+", text[span[0] : span[1]]):
        name = bare(word.group())
        given = name == "An" and not kept and span[0] + word.end() < span[1]
        opener = _CONTRACTED.split(name)[0] in FUNCTION_WORDS.openers and name[0].isupper() and not name.isupper()
        if name in FUNCTION_WORDS.days or name in TITLES.letters or (opener and not given):
            break
        if name in FUNCTION_WORDS.months and _FIGURE.match(text, span[0] + word.end()):
            break
        thing = name in TITLES.things and not _surname(text, span, kept, name)
        if thing or _ABSTRACT.fullmatch(name) or _ACRONYM.fullmatch(name):
            return None
        kept += 1
        end = word.start() + len(name)
        if name != word.group():
            break
    name = " ".join(text[span[0] : span[0] + end].split())
    if not kept or kept > _MOST or not is_person(name):
        return None
    return Person(name, span[0], span[0] + end)


def _surname(text: str, span: Span, before: int, name: str) -> bool:
    """Whether a word for a thing is somebody's name here: "Anna Hill", "Park Ji-won"."""
    if name not in GIVEN_NAMES.surnames:
        return False
    words = text[slice(*span)].split()
    if before:
        things = TITLES.things
        return words[0] in GIVEN_NAMES.given and all(bare(word) not in things for word in words[before + 1 :])
    return len(words) > 1 and _HYPHENED.fullmatch(bare(words[1])) is not None


def is_person(name: str) -> bool:
    """Whether capitalised words can be a person's name: no country, no organisation, no lone initial or particle."""
    words = name.split()
    if name in COUNTRIES.named or not any(len(word.rstrip(".")) > 1 and word[0].isupper() for word in words):
        return False
    if len(words) == 1:
        return len(name) >= _LEAST and words[0][0].isupper()
    return words[-1][0].isupper() or words[-1].startswith(("al-", "el-", "d’", "d'"))


def is_opener(word: str) -> bool:
    """Whether a capitalised word is one that begins sentences rather than names."""
    return word in FUNCTION_WORDS.openers


def is_dated(word: str) -> bool:
    """Whether a capitalised word is a day or a month."""
    return word in FUNCTION_WORDS.days or word in FUNCTION_WORDS.months
