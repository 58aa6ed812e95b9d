"""The clauses of a sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from auditor.extract.document import Document
from auditor.extract.speech.verbs import finite, speech
from auditor.extract.triggers import Hit
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Span

_PUNCTUATION = re.compile(r"[;:—?!\n“”\"«»–-](?:(?<![–-])|(?<= .)(?= ))")
_DASHES = "–-"
_QUOTING = frozenset(';“”"«»')
_PREPOSED = re.compile(r", (?:[a-z]+ ){1,2}\Z")
"""What may stand between a comma and the relative that it parts off: ", in which"."""
_PREPOSITION = 24
_NEW_SUBJECT = pattern("clauses", "new_subject")
_PRONOUN = pattern("clauses", "pronoun")
_CLOSING = re.compile(r", (?=([\w’']+))")
_RESUMING = FUNCTION_WORDS.resuming
_WITH_SUBJECT = FUNCTION_WORDS.timing | (FUNCTION_WORDS.relatives - FUNCTION_WORDS.subject_relatives)
_LOOSE = FUNCTION_WORDS.closed_by_comma - _WITH_SUBJECT
_AGAIN = pattern("clauses", "again")
_OF_SUBJECTS = FUNCTION_WORDS.subject_relatives
_SAID_SO = pattern("clauses", "said_so")
"""What follows a verb of speech behind what was said."""
_REACH = 250
_TELLER = 80


class Clauses:
    """A sentence, parted at its clauses."""

    def __init__(self, document: Document, sentence: Span) -> None:
        """Read a sentence once; every question after that is cheap."""
        self.document, self.text, self.sentence = document, document.text, sentence

    @cached_property
    def weak(self) -> list[Span]:
        """What parts the sentence's clauses: marks, closing commas and words."""
        commas = ((start, start + 2) for start in self.closing)
        return sorted([*self._marks, *commas, *((start, start + len(word)) for start, word in self._words)])

    @cached_property
    def strong(self) -> list[int]:
        """Where a new statement begins, so that no cue before it reaches it."""
        quoting = [start for start, _ in self._marks if self.text[start] in _QUOTING]
        subjects = [match.start() for match in _PRONOUN.finditer(self.text, *self.sentence)]
        begun = (start for start, word in self._words if self._begins(start, word))
        return sorted([*quoting, *self.closing, *subjects, *begun, *self._resumed(), *self._attributed()])

    def _attributed(self) -> Iterator[int]:
        """The commas before who said what stands before them: ", two officials said"."""
        for start, word in self.document.triggers.of["speech"].within(self.sentence):
            comma = self.text.rfind(", ", max(self.sentence[0], start - _TELLER), start)
            if comma > 0 and word in speech().plain and _SAID_SO.match(self.text, start + len(word)):
                yield comma

    def _resumed(self) -> Iterator[int]:
        """Where the sentence goes on with another verb of its subject, or with a participle after a comma."""
        for match in _AGAIN.finditer(self.text, *self.sentence):
            verb = match["verb"]
            if verb in FUNCTION_WORDS.auxiliaries or (match["joint"] == ", " and verb in finite().past):
                yield match.start()

    @cached_property
    def _marks(self) -> list[Span]:
        """The marks that part clauses, a dash with the blanks around it."""
        marks = (match.span() for match in _PUNCTUATION.finditer(self.text, *self.sentence))
        return [(low - 1, high + 1) if self.text[low] in _DASHES else (low, high) for low, high in marks]

    @cached_property
    def _words(self) -> list[Hit]:
        """The words that part clauses."""
        hits = self.document.triggers.of["boundary"].within(self.sentence)
        return [hit for hit in hits if hit[1] in FUNCTION_WORDS.parting_alone or self.text.startswith(", ", hit[0] - 2)]

    @cached_property
    def closing(self) -> dict[int, int]:
        """The commas that close what a comma and a relative set off, each with where the comma before it stands."""
        return dict(filter(None, map(self._closed, self._words)))

    def _closed(self, hit: Hit) -> tuple[int, int] | None:
        """The comma that closes what a comma and a relative set off, and where the comma before it stands."""
        start, word = hit
        if word not in FUNCTION_WORDS.setting_off or not self.text.startswith(", ", start - 2):
            return None
        match = _CLOSING.search(self.text, start, min(self.sentence[1], start + _REACH))
        verbs = finite()
        resumes = match is not None and (match[1] in _RESUMING or match[1] in verbs.sure or match[1] in verbs.bare)
        return (match.start(), start - 2) if match is not None and resumes else None

    def head(self, low: int) -> Span | None:
        """The words before what commas set off, where a clause begins behind it."""
        opened = self.closing.get(low - 2)
        return (self.clause(opened - 1)[0], opened) if opened is not None else None

    def opened(self, low: int) -> Span | None:
        """The words before a comma and "which" or "who", where a clause begins behind it."""
        index = bisect_left(self.weak, (low, 0)) - 1
        if index < 0 or self.weak[index][1] != low or self.text[slice(*self.weak[index])] not in _OF_SUBJECTS:
            return None
        comma = self.weak[index][0] - 2
        return (self.clause(comma - 1)[0], comma) if self.text.startswith(", ", comma) else None

    def _begins(self, start: int, word: str) -> bool:
        """Whether a new statement begins at a word."""
        if not self.text.startswith(", ", start - 2):
            added = word in FUNCTION_WORDS.subject_relatives
            return added and _PREPOSED.search(self.text, max(0, start - _PREPOSITION), start) is not None
        return word in FUNCTION_WORDS.strong_boundaries or _NEW_SUBJECT.match(self.text, start - 2) is not None

    def clause(self, position: int) -> Span:
        """The clause that holds a position: from the boundary before it to the one after it."""
        weak = self.weak
        index = bisect_right(weak, (position, len(self.text)))
        low = weak[index - 1][1] if index else self.sentence[0]
        high = weak[index][0] if index < len(weak) else self.sentence[1]
        return min(low, position), max(high, position)

    def loose(self, position: int) -> bool:
        """Whether what stands at a position is an addition ("including …") and no clause with a verb of its own."""
        index = bisect_right(self.weak, (position, len(self.text))) - 1
        return index >= 0 and self.text[slice(*self.weak[index])] in _LOOSE
