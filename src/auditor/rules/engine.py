"""Runs rules over the tables of one story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from auditor.compare import Compared, pairs, series
from auditor.rules.compile import Compiled
from auditor.rules.relations.base import Mask, Row
from auditor.rules.selection import chosen, exempt, holds

Positions = tuple[int, ...]

_NO_VALUE = "what one of them stands for is not known"
_NOT_SAID = "one of them does not say enough"
_REASONS = {
    "days_apart": "of which day one of them speaks is not known",
    "days_between": "one of their sources has no date",
    "subject_alike": "of whom one of them speaks is not known",
    "speaker_alike": "who says one of them is not known",
}


@dataclass(frozen=True, slots=True)
class Match:
    """One row that a rule looked at.

    Attributes:
        rule: The rule, compiled.
        row: The row's columns.
        positions: The claims that take part, by position, reference facts included.
    """

    rule: Compiled
    row: Row
    positions: Positions


@dataclass(slots=True)
class Outcome:
    """What the rules found in a story.

    Attributes:
        broken: Rows that break a rule.
        kept: Pairs that satisfy a rule about contradictions.
        left_out: Positions of claims that looked alike and could not be compared, with the reason.
    """

    broken: list[Match] = field(default_factory=list)
    kept: list[Match] = field(default_factory=list)
    left_out: list[tuple[Positions, str]] = field(default_factory=list)


def check(rules: Iterable[Compiled], claims: pd.DataFrame, sources: pd.DataFrame) -> Outcome:
    """Check one story's tables by compiled rules."""
    outcome = Outcome()
    made: dict[object, Compared] = {}
    for rule in rules:
        if rule.rule.compare in {"claims", "sources"}:
            table = claims if rule.rule.compare == "claims" else sources
            _rows(rule, table, outcome)
        else:
            _compared(rule, claims, made, outcome)
    return outcome


def _rows(rule: Compiled, table: pd.DataFrame, outcome: Outcome) -> None:
    """A rule over single claims or sources."""
    selected = table[chosen(table, rule.where)]
    if rule.rule.compare == "claims":
        selected = selected[(selected["origin"] == "source").to_numpy()]
    broken = selected[rule.breaks(selected)]
    for position, row in zip(broken.index, _records(broken), strict=True):
        outcome.broken.append(Match(rule, row, (int(position),) if rule.rule.compare == "claims" else ()))


def _compared(rule: Compiled, claims: pd.DataFrame, made: dict[object, Compared], outcome: Outcome) -> None:
    """A rule over pairs or series; rules that compare the same claims in the same way share the table."""
    compared = _table(rule, claims, made)
    outcome.left_out += compared.left_out
    candidates = _candidates(rule, compared.table)
    wanted = chosen(candidates, rule.when)
    if _contradicts(rule):
        outcome.left_out += _undecided(rule, candidates[~wanted])
    table = candidates[wanted]
    known = rule.comparable(table)
    if _contradicts(rule):
        outcome.left_out += [(positions, _NO_VALUE) for positions in map(_positions, _records(table[~known]))]
    table = table[known]
    broken = rule.breaks(table)
    kept = ~broken
    if rule.rule.pair.need == "some":
        broken = _unmet(table, broken)
    outcome.broken += _matches(rule, table[broken])
    if rule.is_telling:
        outcome.kept += _matches(rule, table[kept])


def _candidates(rule: Compiled, table: pd.DataFrame) -> pd.DataFrame:
    """The pairs or series that are not exempt and have equal and different columns as the rule wants."""
    mask = ~exempt(table, rule.unless)
    if rule.rule.compare == "pairs":
        for name in rule.rule.pair.equal:
            mask &= _equal(table, name)
        for name in rule.rule.pair.differ:
            mask &= ~_equal(table, name)
        mask &= rule.applies(table)
    return table[mask]


def _equal(table: pd.DataFrame, name: str) -> Mask:
    """Where a column is the same on both sides; two that are missing are the same."""
    left, right = table[f"left_{name}"], table[f"right_{name}"]
    return np.asarray((left == right) | (left.isna() & right.isna()), dtype=bool)


def _table(rule: Compiled, claims: pd.DataFrame, made: dict[object, Compared]) -> Compared:
    """The rule's pairs or series, made once for all rules that want the same."""
    pairing = rule.rule.pair.pairing()
    key = (rule.rule.compare, rule.where, rule.left, rule.right, pairing)
    if key not in made:
        if rule.rule.compare == "pairs":
            left, right = (np.flatnonzero(chosen(claims, side)) for side in (rule.left, rule.right))
            made[key] = pairs(claims, left, right, pairing)
        else:
            made[key] = series(claims, np.flatnonzero(chosen(claims, rule.where)), pairing)
    return made[key]


def _contradicts(rule: Compiled) -> bool:
    """Whether an editor wants to see what the rule found in order."""
    return rule.rule.compare == "pairs" and rule.rule.verdict == "contradiction"


def _undecided(rule: Compiled, table: pd.DataFrame) -> Iterator[tuple[Positions, str]]:
    """Pairs that would be compared if more were known of them."""
    lacking = np.ones(len(table), dtype=bool)
    reason = np.full(len(table), None, dtype=object)
    for condition in rule.when:
        column = table[condition.column].to_numpy()
        missing = np.asarray(pd.isna(column)) & ~holds(column, condition)
        lacking &= holds(column, condition) | missing
        reason[missing] = _REASONS.get(condition.column, _NOT_SAID)
    rows = lacking & (table["right"].to_numpy() >= 0)
    for row, why in zip(_records(table[rows]), reason[rows], strict=True):
        yield _positions(row), why


def _unmet(table: pd.DataFrame, broken: Mask) -> Mask:
    """One row for each left claim that no right claim satisfies: the one whose topics are most alike."""
    lefts, alike = table["left"].to_numpy(), table["alike"].fillna(0).to_numpy()
    met = frozenset(lefts[~broken].tolist())
    best: dict[int, int] = {}
    for index, left in enumerate(lefts.tolist()):
        if left not in met and (left not in best or alike[index] > alike[best[left]]):
            best[left] = index
    mask = np.zeros(len(table), dtype=bool)
    mask[list(best.values())] = True
    return mask


def _matches(rule: Compiled, table: pd.DataFrame) -> list[Match]:
    return [Match(rule, row, _positions(row)) for row in _records(table)]


def _records(table: pd.DataFrame) -> list[Row]:
    """Rows as dictionaries; the slow way of pandas is taken only for the few rows that are shown."""
    columns = {name: table[name].to_numpy() for name in table.columns} if len(table) else {}
    return [{name: column[index] for name, column in columns.items()} for index in range(len(table))]


def _positions(row: Row) -> Positions:
    """The claims of a row, reference facts last."""
    found = row["members"] if "members" in row else (row["left"], row["right"], row["via"])
    return tuple(int(position) for position in found if position >= 0)
