"""Clauses of a sentence and the cues of modality in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.function_words import FUNCTION_WORDS
from auditor.extract.speech.verbs import STRENGTH, Entry, cues, finite
from auditor.extract.triggers import Hit
from auditor.model import Modality, Span

_PUNCTUATION = re.compile(r"[;:—?!\n“”\"«»–-](?:(?<![–-])|(?<= .)(?= ))")
_DASHES = "–-"
_QUOTING = frozenset(';“”"«»')
_ALONE = FUNCTION_WORDS.parting_alone
_STRONG = FUNCTION_WORDS.strong_boundaries
_NEW_SUBJECT = re.compile(r", and (?:he|she|it|they|the|that|we|a|an|its|their)\b")
_PRONOUN = re.compile(r", (?:he|she|it|they|we|I)\b")
_SETTING_OFF = FUNCTION_WORDS.setting_off
_CLOSING = re.compile(r", (?=([\w’']+))")
_RESUMING = FUNCTION_WORDS.resuming
_LOOSE = FUNCTION_WORDS.closed_by_comma
_AUXILIARY = FUNCTION_WORDS.auxiliaries
_AGAIN = re.compile(r"(?P<joint> and |, )(?P<verb>[a-z]+)")
_IF = FUNCTION_WORDS.conditional
_ELLIPTIC = re.compile(
    r" (?:[a-z]+ly )?(?:(?:convict|approv|elect|confirm|adopt|ratifi|enact|pass|complet)ed|found guilty)\b"
)
_FALSE = re.compile(
    r"\b(?:[Rr]eports?|[Cc]laims?|[Rr]umou?rs?|[Aa]llegations?|[Pp]osts?) (?:claiming |saying )?that "
    r"(?P<told>[^.;:!?\n]{1,160}?) (?:is|are|was|were) (?:[a-z]+ly )?(?:false|untrue|baseless|unfounded|fabricated)\b",
)
_OF_SUBJECTS = FUNCTION_WORDS.subject_relatives
_REACH = 250
_PASSIVE = FUNCTION_WORDS.before_participle


class Cue(NamedTuple):
    """A word or phrase that says how sure a statement is, and how far that reaches."""

    start: int
    end: int
    modality: Modality
    low: int
    high: int


class Clauses:
    """A sentence, parted at its clauses, with its cues."""

    def __init__(self, document: Document, sentence: Span) -> None:
        """Read a sentence once; every question after that is cheap."""
        text = self.text = document.text
        self.document, self.sentence = document, sentence
        self.asks = text[max(sentence[0], sentence[1] - 4) : sentence[1]].rstrip('"”’)')[-1:] == "?"
        self.cues = self._read(document.triggers.of["cue"].within(sentence))
        self.starts = [cue.start for cue in self.cues]
        self.conditional = any(text[cue.start : cue.end].lower() in _IF for cue in self.cues)

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
        return sorted([*quoting, *self.closing, *subjects, *begun, *self._resumed()])

    def _resumed(self) -> Iterator[int]:
        """Where the sentence goes on with another verb of its subject, or with a participle after a comma."""
        for match in _AGAIN.finditer(self.text, *self.sentence):
            verb = match["verb"]
            if verb in _AUXILIARY or (match["joint"] == ", " and verb in finite().past):
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
        return [hit for hit in hits if hit[1] in _ALONE or self.text.startswith(", ", hit[0] - 2)]

    @cached_property
    def closing(self) -> dict[int, int]:
        """The commas that close what a comma and a relative set off, each with where the comma before it stands."""
        return dict(filter(None, map(self._closed, self._words)))

    def _closed(self, hit: Hit) -> tuple[int, int] | None:
        """The comma that closes what a comma and a relative set off, and where the comma before it stands."""
        start, word = hit
        if word not in _SETTING_OFF or not self.text.startswith(", ", start - 2):
            return None
        match = _CLOSING.search(self.text, start, min(self.sentence[1], start + _REACH))
        resumes = match is not None and (match[1] in _RESUMING or match[1] in finite().sure)
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
        comma = self.text.startswith(", ", start - 2)
        return comma and (word in _STRONG or _NEW_SUBJECT.match(self.text, start - 2) is not None)

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

    def modality(self, start: int, end: int, before: int | None = None) -> Modality:
        """How sure the sentence says what stands at a span: the strongest cue that reaches it.

        Args:
            start: Where the words begin.
            end: Where they end.
            before: Where a cue must begin to count, if not anywhere.
        """
        if not self.cues:
            return "hypothetical" if self.asks else "stated"
        low = bisect_left(self.starts, start - _REACH)
        high = bisect_right(self.starts, end + _REACH if before is None else before)
        found = {cue.modality for cue in self.cues[low:high] if cue.low <= start < cue.high}
        if self.asks or ("expected" in found and self.conditional and "denied" not in found):
            return "hypothetical"
        return next((modality for modality in STRENGTH if modality in found), "stated")

    def _read(self, hits: list[Hit]) -> list[Cue]:
        """All cues; a capitalised one counts where it opens the sentence."""
        table, found = cues(), []
        for start, word in hits:
            first = word if word in table else word.lower()
            if first == word or start == self.sentence[0]:
                entry, end = self._entry(start, word, table[first])
                named = first != word and self.text[end + 1 : end + 2].isupper()
                if entry is not None and not (named and entry.whole):
                    found.append(self._cue(start, end, entry.modality, whole=entry.whole))
        if self.text.find(" that ", *self.sentence) < 0:
            return sorted(found)
        for match in _FALSE.finditer(self.text, *self.sentence):
            low, high = match.span("told")
            found.append(Cue(match.start(), match.end(), "denied", low, high))
        return sorted(found)

    def _entry(self, start: int, word: str, entries: tuple[Entry, ...]) -> tuple[Entry | None, int]:
        end = start + len(word)
        ahead = self.text[end : end + 40].replace("\n", " ") if entries[0].tail else ""
        for entry in entries:
            size = len(entry.tail)
            ends = not size or (ahead.startswith(entry.tail) and not ahead[size : size + 1].isalnum())
            if ends and (size or entry.whole or not self._passive(start, word)):
                return entry, end + size
        return None, end

    def _passive(self, start: int, word: str) -> bool:
        """Whether a participle tells what was done to its subject: "was denied bail", "more than expected"."""
        before = self.text[max(self.sentence[0], start - 12) : start].split()
        return word.endswith("ed") and bool(before) and before[-1] in _PASSIVE

    def _cue(self, start: int, end: int, modality: Modality, *, whole: bool) -> Cue:
        conditional = self.text[start:end].lower() in _IF
        elliptic = conditional and _ELLIPTIC.match(self.text, end) is not None
        if elliptic and start == self.sentence[0]:
            low, high = start, self.sentence[1]
        elif whole or elliptic:
            low, high = self.clause(start)
            low = start if self.text.endswith(" and ", low, start) else low
        else:
            index = bisect_left(self.strong, end)
            low, high = start, self.strong[index] if index < len(self.strong) else self.sentence[1]
            if conditional:
                comma = self.text.find(",", end, min(high, end + _REACH))
                high = comma if comma >= 0 else high
        return Cue(start, end, modality, low, min(high, end + _REACH))
