"""How many things a text lists or days it tells of, for a headline that gives their number."""

import re
from collections.abc import Iterator

from auditor.language.phrases import pattern

_LIST = pattern("mentions", "list")
_LAST_ITEM = pattern("mentions", "last_item")
_THINGS = pattern("mentions", "things")
_LAST_THING = pattern("mentions", "last_thing")
_RUNNING = pattern("mentions", "running")
_BULLETS = re.compile(r"(?:^[ \t]*[•*·–-][ \t]+\S.*\n?){3,}", re.MULTILINE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?! [A-Z])[^.!?\n]*)*")
_AGED = pattern("mentions", "aged")
_NAMES = pattern("mentions", "names")
_EACH_NAME = pattern("mentions", "name")


def is_running(name: str, text: str) -> bool:
    """Whether a name is of a day or week that is counted from a beginning, "Day 5", and a text does not count them."""
    counted = _RUNNING.fullmatch(name)
    return counted is not None and not re.search(rf"(?i)\b{counted[1]}\s\d", text)


def enumerated(text: str) -> Iterator[int]:
    """How many items each enumeration, each list with bullets and each row of names has."""
    for match in _LIST.finditer(text):
        yield match[0].count(", ") + 1 + (_LAST_ITEM.match(match[0]) is not None)
    for match in _THINGS.finditer(text):
        yield match[0].count(", ") + 1 + (_LAST_THING.match(match[0]) is not None)
    for match in _BULLETS.finditer(text):
        yield match[0].strip().count("\n") + 1
    for match in _NAMES.finditer(text):
        yield len(_EACH_NAME.findall(match[0]))
    for match in _SENTENCE.finditer(text):
        yield len(_AGED.findall(match[0]))
