"""Short texts that retell a longer one, and whether what they say is borne out by it.

A headline is a digest of its article; a short source nearly all of whose words stand in a long one of the same story
is a digest of that. What a digest says and its original does not is unsupported.
"""

from collections.abc import Mapping, Sequence

from auditor.digests.article import Article
from auditor.digests.completing import completed
from auditor.digests.names.sorts import is_full
from auditor.digests.numbers import figures
from auditor.digests.numbers.days import is_of_the_text
from auditor.digests.numbers.nearest import FOR_SOMETHING_ELSE, among, beside, broken, instead, repeated, retold, stated
from auditor.digests.originals import digests
from auditor.digests.places.beside import Beside
from auditor.digests.places.misfits import Misfits
from auditor.model import TOLD, Claim, SourceInfo

__all__ = ["completed", "digests", "unsupported"]


def unsupported(infos: Sequence[SourceInfo], digest_of: Mapping[str, str]) -> dict[str, str]:
    """The claims in headlines and digests that the article or the original does not bear out.

    Returns:
        By their ids, what the original has instead, in words.
    """
    known = {info.source.id: info for info in infos}
    originals = {name: Article(known[name]) for name in {digest_of[one] for one in known if one in digest_of}}
    found: dict[str, str] = {}
    for info in infos:
        headline = [
            claim for claim in info.claims if claim.zone == "headline" and _is_asked(claim) and _is_exact(claim)
        ]
        if headline:
            original = originals.get(info.source.id) or Article(info)
            found |= _not_borne_out(headline, info, original)
        if info.source.id in digest_of:
            told = [claim for claim in info.claims if claim.field == "text" and _is_asked(claim)]
            original = originals[digest_of[info.source.id]]
            found |= _not_retold(told, info.source.text, original)
            found |= _not_named(info.claims, info.source.text, original)
            found |= _denied(info.claims, info.source.text, original)
    return found


def _not_borne_out(headline: Sequence[Claim], info: SourceInfo, original: Article) -> dict[str, str]:
    """The claims of a headline that its article does not bear out."""
    found = {}
    for claim in headline:
        if other := original.otherwise(claim, info):
            found[claim.id] = retold(other)
        elif not original.bears_out_headline(claim, info):
            found[claim.id] = instead(claim, original.claims, text=original.body)
    return found


def _not_retold(told: Sequence[Claim], text: str, original: Article) -> dict[str, str]:
    """The claims of a short text that a long one does not bear out, or gives in another place."""
    if not told:
        return {}
    rivals, moved = original.instead(text, told), original.around.instead(text, told)
    retelling, misfits, found = Beside(text, told), Misfits(text, told, original.info.source.text), {}
    for claim in told:
        if phrase := misfits.of(claim):
            found[claim.id] = broken(phrase)
        elif is_of_the_text(claim):
            continue
        elif claim.id in rivals or (_is_told(claim, original) and not original.bears_out(claim, years=True)):
            found[claim.id] = instead(claim, original.claims, rivals.get(claim.id))
        elif claim.id in moved:
            found[claim.id] = among(moved[claim.id])
        elif other := original.beside.otherwise(claim, retelling):
            found[claim.id] = beside(other)
        elif _is_exact(claim) and _is_elsewhere(claim, text, original):
            found[claim.id] = FOR_SOMETHING_ELSE
    return found


def _not_named(claims: Sequence[Claim], text: str, original: Article) -> dict[str, str]:
    """The names in a short text that a long one does not have, or has for another; those of days are no names."""
    days_told = [(claim.start, claim.end) for claim in claims if claim.kind == "date" and claim.field == "text"]
    names = [claim for claim in claims if claim.kind == "name" and claim.field == "text" and claim.zone in TOLD]
    asked = [name for name in names if not any(start < name.end and name.start < end for start, end in days_told)]
    found = {name.id: original.not_named(name, text) for name in asked}
    again = {name: repeated(first) for name, first in original.usage.twice(asked, text).items()}
    return {name: reason for name, reason in found.items() if reason} | again


def _denied(claims: Sequence[Claim], text: str, original: Article) -> dict[str, str]:
    """What a short text denies and a long one states."""
    denials = [claim for claim in claims if claim.kind == "status" and claim.modality == "denied"]
    found = ((denial.id, original.denied.asserts(denial, text)) for denial in denials if denial.field == "text")
    return {name: stated(words) for name, words in found if words}


def _is_elsewhere(claim: Claim, text: str, original: Article) -> bool:
    """Whether a figure of a short text is one that the long one gives for something else only."""
    if claim.kind != "quantity":
        return False
    first, last = claim.place
    loose = figures.loose(claim, text[first:last])
    return original.around.elsewhere(claim, [one for one in loose if one not in original.numbers.lists], text)


def _is_told(claim: Claim, original: Article) -> bool:
    """Whether a long text would give a claim: not how long ago something was, if it counts no such stretches."""
    stretches = (one.unit for one in original.claims if one.dimension == "time" and one.kind == claim.kind)
    return _is_exact(claim) and (claim.dimension != "time" or claim.unit in stretches)


def _is_asked(claim: Claim) -> bool:
    """Whether a claim is one that an original can bear out or not."""
    match claim.kind:
        case "quantity":
            return True
        case "date":
            return claim.clue is None
        case "name":
            return claim.zone == "headline" and (claim.text[-1].isdecimal() or is_full(claim.text))
    return False


def _is_exact(claim: Claim) -> bool:
    """Whether a claim says what it says, and not "dozens" only."""
    return claim.qualifier != "vague"
