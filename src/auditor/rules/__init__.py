"""Declarative rules, compiled to pandera checks over the tables of a story."""

from collections.abc import Iterable, Sequence

import pandas as pd

from auditor.model import Agreement, Claim, Finding, NotCompared
from auditor.rules.model import Rule
from auditor.rules.reading.loading import load, load_files, packaged, read_files
from auditor.rules.running import engine
from auditor.rules.running.compile import compiled
from auditor.rules.running.prepared import Prepared
from auditor.rules.telling import findings
from auditor.rules.telling.statements import Statements

__all__ = ["Rule", "load", "load_files", "packaged", "read_files", "run"]


def run(
    rules: Iterable[Rule], claims: Sequence[Claim], table: pd.DataFrame, sources: pd.DataFrame
) -> tuple[list[Finding], list[Agreement], list[NotCompared]]:
    """Check whole stories by rules.

    Args:
        rules: The rules.
        claims: The stories' claims, reference facts last.
        table: The same as a claims table; its index is the position in ``claims``.
        sources: The stories' sources table.

    Returns:
        What breaks the rules, what was compared and agrees, what could not be compared.
    """
    outcome = engine.check(map(compiled, rules), table, sources)
    return (
        findings.findings(outcome, Statements(claims, Prepared(table), sources)),
        findings.agreements(outcome, claims),
        findings.not_compared(outcome, claims),
    )
