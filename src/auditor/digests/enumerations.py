"""How many things a text lists, for a headline that gives their number."""

import re
from collections.abc import Iterator

_ITEM = r"[A-Z0-9“\"][^,.;:()!?\n]{1,60}"
_LIST = re.compile(rf"(?:{_ITEM}, ){{2,30}}(?:and )?{_ITEM}")
_LAST = re.compile(r", [^,]+ and (?:the )?[A-Z][^,]+$")
_THING = r"(?:[a-z-]+ ){0,3}[a-z-]+"
_THINGS = re.compile(rf"(?:{_THING}, ){{2,30}}{_THING},? (?:and|or) {_THING}")
"""Shorter lists of what has no name stand everywhere."""
_BULLETS = re.compile(r"(?:^[ \t]*[•*·–-][ \t]+\S.*\n?){3,}", re.MULTILINE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?! [A-Z])[^.!?\n]*)*")
_AGED = re.compile(r"[A-Z][\w’'-]+,? (?:aged )?\(?\d{1,3}\)?(?=[,;. ])")
"""A name with an age."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,? (?:and|&) |[,;] (?:and )?)(?:[a-z-]+ ){{0,4}}{_NAME}){{1,20}}")
_EACH_NAME = re.compile(_NAME)


def enumerated(text: str) -> Iterator[int]:
    """How many items each enumeration, each list with bullets and each row of names has."""
    for match in _LIST.finditer(text):
        yield match[0].count(", ") + 1 + (_LAST.search(match[0]) is not None and ", and " not in match[0])
    for match in _THINGS.finditer(text):
        yield match[0].count(", ") + 1 + (", and " not in match[0] and ", or " not in match[0])
    for match in _BULLETS.finditer(text):
        yield match[0].strip().count("\n") + 1
    for match in _NAMES.finditer(text):
        yield len(_EACH_NAME.findall(match[0]))
    for match in _SENTENCE.finditer(text):
        yield len(_AGED.findall(match[0]))
