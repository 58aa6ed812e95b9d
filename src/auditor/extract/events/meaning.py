"""Whom a pronoun before a stage means: "He was arrested in June"."""

from collections.abc import Sequence
from functools import cached_property

from auditor.extract.document import Document
from auditor.extract.people.roles import roles
from auditor.extract.speech.verbs import speech
from auditor.extract.speech.voices import Voices
from auditor.language.phrases import pattern
from auditor.model import Claim

_PRONOUN = pattern("events", "pronoun")
_LONGEST = 20


class Meaning:
    """The pronouns of a document, resolved when first asked for."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        """Prepare for a document and the claims found in it so far."""
        self.document, self.claims = document, claims

    @cached_property
    def voices(self) -> Voices:
        """Who speaks in the document."""
        quotations = [claim for claim in self.claims if claim.kind == "quotation"]
        quoted = [(claim.start, claim.end) for claim in quotations]
        return Voices(self.document, [*roles(self.document), *quotations], quoted)

    def person(self, end: int, first: int) -> tuple[int, str] | None:
        """Whom a pronoun means that opens a sentence or what is said, if a person named in full; and its place."""
        low = max(first, end - _LONGEST)
        match = _PRONOUN.search(self.document.text[low:end])
        if match is None or (match["told"] is None and low > first) or not _tells(match["told"]):
            return None
        start = low + match.start("pronoun")
        person = self.voices.pronouns.meant(start, match["pronoun"].lower())
        return (start, person) if person is not None and " " in person else None


def _tells(word: str | None) -> bool:
    """Whether a word leads to what somebody says, or none stands there."""
    return word is None or word in speech().reporting
