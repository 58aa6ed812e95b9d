"""Relations between the words of two claims: quotations and names."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
from pydantic import Field

from auditor.compare.facts import same_person
from auditor.compare.spellings import fold_word
from auditor.compare.topics import fold
from auditor.rules.relations.base import Mask, Options, Relation, Row

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CLAUSE_END = re.compile(r"[.,;:!?…\[\]()]+(?:\s|$)|[…\[\]]|\.\.\.|\s[–—-]\s|[–—]")
_FEWEST = 4
"""A clause of fewer words is too common to be told from another speaker's, or another day's."""
_LONGEST, _MOST, _WORDS = 20_000, 60, 100
"""Of a quotation only so many characters, clauses, and words of a clause are compared."""
_COMMON = 0.6
"""The part of the shorter clause that must be common for the two to be one clause."""

Clause = tuple[str, ...]


@cache
def _clauses(words: str) -> tuple[Clause, ...]:
    """A quotation's clauses as words; signs that words were left out or put in divide them too."""
    plain = words.replace("’", "'").casefold()
    parts = _CLAUSE_END.split(plain[:_LONGEST])[:_MOST]
    found = (tuple(_WORD.findall(part))[:_WORDS] for part in parts)
    return tuple(clause for clause in found if len(clause) >= _FEWEST)


def differences(left: str, right: str) -> list[tuple[str, str]]:
    """Where two quotations of one utterance differ in their midst: what the one says, what the other.

    Where one of them begins earlier or ends later they do not differ, nor where only their orthographies do.
    """
    return [
        difference for ours, theirs in _alike(_clauses(left), _clauses(right)) for difference in _midst(ours, theirs)
    ]


def _alike(left: tuple[Clause, ...], right: tuple[Clause, ...]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses that both quotations seem to render, in other words."""
    shared = {*left} & {*right}
    for ours in left:
        for theirs in right:
            common, fewer = len({*ours} & {*theirs}), min(len({*ours}), len({*theirs}))
            if common >= _COMMON * fewer and not shared & {ours, theirs}:
                yield ours, theirs


def _midst(ours: Clause, theirs: Clause) -> Iterator[tuple[str, str]]:
    folded = [fold_word(word) for word in ours], [fold_word(word) for word in theirs]
    blocks = [block for block in SequenceMatcher(None, *folded, autojunk=False).get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < _COMMON * min(len(ours), len(theirs)):
        return
    for one, other in pairwise(blocks):
        yield " ".join(ours[one.a + one.size : other.a]), " ".join(theirs[one.b + one.size : other.b])


class Length(Options):
    """Which quotations are long enough to be compared.

    Attributes:
        least: The fewest words that both must have.
    """

    least: int = Field(default=4, ge=1, le=100)


def _long_enough(table: pd.DataFrame, *, least: int = 4) -> Mask:
    pairs = zip(table["left_words"], table["right_words"], strict=True)
    return np.array([all(len(words.split(None, least)) >= least for words in pair) for pair in pairs], dtype=bool)


def _same_words(table: pd.DataFrame, *, least: int = 4) -> Mask:
    del least
    pairs = zip(table["left_words"], table["right_words"], strict=True)
    return np.array([not differences(left, right) for left, right in pairs], dtype=bool)


def _explain_same_words(row: Row, *, least: int = 4) -> list[str]:
    del least
    return [_told(ours, theirs) for ours, theirs in differences(row["left_words"], row["right_words"])]


def _told(ours: str, theirs: str) -> str:
    if ours and theirs:
        return f"“{ours}” in one is “{theirs}” in the other"
    return f"“{ours or theirs}” is only in one of them"


def _same_spelling(table: pd.DataFrame) -> Mask:
    pairs = zip(table["left_name"], table["right_name"], strict=True)
    return np.array([_letters(left) == _letters(right) for left, right in pairs], dtype=bool)


def _letters(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()


def _explain_same_spelling(row: Row) -> list[str]:
    ours, theirs = row["left_name"].split(), row["right_name"].split()
    if len(ours) != len(theirs):
        return []
    return [f"“{a}” in one is “{b}” in the other" for a, b in zip(ours, theirs, strict=True) if fold(a) != fold(b)]


def _same_person(table: pd.DataFrame) -> Mask:
    pairs = zip(table["left_person"], table["right_person"], strict=True)
    return np.array([same_person(left, right) for left, right in pairs], dtype=bool)


SAME_PERSON = Relation(
    "same_person",
    "pairs",
    "The two names can be of one person.",
    ("left_person", "right_person"),
    _same_person,
    lambda row: [f"{row['left_person']} and {row['right_person']} are two people"],
)
SAME_WORDS = Relation(
    "same_words",
    "pairs",
    "The two quotations do not differ inside what both of them quote.",
    ("left_words", "right_words"),
    _same_words,
    _explain_same_words,
    Length,
    applies=_long_enough,
)
SAME_SPELLING = Relation(
    "same_spelling",
    "pairs",
    "The two names have the same letters; case, accents and hyphens do not count.",
    ("left_name", "right_name"),
    _same_spelling,
    _explain_same_spelling,
)
