"""Short texts that retell a longer one, and whether what they say is borne out by it.

A headline is a digest of its article; a short source nearly all of whose words stand in a long one of the same story
is a digest of that. What a digest says and its original does not is unsupported.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from auditor.digests.completing import completed
from auditor.digests.denied import Denied
from auditor.digests.names.called import Called
from auditor.digests.names.mentions import Mentions
from auditor.digests.names.named import Named
from auditor.digests.names.sorts import Sorts
from auditor.digests.names.usage import Usage
from auditor.digests.numbers import days, figures
from auditor.digests.numbers.derived import is_derived
from auditor.digests.numbers.evidence import Evidence
from auditor.digests.numbers.nearest import NO_NAME, among, beside, broken, displaced, instead, repeated, stated
from auditor.digests.originals import digests
from auditor.digests.places.around import Around
from auditor.digests.places.beside import Beside
from auditor.digests.places.misfits import Misfits
from auditor.digests.places.wording import Wording
from auditor.model import Claim, SourceInfo

__all__ = ["completed", "digests", "unsupported"]

_TOLD = frozenset({"body", "quote", "background"})
"""The zones whose names a digest takes from its original; its headline, dateline and byline are its own."""


def unsupported(infos: Sequence[SourceInfo], digest_of: Mapping[str, str]) -> dict[str, str]:
    """The claims in headlines and digests that the article or the original does not bear out.

    Returns:
        By their ids, what the original has instead, in words.
    """
    known = {info.source.id: info for info in infos}
    retold = {name: _Original(known[name]) for name in {digest_of[one] for one in known if one in digest_of}}
    found: dict[str, str] = {}
    for info in infos:
        headline = [
            claim for claim in info.claims if claim.zone == "headline" and _is_asked(claim) and _is_exact(claim)
        ]
        if headline:
            original = retold.get(info.source.id) or _Original(info)
            lacking = [claim for claim in headline if not original.bears_out_headline(claim, info)]
            found |= {claim.id: instead(claim, original.claims, text=original.body) for claim in lacking}
        if info.source.id in digest_of:
            told = [claim for claim in info.claims if claim.field == "text" and _is_asked(claim)]
            original = retold[digest_of[info.source.id]]
            found |= _not_retold(told, info.source.text, original)
            found |= _not_named(info.claims, info.source.text, original)
            found |= _denied(info.claims, info.source.text, original)
    return found


def _not_retold(told: Sequence[Claim], text: str, original: "_Original") -> dict[str, str]:
    """The claims of a short text that a long one does not bear out, or gives in another place."""
    if not told:
        return {}
    rivals, moved = original.instead(text, told), original.around.instead(text, told)
    retelling, misfits, found = Beside(text, told), Misfits(text, told, original.info.source.text), {}
    for claim in told:
        if phrase := misfits.of(claim):
            found[claim.id] = broken(phrase)
        elif claim.id in rivals or (_is_exact(claim) and not original.bears_out(claim, years=True)):
            found[claim.id] = instead(claim, original.claims, rivals.get(claim.id))
        elif claim.id in moved:
            found[claim.id] = among(moved[claim.id])
        elif other := original.beside.otherwise(claim, retelling):
            found[claim.id] = beside(other)
        elif _is_exact(claim) and _is_elsewhere(claim, text, original):
            found[claim.id] = instead(claim, original.claims)
    return found


def _not_named(claims: Sequence[Claim], text: str, original: "_Original") -> dict[str, str]:
    """The names in a short text that a long one does not have, or has for another; those of days are no names."""
    days_told = [(claim.start, claim.end) for claim in claims if claim.kind == "date" and claim.field == "text"]
    names = [claim for claim in claims if claim.kind == "name" and claim.field == "text" and claim.zone in _TOLD]
    asked = [name for name in names if not any(start < name.end and name.start < end for start, end in days_told)]
    found = {name.id: original.not_named(name, text) for name in asked}
    again = {name: repeated(first) for name, first in original.usage.twice(asked, text).items()}
    return {name: reason for name, reason in found.items() if reason} | again


def _denied(claims: Sequence[Claim], text: str, original: "_Original") -> dict[str, str]:
    """What a short text denies and a long one states."""
    denials = [claim for claim in claims if claim.kind == "status" and claim.modality == "denied"]
    found = ((denial.id, original.denied.asserts(denial, text)) for denial in denials if denial.field == "text")
    return {name: stated(words) for name, words in found if words}


def _is_elsewhere(claim: Claim, text: str, original: "_Original") -> bool:
    """Whether a figure of a short text is one that the long one gives for something else only."""
    if claim.kind != "quantity":
        return False
    first, last = claim.place
    loose = figures.loose(claim, text[first:last])
    return original.around.elsewhere(claim, [one for one in loose if one not in original.numbers.lists], text)


class _Original:
    """What a source states below its headline, gathered once for all that retell it."""

    def __init__(self, info: SourceInfo) -> None:
        self.info = info
        self.claims = [claim for claim in info.claims if claim.zone != "headline"]
        self.body = _body(info)
        self.numbers = Evidence(self.body, self.claims, info)

    @cached_property
    def calendar(self) -> days.Calendar:
        """The days that it speaks of."""
        return days.calendar(self.claims, self.info.published)

    @cached_property
    def wording(self) -> Wording:
        """The words between which it has its amounts and dates."""
        return Wording(self.info.source.text, self.info.claims)

    @cached_property
    def around(self) -> Around:
        """The words among which it has its numbers and days."""
        return Around(self.info.source.text, self.info.claims)

    @cached_property
    def beside(self) -> Beside:
        """Its figures, and what stands beside each."""
        return Beside(self.info.source.text, self.info.claims)

    @cached_property
    def called(self) -> Called:
        """Whom and what it names."""
        source = self.info.source
        return Called(text for text in (source.text, source.title, source.publisher, source.url) if text)

    @cached_property
    def mentions(self) -> Mentions:
        """Its names, and where they stand."""
        return Mentions(self.info.source.text, self.info.claims)

    @cached_property
    def named(self) -> Named:
        """Beside which words its names stand."""
        return Named(self.info.source.text, self.mentions, self.around, self.sorts)

    @cached_property
    def sorts(self) -> Sorts:
        """What its names are names of."""
        return Sorts(self.info.source.text, self.info.claims, self.mentions)

    @cached_property
    def usage(self) -> Usage:
        """How it uses its names."""
        return Usage(self.info.source.text, self.mentions, self.sorts)

    @cached_property
    def denied(self) -> Denied:
        """What it asserts."""
        return Denied(self.info.source.text, self.around)

    def instead(self, text: str, told: Sequence[Claim]) -> dict[str, Claim]:
        """For each claim of a retelling in whose place it has another, the other, unless elsewhere fits better."""
        rivals, claims = self.wording.instead(text, told), {claim.id: claim for claim in told}
        return {
            name: other
            for name, other in rivals.items()
            if self.around.is_as_close(claims[name], other, text) and not figures.is_sum(claims[name], self.numbers)
        }

    def not_named(self, name: Claim, text: str) -> str | None:
        """Why a name of a short text is not the one that is meant, in words; None where it may be."""
        if self.called.lacks(name):
            return NO_NAME
        if reason := next(chain(self.sorts.slips(name, text), self.usage.slips(name, text)), None):
            return reason
        other = self.named.instead(name, text)
        return displaced(other) if other else None

    def bears_out_headline(self, claim: Claim, info: SourceInfo) -> bool:
        """Whether it bears out a claim of its headline, or that is no claim but a figure of speech."""
        first, last = claim.place
        sentence = (getattr(info.source, claim.field) or "")[first:last]
        start, end = claim.start - first, claim.end - first
        return (
            (self.bears_out(claim, years=False) and not figures.is_another(claim, self.numbers))
            or figures.is_idiom(sentence, start, end)
            or figures.is_listing(sentence, end, claim, self.numbers)
            or is_derived(claim, sentence[:start], self.numbers)
        )

    def bears_out(self, claim: Claim, *, years: bool) -> bool:
        """Whether it bears out a claim."""
        match claim.kind:
            case "quantity":
                return figures.borne_out(claim, self.numbers)
            case "date":
                named = claim.text.isalpha() and claim.text.lower() in self.body.lower()
                return named or days.borne_out(claim, self.numbers, self.calendar, years=years)
        return figures.stands(claim.text, self.numbers)


def _is_asked(claim: Claim) -> bool:
    """Whether a claim is one that an original can bear out or not."""
    match claim.kind:
        case "quantity":
            return True
        case "date":
            return claim.clue is None
        case "name":
            return claim.zone == "headline" and claim.text[-1].isdecimal()
    return False


def _is_exact(claim: Claim) -> bool:
    """Whether a claim says what it says, and not "dozens" only."""
    return claim.qualifier != "vague"


def _body(info: SourceInfo) -> str:
    """A source's text without its headlines; no text where there is no article, so that nothing is missing from it."""
    text = info.source.text
    return "\n".join(text[zone.start : zone.end] for zone in info.source.zones if zone.name != "headline") or text
