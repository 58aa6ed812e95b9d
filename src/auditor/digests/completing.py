"""The claims of short texts that only show by the long ones that they retell: more names, and what they deny.

A number or a time that is no claim is one where it is a slip, so that a finding can show it.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from auditor.digests.names.mentions import Mentions
from auditor.digests.places.misfits import unread
from auditor.disputes.predicates import denied
from auditor.extract import identity, reading_order
from auditor.extract.sentence.sentences import sentences
from auditor.extract.sentence.spans import Spans
from auditor.model import Claim, Name, Source, SourceInfo, Stage


def completed(infos: Sequence[SourceInfo], digest_of: Mapping[str, str]) -> list[SourceInfo]:
    """Sources, with more claims of those that are digests.

    Args:
        infos: The sources.
        digest_of: For the digests, of which source.
    """
    known = {info.source.id: info for info in infos}
    originals = ((info, known.get(digest_of.get(info.source.id, ""))) for info in infos)
    return [info if original is None else _completed(info, original) for info, original in originals]


def _completed(info: SourceInfo, original: SourceInfo) -> SourceInfo:
    known = {(claim.kind, claim.start, claim.end) for claim in info.claims if claim.field == "text"}
    more = [claim for claim in _more(info, original) if (claim.kind, claim.start, claim.end) not in known]
    return dataclasses.replace(info, claims=tuple(sorted([*info.claims, *more], key=reading_order)))


def _more(info: SourceInfo, original: SourceInfo) -> Iterator[Claim]:
    """The names of a digest, the verbs that it negates and the slips that are no claims yet."""
    text, spans = info.source.text, sentences(info.source.text)
    for start, end, name in Mentions(original.source.text, original.claims).of(text, info.claims):
        yield _placed(Claim("name", start, end, text[start:end], Name(name)), info.source, spans)
    for (start, end), one in {(one.start, one.end): one for one in denied(text)}.items():
        denial = Claim("status", start, end, text[start:end], Stage(one.subject, one.verb), modality="denied")
        yield _placed(denial, info.source, spans)
    read = [claim for claim in info.claims if claim.field == "text" and claim.kind in {"quantity", "date"}]
    for claim in unread(text, original.source.text):
        if not any(claim.start < other.end and other.start < claim.end for other in read):
            yield _placed(claim, info.source, spans)


def _placed(claim: Claim, source: Source, spans: Spans) -> Claim:
    """A claim with its place in its source."""
    claim.sentence = spans[spans.last(claim.start)]
    claim.zone = next((zone.name for zone in source.zones if zone.start <= claim.start < zone.end), "body")
    claim.source, claim.story = source.id, source.story
    claim.id = identity(claim)
    return claim
