"""Runs rules over the tables of one story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from auditor.compare import AROUND, Compared, pairs, series, totals
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
        kept: For each rule about contradictions the claims, by position, of the pairs that satisfy it.
        left_out: Positions of claims that looked alike and could not be compared, with the reason.
    """

    broken: list[Match] = field(default_factory=list)
    kept: list[tuple[Compiled, list[Positions]]] = field(default_factory=list)
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
    is_claims = rule.rule.compare == "claims"
    selected = chosen(table, rule.where)
    if is_claims:
        selected &= table["origin"].to_numpy() == "source"
    broken = rule.breaks(table, selected)
    for index, row in zip(np.flatnonzero(broken).tolist(), _records(table, broken), strict=True):
        outcome.broken.append(Match(rule, row, (index,) if is_claims else ()))


def _compared(rule: Compiled, claims: pd.DataFrame, made: dict[object, Compared], outcome: Outcome) -> None:
    """A rule over pairs or series; rules that compare the same claims in the same way share the table."""
    compared = _table(rule, claims, made)
    outcome.left_out += compared.left_out
    table = compared.table
    if not len(table):
        return
    candidates, known = _candidates(rule, table), rule.comparable(table)
    wanted = candidates & chosen(table, rule.when)
    if _contradicts(rule):
        outcome.left_out += _undecided(rule, table, candidates & ~wanted, known)
        outcome.left_out += [(positions, _NO_VALUE) for positions in _taking_part(table, wanted & ~known)]
    wanted &= known
    if rule.rule.pair.need == "together":
        table = totals(table[wanted])
        wanted = np.ones(len(table), dtype=bool)
    broken = rule.breaks(table, wanted)
    kept = wanted & ~broken
    if rule.rule.pair.need == "some":
        broken = _unmet(table, broken, kept)
    outcome.broken += _matches(rule, table, broken)
    if rule.rule.compare == "pairs":
        outcome.kept.append((rule, _taking_part(table, kept)))


def _candidates(rule: Compiled, table: pd.DataFrame) -> Mask:
    """The pairs or series that are not exempt and have equal and different columns as the rule wants."""
    mask = ~exempt(table, rule.unless)
    if rule.rule.compare == "pairs":
        for name in rule.rule.pair.equal:
            mask &= _equal(table, name)
        for name in rule.rule.pair.agree:
            mask &= _equal(table, name) | _unknown(table, name)
        for name in rule.rule.pair.differ:
            mask &= ~_equal(table, name)
        mask = rule.applies(table, mask)
    return mask


def _equal(table: pd.DataFrame, name: str) -> Mask:
    """Where a column is the same on both sides; two that are missing are the same."""
    left, right = table[f"left_{name}"], table[f"right_{name}"]
    return np.asarray((left == right) | (left.isna() & right.isna()), dtype=bool)


def _unknown(table: pd.DataFrame, name: str) -> Mask:
    """Where one side, at least, does not know a column."""
    return np.asarray(table[f"left_{name}"].isna() | table[f"right_{name}"].isna(), dtype=bool)


def _table(rule: Compiled, claims: pd.DataFrame, made: dict[object, Compared]) -> Compared:
    """The rule's pairs or series, made once for all rules that want the same."""
    pairing = rule.rule.pair.pairing()
    around = any(condition.column in AROUND for some in (rule.when, *rule.unless) for condition in some)
    key = (rule.rule.compare, rule.where, rule.left, rule.right, pairing, around)
    if key not in made:
        sides = (rule.left, rule.right) if rule.rule.compare == "pairs" else (rule.where,)
        choices = {side: np.flatnonzero(chosen(claims, side)) for side in sides}
        selected = [choices[side] for side in sides]
        needed = selected[:1] if pairing.need == "some" else selected
        if not all(len(positions) for positions in needed):
            made[key] = Compared(pd.DataFrame())
        elif rule.rule.compare == "pairs":
            made[key] = pairs(claims, selected[0], selected[1], pairing, around=around)
        else:
            made[key] = series(claims, selected[0], pairing)
    return made[key]


def _contradicts(rule: Compiled) -> bool:
    """Whether an editor wants to see what the rule found in order."""
    return rule.rule.compare == "pairs" and rule.rule.verdict == "contradiction"


def _undecided(rule: Compiled, table: pd.DataFrame, rows: Mask, known: Mask) -> Iterator[tuple[Positions, str]]:
    """Pairs that differ, and would be compared if more were known of them."""
    lacking = rows & (table["right"].to_numpy() >= 0)
    reason = np.full(len(table), None, dtype=object)
    for condition in rule.when:
        met = holds(table, condition)
        missing = np.asarray(pd.isna(table[condition.column].to_numpy())) & ~met
        lacking &= met | missing
        reason[missing] = _REASONS.get(condition.column, _NOT_SAID)
    lacking &= ~known | rule.breaks(table, lacking & known)
    yield from zip(_taking_part(table, lacking), reason[lacking], strict=True)


def _unmet(table: pd.DataFrame, broken: Mask, kept: Mask) -> Mask:
    """One row for each left claim that no right claim satisfies: the one whose topics are most alike."""
    lefts, alike = table["left"].to_numpy(), table["alike"].fillna(0).to_numpy()
    met = frozenset(lefts[kept].tolist())
    best: dict[int, int] = {}
    for index in np.flatnonzero(broken).tolist():
        left = int(lefts[index])
        if left not in met and (left not in best or alike[index] > alike[best[left]]):
            best[left] = index
    mask = np.zeros(len(table), dtype=bool)
    mask[list(best.values())] = True
    return mask


def _matches(rule: Compiled, table: pd.DataFrame, rows: Mask) -> list[Match]:
    return [Match(rule, row, _positions(row)) for row in _records(table, rows)]


def _records(table: pd.DataFrame, rows: Mask) -> list[Row]:
    """Rows as dictionaries; only the few that are shown are taken out of their table."""
    names = list(table.columns)
    return [dict(zip(names, row, strict=True)) for row in table[rows].to_numpy(dtype=object)] if rows.any() else []


def _taking_part(table: pd.DataFrame, rows: Mask) -> list[Positions]:
    """The claims of some pairs, reference facts last."""
    if "members" in table:
        return [tuple(members) for members in table["members"].to_numpy()[rows].tolist()]
    columns = (table[name].to_numpy()[rows].tolist() for name in ("left", "right", "via"))
    return [tuple(position for position in row if position >= 0) for row in zip(*columns, strict=True)]


def _positions(row: Row) -> Positions:
    """The claims of a row, reference facts last."""
    found = row["members"] if "members" in row else (row["left"], row["right"], row["via"])
    return tuple(int(position) for position in found if position >= 0)
