"""Whom a pronoun before a stage means: "He was arrested in June"."""

import re
from collections.abc import Sequence
from functools import cached_property

from auditor.extract.document import Document
from auditor.extract.people.roles import roles
from auditor.extract.speech.voices import Voices
from auditor.model import Claim

_PRONOUN = re.compile(r"(?P<pronoun>[Hh]e|[Ss]he) $")
_LONGEST = 4


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
        """Whom the pronoun that alone opens a sentence means, where it is the person named in full; and its place."""
        match = _PRONOUN.fullmatch(self.document.text, first, end) if end - first <= _LONGEST else None
        if match is None:
            return None
        person = self.voices.pronouns.meant(first, match["pronoun"].lower())
        return (first, person) if person is not None and " " in person else None
