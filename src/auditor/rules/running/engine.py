"""Runs rules over the tables of one story."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Mask, codes
from auditor.compare import Compared, pairs, series
from auditor.compare.arithmetic.differences import differences
from auditor.compare.arithmetic.growths import growths
from auditor.compare.arithmetic.shares import shares
from auditor.compare.arithmetic.totals import totals
from auditor.compare.pairs import AROUND, Around
from auditor.rules.reading.checks import Condition, Other
from auditor.rules.running.compile import Compiled, Conditions
from auditor.rules.running.precedence import told_once
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.rows import Positions, Rows, taking_part
from auditor.rules.running.selection import chosen, exempt, holds

_OF_SOURCES = Condition("origin", "eq", "source")
_NOT_TAKEN_BACK = Condition("retired", "eq", argument=False)
_JOINED = {"together": totals, "growth": growths, "share": shares, "difference": differences}
"""What rules make of the right claims of each left claim, if they want them as one."""
_NO_VALUE = "it is not known what one of them stands for"
_NOT_SAID = "one of them does not say enough"
_REASONS = {
    "days_apart": "it is not said of which day one of them speaks",
    "days_between": "one of their sources has no date",
    "subject_alike": "it is not said of whom one of them speaks",
    "speaker_alike": "it is not known who says one of them",
}


class Made(NamedTuple):
    """A table of pairs or series that rules share, and what could not be put into it."""

    table: Prepared
    left_out: tuple[tuple[Positions, str], ...]


@dataclass(slots=True)
class Outcome:
    """What the rules found in a story.

    Attributes:
        broken: For each rule, the rows that break it, if any do.
        kept: For each rule over pairs, those that satisfy it.
        left_out: Positions of claims that looked alike and could not be compared, with the reason.
    """

    broken: list[Rows] = field(default_factory=list)
    kept: list[Rows] = field(default_factory=list)
    left_out: list[tuple[Positions, str]] = field(default_factory=list)


def check(rules: Iterable[Compiled], claims: pd.DataFrame, sources: pd.DataFrame) -> Outcome:
    """Check one story's tables by compiled rules."""
    outcome, rules = Outcome(), list(rules)
    made: dict[object, Made] = {}
    waiting = Counter(_shared(rule) for rule in rules)
    tables = {"claims": Prepared(claims), "sources": Prepared(sources)}
    for rule in rules:
        if rule.rule.compare in tables:
            _rows(rule, tables[rule.rule.compare], outcome)
        else:
            _compared(rule, tables["claims"], made, outcome)
        waiting[_shared(rule)] -= 1
        if not waiting[_shared(rule)]:
            made.pop(_shared(rule), None)  # tables of many pairs are large
    outcome.broken = told_once(outcome.broken, claims, rules)
    return outcome


def _rows(rule: Compiled, table: Prepared, outcome: Outcome) -> None:
    """A rule over single claims or sources."""
    is_claims = rule.rule.compare == "claims"
    selected = _in_force(table, (*rule.where, _OF_SOURCES)) if is_claims else chosen(table, rule.where)
    broken = np.flatnonzero(rule.breaks(table, selected))
    outcome.broken += [Rows(rule, table, broken)] if len(broken) else []


def _compared(rule: Compiled, claims: Prepared, made: "dict[object, Made]", outcome: Outcome) -> None:
    """A rule over pairs or series; rules that compare the same claims in the same way share the table."""
    table, left_out = compared(rule, claims, made)
    outcome.left_out += left_out
    if not len(table):
        return
    candidates, known = not_exempt(rule, table), rule.comparable(table)
    wanted = candidates & chosen(table, rule.when)
    if _contradicts(rule):
        outcome.left_out += _undecided(rule, table, candidates & ~wanted, known)
        unknown = wanted & ~known & (table.values("right") >= 0)
        outcome.left_out += [(positions, _NO_VALUE) for positions in taking_part(table, unknown)]
    alone = _alone(rule, table, wanted & ~known)
    wanted &= known
    joined = _JOINED.get(rule.rule.pair.need)
    if joined is not None:
        table = Prepared(joined(table.rows(wanted)))
        wanted = np.ones(len(table), dtype=bool)
    broken = rule.breaks(table, wanted)
    kept = wanted & ~broken
    if rule.rule.pair.need == "some":
        broken = _unmet(table, broken | alone, kept)
    if broken.any():
        outcome.broken.append(_apart(rule, table, _one_way(table, np.flatnonzero(broken))))
    if rule.rule.compare == "pairs" and (rule.is_telling or broken.any()):
        outcome.kept.append(_apart(rule, table, np.flatnonzero(kept)))


def _apart(rule: Compiled, table: Prepared, rows: npt.NDArray[np.int64]) -> Rows:
    """Some rows as a table of their own, so that the one that they are taken from need not be kept."""
    return Rows(rule, table.take(rows), np.arange(len(rows)))


def _in_force(claims: Prepared, wanted: Conditions) -> Mask:
    """The claims that a selection chooses; what a correction takes back is no claim, unless it is asked for."""
    asked_for = any(condition.column == "retired" for condition in wanted)
    return claims.mask(wanted if asked_for else (*wanted, _NOT_TAKEN_BACK), partial(chosen, claims))


def not_exempt(rule: Compiled, table: Prepared) -> Mask:
    """The pairs or series that are not exempt and have equal and different columns as the rule wants."""
    mask = ~exempt(table, rule.unless)
    if rule.rule.compare == "pairs":
        for name in rule.rule.pair.equal:
            mask &= _equal(table, name) | (_unknown(table, name, both=True))
        for name in rule.rule.pair.agree:
            mask &= _equal(table, name) | _unknown(table, name)
        for name in rule.rule.pair.differ:
            mask &= ~(_equal(table, name) | _unknown(table, name, both=True))
        mask = rule.applies(table, mask)
    return mask


def _equal(table: Prepared, name: str) -> Mask:
    """Where a column is known and the same on both sides."""
    return holds(table, Condition(f"left_{name}", "eq", Other(f"right_{name}")))


def _unknown(table: Prepared, name: str, *, both: bool = False) -> Mask:
    """Where one side, at least, or both, do not know a column."""
    left, right = (holds(table, Condition(f"{side}_{name}", "present", argument=False)) for side in ("left", "right"))
    return left & right if both else left | right


def compared(rule: Compiled, claims: Prepared, made: dict[object, Made]) -> Made:
    """The rule's pairs or series, made once for all rules that want the same."""
    key = _shared(rule)
    if key not in made:
        pairing = rule.rule.pair.pairing()
        sides = (rule.left, rule.right) if rule.rule.compare == "pairs" else (rule.where,)
        choices = {side: np.flatnonzero(_in_force(claims, side)) for side in sides}
        selected = [choices[side] for side in sides]
        needed = selected[:1] if pairing.need == "some" else selected
        if not all(len(positions) for positions in needed):
            found = Compared(pd.DataFrame())
        elif rule.rule.compare == "pairs":
            found = pairs(claims.known, selected[0], selected[1], pairing, around=_looks_around(rule))
        else:
            found = series(claims.known, selected[0], pairing)
        made[key] = Made(Prepared(found.rows, claims), found.left_out)
    return made[key]


def _shared(rule: Compiled) -> object:
    """What rules have in common that share a table."""
    return rule.rule.compare, rule.where, rule.left, rule.right, rule.rule.pair.pairing(), _looks_around(rule)


def _looks_around(rule: Compiled) -> Around:
    """Whether a rule looks at the words around claims, and whether at their names, which take long."""
    looked_at = {*rule.needs, *(condition.column for some in (rule.when, *rule.unless) for condition in some)}
    if "named_apart" in looked_at:
        return "names"
    return "nothing" if looked_at.isdisjoint(AROUND) else "words"


def _contradicts(rule: Compiled) -> bool:
    """Whether an editor wants to see what the rule found in order."""
    return rule.rule.compare == "pairs" and rule.rule.verdict == "contradiction"


def _undecided(rule: Compiled, table: Prepared, rows: Mask, known: Mask) -> Iterator[tuple[Positions, str]]:
    """Pairs that differ, and would be compared if more were known of them."""
    lacking = rows & (table.values("right") >= 0)
    reason = np.full(len(table), None, dtype=object)
    for condition in rule.when:
        met = holds(table, condition)
        missing = holds(table, Condition(condition.column, "present", argument=False)) & ~met
        lacking &= met | missing
        reason[missing] = _REASONS.get(condition.column, _NOT_SAID)
    lacking &= ~known | rule.breaks(table, lacking & known)
    yield from zip(taking_part(table, lacking), reason[lacking], strict=True)


def _alone(rule: Compiled, table: Prepared, rows: Mask) -> Mask:
    """Those of some rows in which a left claim that needs some right one has none to be compared with."""
    if rule.rule.pair.need != "some":
        return np.zeros(len(table), dtype=bool)
    return np.asarray(rows & (table.values("right") < 0), dtype=bool)


def _unmet(table: Prepared, broken: Mask, kept: Mask) -> Mask:
    """One row for each left claim that no right claim satisfies: the one whose topics are most alike."""
    lefts, alike = table.values("left"), np.nan_to_num(table.values("alike"))
    met = frozenset(lefts[kept].tolist())
    best: dict[int, int] = {}
    for index in np.flatnonzero(broken).tolist():
        left = int(lefts[index])
        if left not in met and (left not in best or alike[index] > alike[best[left]]):
            best[left] = index
    mask = np.zeros(len(table), dtype=bool)
    mask[list(best.values())] = True
    return mask


def _one_way(table: Prepared, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Of rows with the same claims, whichever of them is left, only the first."""
    if "members" in table.frame.columns:
        sides = pd.Series([frozenset(positions) for positions in taking_part(table, rows)], dtype=object).to_numpy()[
            np.newaxis
        ]
    else:
        sides = np.sort([table.values(name)[rows] for name in ("left", "right", "via")], axis=0)
    return rows[np.unique(codes(len(rows), sides), return_index=True)[1]]
