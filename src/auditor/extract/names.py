"""Stub."""

from auditor.extract.document import Document
from auditor.model import Claim


def names(document: Document) -> list[Claim]:
    """Nothing yet."""
    del document
    return []
