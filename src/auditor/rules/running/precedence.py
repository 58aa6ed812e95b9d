"""What several rules found with the same claims, told once, by the rule that comes first."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import codes
from auditor.rules.running.compile import Compiled
from auditor.rules.running.rows import Rows


def told_once(broken: Sequence[Rows], claims: pd.DataFrame, rules: Iterable[Compiled]) -> list[Rows]:
    """What was found, less what a rule found with the same claims as one that comes first.

    Args:
        broken: What the rules found.
        claims: The claims table.
        rules: All rules that were run.
    """
    spots, people, first = _spots(claims), _people(claims), _first(rules)
    waited_for = frozenset().union(*first.values())
    found = {
        (some.rule.rule.id, where)
        for some in broken
        if some.rule.rule.id in waited_for
        for where in _where(some, spots, people)
    }
    told = []
    for some in broken:
        before, rows = first[some.rule.rule.id], some.rows
        if before:
            is_told = [found.isdisjoint((other, where) for other in before) for where in _where(some, spots, people)]
            rows = rows[np.array(is_told, dtype=bool)]
        told += [some._replace(rows=rows)] if len(rows) else []
    return told


def _where(
    found: Rows, spots: npt.NDArray[np.int64], people: npt.NDArray[np.int64]
) -> Iterator[tuple[bool, frozenset[int]]]:
    """What each row is about: two names of people, wherever they stand, or the spots of its claims."""
    for positions in found.positions():
        named = frozenset(people[[*positions]].tolist())
        is_of_names = len(named) > 1 and -1 not in named
        yield is_of_names, named if is_of_names else frozenset(spots[[*positions]].tolist())


def _first(rules: Iterable[Compiled]) -> dict[str, frozenset[str]]:
    """For each rule those that come first: the rules that it yields to, those that these yield to, and so on."""
    yields = {rule.rule.id: rule.rule.yields for rule in rules}
    first = {}
    for name in yields:
        found = [name]
        for one in found:
            found += (other for other in yields.get(one, ()) if other not in found)
        first[name] = frozenset(found[1:])
    return first


def _people(claims: pd.DataFrame) -> npt.NDArray[np.int64]:
    """For each claim the number of the person it names, -1 where it names none; a story is told by itself."""
    return pd.factorize(claims["person"])[0].astype(np.int64)


def _spots(claims: pd.DataFrame) -> npt.NDArray[np.int64]:
    """For each claim its position; of those of one person in one sentence (an office, a name) the first one's."""
    spots = np.arange(len(claims))
    people = np.flatnonzero(claims["person"].notna().to_numpy())
    columns = (claims[name].to_numpy()[people] for name in ("source", "field", "sentence_start", "person"))
    _, first, which = np.unique(codes(len(people), columns), return_index=True, return_inverse=True)
    spots[people] = people[first[which]]
    return spots
