"""How far a cue of modality reaches: not to what has happened, nor past the verb of the phrase that it opens."""

import re
from collections.abc import Iterator
from functools import cached_property

from auditor.extract.document import Document
from auditor.extract.quantity.numbers import number_word
from auditor.extract.speech.verbs import AUXILIARY, finite, speech
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Span

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[.,;:—“”\"]|\d[\d.,]*|[$€£]")
_ENDS = frozenset('.;:—"“”')
_BEGINS = FUNCTION_WORDS.relatives | FUNCTION_WORDS.subordinators | _ENDS
_OBJECTS = FUNCTION_WORDS.determiners | FUNCTION_WORDS.before_figures
_DONE = pattern("clauses", "done")
_AHEAD = 140
"""How far the verb of a clause may stand from where it begins."""


class Turns:
    """The places in a sentence where clauses begin that a cue in another clause does not reach."""

    def __init__(self, document: Document, sentence: Span) -> None:
        """Look at nothing yet: a sentence without cues is never asked."""
        self.text, self.sentence = document.text, sentence
        self.said, self.boundaries = document.triggers.of["speech"], document.triggers.of["boundary"]

    def begun(self, low: int, cue: int) -> int:
        """Where the clause of a cue begins, if not at ``low``: behind a verb of speech, a conjunction or its comma."""
        said = (start + len(word) for start, word in self.said.within((low, cue)) if word in speech().plain)
        opened = ((start, end) for start, end in self._timed if low <= start < cue)
        timed = (self.text.find(",", end, cue) if start == self.sentence[0] else end for start, end in opened)
        return max((low, *said, *timed))

    def over(self, cue: int, high: int) -> int:
        """Where a clause begins behind a cue that tells of the past ("after 140 homes were lost"), or ``high``."""
        return next((start for start, end in self._timed if cue < start < high and self._tells(start, end)), high)

    def _tells(self, start: int, end: int) -> bool:
        """Whether what a word begins tells of the past: with a verb of its own, or "after selling 300 cars"."""
        return self._is_over(end) or _DONE.match(self.text, start) is not None

    def next_deed(self, cue: int, high: int) -> int:
        """Where another verb of the subject begins behind a finite cue ("denied theft and paid 30 euros"), or ``high``.

        What an infinitive or a clause holds that the cue governs is the cue's.
        """
        before = ""
        for word, start in self._ahead(cue, high):
            if word in FUNCTION_WORDS.single["to"] or word in AUXILIARY:
                return high
            if before in FUNCTION_WORDS.single["and"] and word in finite().over:
                return start
            before = word
        return high

    @cached_property
    def _timed(self) -> list[Span]:
        """Words that begin a clause which tells when or why."""
        first = _TOKEN.match(self.text, *self.sentence)
        opened = [first.span()] if first is not None and first.group().lower() in FUNCTION_WORDS.timing else []
        hits = self.boundaries.within(self.sentence)
        later = [(start, start + len(word)) for start, word in hits if word in FUNCTION_WORDS.timing]
        return [*opened, *later]

    def _is_over(self, start: int) -> bool:
        """Whether the verb of a clause is one of the past; "when built" is no clause."""
        verbs, first = finite(), True
        for word, _ in self._ahead(start, self.sentence[1]):
            if word == "," or word in verbs.past:
                return word in verbs.over and not first
            first = False
        return False

    def main_verb(self, cue: int, high: int) -> int:
        """Where the verb begins whose subject a cue opens ("the plan to … was dropped"), or ``high``."""
        verbs, before, verb = finite(), "", None
        for word, start in self._ahead(cue, high):
            if verb is not None and (word[0] in "0123456789$€£" or word in _OBJECTS or number_word(word)):
                return verb
            if (word in AUXILIARY and before not in FUNCTION_WORDS.single["to"]) or word in verbs.apart:
                return start
            verb = start if word in verbs.over and before not in FUNCTION_WORDS.determiners else None
            before = word
        return high

    def _ahead(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The words from a position on, each with where it starts, up to what ends their clause."""
        for token in _TOKEN.finditer(self.text, start, min(end, start + _AHEAD)):
            if token.group() in _BEGINS:
                return
            yield token.group(), token.start()
