"""One look at every word of a text for all extractors."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple

from auditor.extract.calendar.lexicon import lexicon as calendar
from auditor.extract.events.stages import progress
from auditor.extract.people.titles import lexicon
from auditor.extract.quantity.numbers import first_words
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
SINCE = frozenset(("since", "Since", "SINCE"))
"""Words that a length of time may stand before."""
PART_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

Kind = Literal["office", "stage", "cue", "boundary", "speech", "since"]
Inner = Literal["number", "date"]
Hit = tuple[int, str]
"""Where a word starts, and the word."""

_WORD = re.compile(r"[^\W\d_]\w*(?:[’'-]+\w+)*")
_PART = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(rf"[0-9{PART_SIGNS}][0-9]*")


class Trigger(NamedTuple):
    """A word that some extractor looks out for."""

    start: int
    end: int
    word: str


@cache
def _vocabularies() -> dict[Kind | Inner, frozenset[str]]:
    """The words of each kind: those that begin an entry of its tables."""
    words, stages, numbers = speech(), progress(), first_words()
    return {
        "office": frozenset(lexicon().forms),
        "stage": frozenset((*stages.verbs, *stages.phrases, *stages.decided)),
        "cue": frozenset((*cues(), *(first.capitalize() for first in cues()))),
        "boundary": BOUNDARIES,
        "speech": ACCORDING | words.finite | words.continuing | words.needs_next | words.reporting,
        "since": SINCE,
        "number": frozenset(form for word in numbers for form in (word, word.capitalize(), word.upper())),
        "date": calendar().telling,
    }


@cache
def _known(*kinds: Kind | Inner) -> dict[str, str]:
    """Each word of some kinds, or of all, to itself, so that every place where it stands shares one string."""
    vocabularies = _vocabularies()
    return {word: word for kind in kinds or vocabularies for word in vocabularies[kind]}


class Hits:
    """Words in the order of a text; a dozen bytes each."""

    def __init__(self, hits: Sequence[Hit] = ()) -> None:
        """Take words that are in order."""
        self.starts = array("L", [start for start, _ in hits])
        self.words = [word for _, word in hits]

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
        self.text = text
        self.all, self.inner = Hits(), Hits()
        self._of: dict[Kind | Inner, Hits] = {}
        known, start, word = _known(), self.all.starts.append, self.all.words.append
        for match in _WORD.finditer(text):
            if (written := match[0]) in known:
                start(match.start())
                word(known[written])
            elif not written.isalpha():
                self._look_inside(*match.span())

    def _look_inside(self, start: int, end: int) -> None:
        """Keep the number words and calendar words of a compound ("two-year") or before an apostrophe ("May's")."""
        known = _known("number", "date")
        for match in _PART.finditer(self.text, start, end):
            if match[0] in known:
                self.inner.starts.append(match.start())
                self.inner.words.append(known[match[0]])

    def of(self, kind: Kind | Inner) -> Hits:
        """The words of one kind; those of the inner kinds also where they are a part of a compound."""
        if kind not in self._of:
            vocabulary = _vocabularies()[kind]
            hits = [hit for hit in self.all if hit[1] in vocabulary]
            if kind in ("number", "date"):
                hits = sorted([*hits, *(hit for hit in self.inner if hit[1] in vocabulary)])
            self._of[kind] = Hits(hits)
        return self._of[kind]

    @cached_property
    def figures(self) -> "array[int]":
        """Where runs of digits and signs of fractions start."""
        return array("L", [match.start() for match in _FIGURES.finditer(self.text)])
