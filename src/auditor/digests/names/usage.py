"""Whether a short text uses a name as the long one that it retells never does.

A name that is pasted over another one often stands between words that ask for a name of another sort: "a valley in
Italian", "the Nora Sund has said", "a Nora Sund inquiry", "Norville who was". Or it is one that the clause has already.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from auditor.digests.names.mentions import Mentions, ends_name
from auditor.digests.names.sorts import Sorts, is_office, title_of
from auditor.digests.words import words
from auditor.extract.events.stages import is_anybody
from auditor.extract.people.titles import TITLES, is_title
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.counted import singular
from auditor.extract.quantity.units import units
from auditor.extract.speech.verbs import finite
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Span

_AROUND = 50
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]*)\s+$")
_NEXT = re.compile(r"\s+([^\W\d_][\w’'-]*)")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")
_OWNS = re.compile(r"\s?['’]s?(?!\w)")
_VERBAL = pattern("slips", "verbal")
_PEOPLE = pattern("slips", "people")
_WHO = pattern("slips", "who", singular=any_of(FUNCTION_WORDS.auxiliaries - FUNCTION_WORDS.plural))
_SINGLE = pattern("slips", "single")
_QUOTED = re.compile(r"[“”\"‘]")
_PARTING = FUNCTION_WORDS.boundaries - FUNCTION_WORDS.prepositions
_PAUSE = re.compile(r"[,;:–—]")


class Usage:
    """How a text uses its names.

    Args:
        text: The text.
        mentions: Its names.
        sorts: What they are names of.
    """

    def __init__(self, text: str, mentions: Mentions, sorts: Sorts) -> None:
        """Keep them; a name is looked up when a retelling has it."""
        self.text, self.mentions, self.sorts = text, mentions, sorts

    def slips(self, claim: Claim, text: str) -> Iterator[str]:
        """Why a name of a retelling cannot be the one that is meant, in words.

        Args:
            claim: The name.
            text: The retelling.
        """
        name, at = claim.text, _Place.of(text, claim.start, claim.end, claim.sentence)
        called = self.mentions.called(name)
        own = [_Place.of(self.text, one.start, one.end) for one in called if one.name in {name, _last(name)}]
        noun = _is_countable(name) if at.word in FUNCTION_WORDS.articles else name.endswith(("ese", "ss"))
        adjective = _is_people(name) and not noun  # "a German", "celebrated by Chinese"
        if not own and not (adjective and any(name in one.name.split()[:-1] for one in called)):
            return
        if adjective and at.must_be_noun() and not any(map(_Place.is_noun, own)) and not self._are_tongues(text):
            yield "It has the name of this people before nouns only, and here it is a noun"
        bare = self._is_bare(name) or _is_told_bare(name, own)
        if at.word.lower() == "the" and at.is_noun() and bare and not any(map(_Place.has_the, own)):
            yield "It never has “the” before this name"
        if " " in name and self.sorts.is_person(name) and at.is_description() and not any(map(_Place.describes, own)):
            yield "It has this name for a person, and here it describes a thing"
        if at.word.lower() in FUNCTION_WORDS.indefinite and at.is_verb_next() and self._is_one(name, own):
            yield "It has this name for one person, and here for any of several"
        if at.word in FUNCTION_WORDS.articles and claim.start == len(f"{at.word} ") and not self.text.islower():
            yield "It opens the text, and in small letters"
        if at.word.lower() in FUNCTION_WORDS.indefinite and at.is_of_anyone() and self.sorts.is_somebody(_last(name)):
            yield "It has this name for a person, and here a place or a people is told"
        if not at.before.strip() and _SINGLE.match(at.behind) and _is_several(name):
            yield "It is the name of several, and here one is told"
        if not at.before.strip() and _WHO.match(at.behind) and self.sorts.is_no_person(name):
            yield "It is no person's name, and here a person is told"

    def _are_tongues(self, text: str) -> bool:
        """Whether one of the texts tells of languages, which are called like peoples."""
        return any(words().tongues & set(_WORD.findall(some.lower())) for some in (text, self.text))

    def _is_bare(self, name: str) -> bool:
        """Whether a name takes no article: a person's or a country's."""
        return self.sorts.is_person(name) or (name in COUNTRIES.countries and name.isalpha() and not name.endswith("s"))

    def _is_one(self, name: str, own: Iterable["_Place"]) -> bool:
        """Whether a name is that of a person to whom the text gives a courtesy title, and no article."""
        titled = any(title_of(self.text, one) for one in self.mentions.called(name))
        alone = FUNCTION_WORDS.articles.isdisjoint(one.word.lower() for one in own)
        return titled and alone and self.sorts.is_person(name)

    def twice(self, claims: Iterable[Claim], text: str) -> dict[str, str]:
        """The names that a clause of a retelling has a second time, by their ids, with the words that it has first.

        Args:
            claims: The names, in order.
            text: The retelling.
        """
        by_sentence: defaultdict[Span | None, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.text not in COUNTRIES.named:
                by_sentence[claim.sentence].append(claim)
        found: dict[str, str] = {}
        for sentence, some in by_sentence.items():
            if sentence and not _QUOTED.search(text, *sentence):
                pairs = combinations(some, 2)
                found |= {later.id: first.text for first, later in pairs if self._repeats(first, later, text)}
        return found

    def _repeats(self, first: Claim, later: Claim, text: str) -> bool:
        """Whether two names are of the same person or thing, and news would say "he" or "it" for the second."""
        longer, shorter = sorted((first.text, later.text), key=len, reverse=True)
        person = self.sorts.is_person(longer)
        if _OWNS.match(text, later.end) or not (longer == shorter or (person and shorter == _last(longer))):
            return False
        if not person and self.sorts.is_inside(shorter):
            return False
        between = text[first.end : later.start]
        told = _LAST.search(text, max(0, later.start - _AROUND), later.start)
        if told and is_title(told[1]) and told[1].lower() not in TITLES.honorifics:
            return True  # an office introduces somebody
        return not _PAUSE.search(between) and _PARTING.isdisjoint(between.lower().split())


class _Place(NamedTuple):
    """The words before and behind a name, and the last one before it."""

    before: str
    behind: str
    word: str

    @classmethod
    def of(cls, text: str, start: int, end: int, sentence: Span | None = None) -> "_Place":
        """The place of a name, in its sentence if that is known."""
        first, last = sentence or (0, len(text))
        before = text[max(first, start - _AROUND) : start]
        told = _LAST.search(before)
        return cls(before, text[end : min(last, end + _AROUND)], told[1] if told else "")

    def is_noun(self) -> bool:
        """Whether what is behind the name shows that it belongs to no noun that follows."""
        following = _NEXT.match(self.behind)
        if following is None:
            return _ENDS.match(self.behind) is not None or self.owns()
        return following[1] != "and" and (following[1] in FUNCTION_WORDS.auxiliaries or ends_name(following[1]))

    def must_be_noun(self) -> bool:
        """Whether it has something, is behind a preposition or an office, or opens the sentence before an auxiliary."""
        if self.owns():
            return True
        if not self.before.strip():
            following = _NEXT.match(self.behind)
            return following is not None and following[1] in FUNCTION_WORDS.auxiliaries
        return self.is_noun() and (self.word in FUNCTION_WORDS.prepositions or is_office(self.word))

    def is_verb_next(self) -> bool:
        """Whether an auxiliary or a verb that is no noun follows it."""
        following = _NEXT.match(self.behind)
        return following is not None and following[1] in finite().sure

    def is_of_anyone(self) -> bool:
        """Whether a noun for any person follows it: "man"."""
        following = _NEXT.match(self.behind)
        return following is not None and following[1] in words().anyone

    def owns(self) -> bool:
        """Whether it has something: "Norville's"."""
        return _OWNS.match(self.behind) is not None

    def has_the(self) -> bool:
        """Whether an article is before it."""
        return self.word.lower() == "the"

    def describes(self) -> bool:
        """Whether the noun of a thing follows it."""
        following = _NEXT.match(self.behind)
        told = following[1] if following else ""
        if not told.islower() or told == "and" or told in finite().sure or self.is_noun() or _VERBAL.search(told):
            return False
        if told in words().trailing:
            return False
        return singular(told) not in units() and not is_anybody(singular(told))

    def is_description(self) -> bool:
        """Whether it describes a thing that no article or title makes a known one: "a Nora Sund inquiry"."""
        return self.describes() and not self.has_the() and not is_title(self.word)


def _is_told_bare(name: str, own: Sequence[_Place]) -> bool:
    """Whether a text has a name, no acronym and no plural, more than once where an article might be, and none is."""
    nouns = [one for one in own if one.is_noun()]
    return len(nouns) > 1 and not name.isupper() and not name.endswith("s") and all(one.word for one in nouns)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _is_people(name: str) -> bool:
    """Whether a name is the adjective of a people."""
    return name in words().peoples or (COUNTRIES.is_of_country(name) and _PEOPLE.fullmatch(name) is not None)


def _is_countable(name: str) -> bool:
    """Whether the adjective of a people is a noun for one of them as well: "a German", but not "a French"."""
    return _is_several(f"{name}s")


def _is_several(name: str) -> bool:
    """Whether a name is that of the members of a people."""
    known = COUNTRIES.named
    return COUNTRIES.is_of_country(name) and name[-1] == "s" and known.get(name[:-1]) == known[name]
