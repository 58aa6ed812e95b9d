"""In which office a source lets each of its speakers speak: the one that it gives them, or that their name is."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.people.offices import offices
from auditor.extract.people.titles import is_title
from auditor.extract.sentence.spans import Spans
from auditor.model import Claim, Role

_LONGEST = 200


class SpeaksAs(NamedTuple):
    """An office that somebody speaks in; nothing of it is known where a source does not say."""

    title: str | None = None
    organisation: str | None = None


class Speakers:
    """The offices of all who speak in some sources."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Look through the roles of the sources; of several offices of one person the first named counts."""
        self._known: dict[tuple[str, str], SpeaksAs] = {}
        for claim in claims:
            role = claim.value
            if isinstance(role, Role) and not role.former:
                self._known.setdefault((claim.source, role.person), SpeaksAs(role.title, role.organisation))

    def office(self, claim: Claim) -> SpeaksAs:
        """In which office the speaker of a claim speaks."""
        if claim.speaker is None:
            return SpeaksAs()
        return self._known.get((claim.source, claim.speaker)) or _named(claim.speaker)


@lru_cache(maxsize=4096)
def _named(speaker: str) -> SpeaksAs:
    """The office that a speaker is called by instead of a name: "spokesperson for Northern Rail"."""
    words = speaker[:_LONGEST]
    if not any(map(is_title, words.split())):
        return SpeaksAs()
    found = offices(Document(words, sentences=Spans([(0, len(words))])))
    return SpeaksAs(found[0].title, found[0].organisation) if found else SpeaksAs()
