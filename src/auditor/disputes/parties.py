"""Who did what to whom, between two names: "Ann Lee defeated Jon Brandt", "Acme is being bought by Borel".

Only what stands close together counts, since names that stand farther from a verb are often not its own.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from auditor.compare import topics
from auditor.disputes.predicates import facing
from auditor.extract.people.world import COUNTRIES
from auditor.extract.sentence.sentences import sentences
from auditor.extract.words import forms, inflected
from auditor.language import Table, WordList, load
from auditor.language.endings import ENDINGS
from auditor.language.phrases import pattern
from auditor.model import Name, SourceInfo, Span

_WORD = re.compile(r"\b[a-z][a-z-]{2,}\b")
_REACH = 90
"""How many characters away from a verb its subject ends, at most, and its object behind it begins."""
_MOST = 200
"""With how many deeds of its verb behind it a deed is compared, in a story of very many."""
_SUBJECT = pattern("parties", "subject")
_PASSIVE = pattern("parties", "passive")
_OBJECT = pattern("parties", "object")
_BY = pattern("parties", "by")
_FROM = pattern("parties", "from")
_OWNER = pattern("parties", "owner")
_OWNED = pattern("parties", "owned")
_OPENING = pattern("parties", "opening")


class Parties(Table):
    """Verbs that somebody does to somebody else; what each list is for stands beside it in the table."""

    deeds: dict[str, WordList]
    turned: dict[str, WordList]
    nouns: dict[str, WordList]
    obtained: dict[str, WordList]


_PARTIES = load("parties", Parties)


class Deed(NamedTuple):
    """What one party did to another.

    Attributes:
        start: Where it begins in its text, with the one party.
        end: Where it ends, with the other.
        verb: The name of the list of its verb.
        doer: The name of who did it.
        other: The name of whom it was done to.
    """

    start: int
    end: int
    verb: str
    doer: str
    other: str

    @property
    def told(self) -> str:
        """The deed with both parties, whoever did it."""
        return f"{self.verb} {' and '.join(sorted((_short(self.doer), _short(self.other))))}"

    def is_turned(self, deed: "Deed") -> bool:
        """Whether another deed is the same the other way round."""
        return _is_one(self.doer, deed.other) and _is_one(self.other, deed.doer)

    def is_same(self, deed: "Deed") -> bool:
        """Whether another deed is the same."""
        return _is_one(self.doer, deed.doer) and _is_one(self.other, deed.other)


class _Named(NamedTuple):
    """Where a name stands."""

    start: int
    end: int


def turned(story: Sequence[SourceInfo]) -> Iterator[tuple[tuple[int, Deed], tuple[int, Deed]]]:
    """The deeds of a story that two sources tell the other way round, each with the number of its source.

    Their names are as one of the two has them. Of parties that do it to each other in one source nothing is known.
    """
    by_verb: dict[str, list[tuple[int, Deed]]] = {}
    for number, info in enumerate(story):
        for deed in deeds(info):
            by_verb.setdefault(deed.verb, []).append((number, deed))
    for told in by_verb.values():
        for (ours, one), (theirs, other) in facing(told, _MOST):
            if one.is_turned(other) and not _is_mutual(told, one, (ours, theirs)):
                yield (ours, one), (theirs, other._replace(doer=one.other, other=one.doer))


def _is_mutual(told: Iterable[tuple[int, Deed]], deed: Deed, sources: tuple[int, int]) -> bool:
    """Whether one of two sources has a deed both ways."""
    some = [(number, one) for number, one in told if number in sources]
    same = {number for number, one in some if one.is_same(deed)}
    return not same.isdisjoint(number for number, one in some if one.is_turned(deed))


def deeds(info: SourceInfo) -> Iterator[Deed]:
    """What the parties that a source names did to each other."""
    text = info.source.text
    spans = sentences(text)
    claims = [
        claim
        for claim in info.claims
        if claim.field == "text" and isinstance(claim.value, Name) and not COUNTRIES.is_of_country(claim.value.name)
    ]
    named: defaultdict[int, list[_Named]] = defaultdict(list)
    for claim in claims:
        named[spans.last(claim.start)].append(_Named(claim.start, claim.end))
    known = {text[claim.start : claim.end] for claim in claims}
    for index in [index for index in named if index >= 0]:
        start, end = spans[index]
        opening = _OPENING.match(text, start, end)
        if opening and opening[0] in known and named[index][0].start > start:
            named[index].insert(0, _Named(*opening.span()))
        if len(named[index]) > 1:
            yield from _deeds(text, (start, end), named[index])


def _deeds(text: str, sentence: Span, names: Sequence[_Named]) -> Iterator[Deed]:
    for match in _WORD.finditer(text, *sentence):
        for verb, way in _forms().get(match[0], ()):
            place = bisect_left(names, match.end(), key=attrgetter("start"))
            if not 0 < place < len(names):
                continue
            near, following = names[place - 1], names[place]
            gaps = text[near.end : match.start()], text[match.end() : following.start]
            if max(map(len, gaps)) > _REACH:
                continue
            is_loose = match[0].endswith(ENDINGS.progressive) and gaps[0].endswith(", ")  # "she won, beating …"
            parties = _parties(names[0] if is_loose else near, following, gaps, way, is_loose=is_loose)
            if parties:
                start = match.start() if is_loose else near.start
                yield Deed(start, following.end, verb, *(text[party.start : party.end] for party in parties))


def _parties(
    near: _Named, following: _Named, gaps: tuple[str, str], way: str, *, is_loose: bool
) -> tuple[_Named, _Named] | None:
    """Who did what a verb says, and to whom; None where the words around it do not say so."""
    before, after = gaps
    if way == "noun":
        return (near, following) if _OWNER.fullmatch(before) and _OWNED.fullmatch(after) else None
    if _PASSIVE.fullmatch(before):
        return (following, near) if way == "deed" and _BY.fullmatch(after) else None
    if not is_loose and not _SUBJECT.fullmatch(before):
        return None
    if way == "turned":
        return (following, near) if after == " to " else None
    return (near, following) if (_FROM if way == "obtained" else _OBJECT).fullmatch(after) else None


def past(told: str) -> str | None:
    """What was done, as a verb in the past: ``bought`` of ``buy acme and borel``; None of what is no such deed."""
    verbs = _PARTIES.deeds.get(told.partition(" ")[0])
    return next((form for verb in verbs for kind, form in inflected(verb) if kind == "past"), None) if verbs else None


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each form of a word the lists that it stands in, and in which way."""
    found: dict[str, list[tuple[str, str]]] = {}
    for way, lists in (("deed", _PARTIES.deeds), ("turned", _PARTIES.turned), ("obtained", _PARTIES.obtained)):
        for name, verbs in lists.items():
            for form in {form for verb in verbs for form in forms(verb)}:
                found.setdefault(form, []).append((name, way))
    for name, nouns in _PARTIES.nouns.items():
        for noun in nouns:
            found.setdefault(noun, []).append((name, "noun"))
    return {form: tuple(ways) for form, ways in found.items()}


def _short(name: str) -> str:
    return topics.fold(name).split()[-1]


def _is_one(name: str, other: str) -> bool:
    """Whether two names are one, or one a part of the other."""
    ours, theirs = {*topics.fold(name).split()}, {*topics.fold(other).split()}
    return ours <= theirs or theirs <= ours
