"""Stub."""

from auditor.extract.document import Document
from auditor.model import Claim


def statuses(document: Document) -> list[Claim]:
    """Nothing yet."""
    del document
    return []
