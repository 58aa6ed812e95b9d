"""Extracts the claims of a source: when it appeared first, then what its text and its title state."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2s
from itertools import chain

from auditor.callable import stands_for_its_function
from auditor.extract.calendar import clues, dates, durations, periods, times
from auditor.extract.document import Document
from auditor.extract.events import statuses
from auditor.extract.people import names, roles
from auditor.extract.quantity import quantities
from auditor.extract.sentence import context
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech import quotations
from auditor.language.spoken import is_foreign
from auditor.model import Claim, Source, SourceInfo

__all__ = ["completed", "examine", "extract", "identity", "reading_order"]

stands_for_its_function(__name__)

#: Each opens with letters alone, so that the engine skips to where they stand; a word may not begin before them.
_ADDRESSES = (
    re.compile(r"http(?<!\w.{4})s?://[^\s<>\"”’)]+"),
    re.compile(r"www(?<!\w.{3})\.[^\s<>\"”’)]+"),
)
_READING_ORDER = {"id": 0, "published": 1, "url": 2, "title": 3, "text": 4}


def extract(source: Source) -> tuple[Claim, ...]:
    """Return every claim of a source, in reading order."""
    return examine(source).claims


def examine(source: Source) -> SourceInfo:
    """Return a source with its claims and the day it most likely appeared."""
    found = clues.clues(source)
    published = clues.published(found)
    day, clue = published if published is not None else (None, None)
    taken = _context_of if is_foreign(source.text) else _claims
    texts = (taken(document, found) for document in _documents(source, day))
    claims = [*found, *chain.from_iterable(texts)]
    for claim in claims:
        claim.source, claim.story = source.id, source.story
        claim.id = identity(claim)
    claims.sort(key=reading_order)
    once = {claim.id: claim for claim in reversed(claims)}  # of two readings of the same words the first is kept
    return SourceInfo(source, None if day is None else day.isoformat(), clue, tuple(reversed(once.values())))


def completed(info: SourceInfo, more: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a source with more of its text, which get from their sentences what those found before have."""
    source = info.source
    day = date.fromisoformat(info.published) if info.published else None
    document = Document(source.text, "text", source.zones, published=day)
    document.sentences = sentences(source.text)
    known = [dataclasses.replace(claim) for claim in info.claims if claim.field == "text"]
    context.apply(document, [*known, *more])
    periods.apply(document, [*known, *more])
    for claim in more:
        claim.source, claim.story = source.id, source.story
        claim.id = identity(claim)
    return tuple(sorted([*info.claims, *more], key=reading_order))


def _documents(source: Source, published: date | None) -> Iterator[Document]:
    """The texts of a source; a title that stands in the text is no text of its own."""
    yield Document(source.text, "text", source.zones, published=published)
    if source.title and source.title_span is None:
        yield Document(source.title, "title", published=published)


def _claims(document: Document, found: Iterable[Claim]) -> list[Claim]:
    """The claims of one text besides those found before."""
    document.sentences = sentences(document.text)
    document.reserved = sorted(match.span() for address in _ADDRESSES for match in address.finditer(document.text))
    known = [claim for claim in found if claim.field == document.field]
    claims = [*known, *dates.dates(document), *times.times(document), *durations.durations(document)]
    claims += quantities.quantities(document)
    claims += roles.roles(document)
    claims += quotations.quotations(document)
    claims += statuses.statuses(document, claims)
    claims += names.names(document)
    claims += names.numbered(document, claims)
    for claim in claims:
        claim.field = document.field
    context.apply(document, claims)
    periods.apply(document, claims)
    return claims[len(known) :]


def _context_of(document: Document, found: Iterable[Claim]) -> list[Claim]:
    """No claims of a text in another language, whose words would be taken for others; those found before are placed."""
    document.sentences = sentences(document.text)
    context.apply(document, [claim for claim in found if claim.field == document.field])
    return []


def reading_order(claim: Claim) -> tuple[int, int, int, str]:
    """What the claims of a source are ordered by."""
    return _READING_ORDER[claim.field], claim.start, claim.end, claim.kind


def identity(claim: Claim) -> str:
    """An id that the claim's place gives it: the same source text, the same ids."""
    place = f"{claim.source}\0{claim.field}\0{claim.start}\0{claim.end}\0{claim.kind}"
    return f"c-{blake2s(place.encode(errors='surrogatepass'), digest_size=6).hexdigest()}"
