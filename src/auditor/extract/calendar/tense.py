"""On which side of its publication a text puts a day: past or future tense around it."""

import re
from functools import cache
from typing import Literal

from auditor.extract.calendar.lexicon import lexicon

Direction = Literal[-1, 0, 1]

_BACK, _AHEAD = 160, 100
#: So many words can stand between a verb's auxiliaries and its participle.
_AUXILIARIES = 3
_BREAK = re.compile(r"[.!?;]\s|\n")
_LIMIT = re.compile(r"\b(?:by|until|till)\s+\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def direction(text: str, start: int, end: int) -> Direction:
    """-1 where the words around a date tell of the past, 1 of the future, 0 where they do not tell.

    The verb before the date counts more than the one after it, and the nearest most.
    """
    before = text[max(0, start - _BACK) : start]
    if _LIMIT.search(before):
        return 1
    breaks = [match.end() for match in _BREAK.finditer(before)]
    words = _WORD.findall(before[breaks[-1] :] if breaks else before)
    for index in range(len(words) - 1, -1, -1):
        if side := _side(words[index]):
            return 1 if side < 0 and _ahead(words[max(0, index - _AUXILIARIES) : index]) else side
    after = text[end : end + _AHEAD]
    stop = _BREAK.search(after)
    for word in _WORD.findall(after[: stop.start()] if stop else after):
        if side := _side(word):
            return side
    return 1 if any(word in lexicon().table.infinitive for word in words) else 0


def _ahead(words: list[str]) -> bool:
    """Whether the words before a participle put it into the future: will be held, to be held."""
    return "be" in words or any(_side(word) > 0 for word in words)


@cache
def _cues() -> dict[str, Direction]:
    """Words that settle it."""
    table = lexicon().table
    cues: dict[str, Direction] = dict.fromkeys(table.past, -1)
    cues.update(dict.fromkeys(table.future, 1))
    cues.update(dict.fromkeys(table.not_past, 0))
    cues["May"] = 0
    return cues


def _side(word: str) -> Direction:
    """What one word says."""
    cues = _cues()
    if (known := cues.get(word)) is not None:
        return known
    small = word.lower().replace("’", "'")
    if (known := cues.get(small)) is not None:
        return known
    return -1 if small.endswith("ed") and len(small) > 3 else 0  # noqa: PLR2004 - the shortest such verbs
