"""How sure a sentence is of what it says, by the cues in it and how far each reaches."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import Literal, NamedTuple

from auditor.extract.sentence.clauses import Clauses
from auditor.extract.sentence.turns import Turns
from auditor.extract.speech.verbs import AUXILIARY, STRENGTH, VERBS, Entry, cues, finite, is_participle
from auditor.extract.triggers import Hit
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern
from auditor.model import Modality

_ELLIPTIC = pattern("clauses", "elliptic")
_FALSE = pattern("clauses", "false")
_FORESEEN: tuple[Modality, ...] = ("expected", "planned")
_COMPLEMENT = (" to", " for", " of")
"""How a cue ends that no clause follows, but an infinitive or a noun."""
_OPENING = pattern("clauses", "opening")
_TOLD_OF = pattern("clauses", "told_of")
"""What follows a participle that tells of the noun before it: "the 300 jobs planned for"."""
_COMPARED = pattern("clauses", "compared")
_COMPARED_WITH = pattern("clauses", "compared_with")
_EDGE = pattern("clauses", "edge")
_ADDED = pattern("clauses", "added")
_BUT = pattern("clauses", "but")
_QUOTES = frozenset("\"“„«‘'")
_NOUN = re.compile(r"(?:\s[a-z][\w’'-]*){1,3}\s")
_REACH = 250
_NEAR = 40
_DECISION = pattern("clauses", "decision")
_HEADLINE_PLAN = pattern("clauses", "headline_plan")
_HEADLINE_ENDS = pattern("clauses", "headline_ends")
_CONDITION = re.compile(rf"(?i)\b(?:{any_of(FUNCTION_WORDS.conditional)})\b[^,;:]*\Z")
_FORETOLD = pattern("clauses", "foretold")

Reach = Literal["after", "noun", "subject", "clause", "all"]


@cache
def _before_nouns() -> frozenset[str]:
    """Words behind which a noun stands and no verb: past forms, and prepositions."""
    return (finite().past - AUXILIARY) | FUNCTION_WORDS.prepositions


class Cue(NamedTuple):
    """A word or phrase that says how sure a statement is, and how far that reaches.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        modality: What it says.
        low: From where on.
        high: How far.
        reach: What it reaches before itself: nothing, the noun it follows, a figure that is its subject, that and all
            of its clause but other figures, all of it.
    """

    start: int
    end: int
    modality: Modality
    low: int
    high: int
    reach: Reach


class Modalities:
    """The cues of a sentence."""

    def __init__(self, clauses: Clauses) -> None:
        """Read a sentence once; every question after that is cheap."""
        text, sentence = clauses.text, clauses.sentence
        self.clauses, self.text, self.sentence = clauses, text, sentence
        self.turns = Turns(clauses.document, sentence)
        self.asks = text[max(sentence[0], sentence[1] - 4) : sentence[1]].rstrip('"”’)')[-1:] == "?"
        self.cues = self._read(clauses.document.triggers.of["cue"].within(sentence))
        self.starts = [cue.start for cue in self.cues]
        self.conditional = any(text[cue.start : cue.end].lower() in FUNCTION_WORDS.conditional for cue in self.cues)

    def of(self, start: int, end: int, before: int | None = None, since: int = 0, *, figure: bool = False) -> Modality:
        """How sure the sentence says what stands at a span: the strongest cue that reaches it.

        Args:
            start: Where the words begin.
            end: Where they end.
            before: Where a cue must begin to count, if not anywhere.
            since: From where on it must.
            figure: Whether they are a figure.
        """
        if figure and _FORETOLD.match(self.text, end, self.sentence[1]):
            return "expected"
        if not self.cues:
            return "hypothetical" if self.asks else "stated"
        low = bisect_left(self.starts, max(since, start - _REACH))
        high = bisect_right(self.starts, end + _REACH if before is None else before)
        reaching = (cue for cue in self.cues[low:high] if cue.low < end and start < cue.high)
        told = [cue for cue in reaching if self._tells(cue, start, end, figure=figure)]
        found = {cue.modality for cue in told}
        if self.asks or ("expected" in found and self.conditional and "denied" not in found):
            return "hypothetical"
        if figure and "expected" in found:
            found = {self._planned(cue) for cue in told}
        return next((modality for modality in STRENGTH if modality in found), "stated")

    def _planned(self, cue: Cue) -> Modality:
        """What a cue says of a figure: "will pay" is a plan, "will rise" a forecast."""
        decided = cue.modality == "expected" and _DECISION.match(self.text, cue.start)
        return "planned" if decided else cue.modality

    def _tells(self, cue: Cue, start: int, end: int, *, figure: bool) -> bool:
        """Whether a cue that reaches what stands at a span is meant of it; a figure before it must be its subject."""
        if not figure:
            return start >= cue.start or cue.reach in ("clause", "all")
        if self._is_given(cue, start):
            return False
        if start >= cue.start or cue.reach in ("noun", "all"):
            return True
        comma = self.text.rfind(", ", cue.low, start)
        leads = _OPENING.fullmatch(self.text, comma + 1 if comma >= 0 else min(cue.low, start), start) is not None
        return self.text[end : end + 1] != "-" and (leads or self._tells_of_noun(cue, end))

    def _is_given(self, cue: Cue, start: int) -> bool:
        """Whether a figure tells how many there are, come what may: "some of the 12", "could close 3 of 12 shops".

        A denial is of its whole statement, and tells what is denied by the figure in it.
        """
        before = self.text[max(self.sentence[0], start - 16) : start].split()[-2:]
        if not before or cue.modality == "denied":
            return False
        if before[-1] in FUNCTION_WORDS.definite:
            return cue.modality == "hypothetical" or before[0] in FUNCTION_WORDS.single["of"]
        return before[-1] in FUNCTION_WORDS.single["of"] and before[0][-1].isdigit()

    def _tells_of_noun(self, cue: Cue, end: int) -> bool:
        """Whether a cue is a participle behind what is counted: "12 miners believed to be alive"."""
        participle = is_participle(self.text[cue.start : cue.end].partition(" ")[0])
        return participle and _NOUN.fullmatch(self.text, end, cue.start) is not None

    def _read(self, hits: list[Hit]) -> list[Cue]:
        """All cues; a capitalised one counts where it opens the sentence."""
        table, found = cues(), self._headline()
        for start, word in hits:
            first = word if word in table else word.lower()
            if first == word or self._opens(start):
                entry, end = self._entry(start, word, table[first])
                named = first != word and self.text[end + 1 : end + 2].isupper()
                if entry is not None and not (named and entry.whole):
                    found.append(self._cue(start, end, entry))
        if self.text.find(" that ", *self.sentence) < 0:
            return sorted(found)
        for match in _FALSE.finditer(self.text, *self.sentence):
            low, high = match.span("told")
            found.append(Cue(match.start(), match.end(), "denied", low, high, "all"))
        return sorted(found)

    def _headline(self) -> list[Cue]:
        """The plan that a headline without a finite verb tells of: "Acme Foods to cut 40 jobs"."""
        low, high = self.sentence
        plan = _HEADLINE_PLAN.match(self.text, low, high)
        if plan is None or self.text[high - 1] == "." or any(word in finite().sure for word in plan.group().split()):
            return []
        stop = _HEADLINE_ENDS.search(self.text, plan.end(), high)
        return [Cue(plan.end(), plan.end(), "planned", plan.end(), stop.start() if stop else high, "after")]

    def _opens(self, start: int) -> bool:
        """Whether a word opens the sentence, or what is quoted in it."""
        return start == self.sentence[0] or self.text[start - 1] in _QUOTES

    def _entry(self, start: int, word: str, entries: tuple[Entry, ...]) -> tuple[Entry | None, int]:
        end = start + len(word)
        ahead = self.text[end : end + 40].replace("\n", " ") if entries[0].tail else ""
        for entry in entries:
            size = len(entry.tail)
            ends = not size or (ahead.startswith(entry.tail) and not ahead[size : size + 1].isalnum())
            noun = not size and word in VERBS.cue_nouns and self._word_before(start) in _before_nouns()
            if ends and (size or entry.whole or not self._passive(start, word, entry.modality)) and not noun:
                return entry, end + size
        return None, end

    def _passive(self, start: int, word: str, modality: Modality) -> bool:
        """Whether a participle tells what was done to its subject: "was denied bail", "more than expected"."""
        before = self._word_before(start)
        told = modality in _FORESEEN and before in FUNCTION_WORDS.be
        return (
            word.endswith(ENDINGS.past)
            and not told
            and (before in FUNCTION_WORDS.before_participle or self._compared(start, start + len(word)))
        )

    def _compared(self, start: int, end: int) -> bool:
        """Whether a participle ends what something is compared with: "more than analysts had expected"."""
        low = max(self.sentence[0], start - _NEAR)
        return _COMPARED_WITH.match(self.text, end) is not None and _COMPARED.search(self.text, low, start) is not None

    def _word_before(self, start: int) -> str:
        """The word right before a position, in its sentence; empty if there is none."""
        before = self.text[max(self.sentence[0], start - 16) : start].split()
        return before[-1] if before else ""

    def _cue(self, start: int, end: int, entry: Entry) -> Cue:
        """How far a cue reaches."""
        first = self.text[start:end].partition(" ")[0].lower()
        elliptic = first in FUNCTION_WORDS.conditional and _ELLIPTIC.match(self.text, end) is not None
        reach: Reach = "all" if elliptic else "clause" if entry.whole else "after"
        if elliptic and start == self.sentence[0]:
            low, high = self.sentence
        elif reach != "after":
            low, high = self.clauses.clause(start)
            low = start if self.text.endswith(" and ", low, start) else self.turns.begun(low, start)
            high = self._with_additions(min(high, self._strong(end)))
        else:
            high = self._contrasted(end, self._end(start, end, first), entry.modality)
            if entry.modality == "denied" and _CONDITION.search(
                self.text, max(self.sentence[0], start - _REACH), start
            ):
                comma = self.text.find(",", end, high)  # "if it does not pay, it will be closed"
                high = comma if comma >= 0 else high
            low, reach = self._start(start, end, first, entry.modality)
        if first not in FUNCTION_WORDS.backshifted:
            high = self.turns.over(end, high)
        return Cue(start, end, entry.modality, low, min(high, end + _REACH), reach)

    def _end(self, start: int, end: int, first: str) -> int:
        """How far a cue reaches that tells of what follows it."""
        high = self._strong(end)
        if first in FUNCTION_WORDS.conditional:
            comma = self.text.find(",", end, min(high, end + _REACH))
            return comma if comma >= 0 else high
        before = self._word_before(start)
        named = (
            before.lower() in FUNCTION_WORDS.determiners
            or before.endswith(ENDINGS.possessive)
            or (not before and first.endswith(ENDINGS.past))
        )
        complement = self.text.endswith(_COMPLEMENT, start, end)
        if named or complement:
            return self.turns.main_verb(end, high)
        return self.turns.next_deed(end, high) if first.endswith(ENDINGS.past) else high

    def _contrasted(self, end: int, high: int, modality: Modality) -> int:
        """Where "but" begins what is told otherwise: "denied theft but paid 30 euros", "sold not 300 but 400"."""
        for found in _BUT.finditer(self.text, end, min(high, end + _REACH)):
            word = found["next"].lower()
            if word in finite().past or (modality == "denied" and word not in finite().bare):
                return found.start()
        return high

    def _strong(self, end: int) -> int:
        """Where the next statement begins behind a position, or the sentence ends."""
        strong = self.clauses.strong
        index = bisect_left(strong, end)
        return strong[index] if index < len(strong) else self.sentence[1]

    def _with_additions(self, high: int) -> int:
        """Where a clause ends with what is added to it: "will recall 400 cars, including 90 abroad"."""
        added = _ADDED.match(self.text, high, self.sentence[1])
        return self.clauses.clause(added.end())[1] if added is not None else high

    def _start(self, start: int, end: int, first: str, modality: Modality) -> tuple[int, Reach]:
        """From where on a cue counts that tells of what follows it, and what it reaches of what it follows."""
        if modality in _FORESEEN and (first in FUNCTION_WORDS.be or self._word_before(start) in FUNCTION_WORDS.be):
            return self.turns.begun(self.clauses.clause(start)[0], start), "subject"
        if modality in _FORESEEN and first.endswith(ENDINGS.past) and _TOLD_OF.match(self.text, end):
            low = max(self.sentence[0], start - _NEAR)
            return max((low, *(edge.end() for edge in _EDGE.finditer(self.text, low, start)))), "noun"
        return start, "after"
