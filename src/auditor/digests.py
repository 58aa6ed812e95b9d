"""Short texts that retell a longer one, and whether their figures are borne out by it.

A headline is a digest of its article; a short source nearly all of whose words stand in a long one of the same story
is a digest of that. A figure of a digest that its original does not state is unsupported, whatever else it says.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from auditor.compare import contexts
from auditor.model import Claim, Interval, Source, SourceInfo

_SHORT = 1500
"""Characters of the longest text that counts as a digest."""
_LONG = 400
"""Characters of the shortest text that counts as an original."""
_LONGER = 3
"""How many times as long as its digest an original is at least."""
_COVERED = 0.6
"""The least share of a digest's stems that its original has."""
_TELLING = 5
"""The fewest stems that tell what a text is about."""
_NEAR = 2
"""A bound is kept by a figure no further off than so many times: "more than 90" is borne out by 97, not by 4,000."""
_MOST_ADDENDS = 12
"""A sentence with more figures than this is a table, and some of its sums hit anything."""

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def digests(infos: Sequence[SourceInfo]) -> dict[str, str]:
    """Find which sources are digests, and of which source of their story, by id.

    Of several originals the one that covers most is taken, of equals the first.
    """
    by_story: defaultdict[str, list[Source]] = defaultdict(list)
    for info in infos:
        by_story[info.source.story].append(info.source)
    found: dict[str, str] = {}
    for sources in by_story.values():
        for source in sources:
            least = max(_LONG, _LONGER * len(source.text))
            originals = [other for other in sources if len(other.text) >= least]
            if originals and len(source.text) <= _SHORT and (original := _original(source, originals)):
                found[source.id] = original
    return found


def _original(source: Source, others: Iterable[Source]) -> str | None:
    """The source that has most of a short one's stems, if that is enough."""
    told = contexts.stems(source.text)
    if len(told) < _TELLING:
        return None
    share, original = max(
        ((len(told & contexts.stems(other.text)) / len(told), other.id) for other in others), key=lambda one: one[0]
    )
    return original if share >= _COVERED else None


def unsupported(infos: Sequence[SourceInfo], digest_of: Mapping[str, str]) -> set[str]:
    """The ids of figures in headlines and digests that the article or the original does not bear out."""
    known = {info.source.id: info for info in infos}
    found: set[str] = set()
    for info in infos:
        headline = [claim for claim in info.claims if claim.zone == "headline" and _has_figure(claim)]
        if headline:
            found |= _not_borne_out(headline, _body(info), [claim for claim in info.claims if claim.zone != "headline"])
        if info.source.id in digest_of:
            original = known[digest_of[info.source.id]]
            figures = [claim for claim in info.claims if claim.field == "text" and _has_figure(claim)]
            found |= _not_borne_out(figures, original.source.text, original.claims)
    return found


def _has_figure(claim: Claim) -> bool:
    return claim.kind == "quantity" and claim.qualifier != "vague"


def _body(info: SourceInfo) -> str:
    """A source's text without its headlines; no text where there is no article, so that nothing is missing from it."""
    text = info.source.text
    return "\n".join(text[zone.start : zone.end] for zone in info.source.zones if zone.name != "headline") or text


def _not_borne_out(figures: Sequence[Claim], text: str, stated: Iterable[Claim]) -> set[str]:
    """Figures that a text does not state: not as they are, not more exactly, not as a sum, not in any other sense."""
    by_sentence: defaultdict[object, list[Decimal]] = defaultdict(list)
    for claim in stated:
        if claim.kind in {"quantity", "duration"}:
            by_sentence[claim.field, claim.sentence] += _points(claim)
    values = {value for some in by_sentence.values() for value in some}
    for some in by_sentence.values():
        if len(some) <= _MOST_ADDENDS:
            values |= {sum(addends, Decimal(0)) for size in (2, 3) for addends in combinations(some, size)}
    return {
        claim.id
        for claim in figures
        if not all(_reached(value, values, claim) for value in _points(claim)) and not _written(claim.text, text)
    }


def _points(claim: Claim) -> list[Decimal]:
    """The values that a claim writes: one, or the two ends of a range."""
    value = claim.value
    if not isinstance(value, Interval):
        return []
    written = (value.low, value.high) if claim.qualifier == "range" else (value.point,)
    return [Decimal(one) for one in written if one is not None]


def _reached(value: Decimal, values: Iterable[Decimal], claim: Claim) -> bool:
    """Whether a value is among others, is one of them rounded, or is a bound that one of them keeps."""
    match claim.qualifier:
        case "more_than" | "at_least":
            return any(value <= other <= _NEAR * value for other in values)
        case "less_than" | "at_most":
            return any(value <= _NEAR * other and other <= value for other in values)
        case "about":
            room = abs(value) / 10
        case _:
            room = Decimal(10) ** int(value.normalize().as_tuple().exponent) / 2
    return any(abs(other - value) <= room for other in values)


def _written(figure: str, text: str) -> bool:
    """Whether the digits of a figure stand in a text, whatever they mean there."""
    numbers = _DIGITS.findall(figure)
    return bool(numbers) and all(
        re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", text) is not None for number in numbers
    )
