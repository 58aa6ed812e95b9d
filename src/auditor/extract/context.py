"""What the sentence around a claim says of it."""

from auditor.extract.document import Document
from auditor.model import Claim


def apply(document: Document, claims: list[Claim]) -> None:
    """Fill in each claim its sentence and its zone."""
    for claim in claims:
        if claim.field == document.field:
            claim.sentence = document.sentence_at(claim.start)
            claim.zone = document.zone_at(claim.start)
