"""Whom "he" and "she" stand for: the one person whom the sentences before leave, or nobody."""

import re
from bisect import bisect_left
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.people.known import People
from auditor.extract.people.persons import surname
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.verbs import speech
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern
from auditor.model import Span

_BACK = 4
"""How many sentences before the pronoun are looked at."""
_NEAR = 2
"""Of two persons in a sentence the first is meant only by a pronoun in the same sentence or the next."""
_LONGEST = 1500
_NAME = re.compile(rf"\b[{UPPER}][\w-]*(?:[’'][{UPPER}]\w+)?(?P<owns>[’'](?:s\b|(?!\w)))?(?P<more>(?= [{UPPER}]))?")
_OPENS_WITH_PRONOUN = pattern("speech", "opening_pronoun")
_BESIDE = pattern("speech", "beside")
_INVERTED = re.compile(rf"(?: [a-z]+)? (?:[{UPPER}][\w.’'-]*(?: |$)){{0,6}}")
_OTHERS = pattern("speech", "for_another")
_SUBJECT_FIRST = re.compile(r"\W*(?:\w[\w.’'&-]*\W{1,2}){0,7}")
_PRONOUN = pattern("speech", "pronoun_near")


class Mention(NamedTuple):
    """Where a person is named in a sentence, and whether as the owner of something."""

    start: int
    end: int
    person: str | None
    owns: bool


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, document: Document, people: People, quoted: list[Span], spoken: list[tuple[int, str]]) -> None:
        """Prepare for a document.

        Args:
            document: The document.
            people: The persons in it.
            quoted: Where its quotations stand, in order.
            spoken: Where each of them ends and who speaks; may grow from question to question.
        """
        self.document, self.people, self.quoted, self.spoken = document, people, quoted, spoken

    def meant(self, position: int, pronoun: str) -> str | None:
        """Who is meant by a pronoun; None where the text leaves it open."""
        sentences = self.document.sentences
        index = sentences.last(position)
        before = [sentences[place] for place in range(index - 1, max(0, index - _BACK) - 1, -1)]
        spans = [(sentences.starts[index], position), *before] if index >= 0 else []
        for back, span in enumerate(spans):
            clear, person = self._left_by(span, near=back < _NEAR)
            if not clear:
                return None
            if person is not None and self._fits(person, pronoun):
                self.people.pronouns.setdefault(surname(person), pronoun)
                return person
        return None

    def _fits(self, person: str, pronoun: str) -> bool:
        return self.people.pronouns.get(surname(person), pronoun) == pronoun

    def _left_by(self, span: Span, *, near: bool) -> tuple[bool, str | None]:
        """Whether a sentence leaves it clear whom a pronoun after it means, and whom; nobody: look further back."""
        place = bisect_left(self.spoken, (span[1] + 1, "")) - 1
        if place >= 0 and self.spoken[place][0] > span[0]:
            return self._is_known(self.spoken[place][1]), self.spoken[place][1]
        text = self._narrated(span)
        if _OPENS_WITH_PRONOUN.match(text):
            return True, None
        mentions = self._mentions(text)
        verb = self._verb(text, span)
        if verb is not None:
            return self._voiced(text, mentions, verb)
        if len({mention.person for mention in mentions}) > 1:
            mentions = mentions[:1] if near and self._opens(text, mentions[0]) else []
            return bool(mentions) and not mentions[0].owns and mentions[0].person is not None, (
                mentions[0].person if mentions else None
            )
        if not mentions:
            return True, None
        clear = mentions[0].person is not None and not all(mention.owns for mention in mentions)
        return clear, mentions[0].person

    def telling(self, position: int) -> str | None:
        """Who speaks, without quotation marks, in the sentence that ends before a position in the same paragraph."""
        sentences = self.document.sentences
        index = sentences.last(position - 1)
        if index < 0 or "\n\n" in self.document.text[sentences.ends[index] : position]:
            return None
        text = self._narrated(sentences[index])
        verb = self._verb(text, sentences[index])
        if verb is None:
            return None
        pronoun = _PRONOUN.search(text[: verb[0]])
        if pronoun is not None:
            return self.meant(sentences.starts[index] + pronoun.start(), pronoun[0].split()[0].lower())
        clear, person = self._voiced(text, self._mentions(text), verb)
        return person if clear else None

    def _verb(self, text: str, span: Span) -> tuple[int, str] | None:
        """Where the first verb of speech stands in the narration of a sentence, and the verb."""
        for start, word in self.document.triggers.of["speech"].within(span):
            place = start - span[0]
            if word in speech().plain and text.startswith(word, place):
                return place, word
        return None

    def _is_known(self, speaker: str) -> bool:
        return self.people.full.get(surname(speaker)) == speaker

    def _narrated(self, span: Span) -> str:
        """A sentence with its quotations blanked out."""
        low, high = max(span[0], span[1] - _LONGEST), span[1]
        text = " " * (low - span[0]) + self.document.text[low:high]
        first = bisect_left(self.quoted, (span[0] - _LONGEST, 0))
        for start, end in self.quoted[first : bisect_left(self.quoted, (high, 0))]:
            inner, outer = max(start, span[0]) - span[0], min(end, high) - span[0]
            if inner < outer:
                text = text[:inner] + " " * (outer - inner) + text[outer:]
        return text

    def _mentions(self, text: str) -> list[Mention]:
        found = []
        for match in _NAME.finditer(text):
            end = match.start("owns") if match["owns"] else match.end()
            word = text[match.start() : end]
            if word in self.people.full and match["more"] is None:
                found.append(Mention(match.start(), end, self.people.full[word], bool(match["owns"])))
        return found

    def _voiced(self, text: str, mentions: list[Mention], verb: tuple[int, str]) -> tuple[bool, str | None]:
        """Who is left by a sentence in which somebody speaks: the speaker, and if that is a pronoun, whoever it is."""
        start, end = verb[0], verb[0] + len(verb[1])
        if not mentions and not text[end:].strip() and _is_many(text[:start].split()):
            return True, None
        inverted = not text[:start].strip(" ,")
        if _PRONOUN.search(text[:start]):
            return True, None
        for mention in mentions:
            joined = text.endswith(" and ", mention.end, start) and self._opens(text, mention)
            before = mention.end <= start and (joined or _BESIDE.fullmatch(text, mention.end, start))
            if before and _OTHERS.search(text[: mention.start]) is not None:
                return False, None
            after = inverted and mention.start >= end and _INVERTED.fullmatch(text, end, mention.start)
            if (before or after) and not mention.owns:
                return mention.person is not None, mention.person
        return False, None

    @staticmethod
    def _opens(text: str, mention: Mention) -> bool:
        """Whether a sentence opens with a mention, but for titles and given names."""
        words = text[: mention.start].split()
        plain = _SUBJECT_FIRST.fullmatch(text, 0, mention.start) is not None and "," not in text[: mention.start]
        return plain and not (words and words[0].lower() in FUNCTION_WORDS.adverbial)


def _is_many(words: list[str]) -> bool:
    """Whether words name a country, a body or several people, whom "he" right behind a verb of speech cannot mean."""
    while words and words[0].lower() in FUNCTION_WORDS.articles:
        words = words[1:]
    return bool(words) and (" ".join(words) in COUNTRIES.named or words[-1].lower() in speech().tellers)
