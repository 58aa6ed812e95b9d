"""Clauses of a sentence and the cues of modality in it."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from auditor.extract.voices import Verbs
from auditor.extract.words import WORD, listed
from auditor.language import load
from auditor.model import Modality, Span

_WEAK = re.compile(
    r"[;:—?!\n“”\"«»]| [–-] |, (?:and|but|while|which|who|whom|where|when|although|though|as|adding|saying|with|after|before"
    r"|because|since|so|or|despite|including|not)\b|\b(?:because|although|though|while|whereas|that|which|who|but)\b",
)
_STRONG = re.compile(r"[;“”\"«»]|, (?:but|while|whereas|although|though|and (?:he|she|it|they|the)|which|who)\b")
_IF = frozenset(("if", "unless", "whether"))
_REACH = 250
_STRENGTH: tuple[Modality, ...] = ("denied", "hypothetical", "proposed", "planned", "expected")
_PASSIVE = frozenset(("was", "were", "been", "is", "are", "than", "as", "be"))


class Cue(NamedTuple):
    """A word or phrase that says how sure a statement is, and how far that reaches."""

    start: int
    end: int
    modality: Modality
    low: int
    high: int


class _Entry(NamedTuple):
    words: tuple[str, ...]
    modality: Modality
    whole: bool


@cache
def _cues() -> dict[str, tuple[_Entry, ...]]:
    table = load("verbs", Verbs)
    found: dict[str, list[_Entry]] = {}
    for modality in _STRENGTH:
        for phrase in listed(table.modality[modality].after):
            found.setdefault(phrase.split()[0], []).append(_Entry(tuple(phrase.split()), modality, whole=False))
        for phrase in listed(table.modality[modality].clause):
            found.setdefault(phrase.split()[0], []).append(_Entry(tuple(phrase.split()), modality, whole=True))
    return {first: tuple(sorted(entries, key=lambda one: (-len(one.words), one.words))) for first, entries in found.items()}


class Clauses:
    """A sentence, parted at its clauses, with its cues."""

    def __init__(self, text: str, sentence: Span) -> None:
        """Read a sentence once; every question after that is cheap."""
        self.text, self.sentence = text, sentence
        self.asks = text[sentence[0] : sentence[1]].rstrip("\"”’)")[-1:] == "?"
        self.weak = [match.span() for match in _WEAK.finditer(text, *sentence)]
        self.strong = [match.start() for match in _STRONG.finditer(text, *sentence)]
        self.weak_starts = [start for start, _ in self.weak]
        self.cues = self._read()
        self.cue_starts = [cue.start for cue in self.cues]
        self.conditional = any(text[cue.start : cue.end].lower() in _IF for cue in self.cues)

    def clause(self, position: int) -> Span:
        """The clause that holds a position: from the boundary before it to the one after it."""
        index = bisect_right(self.weak_starts, position) - 1
        low = self.weak[index][1] if index >= 0 else self.sentence[0]
        high = self.weak[index + 1][0] if index + 1 < len(self.weak) else self.sentence[1]
        return min(low, position), max(high, position)

    def modality(self, start: int, end: int) -> Modality:
        """How sure the sentence says what stands at a span: the strongest cue that reaches it."""
        first = bisect_left(self.cue_starts, start - _REACH)
        last = bisect_right(self.cue_starts, end + _REACH)
        found = {cue.modality for cue in self.cues[first:last] if cue.low <= start < cue.high}
        if self.asks or ("expected" in found and self.conditional and "denied" not in found):
            return "hypothetical"
        return next((modality for modality in _STRENGTH if modality in found), "stated")

    def _read(self) -> list[Cue]:
        table, cues = _cues(), []
        tokens = list(WORD.finditer(self.text, *self.sentence))
        for index, token in enumerate(tokens):
            word = token.group()
            if word not in table and (index or word.lower() not in table):
                if word.endswith(("'ll", "’ll")):
                    cues.append(self._cue(token.start(), token.end(), "expected", whole=True))
                continue
            previous = tokens[index - 1].group() if index else ""
            for entry in table[word if word in table else word.lower()]:
                following = tokens[index : index + len(entry.words)]
                if tuple(one.group() for one in following[1:]) == entry.words[1:] and len(following) == len(entry.words):
                    if len(entry.words) > 1 or entry.whole or previous not in _PASSIVE or not word.endswith("ed"):
                        cues.append(self._cue(token.start(), following[-1].end(), entry.modality, whole=entry.whole))
                    break
        return cues

    def _cue(self, start: int, end: int, modality: Modality, *, whole: bool) -> Cue:
        low, high = self.clause(start)
        if not whole:
            index = bisect_left(self.strong, end)
            low, high = start, self.strong[index] if index < len(self.strong) else self.sentence[1]
            if self.text[start:end].lower() in _IF:
                comma = self.text.find(",", end, high)
                high = comma if comma >= 0 else high
        return Cue(start, end, modality, low, min(high, end + _REACH))
