"""One look at every word of a text for all extractors."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal, NamedTuple

from auditor.extract.calendar.lexicon import lexicon as calendar
from auditor.extract.events.stages import STATUSES, deeds, progress
from auditor.extract.people.titles import TITLES
from auditor.extract.quantity.numbers import first_words, table
from auditor.extract.speech.verbs import cues, speech
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import LOWER, UPPER, word_set
from auditor.model import Span

BOUNDARIES = FUNCTION_WORDS.boundaries
"""Words that may part clauses."""
ACCORDING = FUNCTION_WORDS.according
"""Words that a speaker may follow."""
SINCE = FUNCTION_WORDS.since
"""Words that a length of time may stand before."""
PART_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

Kind = Literal["office", "courtesy", "stage", "deed", "cue", "boundary", "speech", "since", "number", "date", "hour"]
_INNER: frozenset[Kind] = frozenset(("courtesy", "number", "date"))
"""Words of these kinds count inside a compound, too."""
Hit = tuple[int, str]
"""Where a word starts, and the word."""

_WORD = re.compile(rf"[{UPPER}{LOWER}]\w*(?:[’'-]+\w+)*")
_PART = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(rf"[0-9{PART_SIGNS}][0-9]*")


class Trigger(NamedTuple):
    """A word that some extractor looks out for."""

    start: int
    end: int
    word: str


@cache
def _vocabularies() -> dict[Kind, frozenset[str]]:
    """The words of each kind: those that begin an entry of its tables."""
    words, stages, numbers = speech(), progress(), first_words() | frozenset(table().multiplying)
    return {
        "office": frozenset(TITLES.forms),
        "courtesy": frozenset(word.capitalize() for word in (*TITLES.pronoun_of, "dr")),
        "stage": frozenset((*stages.verbs, *stages.alone, *stages.phrases, *stages.nouns, *STATUSES.decided)),
        "deed": frozenset(deeds()),
        "cue": frozenset((*cues(), *(first.capitalize() for first in cues()))),
        "boundary": BOUNDARIES,
        "speech": ACCORDING
        | words.finite
        | words.continuing
        | words.needs_next
        | words.reporting
        | set(words.heard_by),
        "since": SINCE,
        "number": frozenset(form for word in numbers for form in (word, word.capitalize(), word.upper())),
        "date": calendar().telling,
        "hour": word_set("times", "parts_of_day"),
    }


@cache
def _known() -> dict[str, tuple[str, tuple[Kind, ...]]]:
    """Each word with its kinds, and itself, so that every place where it stands shares one string."""
    kinds: dict[str, list[Kind]] = {}
    for kind, vocabulary in _vocabularies().items():
        for word in vocabulary:
            kinds.setdefault(word, []).append(kind)
    return {word: (word, tuple(of)) for word, of in kinds.items()}


class Hits:
    """Words in the order of a text; twelve bytes each."""

    def __init__(self) -> None:
        """Start with none."""
        self.starts = array("I")
        self.words: list[str] = []

    def __iter__(self) -> Iterator[Hit]:
        """Where each word starts, and the word."""
        return zip(self.starts, self.words, strict=True)

    def within(self, span: Span) -> list[Hit]:
        """The words that begin in a part of the text."""
        low = bisect_left(self.starts, span[0])
        high = bisect_left(self.starts, span[1], low)
        return list(zip(self.starts[low:high], self.words[low:high], strict=True)) if high > low else []


class Triggers:
    """All words of a text that any table begins an entry with, by kind."""

    def __init__(self, text: str) -> None:
        """Look at every word of a text once."""
        self.text = text
        of: dict[Kind, Hits] = {kind: Hits() for kind in _vocabularies()}
        self.of = of
        known = _known()
        for match in _WORD.finditer(text):
            if (entry := known.get(match[0])) is not None:
                word, kinds = entry
                start = match.start()
                for kind in kinds:
                    hits = of[kind]
                    hits.starts.append(start)
                    hits.words.append(word)
            elif not match[0].isalpha():
                self._look_inside(*match.span())

    def _look_inside(self, start: int, end: int) -> None:
        """Keep the number words and calendar words of a compound ("two-year") or before an apostrophe ("May's")."""
        for match in _PART.finditer(self.text, start, end):
            if (entry := _known().get(match[0])) is not None:
                self._add(match.start(), entry[0], tuple(kind for kind in entry[1] if kind in _INNER))

    def _add(self, start: int, word: str, kinds: tuple[Kind, ...]) -> None:
        for kind in kinds:
            hits = self.of[kind]
            hits.starts.append(start)
            hits.words.append(word)

    @cached_property
    def figures(self) -> "array[int]":
        """Where runs of digits and signs of fractions start."""
        return array("I", [match.start() for match in _FIGURES.finditer(self.text)])
