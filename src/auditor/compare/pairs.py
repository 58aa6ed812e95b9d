"""The pairs table: one row two claims that a rule may compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.codes import Floats, Numbers
from auditor.compare import facts, topics
from auditor.compare.arithmetic import slips
from auditor.compare.around import beside, contexts
from auditor.compare.around.aligned import aligned
from auditor.compare.around.own import shared
from auditor.compare.blocking.candidates import candidates, likeness
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing, Through
from auditor.compare.sides import PairsTable
from auditor.tables.columns import FLAG, NUMBER, PAIR_OWN_COLUMNS, REFERENCE, Columns
from auditor.tables.schemas import PAIRS


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison made.

    Attributes:
        rows: The pairs or the series.
        left_out: Positions of claims that could not be compared, each with the reason.
    """

    rows: pd.DataFrame | PairsTable
    left_out: tuple[tuple[tuple[int, ...], str], ...] = ()

    @property
    def table(self) -> pd.DataFrame:
        """The pairs or the series with every column, as a plain table."""
        return self.rows.rows(np.ones(len(self.rows), dtype=bool)) if isinstance(self.rows, PairsTable) else self.rows


_ONE_NAME = 80.0
"""How alike two subjects are, at least, that are one."""

AROUND: Columns = dict.fromkeys(
    ("context_alike", "context_shared", "near_alike", "rest_alike", "rest_shared", "figures_shared"), NUMBER
) | dict.fromkeys(("aligned", "left_met", "right_met", "left_sole", "right_sole"), FLAG)
"""The columns that tell of the words around two claims and of what else their sources state."""


def pairs(known: Known, left: Numbers, right: Numbers, pairing: Pairing, *, around: bool = True) -> Compared:
    """Pair the claims of two selections.

    Args:
        known: The claims table of one story, and what is known of it.
        left: Positions of the left selection.
        right: Positions of the right selection; may be the same.
        pairing: Which of them are candidates.
        around: Whether the columns of :data:`AROUND` are wanted; they are unknown and false if not.

    Returns:
        A table with every column of the claims table twice, as ``left_…`` and ``right_…``, and those of
        :data:`auditor.tables.columns.PAIR_OWN_COLUMNS`; where ``need`` is "some", also a row with ``right`` -1 for each
        left claim without a candidate.
    """
    claims = known.claims
    around = around or pairing.context is not None
    lefts, rights, crowded, eligible = candidates(known, left, right, pairing, beside=around)
    if not len(lefts) and pairing.need != "some":
        return Compared(PairsTable(_no_pairs(), claims), crowded)
    carried = _projected(claims, lefts, rights, pairing) if pairing.through is not None else None
    if carried is not None:
        lefts, rights = carried.left, carried.right
    via = np.full(len(lefts), -1, dtype=np.int64) if carried is None else carried.via
    left_out = crowded if carried is None else (*crowded, *carried.left_out)
    scores = _near(known, lefts, rights, around=around) | _owned(known, lefts, rights, pairing)
    kept = np.ones(len(lefts), dtype=bool)
    limits = {
        "alike": pairing.alike,
        "context_alike": pairing.context,
        "own_shared": pairing.own,
        "retold": pairing.retold,
    }
    for name, least in limits.items():
        if least is not None:
            kept &= scores[name] >= least
    lefts, rights, via = lefts[kept], rights[kept], via[kept]
    scores = {name: column[kept] for name, column in scores.items()}
    if pairing.need == "some":
        alone = np.setdiff1d(eligible, lefts)
        none = np.full(len(alone), -1, dtype=np.int64)
        lefts, rights, via = np.append(lefts, alone), np.append(rights, none), np.append(via, none)
        more = _near(known, alone, none, around=around) | _owned(known, alone, none, pairing)
        scores = {name: np.append(column, more[name]) for name, column in scores.items()}
    if not len(lefts):
        return Compared(PairsTable(_no_pairs(), claims), left_out)
    by_source = known.codes("source", "axis")
    scores["answered"] = aligned(by_source, lefts, rights, np.nan_to_num(scores["retold"])) & ~np.isnan(
        scores["retold"]
    )
    scores |= _likeness(known, lefts, rights) | _recorded(claims, lefts, pairing)
    instead = {} if carried is None else carried.columns(kept)
    own = {"left": lefts, "right": rights, "via": via, **scores}
    if around:
        near = np.nan_to_num(scores["near_alike"])
        own["aligned"] = aligned(known.sentences(), lefts, rights, near, value=known.codes("axis", "low", "high"))
        sides = PairsTable(pd.DataFrame({"left": lefts, "right": rights}), claims, instead)
        own |= known.elsewhere.met(sides) | beside.scores(known.rests, lefts, rights) | known.sole.flags(lefts, rights)
    else:
        own |= {name: np.full(len(lefts), np.nan if dtype == NUMBER else False) for name, dtype in AROUND.items()}
    return Compared(PairsTable(_validated(own), claims, instead), left_out)


def _validated(own: Mapping[str, npt.NDArray[Any]]) -> pd.DataFrame:
    """The columns that belong to pairs as such, as a table; one without rows was found in order before."""
    if not len(own["left"]):
        return _no_pairs()
    columns = {name: pd.Series(column, dtype=column.dtype) for name, column in own.items()}
    return PAIRS.validate(pd.DataFrame(columns), lazy=True, inplace=True)


@cache
def _no_pairs() -> pd.DataFrame:
    empty = pd.DataFrame({name: np.empty(0, dtype=dtype) for name, dtype in PAIR_OWN_COLUMNS.items()})
    return PAIRS.validate(empty, lazy=True, inplace=True)


def _near(known: Known, left: Numbers, right: Numbers, *, around: bool) -> dict[str, npt.NDArray[Any]]:
    """How alike the topics of each pair are, and what stands around them if that is wanted."""
    alike = {"alike": _of_distinct(_topic_likeness, known, ("kind", "topic"), left, right)}
    return alike | contexts.scores(known.contexts, left, right) if around else alike


_BY_WORDS = frozenset({"digits", "deed"})
"""Columns that bring figures together which only the words near them can tell apart."""


def _owned(known: Known, left: Numbers, right: Numbers, pairing: Pairing) -> dict[str, npt.NDArray[Any]]:
    """How many words each pair shares, and what slip sets the two apart, if the pairing is by what is near them."""
    if pairing.own is None and pairing.retold is None and _BY_WORDS.isdisjoint(pairing.same):
        unknown = {name: np.full(len(left), np.nan) for name in ("near_shared", "own_shared", "retold")}
        return unknown | {"slip": np.full(len(left), None, dtype=object)}
    slip = _of_distinct(_slip, known, ("kind", "number", "unit", "written"), left, right)
    return known.retold.scores(left, right) | {
        "near_shared": _of_distinct(shared, known, ("near_words",), left, right),
        "own_shared": _of_distinct(shared, known, ("own_words",), left, right),
        "slip": np.array([None, *slips.SLIPS], dtype=object)[np.nan_to_num(slip, nan=-1.0).astype(np.int64) + 1],
    }


def _slip(  # noqa: PLR0917 - the columns of two claims
    kind: str,
    number: float,
    unit: str | None,
    written: str | None,
    _: str,
    other: float,
    other_unit: str | None,
    other_written: str | None,
) -> float:
    """The number of the slip that sets two figures apart."""
    found = slips.day_slip(written, other_written) if kind == "date" else slips.slip(number, unit, other, other_unit)
    return np.nan if found is None else float(slips.SLIPS.index(found))


def _likeness(known: Known, left: Numbers, right: Numbers) -> dict[str, npt.NDArray[Any]]:
    """How alike the subjects and speakers of each pair are, and how far apart their times."""
    first, last, published = (known.claims[name].to_numpy() for name in ("as_of_first", "as_of_last", "published"))
    absent = right < 0
    apart = np.maximum(np.maximum(first[left] - last[right], first[right] - last[left]), 0.0)
    return {
        "subject_alike": _of_distinct(_subject_likeness, known, ("subject", "measure"), left, right),
        "speaker_alike": _of_distinct(_name_likeness, known, ("speaker",), left, right),
        "days_apart": np.where(absent, np.nan, apart),
        "days_between": np.where(absent, np.nan, published[right] - published[left]),
        "one_person": _of_distinct(_one_person, known, ("person",), left, right) == 1,
    }


def _recorded(claims: pd.DataFrame, left: Numbers, pairing: Pairing) -> dict[str, npt.NDArray[Any]]:
    """Whether the reference has a term of each left person in that office, where it is the reference that counts."""
    if pairing.within != "reference":
        return {"on_record": np.zeros(len(left), dtype=bool)}
    known = claims[claims["origin"] == REFERENCE]
    terms = {one: bool(facts.projections(claims, one, known, "term")) for one in dict.fromkeys(left.tolist())}
    return {"on_record": np.array([terms[one] for one in left.tolist()], dtype=bool)}


def _of_distinct(
    measure: Callable[..., float], known: Known, names: Sequence[str], left: Numbers, right: Numbers
) -> Floats:
    """A measure of columns of both claims, taken once for equal pairs; unknown where there is no right one."""
    columns = [known.claims[name].to_numpy() for name in names]
    number = known.codes(*names)
    one = np.zeros(len(number) + 1, dtype=np.int64)
    one[number] = np.arange(len(number))
    both = number[left] * len(one) + np.where(right < 0, len(number), number[right])
    place, distinct = pd.factorize(both)
    lefts, rights = (
        one[distinct // len(one)].tolist(),
        np.where(distinct % len(one) < len(number), one[distinct % len(one)], -1).tolist(),
    )
    measured = [
        measure(*(column[a] for column in columns), *(column[b] for column in columns)) if b >= 0 else np.nan
        for a, b in zip(lefts, rights, strict=True)
    ]
    return np.array(measured, dtype=float)[place]


def _topic_likeness(kind: str, left: str | None, _: str, right: str | None) -> float:
    """How alike two topics of one kind are."""
    return np.nan if left is None or right is None else likeness(kind, left, right)


def _subject_likeness(left: str | None, measure: str | None, right: str | None, other: str | None) -> float:
    """How alike two subjects are; "the toll is 61" does not say whose, so its subject is not held against another."""
    alike = _name_likeness(left, right)
    own = (left or "").casefold() == measure or (right or "").casefold() == other
    return np.nan if own and alike < _ONE_NAME else alike


def _name_likeness(left: str | None, right: str | None) -> float:
    """How alike two subjects or speakers are; part of a name is the whole name."""
    if left is None or right is None:
        return np.nan
    return fuzz.token_set_ratio(topics.key(left), topics.key(right))


def _one_person(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and facts.same_person(left, right)


@dataclass(frozen=True, slots=True)
class _Carried:
    """Pairs whose left claims stand on the right ones' axis: where they stand there, and the facts that carried them.

    Attributes:
        left_out: Left claims that no fact carries, with the reason.
    """

    left: Numbers
    right: Numbers
    via: Numbers
    low: Floats
    high: Floats
    axis: tuple[str, ...]
    left_out: tuple[tuple[tuple[int, ...], str], ...]

    def columns(self, kept: npt.NDArray[np.bool_]) -> dict[str, npt.NDArray[Any]]:
        """What the columns of the left claims of some pairs say there."""
        closed = np.zeros(int(kept.sum()), dtype=bool)
        axis = np.array(self.axis, dtype=object)[kept]
        ends = {"left_low": self.low[kept], "left_high": self.high[kept]}
        return {**ends, "left_axis": axis, "left_low_open": closed, "left_high_open": closed}


def _projected(claims: pd.DataFrame, left: Numbers, right: Numbers, pairing: Pairing) -> _Carried:
    """Carry each left claim to the right one's axis by the fact that brings it nearest."""
    known = claims[claims["origin"] == REFERENCE]
    through: Through = pairing.through or "event"
    found = {one: facts.projections(claims, one, known, through) for one in dict.fromkeys(left.tolist())}
    lows, highs, axes = (claims[name].to_numpy() for name in ("low", "high", "axis"))
    rows: list[tuple[int, int, int, float, float]] = []
    there: list[str] = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        reached = [one for one in found[a] if one.axis == axes[b]]
        if reached:
            low, high = float(lows[b]), float(highs[b])
            there.append(str(axes[b]))
            best = min(reached, key=lambda one: (np.nan_to_num(max(low - one.high, one.low - high, 0.0)), one.via))
            rows.append((a, b, best.via, best.low, best.high))
    whole = np.array([row[:3] for row in rows], dtype=np.int64).reshape(-1, 3)
    ends = np.array([row[3:] for row in rows], dtype=float).reshape(-1, 2)
    missed = (one for one, carried in found.items() if not carried and facts.could_carry(claims, one, known, through))
    left_out = tuple(((one,), f"the reference has no {through} for it") for one in missed)
    return _Carried(whole[:, 0], whole[:, 1], whole[:, 2], ends[:, 0], ends[:, 1], tuple(there), left_out)
