"""Whether a short text puts a name where the long one that it retells has another one.

A name that the long text has may still be a slip: swapped with another one. It is one where the word right before or
behind it stands beside one other name only in the long text ("foreign secretary", "to climb"; "striker", "'s roads"),
and in no sentence near this one. Or a sentence begins with a person or a country, and is told of another in the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.digests.names.mentions import CLOSING, Mention, Mentions, ends_name, parts
from auditor.digests.names.sorts import Sorts, is_full
from auditor.digests.places.around import Around, near_words
from auditor.digests.words import words
from auditor.extract.people.titles import TITLES, is_title, one_holder
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.numbers import number_word
from auditor.extract.speech.verbs import finite
from auditor.language.phrases import pattern
from auditor.model import Claim

_REACH = 100
"""How many characters on each side of a name are near it, in its sentence."""
_OFTEN = 0.3
"""How much more of the retelling's words stand around another name for each time that the text has the one that the
retelling has: what it has often it is about."""
_CLOSER = 0.8
"""How much more around another thing of one kind."""
_AROUND, _SHARED, _MUCH_CLOSER = 8, 3, 1.0
"""So many words on each side of a person or a country tell who is meant; how many of them stand around another one of
these at least, and how much more."""
_SELDOM = 2
"""The most mentions of a name that a text has in passing."""
_BEFORE, _BEHIND = 45, 30
_WORDS_BEFORE = pattern("mentions", "words_before")
_WORD_BEHIND = re.compile(r"([’']s?)?\s([a-z][a-z-]+)(?![\w’'])")


class _Frame(NamedTuple):
    """What stands right beside a name: the stem of a word, on which side, and what parts them ("of", "'s")."""

    side: str
    stem: str
    parted: bool


class Named:
    """The names of a text, and beside which words they stand.

    Args:
        text: The text.
        mentions: Its names.
        around: The words among which they stand.
        sorts: What they are names of.
    """

    def __init__(self, text: str, mentions: Mentions, around: Around, sorts: Sorts) -> None:
        """Note beside which names each word stands."""
        self.text, self.mentions, self.around, self.sorts = text, mentions, around, sorts
        self.beside: defaultdict[_Frame, list[Mention]] = defaultdict(list)
        for mention in mentions.found:
            for frame in _frames(text, mention):
                self.beside[frame].append(mention)

    def instead(self, claim: Claim, text: str) -> str | None:
        """The only name of the text that stands where a retelling has another of its names.

        Args:
            claim: The name in the retelling.
            text: The retelling.
        """
        mention = Mention(claim.start, claim.end, claim.text)
        own = self.mentions.called(claim.text)
        if not own:
            return None
        found = (self._rival(frame, mention, own, text) for frame in _frames(text, mention))
        rival = next(filter(None, found), None) or self._sibling(mention, text) or self._other(claim, own, text)
        return rival.name if rival else None

    def is_aside(self, claim: Claim, text: str) -> bool:
        """Whether the text has a name late, seldom and far from the words of a retelling, which it has elsewhere.

        Args:
            claim: The name in the retelling.
            text: The retelling.
        """
        own = self.mentions.called(claim.text)
        if (
            not 0 < len(own) <= _SELDOM
            or own[0].start < len(self.text) / 2
            or text[claim.start - 1 : claim.start] == "("
        ):
            return False
        first, last = claim.place
        near, sort = contexts.stems(text[first:last]) - contexts.stems(claim.text), self._sort(claim.text)
        if any(self.around.fit(near, one.start) for one in own):
            return False
        return any(self.around.fit(near, one.start, _SHARED) for one in self._others(sort, text))

    def _other(self, claim: Claim, own: Sequence[Mention], text: str) -> Mention | None:
        """Another person, or another country, of whom the text tells what the retelling tells of this one."""
        sort = self._sort(claim.text)
        if sort is None or claim.start != claim.place[0] or _qualifies(claim, text):
            return None  # only of whom a sentence begins with it tells all that it tells
        near = near_words(claim, text, _AROUND) - contexts.stems(claim.text)
        told = [(self.around.fit(near, one.start, _SHARED), one) for one in self._others(sort, text)]
        fit, rival = max(told, key=lambda one: one[0], default=(0.0, None))
        least = _MUCH_CLOSER + _OFTEN * len(own)
        return rival if fit >= max(self.around.fit(near, one.start) for one in own) + least else None

    def _others(self, sort: str | None, text: str) -> Iterator[Mention]:
        """The names of a sort that a retelling does not have."""
        others = (one for one in self.mentions.found if one.name not in text and self._sort(one.name) == sort)
        return (one for one in others if not _is_same(one.name, text))

    def _sort(self, name: str) -> str | None:
        """Whether a name is a country's or a person's; None for others."""
        if name in COUNTRIES.named:
            return "country" if COUNTRIES.named[name] in COUNTRIES.countries else None
        return "person" if self.sorts.is_person(name) or is_full(name) else None

    def _sibling(self, mention: Mention, text: str) -> Mention | None:
        """Another thing of one kind ("Hill Cup", "Lake Cup") among whose words the retelling has this one."""
        *_, before, last = ("", *mention.name.split())
        if last not in TITLES.things or not before:
            return None
        own = [one for one in self.mentions.found if mention.name in one.name]
        alike = (one for one in self.mentions.found if one.name.endswith(f" {last}") and one.name not in text)
        rivals = [one for one in alike if one.name.split()[-2] != before]
        return next((one for one in rivals if own and self._fits([one], own, mention, text, _CLOSER)), None)

    def _rival(self, frame: _Frame, mention: Mention, own: Sequence[Mention], text: str) -> Mention | None:
        rivals = self.beside.get(frame, [])
        if not rivals or not parts(mention.name).isdisjoint(set().union(*(parts(one.name) for one in rivals))):
            return None
        one = frozenset.intersection(*(parts(rival.name) for rival in rivals))
        retold = any(rival.name in text for rival in rivals)
        if not one or retold or any(self._is_near(frame.stem, at) for at in own):
            return None
        before = frame.side == "<"
        if self._is_sole(text, mention, rivals[0], own) if before else not _characterises(mention.name, rivals[0].name):
            return rivals[0] if self._fits(rivals, own, mention, text, _OFTEN * len(own)) else None
        return None

    def _is_sole(self, text: str, mention: Mention, rival: Mention, own: Iterable[Mention]) -> bool:
        """Whether what stands before two names is borne by one of them alone.

        It is where it is no job, or an office that one person at a time holds; of two persons with a job in common
        the text must say something else of the one that the retelling gives it to ("the baker Olaf Trent").
        """
        title, same = _title(text, mention), _title(self.text, rival)
        if is_title(title[1]):
            if title != same or one_holder(" ".join(title).strip()) or one_holder(title[1]):
                return title == same
        elif not is_full(rival.name) or mention.name in COUNTRIES.named:
            return True
        return any(_title(self.text, at)[1] not in {"", title[1]} for at in own)

    def _is_near(self, stem: str, mention: Mention) -> bool:
        first, last = self.around.sentence(mention.start)
        low, high = max(first, mention.start - _REACH), min(last, mention.end + _REACH)
        return stem in contexts.stems(self.text[low:high])

    def _fits(
        self, rivals: Sequence[Mention], own: Sequence[Mention], mention: Mention, text: str, least: float
    ) -> bool:
        """Whether the words of the retelling stand around another name by so much more than around the one it has."""
        near = contexts.stems(text) - contexts.stems(mention.name)
        theirs, ours = (max(self.around.fit(near, one.start) for one in some) for some in (rivals, own))
        return theirs >= ours + least


def _frames(text: str, mention: Mention) -> Iterator[_Frame]:
    """The telling words right beside a name; "leader of" and "one of" are of many, and verbs behind it tell nothing."""
    before = _WORDS_BEFORE.search(text, max(0, mention.start - _BEFORE), mention.start)
    small = CLOSING.difference(words().placed) | TITLES.honorifics
    shared = before is not None and before[3] is not None and before[2].lower() in words().shared
    told = before[2].lower() if before else ""
    if before and not shared and told not in small and not number_word(told) and (stem := topics.stem_of(told)):
        yield _Frame("<", stem, before[3] is not None)
    behind = _WORD_BEHIND.match(text, mention.end, mention.end + _BEHIND)
    if behind and behind[2] not in CLOSING and behind[2] not in finite().sure:
        yield _Frame(">", topics.stem_of(behind[2]), behind[1] is not None)


def _characterises(name: str, other: str) -> bool:
    """Whether a name is a country's or a people's, which goes with any thing that has a name of its own."""
    return name in COUNTRIES.named and other not in COUNTRIES.named


def _title(text: str, mention: Mention) -> tuple[str, str]:
    """The two words before a name, in small letters; the second is empty where it is a name itself."""
    match = _WORDS_BEFORE.search(text, max(0, mention.start - _BEFORE), mention.start)
    if match is None or match[3] or not (match[2][0].islower() or is_title(match[2])):
        return "", ""
    return (match[1] or "").lower(), match[2].lower()


def _qualifies(claim: Claim, text: str) -> bool:
    """Whether a name belongs to the noun behind it: "Israeli missiles"."""
    behind = _WORD_BEHIND.match(text, claim.end, claim.end + _BEHIND)
    return behind is not None and not ends_name(behind[2])


def _is_same(name: str, text: str) -> bool:
    """Whether a text has a part of a name, or the people of a country."""
    return any(part in text for part in parts(name))
