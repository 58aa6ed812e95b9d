"""The findings table: one row a finding."""

from collections.abc import Iterable

import numpy as np

from auditor.model import Finding
from auditor.tables.columns import FINDING_COLUMNS
from auditor.tables.schemas import FINDINGS, Frame, frame


def findings_table(findings: Iterable[Finding]) -> Frame:
    """Make the findings table of whole stories; one row a finding, with the number of its claims."""
    rows = [(f.id, f.rule, f.verdict, f.severity, f.story, f.message, len(f.claims)) for f in findings]
    columns = {
        name: np.array([row[index] for row in rows], dtype=dtype)
        for index, (name, dtype) in enumerate(FINDING_COLUMNS.items())
    }
    return FINDINGS.validate(frame(columns), lazy=True, inplace=True)
