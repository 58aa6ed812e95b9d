"""The pairs table: one row two claims that a rule may compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.codes import Floats, Numbers
from auditor.compare import facts, topics
from auditor.compare.arithmetic import slips
from auditor.compare.around.aligned import aligned
from auditor.compare.around.own import shared
from auditor.compare.blocking.candidates import candidates, likeness
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing
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
    ("context_alike", "context_shared", "near_alike", "framed", "rest_alike", "rest_shared", "figures_alike"), NUMBER
) | dict.fromkeys(("aligned", "left_met", "right_met", "left_sole", "right_sole", "named_apart"), FLAG)
"""The columns that tell of the words around two claims and of what else their sources state."""

Around = Literal["nothing", "words", "names"]
"""What is looked at around two claims: nothing, the words, or the words and ``named_apart``, which takes long."""


def pairs(known: Known, left: Numbers, right: Numbers, pairing: Pairing, *, around: Around = "names") -> Compared:
    """Pair the claims of two selections.

    Args:
        known: The claims table of one story, and what is known of it.
        left: Positions of the left selection.
        right: Positions of the right selection; may be the same.
        pairing: Which of them are candidates.
        around: Which columns of :data:`AROUND` are wanted; the others are unknown and false.

    Returns:
        A table with every column of the claims table twice, as ``left_…`` and ``right_…``, and those of
        :data:`auditor.tables.columns.PAIR_OWN_COLUMNS`; where ``need`` is "some", also a row with ``right`` -1 for each
        left claim without a candidate.
    """
    if around == "nothing" and pairing.context is not None:
        around = "words"
    worded = around != "nothing"
    lefts, rights, crowded, eligible = candidates(known, left, right, pairing, beside=worded)
    if not len(lefts) and pairing.need != "some":
        return Compared(PairsTable(_no_pairs(), known.claims), crowded)
    carried = facts.carried(known.claims, lefts, rights, pairing.through) if pairing.through else None
    if carried is None:
        found, left_out = _Pairs(lefts, rights, np.full(len(lefts), -1, dtype=np.int64)), crowded
    else:
        found, left_out = _Pairs(carried.left, carried.right, carried.via), (*crowded, *carried.left_out)
    scores = _scores(known, found, pairing, around=worded)
    kept = _is_alike(scores, pairing)
    found, scores = found.some(kept), {name: column[kept] for name, column in scores.items()}
    if pairing.need == "some":
        alone = _Pairs.alone(np.setdiff1d(eligible, found.left))
        more = _scores(known, alone, pairing, around=worded)
        found, scores = found.and_also(alone), {name: np.append(scores[name], more[name]) for name in scores}
    if not len(found.left):
        return Compared(PairsTable(_no_pairs(), known.claims), left_out)
    scores |= _likeness(known, found) | _answered(known, found, scores["retold"]) | _recorded(known, found, pairing)
    instead = {} if carried is None else carried.columns(kept)
    scores = _nothing_around(found) | scores
    if worded:
        scores |= _around(known, found, scores["near_alike"], instead)
    if around == "names":
        scores["named_apart"] = known.strangers.named_apart(found.left, found.right)
    own = {"left": found.left, "right": found.right, "via": found.via, **scores}
    return Compared(PairsTable(_validated(own), known.claims, instead), left_out)


class _Pairs(NamedTuple):
    """Positions of claims, two by two, and of the facts that carried the left ones; -1 where there is none."""

    left: Numbers
    right: Numbers
    via: Numbers

    @staticmethod
    def alone(left: Numbers) -> "_Pairs":
        """Left claims with nothing on the right."""
        none = np.full(len(left), -1, dtype=np.int64)
        return _Pairs(left, none, none)

    def some(self, kept: npt.NDArray[np.bool_]) -> "_Pairs":
        """Some of them."""
        return _Pairs(*(column[kept] for column in self))

    def and_also(self, more: "_Pairs") -> "_Pairs":
        """These, and others behind them."""
        return _Pairs(*(np.append(ours, theirs) for ours, theirs in zip(self, more, strict=True)))


def _is_alike(scores: Mapping[str, npt.NDArray[Any]], pairing: Pairing) -> npt.NDArray[np.bool_]:
    """Which pairs score as much as is asked of them."""
    limits = {
        "alike": pairing.alike,
        "context_alike": pairing.context,
        "own_shared": pairing.own,
        "retold": pairing.retold,
        "verbatim": pairing.verbatim,
    }
    asked = [scores[name] >= least for name, least in limits.items() if least is not None]
    return np.logical_and.reduce(asked) if asked else np.ones(len(scores["alike"]), dtype=bool)


def _around(
    known: Known, found: _Pairs, near_alike: Floats, instead: Mapping[str, npt.NDArray[Any]]
) -> dict[str, npt.NDArray[Any]]:
    """What the sentences and the sources of each pair have besides: the columns of :data:`AROUND` not scored yet."""
    near, value = np.nan_to_num(near_alike), known.codes("axis", "low", "high")
    sides = PairsTable(pd.DataFrame({"left": found.left, "right": found.right}), known.claims, instead)
    return {
        "aligned": aligned(known.sentences(), found.left, found.right, near, value=value),
        **known.elsewhere.met(sides),
        **known.rests.scores(found.left, found.right),
        **known.sole.flags(found.left, found.right),
    }


def _nothing_around(found: _Pairs) -> dict[str, npt.NDArray[Any]]:
    return {name: np.full(len(found.left), np.nan if dtype == NUMBER else False) for name, dtype in AROUND.items()}


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


def _scores(known: Known, found: _Pairs, pairing: Pairing, *, around: bool) -> dict[str, npt.NDArray[Any]]:
    """What a pairing may ask of each pair."""
    words = {"verbatim": np.full(len(found.left), np.nan)}
    if pairing.verbatim is not None:
        words = known.wordings.scores(found.left, found.right)
    return _near(known, found, around=around) | _owned(known, found, pairing) | words


def _near(known: Known, found: _Pairs, *, around: bool) -> dict[str, npt.NDArray[Any]]:
    """How alike the topics of each pair are, and what stands around them if that is wanted."""
    alike = {"alike": _of_distinct(_topic_likeness, known, ("kind", "topic"), found)}
    return alike | known.contexts.scores(found.left, found.right) if around else alike


_LEAP = 1.0
"""By so many days periods of one length differ, since years do."""
_BY_WORDS = frozenset({"digits", "deed"})
"""Columns that bring figures together which only the words near them can tell apart."""


def _owned(known: Known, found: _Pairs, pairing: Pairing) -> dict[str, npt.NDArray[Any]]:
    """How many words each pair shares, and what slip sets the two apart, if the pairing is by what is near them."""
    if pairing.own is None and pairing.retold is None and _BY_WORDS.isdisjoint(pairing.same):
        unknown = {name: np.full(len(found.left), np.nan) for name in ("near_shared", "own_shared", "retold")}
        return unknown | {"slip": np.full(len(found.left), None, dtype=object)}
    slip = _of_distinct(_slip, known, ("kind", "number", "unit", "written"), found)
    return known.retold.scores(found.left, found.right) | {
        "near_shared": _of_distinct(shared, known, ("near_words",), found),
        "own_shared": _of_distinct(shared, known, ("own_words",), found),
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


def _likeness(known: Known, found: _Pairs) -> dict[str, npt.NDArray[Any]]:
    """How alike the subjects and speakers of each pair are, and how far apart their times."""
    left, right, _ = found
    first, last, published = (known.claims[name].to_numpy() for name in ("as_of_first", "as_of_last", "published"))
    absent = right < 0
    later = np.maximum(first[left] - last[right], first[right] - last[left])
    shift = first[left] - first[right]
    moved = np.abs(shift - (last[left] - last[right])) <= _LEAP  # of one length, such as 2014-15 and 2015-16
    apart = np.maximum(np.where(moved, np.maximum(later, np.abs(shift)), later), 0.0)
    return {
        "subject_alike": _of_distinct(_subject_likeness, known, ("subject", "measure"), found),
        "speaker_alike": _of_distinct(_name_likeness, known, ("speaker",), found),
        "days_apart": np.where(absent, np.nan, apart),
        "days_between": np.where(absent, np.nan, published[right] - published[left]),
        "one_person": _of_distinct(_one_person, known, ("person",), found) == 1,
    }


def _answered(known: Known, found: _Pairs, retold: Floats) -> dict[str, npt.NDArray[Any]]:
    """Whether each of a pair is the one that is most retold by the other, of all on the axis in the two sources."""
    best = aligned(known.codes("source", "axis"), found.left, found.right, np.nan_to_num(retold))
    return {"answered": best & ~np.isnan(retold)}


def _recorded(known: Known, found: _Pairs, pairing: Pairing) -> dict[str, npt.NDArray[Any]]:
    """Whether the reference has a term of each left person in that office, where it is the reference that counts."""
    if pairing.within != "reference":
        return {"on_record": np.zeros(len(found.left), dtype=bool)}
    claims, left = known.claims, found.left.tolist()
    reference = claims[claims["origin"] == REFERENCE]
    terms = {one: bool(facts.projections(claims, one, reference, "term")) for one in dict.fromkeys(left)}
    return {"on_record": np.array([terms[one] for one in left], dtype=bool)}


def _of_distinct(measure: Callable[..., float], known: Known, names: Sequence[str], found: _Pairs) -> Floats:
    """A measure of columns of both claims, taken once for equal pairs; unknown where there is no right one."""
    columns = [known.claims[name].to_numpy() for name in names]
    number = known.codes(*names)
    one = np.zeros(len(number) + 1, dtype=np.int64)
    one[number] = np.arange(len(number))
    both = number[found.left] * len(one) + np.where(found.right < 0, len(number), number[found.right])
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
    """How alike two subjects are; "the toll is 61" does not say whose, so its subject is not held against another.

    The first season is no part of the second one, whatever else the two names share.
    """
    alike = _name_likeness(left, right)
    if left is not None and right is not None and topics.contrast(topics.words(left), topics.words(right)):
        return 0.0
    own = (left or "").casefold() == measure or (right or "").casefold() == other
    own = own or topics.is_empty(left) or topics.is_empty(right)
    return np.nan if own and alike < _ONE_NAME else alike


def _name_likeness(left: str | None, right: str | None) -> float:
    """How alike two subjects or speakers are; part of a name is the whole name."""
    if left is None or right is None:
        return np.nan
    return fuzz.token_set_ratio(topics.key(left), topics.key(right))


def _one_person(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and facts.same_person(left, right)
