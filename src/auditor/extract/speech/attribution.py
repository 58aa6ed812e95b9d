"""Who says the words between quotation marks."""

import re
from bisect import bisect_right

from auditor.extract.document import Document
from auditor.extract.speech.quotemarks import Quoted
from auditor.extract.speech.tellers import named_beside, who_before
from auditor.extract.speech.verbs import is_passive, speech
from auditor.extract.speech.voices import Voices
from auditor.extract.words import WORD
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern
from auditor.model import Span

_REACH = 220
_NESTED = 4
_MOST_WORDS = 14
_LEAD = re.compile(r"[\s,–—.-]*")
_NOUN_END = pattern("speech", "noun_ends")
_ACCORDING = pattern("speech", "according")
_ENDS = re.compile(r"\s*(?:[.,;:\n]|$)")
_OPENING = re.compile(r"[\"“«‘„`]")
_ASKED = frozenset("?!…,")
_PARTING = FUNCTION_WORDS.parting_alone | FUNCTION_WORDS.single["and"]
_FAR = 40
_PRONOUN = pattern("speech", "pronoun")
_BY = pattern("speech", "by")
_LEADS = pattern("speech", "leads")
_APPOSED = re.compile(
    rf", (?:\d+-[a-z]+-[a-z]+ )?(?P<name>[{UPPER}][\w’'.-]+(?: [{UPPER}][\w’'.-]+){{1,3}})(?=[,.;:\n]|$)"
)
_NAMED = pattern("speech", "named")
_BLANK = re.compile(r"\s*")


class Attribution:
    """Finds the speakers of a document's quotations, in order."""

    def __init__(self, document: Document, voices: Voices, spans: list[Quoted]) -> None:
        """Prepare for the quotations of a document."""
        self.document, self.text = document, document.text
        self.voices, self.spans = voices, spans
        self.starts = [span.start for span in spans]
        self.speakers: list[str | None] = []

    def all(self) -> list[str | None]:
        """The speakers of all quotations; one that is broken off and goes on in its sentence has one speaker."""
        for index in range(len(self.spans)):
            self._speaker(index)
        for index in range(len(self.spans) - 2, -1, -1):
            if self.speakers[index] is None and self._broken(*self.spans[index : index + 2]):
                self.speakers[index] = self.speakers[index + 1]
        return self.speakers

    def _broken(self, span: Quoted, other: Quoted) -> bool:
        """Whether a quotation that opens its sentence goes on in another, with no verb of speech between the two."""
        first, last = self.document.sentence_at(span.first)
        if first != span.first or not span.last < other.first < last:
            return False
        return not self.document.triggers.of["speech"].within((span.last, other.first))

    def _speaker(self, index: int) -> str | None:
        span = self.spans[index]
        found = self._after(span) or self._before(span) or self._continued(index) or self._introduced(span)
        self.speakers.append(found)
        if found is not None:
            self.voices.heard(span.last, found)
        return found

    def _after(self, span: Quoted) -> str | None:
        """The speaker in the words after a quotation: "…," said X."""
        limit = self.document.sentence_at(span.last - 1)[1]
        if limit <= span.last and self.text[span.end - 1] in _ASKED:
            limit = self.document.sentence_at(_end(_BLANK, self.text, span.last))[1]
        limit = min(limit, span.last + _REACH)
        mark = _OPENING.search(self.text, span.last, limit)
        limit = mark.start() if mark else limit
        start = _end(_LEAD, self.text, span.last)
        if start >= limit or self.text[start] == ";":
            return None
        according = _ACCORDING.match(self.text, start, limit)
        if according is not None:
            return self.voices.named(phrase_end(self.text, according.end(), limit))
        return self._verb_after(start, limit)

    def _verb_after(self, start: int, limit: int) -> str | None:
        for count, word in enumerate(WORD.finditer(self.text, start, limit)):
            lowered = word.group().lower()
            if lowered in speech().finite:
                if count == 0:
                    return self._called(word.end(), limit)
                return named_beside(self.text, self.voices, (start, word.start()))
            if count > _MOST_WORDS or (lowered in _PARTING and count == 0):
                return None
        if _ENDS.match(self.text, limit) or self.text[limit - 1] in ".,":
            return self.voices.speaker((start, limit))
        return None

    def _called(self, start: int, limit: int) -> str | None:
        """Whom the phrase at a position names, or the name that a comma ties to it: "said the mayor, Ann Lee."."""
        phrase = phrase_end(self.text, start, limit)
        beside = _APPOSED.match(self.text, phrase[1], limit)
        described = self.text[slice(*phrase)].rpartition(" ")[2].islower()
        return self.voices.named(beside.span("name") if beside is not None and described else phrase)

    def _before(self, span: Quoted) -> str | None:
        """The speaker in the words of the sentence before a quotation: X said that "…"."""
        first = self.document.sentence_at(span.first)[0]
        first = max(first, span.first - 2 * _REACH)
        according = [match.end() for match in _ACCORDING.finditer(self.text, first, span.first)]
        for start, word in reversed(self.document.triggers.of["speech"].within((first, span.first))):
            if word in speech().continuing or self._inside(start, span):
                continue
            if not self._speaks(start, word):
                agent = self._agent(start, word, span)
                if agent is not None:
                    return agent
                continue
            found = self._aside(start, word, span) or who_before(self.text, self.voices, first, start)
            if found is not None or _PRONOUN.search(self.text, max(first, start - _FAR), start) is not None:
                return found
        if according:
            who = phrase_end(self.text, according[-1], span.first)
            return None if "(" in self.text[who[1] : span.first] else self.voices.named(who)
        return self._colon(first, span)

    def _aside(self, start: int, word: str, span: Quoted) -> str | None:
        """Who speaks after the verb, between a comma and the quotation: "It was, said X, “…”"."""
        end = start + len(word)
        told = word in speech().plain and word not in speech().addressing and self.text.startswith(", ", start - 2)
        if not told or _NAMED.match(self.text, end) is None:
            return None
        closed = self.text.startswith(",", phrase_end(self.text, end, span.first)[1])
        return self._called(end, span.first) if closed else None

    def _speaks(self, start: int, word: str) -> bool:
        end = start + len(word)
        if is_passive(self.text, start, word) or self._is_noun(end, word):
            return False
        if word in speech().adjacent and _LEADS.match(self.text, end, end + _FAR) is None:
            return False
        if word in speech().needs_next:
            following = WORD.match(self.text, end + 1, end + 12)
            return following is not None and f"{word} {following.group().lower()}" in speech().with_next
        return word in speech().finite

    def _is_noun(self, end: int, word: str) -> bool:
        """Whether a word is the plural that is the subject of another verb: "his comments were"."""
        noun = word.endswith("s") and word not in speech().plain
        following = WORD.match(self.text, end + 1) if noun else None
        return following is not None and following.group() in FUNCTION_WORDS.plural

    def _agent(self, start: int, word: str, span: Quoted) -> str | None:
        """By whom something was called what is quoted: "was described by X as …"."""
        match = _BY.match(self.text, start + len(word), span.first)
        if match is None or word not in speech().finite:
            return None
        return self.voices.named((match.start("who"), match.end("who")))

    def _inside(self, position: int, span: Quoted) -> bool:
        """Whether a position stands inside another quotation that closes before this one opens."""
        index = bisect_right(self.starts, position)
        near = self.spans[max(0, index - _NESTED) : index]
        return any(other.start <= position < other.end for other in near if other.last <= span.first)

    def _colon(self, first: int, span: Quoted) -> str | None:
        before = self.text[first : span.first].rstrip()
        if not before.endswith(":"):
            return None
        return self.voices.speaker((first, first + len(before) - 1))

    def _introduced(self, span: Quoted) -> str | None:
        """Who speaks in the sentence before a quotation that is a sentence of its own."""
        first, last = self.document.sentence_at(span.first)
        whole = not span.depth and first == span.first and span.last >= last
        return self.voices.pronouns.telling(first) if whole else None

    def _continued(self, index: int) -> str | None:
        """The speaker of the quotation before, where this one goes on as a sentence of its own in its paragraph."""
        span = self.spans[index]
        if not index or span.depth or self.document.sentence_at(span.first)[0] != span.first:
            return None
        before = self.spans[index - 1]
        between = self.text[before.last : min(span.first, before.last + _REACH)]
        if "\n\n" in between or span.first - before.last >= _REACH or between.count(".") > 1 or not between.strip():
            return None
        return self.speakers[index - 1]


def phrase_end(text: str, start: int, limit: int) -> Span:
    """The span of the noun phrase that begins at a position, up to what follows it."""
    start = _end(_BLANK, text, start)
    end = _NOUN_END.search(text, start, limit)
    return start, end.start() if end else limit


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
