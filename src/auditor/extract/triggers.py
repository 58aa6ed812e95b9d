"""One look at every word of a text for all extractors of people, things and voices."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

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
ACCORDING = frozenset(("according", "According"))
"""Words that a speaker may follow."""

Kind = Literal["office", "stage", "cue", "boundary", "speech"]
Hit = tuple[int, str]
"""Where a word starts, and the word."""


class Trigger(NamedTuple):
    """A word that some extractor looks out for."""

    start: int
    end: int
    word: str


_WORD = re.compile(r"[^\W\d_]\w*(?:[’'-]+\w+)*")


@cache
def _vocabularies() -> dict[Kind, frozenset[str]]:
    """The words of each kind: those that begin an entry of its tables."""
    words, stages = speech(), progress()
    return {
        "office": frozenset(lexicon().forms),
        "stage": frozenset((*stages.verbs, *stages.phrases, *stages.decided)),
        "cue": frozenset((*cues(), *(first.capitalize() for first in cues()))),
        "boundary": BOUNDARIES,
        "speech": ACCORDING | words.finite | words.continuing | words.needs_next | words.reporting,
    }


@cache
def _known() -> dict[str, str]:
    """Each word of any kind to itself, so that every place where it stands shares one string."""
    return {word: word for vocabulary in _vocabularies().values() for word in vocabulary}


class Hits:
    """Words in the order of a text; a dozen bytes each."""

    def __init__(self) -> None:
        """Start without any."""
        self.starts = array("L")
        self.words: list[str] = []

    def __iter__(self) -> Iterator[Hit]:
        """Where each word starts, and the word."""
        return zip(self.starts, self.words, strict=True)

    def within(self, span: Span) -> list[Hit]:
        """The words that begin in a part of the text."""
        low = bisect_left(self.starts, span[0])
        high = bisect_left(self.starts, span[1], low)
        return list(zip(self.starts[low:high], self.words[low:high], strict=True))


class Triggers:
    """All words of a text that any table begins an entry with, by kind."""

    def __init__(self, text: str) -> None:
        """Look at every word of a text once."""
        self.all = Hits()
        self._of: dict[Kind, Hits] = {}
        known, start, word = _known(), self.all.starts.append, self.all.words.append
        for match in _WORD.finditer(text):
            if (written := match[0]) in known:
                start(match.start())
                word(known[written])

    def of(self, kind: Kind) -> Hits:
        """The words of one kind."""
        if kind not in self._of:
            vocabulary, hits = _vocabularies()[kind], Hits()
            places = [place for place, word in enumerate(self.all.words) if word in vocabulary]
            hits.starts.extend(self.all.starts[place] for place in places)
            hits.words = [self.all.words[place] for place in places]
            self._of[kind] = hits
        return self._of[kind]
