"""Whether a short text uses a name as that of another sort of thing than it is in the long one that it retells.

Swapping two names mostly swaps two sorts: a person where a place is told, a place where a person is. Who is a person
the long text shows: by an office, a courtesy title, an age, a pronoun, or by calling a full name by its surname later.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from auditor.digests.names.mentions import Mention, Mentions, ends_name
from auditor.digests.words import words
from auditor.extract.events.stages import is_anybody
from auditor.extract.people.titles import TITLES, has_given_name, is_title, one_holder
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.verbs import finite, speech
from auditor.extract.words import bare
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Role

_BEFORE = 40
_ARTICLES = pattern("mentions", "articles")
_A = pattern("mentions", "a")
_VOWEL = pattern("mentions", "vowel")
_BEHIND = re.compile(r"(?:\s+([a-z]+)\b|\s*[.,;:!?]|\s*$)")
_PERSONAL = pattern("mentions", "personal")
_LAST_WORD = pattern("mentions", "office_before")
_COURTESY = pattern("mentions", "courtesy")
_DOING = pattern("slips", "doing")
_IN = pattern("slips", "inside")
_AGED = pattern("slips", "aged")
_SEAT = pattern("slips", "seat")
_THERE = pattern("slips", "there")
_TOWARDS = pattern("slips", "towards")
_ACRONYM = 3
_OFFICES = frozenset({"office", "rank", "royal"})
_COMMA = re.compile(r"\s?,\s+(?:$|(?=[a-z]))")


class Sorts:
    """What the names of a text are names of.

    Args:
        text: The text.
        claims: The claims that stand in it.
        mentions: Its names.
    """

    def __init__(self, text: str, claims: Iterable[Claim], mentions: Mentions) -> None:
        """Note who is a person."""
        self.text, self.mentions = text, mentions
        alone = {mention.name for mention in mentions.found if " " not in mention.name}
        self.people = {_last(claim.value.person) for claim in claims if isinstance(claim.value, Role)}
        for mention in mentions.found:
            last = _last(mention.name)
            full = is_full(mention.name)
            if (
                _AGED.match(text, mention.end)
                or title_of(text, mention)
                or (full and (last in alone or _PERSONAL.match(text, mention.end)))
                or (" " in mention.name and self._is_introduced(mention))
            ):
                self.people.add(last)

    def slips(self, claim: Claim, text: str) -> Iterator[str]:
        """Why a name of a retelling cannot be the one that is meant, in words.

        Args:
            claim: The name.
            text: The retelling.
        """
        name, before = claim.text, text[max(0, claim.start - _BEFORE) : claim.start]
        title = title_of(text, Mention(claim.start, claim.end, name))
        titled = bool(title) or self.is_person(name)
        following = _BEHIND.match(text, claim.end)
        closed = following is not None and (following[1] is None or ends_name(following[1]))
        spoken_of = following is not None and following[1] in FUNCTION_WORDS.pronouns  # "in Olaf Trent they have"
        if (_ARTICLES.search(before) or (_A.search(before) and _VOWEL.match(name))) and before + name not in self.text:
            yield "The article before it is another word's"
        placed = not spoken_of and self._is_placed(name, _untitled(before, title))
        if closed and (placed or (titled and _is_governed(before))):
            yield "It has this name for a person, and here a place is told"
        if closed and self._is_in_office(name, _apposed(before, text[claim.end :])):
            yield "It is no person's name, and here a person is told"
        if self._is_anothers(title, name):
            yield "It has this title for another person"

    def _is_anothers(self, title: str, name: str) -> bool:
        """Whether the text never gives somebody a title that it gives others, and that not everybody has."""
        if not title or title in words().courtesies or " " not in name:
            return False
        bearers = {_last(one.name) for one in self.mentions.found if title_of(self.text, one) == title}
        return bool(bearers) and _last(name) not in bearers and self.is_person(name)

    def _is_placed(self, name: str, before: str) -> bool:
        """Whether a name that is a person's stands where a place is told."""
        if _SEAT.search(before):
            acronym = name.isupper() and name not in COUNTRIES.named
            return (self.is_person(name) or acronym) and not self.is_place(name)
        place = _placed(words().impersonal).search(before)
        if place is None or not words().towards.isdisjoint(place[1].lower().split()[-2:]):
            return False
        somebody = self.is_person(name) or (_IN.search(before) is not None and self._speaks(name))
        return somebody and not self.is_place(name)

    def _speaks(self, name: str) -> bool:
        """Whether the text quotes somebody or something of this name, and no country or place."""
        if name in COUNTRIES.named and COUNTRIES.named[name] not in COUNTRIES.organisations:
            return False
        doing = speech().finite | (finite().sure if " " in name else frozenset())
        told = (_BEHIND.match(self.text, one.end) for one in self.mentions.found if one.name == name)
        return any(following is not None and following[1] in doing for following in told)

    def _is_in_office(self, name: str, before: str) -> bool:
        """Whether a place or an organisation stands right behind an office: "former Prime Minister Iraq"."""
        office = _LAST_WORD.search(before)
        if office is None or office["of"] or _DOING.search(before[: office.start()]) or not self.is_no_person(name):
            return False
        return is_office(office[1]) or office[1].lower() in TITLES.honorifics

    def is_person(self, name: str) -> bool:
        """Whether a name is shown to be a person's."""
        last = _last(name)
        return last in self.people and last not in TITLES.things and name not in COUNTRIES.named

    def is_somebody(self, name: str) -> bool:
        """Whether a name, be it a given name alone, is shown to be a person's and of nothing else."""
        people = (one.name.split() for one in self.mentions.called(name) if self.is_person(one.name))
        return name not in COUNTRIES.named and any(name in parts for parts in people) and not self.is_place(name)

    def is_place(self, name: str) -> bool:
        """Whether the text has a name where a place is told."""
        told = (self.text[max(0, one.start - _BEFORE) : one.start] for one in self.mentions.called(name))
        return any(map(_placed(words().placed).search, told))

    def is_inside(self, name: str) -> bool:
        """Whether the text tells what is in something of exactly this name."""
        return any(_IN.search(self._before(one)) for one in self.mentions.found if one.name == name)

    def _is_introduced(self, one: Mention) -> bool:
        """Whether a noun for a person stands right before a name: "striker Olaf Trent", "a teenager, Olaf Trent,"."""
        told = _LAST_WORD.search(_apposed(self._before(one), self.text[one.end :]))
        return told is not None and not told["of"] and is_office(told[1])

    def _before(self, one: Mention) -> str:
        return self.text[max(0, one.start - _BEFORE) : one.start]

    def is_no_person(self, name: str) -> bool:
        """Whether a name is a country's or an organisation's, or one of a place that the text has as such."""
        first, *rest = name.split()
        if self.is_person(name) or is_full(name):
            return False
        acronym = name.isupper() and len(name) >= _ACRONYM
        body = name in COUNTRIES.named and name not in COUNTRIES.places
        exact = [self._before(one) for one in self.mentions.found if one.name == name]
        there = any(map(_THERE.search, exact)) or (name in COUNTRIES.places and any(map(_TOWARDS.search, exact)))
        return there or acronym or body or (rest or [first])[-1] in TITLES.things


def _is_governed(before: str) -> bool:
    """Whether a name stands where what somebody governs is told: "the chief minister of Ms Lund"."""
    office = _LAST_WORD.search(_COURTESY.sub("", before))
    title = office[1].lower() if office and office["of"] else ""
    return one_holder(title) or one_holder(f" {title}")


def is_office(word: str) -> bool:
    """Whether a word before a name tells that it is a person's: an office, a rank or a job."""
    if word.lower() in words().businesses:
        return False
    office = any(form.group in _OFFICES for form in TITLES.forms.get(word, ())) and is_title(word)
    return office or (is_anybody(word.lower()) and word.lower() not in words().shared)


def is_full(name: str) -> bool:
    """Whether a name begins with a given name and goes on."""
    return " " in name and has_given_name(name)


def _apposed(before: str, behind: str) -> str:
    """What is before a name, without the comma if it stands between two: "the colonel, Norville, said"."""
    comma = _COMMA.search(before)
    return f"{before[: comma.start()]} " if comma and _COMMA.match(behind) else before


def title_of(text: str, mention: Mention) -> str:
    """The courtesy title that a name begins with, or that stands right before it; no text where there is none."""
    match = _LAST_WORD.search(text, max(0, mention.start - _BEFORE), mention.start)
    before = match[1] if match and not match["of"] and match[1][0].isupper() else ""
    first, *rest = mention.name.split()
    told = (word.lower().rstrip(".") for word in (before, *([first] if rest else [])))
    return next((word for word in told if word in TITLES.honorifics), "")


def _untitled(before: str, title: str) -> str:
    """What is before a name without the courtesy title that ends it."""
    told = before.rstrip(" .")
    return told[: -len(title)] if title and told.lower().endswith(f" {title}") else before


def _last(name: str) -> str:
    capitals = [part for part in name.split() if part[0].isupper()]
    return bare(capitals[-1] if capitals else name)


@cache
def _placed(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    """One of some prepositions at the end of a text, and what is before it."""
    return pattern("mentions", "placed", prepositions=any_of(prepositions))
