"""The words that are a figure's own: they stand near it and near no other value of its axis in its source.

Two outlets that tell one thing in their own words share few words, but where one of these belongs to one figure in each
of them, such as "damage" to €25 million here and to €52 million there, the two figures are of one thing. Of two figures
in a sentence a word belongs to the nearer one; signs between them, such as a comma, put it farther away.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from auditor.compare import topics
from auditor.model import TIME_OF_DAY, TOLD
from auditor.tables.columns import SENTENCE

_REACH = 8
"""How many telling words away from a figure its own words are, at most."""
_APART = 3
"""How many words a sign between two counts for."""
_SIGNS = frozenset(",;:()–—")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:()–—]")
_FIGURES = frozenset({"quantity", "date"})
_HOLDING = frozenset({"quantity", "date", "duration"})

Value = tuple[float, float]


class Figure(NamedTuple):
    """A figure of a sentence.

    Attributes:
        position: Its place in the claims table.
        start: Where it begins in its sentence.
        end: Where it ends.
    """

    position: int
    start: int
    end: int


class Token(NamedTuple):
    """A telling word or a sign of a sentence.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        stem: The word's stem; empty for a sign.
    """

    start: int
    end: int
    stem: str


def words_of_figures(claims: pd.DataFrame) -> dict[str, "pd.Series[Any]"]:
    """The words near each claim, as columns of the claims table.

    Returns:
        Stems, sorted and joined; None for a claim without any, or of a story of one source. ``near_words``: those that
        stand near it and no nearer to another figure of its axis in the sentence; ``own_words``: those of them that
        stand near no other value of its axis in its source.
    """
    near = _near(claims)
    source, axis, low, high = (claims[name].tolist() for name in ("source", "axis", "low", "high"))
    values: defaultdict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for position, stems in near.items():
        key = source[position], axis[position]
        known, value = values[key], (low[position], high[position])
        for stem in stems:
            least, most = known.setdefault(stem, value)
            if most < value[0] or value[1] < least:
                shared[key].add(stem)
    near_words, own_words = (np.full(len(claims), None, dtype=object) for _ in range(2))
    for position, stems in near.items():
        near_words[position] = " ".join(sorted(stems)) or None
        own_words[position] = " ".join(sorted(stems - shared[source[position], axis[position]])) or None
    return {"near_words": pd.Series(near_words, dtype=object), "own_words": pd.Series(own_words, dtype=object)}


def shared(left: str | None, right: str | None) -> float:
    """How many own words two claims share; none where a word of one stands against one of the other (net, gross)."""
    ours, theirs = (left or "").split(), (right or "").split()
    return 0.0 if topics.contrast(ours, theirs) else float(len({*ours} & {*theirs}))


def _near(claims: pd.DataFrame) -> dict[int, set[str]]:
    """The words near each figure that stand no nearer to another one of its axis, by position."""
    several = claims.groupby("story")["source"].transform("nunique").to_numpy() > 1
    inside = np.flatnonzero(several & claims["kind"].isin(_HOLDING).to_numpy())
    width = claims["high"].to_numpy() - claims["low"].to_numpy()
    is_timed = claims["kind"].isin(_FIGURES) | (claims["dimension"] == TIME_OF_DAY)
    is_figure = is_timed & claims["zone"].isin(TOLD) & claims["clue"].isna()
    counts = is_figure.to_numpy() & np.isfinite(width) & claims["axis"].notna().to_numpy()
    sentences: defaultdict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    texts: dict[tuple[Any, ...], str] = {}
    columns = (claims[name].to_numpy()[inside].tolist() for name in (*SENTENCE, "sentence", "start", "end"))
    for position, source, field, offset, sentence, start, end in zip(inside.tolist(), *columns, strict=True):
        texts[source, field, offset] = sentence or ""
        sentences[source, field, offset].append(Figure(position, start - offset, end - offset))
    found: dict[int, set[str]] = {}
    axis = claims["axis"].to_numpy()
    for where, figures in sentences.items():
        tokens = list(_told(texts[where], figures))
        by_axis: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            if counts[figure.position]:
                by_axis[axis[figure.position]].append(figure)
        for some in by_axis.values():
            found |= _nearest(tokens, sorted(some, key=lambda figure: figure.start))
    return found


def _told(sentence: str, figures: Iterable[Figure]) -> Iterator[Token]:
    """The telling words and the signs of a sentence, without those that figures are written with."""
    written = iter(sorted((figure.start, figure.end) for figure in figures))
    start, end = next(written)
    for match in _TOKEN.finditer(sentence):
        while end <= match.start():
            start, end = next(written, (len(sentence), len(sentence) + 1))
        if match.end() > start:
            continue
        if match[0] in _SIGNS:
            yield Token(*match.span(), "")
        elif (stem := topics.stem_of(match[0])) and stem not in topics.everywhere():
            yield Token(*match.span(), stem)


def _nearest(tokens: Sequence[Token], figures: Sequence[Figure]) -> dict[int, set[str]]:
    """The words near each of some figures, those between two with the nearer one, by words and then by characters."""
    starts = [token.start for token in tokens]
    first = [bisect_left(starts, figure.start) for figure in figures]
    best: dict[int, tuple[int, int, int]] = {}
    for place, figure in enumerate(figures):
        before = range(first[place] - 1, (first[place - 1] if place else 0) - 1, -1)
        after = range(first[place], first[place + 1] if place + 1 < len(figures) else len(tokens))
        for token, steps in (*_steps(tokens, before), *_steps(tokens, after)):
            apart = max(tokens[token].start - figure.end, figure.start - tokens[token].end)
            best[token] = min(best.get(token, (_REACH + 1, 0, 0)), (steps, apart, figure.position))
    found: dict[int, set[str]] = {figure.position: set() for figure in figures}
    for token, (_, _, position) in best.items():
        found[position].add(tokens[token].stem)
    return found


def _steps(tokens: Sequence[Token], places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The words on one side of a figure within reach, each with how far away it is."""
    steps = 0
    for place in places:
        steps += 1 if tokens[place].stem else _APART
        if steps > _REACH:
            return
        if tokens[place].stem:
            yield place, steps
