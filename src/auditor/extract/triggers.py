"""One look at every word of a text for all extractors of people, things and voices."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.extract.events.stages import progress
from auditor.extract.people.titles import lexicon
from auditor.extract.speech.verbs import cues, speech
from auditor.extract.words import members
from auditor.model import Span

BOUNDARIES = members(
    "and but while which who whom where when although though as adding saying with after before because "
    "since so or despite including not whereas that",
)
"""Words that may part clauses."""

_WORD = re.compile(r"[^\W\d_]\w*(?:[’'-]+\w+)*")


class Trigger(NamedTuple):
    """A word that some extractor looks out for."""

    start: int
    end: int
    word: str


@cache
def _vocabulary() -> dict[str, str]:
    """Each word to itself, so that every place where it stands shares one string."""
    words, stages = speech(), progress()
    capitalised = {first.capitalize() for first in cues()}
    words_of_all = frozenset().union(
        lexicon().forms, stages.verbs, stages.phrases, stages.decided, cues(), capitalised, BOUNDARIES, words.finite,
        {"according", "According"}, words.continuing, words.needs_next, words.reporting,
    )  # fmt: skip
    return {word: word for word in words_of_all}


class Triggers:
    """All words of a text that any table begins an entry with, in order; a dozen bytes each."""

    def __init__(self, text: str) -> None:
        """Look at every word of a text once."""
        known = _vocabulary()
        self.starts = array("L")
        self.words: list[str] = []
        start, word = self.starts.append, self.words.append
        for match in _WORD.finditer(text):
            if (written := match[0]) in known:
                start(match.start())
                word(known[written])

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Where each word starts, and the word."""
        return zip(self.starts, self.words, strict=True)

    def within(self, span: Span) -> list[Trigger]:
        """The trigger words of a part of the text."""
        low = bisect_left(self.starts, span[0])
        high = bisect_left(self.starts, span[1], low)
        return [
            Trigger(start, start + len(word), word)
            for start, word in zip(self.starts[low:high], self.words[low:high], strict=True)
        ]
