"""Who speaks: persons, offices and bodies that a text names, and what "he" or "the minister" stands for."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.people.known import people
from auditor.extract.people.names import names
from auditor.extract.people.offices import offices
from auditor.extract.people.persons import is_opener
from auditor.extract.people.titles import TITLES, is_title
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.pronouns import Pronouns
from auditor.extract.speech.verbs import speech
from auditor.extract.words import WORD, bare
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Claim, Role, Span

_UNCLEAR = FUNCTION_WORDS.unclear_pronouns
_PRONOUNS_OF_SPEECH = (FUNCTION_WORDS.pronouns - FUNCTION_WORDS.personal) | word_set("speech", "relatives")
_ARTICLES = FUNCTION_WORDS.articles
_INDEFINITE = FUNCTION_WORDS.indefinite
_DEFINITE = _ARTICLES | FUNCTION_WORDS.personal
_CONTRACTED = pattern("speech", "contracted")
_ISSUED = pattern("speech", "issued")
_MOST_WORDS = 9
_NOUN_WORDS = 6
_NAME_WORDS = 3


def is_filler(word: str) -> bool:
    """Whether a word between a subject and its verb names nobody: "later", "has", "reportedly"."""
    return word.lower() in FUNCTION_WORDS.fillers or word.lower().endswith(ENDINGS.adverb)


def _ties(words: list[str]) -> bool:
    """Whether words before a name say that it is another's: "a letter to …", "the brother of the late …"."""
    if "of" in words:
        after = words[len(words) - words[::-1].index("of") :]
        if all(word in _ARTICLES or is_title(word) or word.lower() in TITLES.former for word in after):
            return True
    return not FUNCTION_WORDS.tying.isdisjoint(words)


class Holder(NamedTuple):
    """A person in an office, where the text says so."""

    start: int
    end: int
    person: str
    title: str


class Voices:
    """The persons of a document, to resolve who is meant at a place."""

    def __init__(self, document: Document, claims: list[Claim], quoted: list[Span]) -> None:
        """Collect the persons that the claims of a document name with an office, and who is quoted.

        Args:
            document: The document.
            claims: Its claims, or those of its roles.
            quoted: Where its quotations stand, in order.
        """
        self.text, self.document = document.text, document
        self.holders = [
            Holder(claim.start, claim.end, claim.value.person, claim.value.title)
            for claim in claims
            if isinstance(claim.value, Role)
        ]
        self.starts = [holder.start for holder in self.holders]
        self.found: list[tuple[int, int, str]] | None = None
        self.joined: list[Span] | None = None
        self.full = people(document).full
        self.spoken = [(claim.end, claim.speaker) for claim in claims if claim.kind == "quotation" and claim.speaker]
        self.pronouns = Pronouns(document, people(document), quoted, self.spoken)

    def heard(self, position: int, person: str) -> None:
        """Remember who spoke where, so that a later "he" can be resolved; calls come in the order of the text."""
        self.spoken.append((position, person))

    def holder(self, title: str, position: int) -> str | None:
        """Who holds a title in this text: the one named last before a position, or the only one."""
        before = [held for held in self.holders[: bisect_right(self.starts, position)][-40:] if held.title == title]
        if before:
            return before[-1].person
        persons = {held.person for held in self.holders[:200] if held.title == title}
        return persons.pop() if len(persons) == 1 else None

    def named(self, span: Span) -> str | None:
        """Whom the words of a span name: a person (in full where known), a body, or None where it is unclear."""
        issued = _ISSUED.match(self.text, *span)
        if issued is not None and issued["paper"] in speech().issued:
            return self.named((issued.end(), span[1]))
        held = self._holder(span)
        if held is not None:
            return held
        words = self._words(span)
        known = self._ends_with(words)
        if known is not None or not words or len(words) > _MOST_WORDS:
            return known
        first = words[0].lower()
        if len(words) == 1 and first in FUNCTION_WORDS.personal:
            return self.pronouns.meant(span[0], first)
        if first in _UNCLEAR or any(_CONTRACTED.sub("", word.lower()) in _PRONOUNS_OF_SPEECH for word in words):
            return None
        return self._office(span) or self._noun(words)

    def _ends_with(self, words: list[str]) -> str | None:
        """The person whose full name closes some words: "agent Margaret Cronin"."""
        known = self.full.get(bare(words[-1])) if len(words) > 1 and not _ties(words[:-2]) else None
        last = " ".join(words[-2:])
        return known if known is not None and (known == last or known.endswith(f" {last}")) else None

    def in_name(self, position: int) -> bool:
        """Whether a position stands inside a proper name: "Ministry of Trade and Industry"."""
        if self.joined is None:
            self.joined = [(claim.start, claim.end) for claim in names(self.document) if " and " in claim.text]
        index = bisect_right(self.joined, (position, len(self.text))) - 1
        return index >= 0 and self.joined[index][1] > position

    def person(self, span: Span) -> str | None:
        """Whom a span names where it is a known person and nothing else, as between commas."""
        index = bisect_left(self.starts, span[0])
        if (
            index < len(self.holders)
            and self.holders[index].start <= span[0] + 1
            and self.holders[index].end == span[1]
        ):
            return self.holders[index].person
        words = self._words(span)
        known = self.full.get(bare(words[-1])) if 0 < len(words) <= _NAME_WORDS else None
        return known if known is not None and (words[0][0].isupper() and known.endswith(" ".join(words[-2:]))) else None

    def telling(self, span: Span) -> str | None:
        """The same, where only a verb of speech and no quotation shows that somebody speaks."""
        words = self._words(span)
        if not words:
            return None
        if words[0][0].isupper() or words[0] in _DEFINITE or not speech().tellers.isdisjoint((words[0], words[-1])):
            return self.named(span)
        return self._holder(span) or self._ends_with(words)

    def _holder(self, span: Span) -> str | None:
        """The person whom a span names with an office."""
        index = bisect_left(self.starts, span[0])
        if index == len(self.holders) or self.holders[index].end > span[1]:
            return None
        return None if _ties(self.text[span[0] : self.holders[index].start].split()) else self.holders[index].person

    def _held(self, span: Span, slack: int) -> str | None:
        """The person whom a span names with an office and nothing else, but for a few characters before."""
        index = bisect_left(self.starts, span[0])
        if index == len(self.holders) or self.holders[index].end != span[1]:
            return None
        return self.holders[index].person if self.holders[index].start <= span[0] + slack else None

    def speaker(self, span: Span) -> str | None:
        """Whom a span names where nothing else may stand in it: a known person, an office or a body of the tables."""
        words = self._words(span)
        name = " ".join(words)
        if name in COUNTRIES.named:
            return COUNTRIES.named[name]
        known = self.full.get(bare(words[-1])) if 0 < len(words) <= _NAME_WORDS else None
        if known is not None or not words or len(words) > _MOST_WORDS:
            return known
        held = self._held(span, 4)
        if held is not None:
            return held
        index = bisect_left(self.offices, (span[0], 0, ""))
        whole = index < len(self.offices) and self.offices[index][0] <= span[0] + 4
        if not whole or self.offices[index][1] < span[1] - 1:
            return None
        return self._office(span) or (name if len(words) >= _NAME_WORDS else None)

    def _words(self, span: Span) -> list[str]:
        words = [match.group() for match in WORD.finditer(self.text, *span)]
        while words and is_filler(words[0]):
            del words[0]
        while words and (is_filler(words[-1]) or words[-1] in FUNCTION_WORDS.near_days):
            del words[-1]
        return words

    @property
    def offices(self) -> list[tuple[int, int, str]]:
        """All phrases of offices in the document, found when first asked for."""
        if self.found is None:
            self.found = [(office.start, office.end, office.title) for office in offices(self.document)]
        return self.found

    def _office(self, span: Span) -> str | None:
        """The holder of the office that a span names: "the Secretary General"."""
        index = bisect_left(self.offices, (span[0], 0, ""))
        if index == len(self.offices) or self.offices[index][1] > span[1]:
            return None
        start, _, title = self.offices[index]
        before = self.text[span[0] : start].lower().split()
        return self.holder(title, span[0]) if _INDEFINITE.isdisjoint(before) and not _ties(before) else None

    def _noun(self, words: list[str]) -> str | None:
        while words and (words[0].lower() in _ARTICLES or words[0].lower().rstrip(".") in TITLES.honorifics):
            del words[0]
        if not words or (len(words) == 1 and is_opener(words[0])):
            return None
        while len(words) > 1 and words[-1] in TITLES.letters:
            del words[-1]
        if words[-1].lower() in FUNCTION_WORDS.aged:
            return None
        surname = bare(words[-1])
        if len(words) < _NAME_WORDS and self.full.get(surname):
            return self.full[surname]
        name = " ".join(words)
        return name if len(words) <= _NOUN_WORDS else None
