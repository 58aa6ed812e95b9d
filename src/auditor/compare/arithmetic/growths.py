"""Two amounts taken as the growth from the one to the other: "from $40 to $60" is a rise by half, and by $20."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from auditor.compare import topics
from auditor.compare.arithmetic.figures import Figure, Sentence
from auditor.compare.arithmetic.ratios import ENDS, PERCENT, Ends, Row, between, joined
from auditor.language.phrases import pattern
from auditor.tables.columns import SENTENCE

_TWO = 2
_RATIO = "ratio"
_RATIOS = frozenset({"percentage points", "multiple"})
_APART = re.compile(";")
_CLOSING = re.compile(r"[.,;:!?()–—]")
_LONGEST = 40
"""How many characters before an amount are looked at."""


def grown(claims: pd.DataFrame, sentences: Iterable[Sentence]) -> dict[str, "pd.Series[Any]"]:
    """For each amount that stands beside the one that it came from, that one, as columns of the claims table.

    What else stands there, such as a third amount, makes it unclear what grew. A semicolon sets amounts apart.

    Args:
        claims: The claims table.
        sentences: Its sentences with figures.

    Returns:
        ``grown_from``: the place of the other one in the table, or -1; ``from_low``, ``from_high`` and ``from_point``:
        what it allows, and its written value.
    """
    values = np.full((len(claims), len(ENDS)), np.nan)
    bases = np.full(len(claims), -1, dtype=np.int64)
    for base, end in _changes(sentences):
        values[end.position], bases[end.position] = (base.low, base.high, base.point), base.position
    columns = {f"from_{name}": pd.Series(values[:, place]) for place, name in enumerate(ENDS)}
    return columns | {"grown_from": pd.Series(bases)}


def _changes(sentences: Iterable[Sentence]) -> Iterator[tuple[Figure, Figure]]:
    """What an amount came from, and that amount."""
    for sentence in sentences:
        if len(sentence.figures) < _TWO:
            continue
        ends = [found.start() for found in _APART.finditer(sentence.text)]
        for first, last in zip([0, *ends], [*ends, len(sentence.text)], strict=True):
            yield from _change(sentence.text, [one for one in sentence.figures if first <= one.start < last])


def _change(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The change that a part of a sentence tells, if it has two amounts, of which one is what the other came from."""
    amounts = [one for one in figures if one.low > 0 and np.isfinite(one.high + one.point)]
    amounts = [one for one in amounts if one.dimension != _RATIO and one.axis not in _RATIOS]
    if len(amounts) != _TWO or not amounts[0].alike(amounts[1]):
        return
    before = [f" {topics.fold(text[max(0, one.start - _LONGEST) : one.start])}".rstrip() for one in amounts]
    for words in _bases():
        are_bases = [told.endswith(words) for told in before]
        if any(are_bases):
            if not all(are_bases):
                yield (amounts[0], amounts[1]) if are_bases[0] else (amounts[1], amounts[0])
            return


@cache
def _bases() -> tuple[tuple[str, ...], ...]:
    """What stands before an amount that another one came from, or is compared with; the clearer words come first."""
    return tuple(tuple(f" {words}" for words in some) for some in (topics.SYNONYMS.bases, topics.SYNONYMS.stood))


def growths(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of a told growth and an amount that came from another one, where it is clear that they belong together.

    It is unclear where the sentence of the one has two others that it might belong to, and where growth is told in the
    other direction than the amounts have.

    Args:
        pairs: Pairs of changes and of amounts that came from others.

    Returns:
        The columns of a pairs table, with the growth, or the fall, in the columns of the right claim, and ``members``:
        the change, then what the amount came from, then the amount.
    """
    places = [[*zip(*(pairs[f"{side}_{name}"] for name in SENTENCE), strict=True)] for side in ("left", "right")]
    lefts, rights, bases = (pairs[name].to_numpy().tolist() for name in ("left", "right", "right_grown_from"))
    rows = [
        row
        for row, place in enumerate(places[0])
        if place != places[1][row] or not pattern("growths", "apart").search(between(pairs, row))
    ]
    of_left = Counter((lefts[row], places[1][row]) for row in rows)
    of_right = Counter((rights[row], places[0][row]) for row in rows)
    found: list[Row] = []
    for row in rows:
        told = _growth(pairs, row)
        alone = of_left[lefts[row], places[1][row]] == of_right[rights[row], places[0][row]] == 1
        if alone and told is not None and (places[0][row] == places[1][row] or _is_of_one(pairs, row)):
            found.append((row, told, (lefts[row], bases[row], rights[row])))
    return joined(pairs, found)


def _is_of_one(pairs: pd.DataFrame, row: int) -> bool:
    """Whether two claims are of all of one thing and of one stretch of time: sales abroad, or in May, are not all."""
    around = [str(pairs[name].to_numpy()[row] or "") for name in ("left_before", "right_before", "left_after")]
    around[-1] = _CLOSING.split(around[-1], maxsplit=1)[0]
    if any(pattern("growths", "limited").search(words) for words in around):
        return False
    told = [str(pairs[f"{side}_sentence"].to_numpy()[row]) for side in ("left", "right")]
    ours, theirs = ({*pattern("growths", "stretch").findall(words)} for words in told)
    if ours != theirs and (ours - theirs or not pattern("growths", "yearly").search(told[1])):
        return False
    sides = [[pairs[f"{side}_{name}"].to_numpy()[row] for name in ("subject", "topic")] for side in ("left", "right")]
    if any(subject is None or topics.is_empty(subject) for subject, _ in sides):
        return True
    one, two = ({*topics.words(subject)} - {*topics.words(topic)} for subject, topic in sides)
    return one == two


def _growth(pairs: pd.DataFrame, row: int) -> Ends | None:
    """By how much an amount grew, or fell, in per cent if that is told so; None where the words say the reverse."""
    sign = 1 if pairs["left_change"].to_numpy()[row] == "up" else -1
    low, high, point, *base = (
        pairs[f"right_{name}"].to_numpy()[row] for name in (*ENDS, *(f"from_{name}" for name in ENDS))
    )
    is_amount = pairs["left_axis"].to_numpy()[row] == pairs["right_axis"].to_numpy()[row]
    least, most, written = (
        sign * (end - start if is_amount else PERCENT * (end / start - 1))
        for end, start in ((low, base[1]), (high, base[0]), (point, base[2]))
    )
    return (min(least, most), max(least, most), written) if written > 0 else None
