"""Short texts that retell a longer one, and whether what they say is borne out by it.

A headline is a digest of its article; a short source nearly all of whose words stand in a long one of the same story
is a digest of that. What a digest says and its original does not is unsupported.
"""

from collections.abc import Mapping, Sequence

from auditor.digests import days, figures
from auditor.digests.evidence import evidence
from auditor.digests.originals import digests
from auditor.digests.wording import Wording
from auditor.model import Claim, SourceInfo

__all__ = ["digests", "unsupported"]


def unsupported(infos: Sequence[SourceInfo], digest_of: Mapping[str, str]) -> set[str]:
    """The ids of claims in headlines and digests that the article or the original does not bear out."""
    known = {info.source.id: info for info in infos}
    found: set[str] = set()
    for info in infos:
        headline = [claim for claim in info.claims if claim.zone == "headline" and _is_asked(claim)]
        if headline:
            original = _Original(info)
            found |= {claim.id for claim in headline if not original.bears_out_headline(claim, info)}
        if info.source.id in digest_of:
            told = [claim for claim in info.claims if claim.field == "text" and _is_asked(claim)]
            found |= _not_retold(told, info.source.text, known[digest_of[info.source.id]])
    return found


def _not_retold(told: Sequence[Claim], text: str, long: SourceInfo) -> set[str]:
    """The ids of claims of a short text that a long one does not bear out, or bears out in another place."""
    if not told:
        return set()
    original, wording = _Original(long), Wording(long.source.text, long.claims)
    found = {claim.id for claim in told if not original.bears_out(claim, years=True)}
    found.update(wording.instead(text, told))
    for claim in told:
        if claim.kind == "quantity":
            first, last = claim.sentence or (claim.start, claim.end)
            numbers = figures.loose(claim, text[first:last])
            if wording.elsewhere(claim, numbers, text) or figures.per_another(claim, original.numbers):
                found.add(claim.id)
    return found


class _Original:
    """What a source states below its headline."""

    def __init__(self, info: SourceInfo) -> None:
        stated = [claim for claim in info.claims if claim.zone != "headline"]
        self.numbers = evidence(_body(info), stated, info.published)
        self.days = days.calendar(stated, info.published)

    def bears_out_headline(self, claim: Claim, info: SourceInfo) -> bool:
        """Whether it bears out a claim of its headline, or that is no claim but a figure of speech."""
        first, last = claim.sentence or (claim.start, claim.end)
        sentence = (getattr(info.source, claim.field) or "")[first:last]
        start, end = claim.start - first, claim.end - first
        return (
            self.bears_out(claim, years=False)
            or figures.is_idiom(sentence, start, end)
            or figures.is_listing(sentence, end, claim, self.numbers)
        )

    def bears_out(self, claim: Claim, *, years: bool) -> bool:
        """Whether it bears out a claim."""
        match claim.kind:
            case "quantity":
                return figures.borne_out(claim, self.numbers)
            case "date":
                return days.borne_out(claim, self.numbers, self.days, years=years)
        return figures.stands(claim.text, self.numbers)


def _is_asked(claim: Claim) -> bool:
    """Whether a claim is one that an original can bear out or not."""
    match claim.kind:
        case "quantity":
            return claim.qualifier != "vague"
        case "date":
            return claim.clue is None
        case "name":
            return claim.zone == "headline" and claim.text[-1].isdecimal()
    return False


def _body(info: SourceInfo) -> str:
    """A source's text without its headlines; no text where there is no article, so that nothing is missing from it."""
    text = info.source.text
    return "\n".join(text[zone.start : zone.end] for zone in info.source.zones if zone.name != "headline") or text
