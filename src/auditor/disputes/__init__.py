"""What one source of a story tells as another one does not, as claims that can be held against each other.

A verb that is negated is no claim by itself: texts are full of them. It becomes one where another source of the story
asserts the same verb, or negates its opposite, among some of the same words. So does what one party did to another
where another source has it the other way round, and a word where another source has a contrary one.
"""

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from auditor.compare.around.retold import in_common
from auditor.disputes.contraries import Side, contrary
from auditor.disputes.lists import opposed_verbs
from auditor.disputes.parties import Deed, turned
from auditor.disputes.predicates import Predicate, asserted, denied
from auditor.extract import completed
from auditor.model import Claim, SourceInfo, Span, Stage

__all__ = ["disputed"]

_LEAST = 2
"""How many telling words, or relatives of them, must stand around both."""

_MOST = 400
"""With how many assertions of its verb a denial is compared: those of the nearest sources, in a story of very many."""
Told = Predicate | Deed | Side
Found = tuple[int, Predicate]
"""The number of a source, and what it tells."""


def disputed(infos: Sequence[SourceInfo]) -> list[SourceInfo]:
    """Sources, with the claims that one asserts and another of its story negates, or tells the other way round.

    Args:
        infos: The sources, those of one story together.
    """
    found: list[SourceInfo] = []
    for _, some in groupby(infos, key=lambda info: info.source.story):
        story = list(some)
        told = _disputed(story) if len(story) > 1 else {}
        found += [_with(info, told.get(number, ())) for number, info in enumerate(story)]
    return found


def _disputed(story: Sequence[SourceInfo]) -> dict[int, set[Told]]:
    """By the number of its source what is told in two ways in a story."""
    texts = [(info.source.text, _stages(info)) for info in story]
    negated = [(number, one) for number, (text, known) in enumerate(texts) for one in denied(text, known)]
    wanted = {one.verb for _, one in negated} | opposed_verbs()
    stated = [(number, one) for number, (text, known) in enumerate(texts) for one in asserted(text, wanted, known)]
    told: defaultdict[int, set[Told]] = defaultdict(set)
    pairs: Iterable[tuple[tuple[int, Told], tuple[int, Told]]]
    pairs = chain(_answering(negated, stated), _opposite(stated), turned(story), contrary([text for text, _ in texts]))
    for (ours, one), (theirs, other) in pairs:
        told[ours].add(one)
        told[theirs].add(other)
    return told


def _opposite(stated: Iterable[Found]) -> Iterator[tuple[Found, Found]]:
    """What is told by two verbs that are opposites: the one as a denial of the other."""
    turned = [(number, turn) for number, one in stated if (turn := one.turned()) is not None]
    pairs = _answering(turned, stated)
    return ((one, other) for one, other in pairs if one[1].roles.is_same(other[1].roles))


def _answering(negated: Iterable[Found], stated: Iterable[Found]) -> Iterator[tuple[Found, Found]]:
    """What one source negates and another asserts, among some of the same words."""
    by_verb: defaultdict[str, list[Found]] = defaultdict(list)
    for number, one in stated:
        by_verb[one.verb].append((number, one))
    for number, one in negated:
        some = by_verb.get(one.verb, [])
        first = max(0, bisect_left(some, number, key=itemgetter(0)) - _MOST // 2) if len(some) > _MOST else 0
        for other, assertion in some[first : first + _MOST]:
            apart = other != number and not (one.known and assertion.known)
            alike = apart and in_common(one.stems, assertion.stems) >= _LEAST
            if alike and not one.roles.is_other(assertion.roles):
                yield (number, one), (other, assertion)


def _stages(info: SourceInfo) -> list[Span]:
    """Where the text of a source has claims of stages, in order."""
    return [(claim.start, claim.end) for claim in info.claims if claim.kind == "status" and claim.field == "text"]


def _with(info: SourceInfo, told: Iterable[Told]) -> SourceInfo:
    """A source with what it tells as more claims."""
    text, stages = info.source.text, _stages(info)
    more = [
        Claim(
            "status",
            one.start,
            one.end,
            text[one.start : one.end],
            Stage(one.doer, one.told) if isinstance(one, Deed | Side) else Stage(one.subject, one.verb),
            modality="denied" if isinstance(one, Predicate) and one.negated else "stated",
        )
        for one in _once(told)
        if (one.start, one.end) not in stages
    ]
    return dataclasses.replace(info, claims=completed(info, more)) if more else info


def _once(told: Iterable[Told]) -> Iterator[Told]:
    """What is told, in order: of what stands in the same place the first only, since a place is one claim."""
    for _, some in groupby(sorted(told, key=lambda one: one[:3]), key=lambda one: one[:2]):
        yield next(some)
