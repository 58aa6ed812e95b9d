"""What stands beside a figure of a short text, and whether the long one that gives the same figure has another there.

The same "10%" may go up in one text and down in the other, be of the first year or of the first month, be paid by the
week or by the month, be a loss and no profit, or go with another day. The figure is told otherwise where all that the
long text has of it is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.digests.numbers.days import finest
from auditor.digests.numbers.evidence import axis_of, points
from auditor.digests.numbers.figures import is_telling
from auditor.digests.numbers.numerals import numerals
from auditor.digests.numbers.same import same
from auditor.digests.words import words
from auditor.extract.quantity.units import units
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Span

_REACH, _FAR = 45, 90
"""How many characters behind a figure may name its stretch of time; in the long text, so many are looked at."""
_NEAREST, _NEAR = 2, 4
"""How many telling words on each side of a figure say what it is of; in the long text, so many may."""
_STOP = re.compile(r"[.;!?](?:\s|$)")
_OF = pattern("mentions", "part_of")
_BREAK = pattern("mentions", "parted")


class Beside:
    """The figures of a text, and what stands beside each.

    Args:
        text: The text.
        claims: The claims that stand in it.
    """

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        """Note the text's amounts, and the dates of each of its sentences."""
        self.text = text
        self.figures: defaultdict[str, list[Claim]] = defaultdict(list)
        self.dates: defaultdict[Span | None, list[Claim]] = defaultdict(list)
        self.wholes: dict[str, Claim] = {}
        amounts = [claim for claim in claims if claim.kind == "quantity" and claim.field == "text"]
        for part, whole in pairwise(amounts):
            if _OF.fullmatch(text, part.end, whole.start):
                self.wholes[whole.id] = part
        for claim in claims:
            if claim.kind == "quantity" and claim.field == "text":
                self.figures[axis_of(claim)].append(claim)
            elif claim.kind == "date" and claim.field == "text":
                self.dates[claim.sentence].append(claim)

    def otherwise(self, claim: Claim, retelling: "Beside") -> Claim | None:
        """The first mention of the same figure, where each one has something else beside it.

        Args:
            claim: A figure of the retelling.
            retelling: The retelling.
        """
        if claim.kind != "quantity":
            return None
        if whole := self._other_whole(claim, retelling.wholes.get(claim.id)):
            return whole
        values = points(claim)
        own = [other for other in self.figures[axis_of(claim)] if points(other) == values]
        differs = own and (
            _all_other(claim.per, [other.per for other in own])
            or _all_other(_way(claim), [_way(other) for other in own])
            or self._other_side(retelling.around(claim, _NEAREST), own)
            or self._other_stretch(retelling.stretches(claim, _REACH), own)
            or self._other_day(retelling.nearest(claim), own)
        )
        return own[0] if differs else None

    def _other_whole(self, told: Claim, part: Claim | None) -> Claim | None:
        """The whole that has the same part as one of a retelling, if no such whole is as large: 52 of 73, not of 52."""
        if part is None:
            return None
        known = self.figures[axis_of(told)]
        own = [one for one in known if one.id in self.wholes and points(self.wholes[one.id]) == points(part)]
        return own[0] if own and not any(same(told, one) for one in own) else None

    def stretches(self, claim: Claim, reach: int = _FAR) -> frozenset[tuple[str, str]]:
        """The stretches of time right behind a figure: ("1", "year") of "of the first year"."""
        behind = self.text[claim.end : claim.end + reach]
        stop = _STOP.search(behind)
        found = _stretch().finditer(behind, 0, stop.start() if stop else len(behind))
        return frozenset((_which(match[1]), match[2].lower()) for match in found)

    def around(self, claim: Claim, count: int) -> frozenset[str]:
        """The stems of the telling words nearest to a figure, so many on each side."""
        first, last = claim.place
        found = contexts.context(self.text[first:last], claim.start - first, claim.end - first)
        return frozenset((*found.before[:count], *found.after[:count]))

    def nearest(self, claim: Claim) -> Claim | None:
        """The date that goes with a figure: the nearest one of its sentence, if nothing parts them."""
        dates = self.dates[claim.sentence]
        date = min(dates, key=lambda one: max(claim.start - one.end, one.start - claim.end), default=None)
        if date is None or _BREAK.search(self.text, min(date.end, claim.end), max(date.start, claim.start)):
            return None
        return date

    def _other_side(self, told: frozenset[str], own: Sequence[Claim]) -> bool:
        """Whether all mentions have the contrary of one of some words near them, and not that word."""
        given = [(self.around(other, _NEAR), contexts.stems(self._sentence(other))) for other in own]
        return any(
            all(word not in known and not topics.contrasts(word).isdisjoint(near) for near, known in given)
            for word in told
        )

    def _sentence(self, claim: Claim) -> str:
        first, last = claim.place
        return self.text[first:last]

    def _other_stretch(self, told: frozenset[tuple[str, str]], own: Sequence[Claim]) -> bool:
        """Whether all mentions are of another stretch of time; for a telling number, all that name one."""
        given = [some for some in map(self.stretches, own) if some]
        enough = len(given) == len(own) or any(is_telling(number.value) for number in numerals(own[0].text))
        return bool(told and given) and enough and all(told.isdisjoint(some) for some in given)

    def _other_day(self, told: Claim | None, own: Sequence[Claim]) -> bool:
        """Whether the sentences of all mentions give the finest part of a date, and give it otherwise."""
        part, value = finest(told) if told else (-1, None)
        if value is None:
            return False
        given = ([finest(date) for date in self.dates[other.sentence]] for other in own)
        return all(
            any(other == part for other, _ in some)
            and (part, value) not in some
            and all(told is not None for _, told in some)
            for some in given
        )


def _all_other(told: str | None, given: Sequence[str | None]) -> bool:
    return told is not None and all(one not in (None, told) for one in given)


def _which(word: str) -> str:
    """One word for all that say which stretch is meant: "1" for "first" and "1st", "last" for "previous"."""
    lower = word.lower()
    number = words().ordinals.get(lower)
    return str(number) if number else words().which.get(lower) or lower[:-2]


@cache
def _stretch() -> re.Pattern[str]:
    times = any_of(name for name, unit in units().items() if unit.dimension == "time" and " " not in name)
    return pattern("mentions", "which_stretch", which=any_of((*words().ordinals, *words().which)), times=times)


def _way(claim: Claim) -> str | None:
    """Which way a figure went, by as much or to there."""
    return claim.change or claim.reached
