"""Which broken rows belong to one finding, and what that finding is about: its slot in its story."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from auditor.codes import Numbers, ascending, codes
from auditor.compare import topics
from auditor.compare.blocking.groups import groups
from auditor.rules.model import Rule
from auditor.rules.running.rows import Positions, Rows
from auditor.states import concise

Slot = tuple[str, ...]

_ABOUT = ("kind", "axis", "clue", "title", "track", "name", "topic")
"""The columns that tell what a claim is about."""
_FIRST = {"claims": "", "sources": "", "pairs": "left_", "series": "first_"}
"""What stands before the names of the columns of a row's first claim."""


class Place(NamedTuple):
    """What a finding is about.

    Attributes:
        story: Its story.
        source: The source that it is confined to, empty if it is to none; findings of two sources are two, whatever
            they share.
        slot: What it is about, whatever the values: the same after an edit that settles nothing.
    """

    story: str
    source: str
    slot: Slot


def placed(broken: Rows, positions: Sequence[Positions]) -> list[tuple[Place, list[int]]]:
    """The findings of broken rows, each with its rows, by their turn, in order of appearance.

    One slot makes one finding; so do two figures that each disagree with a third, in whatever words they are put. A
    finding with several slots is named after all of them.

    Args:
        broken: The rows.
        positions: The claims of each row.
    """
    _, table, rows = broken
    slot, slots = _slots(broken)
    confined = _confined(broken.rule.rule)
    place = codes(len(rows), (*(table.values(name)[rows] for name in confined), slot))
    first = np.unique(place, return_index=True)[1].tolist()
    turns = np.split(np.argsort(place, kind="stable"), np.cumsum(np.bincount(place))[:-1])
    found = []
    for places in groups(len(first), *_ties(broken, positions, place)):
        story, source = [*(str(table.values(name)[rows[first[places[0]]]]) for name in confined), ""][:2]
        parts = {part for number in places for part in slots[slot[first[number]]]}
        matches = [turn for number in places for turn in turns[number].tolist()]
        found.append((Place(story, source, tuple(sorted(parts))), matches))
    return found


def identity(slot: Sequence[str], apart: Iterable[Sequence[str]], used: set[str]) -> str:
    """The id of a finding, made of its rule, story and slot, and noted as used.

    Args:
        slot: Rule, story and slot.
        apart: What tells it from another finding of the same slot, step by step.
        used: The ids that are taken.
    """
    known = [*slot]
    for more in ((), *apart):
        known += more
        name = f"f-{hashlib.blake2s(chr(10).join(known).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
        if name not in used:
            break
    used.add(name)
    return name


def _confined(rule: Rule) -> list[str]:
    """The columns of the story, and of the source if that confines findings."""
    prefix = _FIRST[rule.compare]
    source = {"claims": "source", "sources": "id"}.get(rule.compare, f"{prefix}source")
    is_confined = rule.compare in {"claims", "sources"} or rule.pair.within in {"sentence", "source"}
    return [f"{prefix}story", *([source] if is_confined else [])]


def _slots(broken: Rows) -> tuple[Numbers, list[Slot]]:
    """For each row the number of what it is about, and what the numbers stand for."""
    rule, table, rows = broken
    if rule.rule.compare == "sources":
        titles = (table.values("title")[rows], table.values("opening")[rows])
        told = [concise(_plain(title or opening)) for title, opening in zip(*titles, strict=True)]
        return np.arange(len(rows), dtype=np.int64), [(one,) for one in told]
    known: dict[str, int] = {}
    sides = [_numbered(broken, _FIRST[rule.rule.compare], known)]
    if rule.rule.compare == "pairs" and rule.rule.pair.through is None:
        sides.append(np.where(table.values("right")[rows] < 0, sides[0], _numbered(broken, "right_", known)))
    both = np.sort(sides, axis=0)
    number = codes(len(rows), both)
    first = np.unique(number, return_index=True)[1]
    names = list(known)
    return number, [tuple(sorted({names[side] for side in row})) for row in both[:, first].T.tolist()]


def _numbered(broken: Rows, prefix: str, known: dict[str, int]) -> Numbers:
    """For each row the number of what one of its claims is about; what was not known gets the next number."""
    _, table, rows = broken
    columns = [table.values(prefix + name)[rows] for name in _ABOUT]
    number = codes(len(rows), columns)
    first = np.unique(number, return_index=True)[1]
    told = zip(*(column[first].tolist() for column in columns), strict=True)
    return np.array([known.setdefault(_part(*words), len(known)) for words in told], dtype=np.int64)[number]


def _ties(broken: Rows, positions: Sequence[Positions], place: Numbers) -> tuple[Numbers, Numbers]:
    """The places that share the claim of a figure."""
    rule, table, rows = broken
    if rule.rule.compare != "pairs" or rule.rule.right or rule.rule.pair.through is not None:
        return _NONE, _NONE
    is_figure = (table.values("right")[rows] >= 0) & (table.values("left_kind")[rows] == "quantity")
    of_figures = [positions[turn] for turn in np.flatnonzero(is_figure).tolist()]
    claim = np.array([*chain.from_iterable(of_figures)], dtype=np.int64)
    where = np.repeat(place[is_figure], [len(some) for some in of_figures])
    count = int(place.max()) + 1
    held = ascending(claim * count + where)
    same = np.flatnonzero(np.diff(held // count) == 0)
    return held[same] % count, held[same + 1] % count


_NONE: Numbers = np.empty(0, dtype=np.int64)


@lru_cache(maxsize=65_536)
def _part(*told: str | None) -> str:
    """What one claim is about: ``quantity EUR: council roof stadium``."""
    *words, name, topic = told
    known = " ".join(word for word in words if word is not None)
    about = _plain(name) if name else topics.key(topic) if topic else ""
    return concise(f"{known}: {about}" if about else known)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
