"""Relations between the words of two claims: quotations and names."""

import re
from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from functools import cache, lru_cache
from itertools import filterfalse, pairwise
from typing import Literal

import pandas as pd
from pydantic import Field
from rapidfuzz import fuzz

from auditor.codes import Mask
from auditor.compare.around.retold import families
from auditor.compare.spellings import fold_word
from auditor.compare.topics import SYNONYMS, everywhere, fold, opposed, stem, stem_of
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.numbers import number_word
from auditor.extract.speech.verbs import base_of
from auditor.language.function_words import FUNCTION_WORDS
from auditor.rules.relations.base import Options, Relation, Row, whether
from auditor.rules.relations.people import letters

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CLAUSE_END = re.compile(r"[.,;:!?…\[\]()]+(?:\s|$)|[…\[\]]|\.\.\.|\s[–—-]\s|[–—]")
_LEFT_OUT = re.compile(r"[…\[\]]|\.\.\.")
_FEWEST = 4
"""A clause of fewer words is too common to be told from another speaker's, or another day's."""
_LONGEST, _MOST, _WORDS = 20_000, 60, 100
"""Of a quotation only so many characters, clauses, and words of a clause are compared."""
_FEW = 3
"""In more words than these a negation may be another way of saying the same."""
_COMMON = 0.6
"""The part of the shorter clause, and of what is compared of either, that must be common for the two to be one."""
_TELLING, _LONG, _MANY, _RUN = 3, 5, 8, 6
"""So many words of so many letters must be common, or so many of any, or so many of any in a row: two clauses may share
"I don't think that"."""
_SHOWN = 100
"""Of longer quotations, in characters, only the clause is shown in which they differ."""
_SHORT = 20
"""Quotations of so many words at most are compared as a whole, and by their clauses where that finds nothing."""
_FULL = 7
"""Two quotations of fewer words may differ in one and be of two utterances: "We need money", "we need time"."""
_CAPITALISED = re.compile(r"(?<=[^\W_][ ,])[ ]?([A-Z][^\W_]+(?:'[^\W_]+)*)")
_SMALL = FUNCTION_WORDS.auxiliaries | FUNCTION_WORDS.pronouns | FUNCTION_WORDS.prepositions | FUNCTION_WORDS.determiners
_UNLIKE = 60
"""Names less alike than this are two names, not two spellings."""
_WHOLE = 0.8
"""Two short clauses may have fewer of them if so much of both is common."""

Clause = tuple[str, ...]


@cache
def _clauses(words: str) -> tuple[Clause, ...]:
    """A quotation's clauses as words; signs that words were left out or put in divide them too."""
    plain = words.replace("’", "'").casefold()
    parts = _CLAUSE_END.split(plain[:_LONGEST])[:_MOST]
    found = (tuple(_WORD.findall(part))[:_WORDS] for part in parts)
    return tuple(clause for clause in found if len(clause) >= _FEWEST)


def _whole(words: str) -> tuple[Clause, ...]:
    """A short quotation without gaps as one clause: "We got everything, and we got respect"; none of any other."""
    if _LEFT_OUT.search(words):
        return ()
    whole = tuple(_WORD.findall(words.replace("’", "'").casefold()[:_LONGEST]))
    return (whole,) if _FULL <= len(whole) <= _SHORT else ()


def differences(left: str, right: str) -> list[tuple[str, str]]:
    """Where two quotations of one utterance differ: what the one says, what the other.

    Where one of them begins earlier or ends later they do not differ, nor where only their orthographies do; where both
    go on in a few other words they do.
    """
    return [difference for *_, some in _rendered(left, right) for difference in some]


def apart(left: str, right: str) -> tuple[str, str]:
    """Two quotations as an editor tells them apart: of long ones only the first clause that they render differently."""
    told = next((clauses for *clauses, some in _rendered(left, right) if some), None)
    if told is None or max(len(left), len(right)) <= _SHOWN:
        return left, right
    return _cut(told[0], left), _cut(told[1], right)


def _cut(clause: Clause, words: str) -> str:
    """A clause as a quotation spells it, with dots for what stands before and behind it."""
    plain, found = words.replace("’", "'"), _written(" ".join(clause), words)
    before, _, behind = plain.partition(found)
    told = words[len(before) : len(before) + len(found)] or found
    return f"{'… ' * bool(before)}{told}{' …' * any(map(str.isalnum, behind))}"


@lru_cache(maxsize=4096)
def _rendered(left: str, right: str) -> tuple[tuple[Clause, Clause, tuple[tuple[str, str], ...]], ...]:
    """Each two clauses that are one in other words, and where they differ."""
    whole = [
        (*pair, some)
        for pair in _alike(_whole(left), _whole(right))
        if (some := _differing(*pair, _common(*pair), tied=False, few=False)) is not None
    ]
    if whole:
        return tuple(whole)
    clauses = _clauses(left), _clauses(right)
    pairs = [(*pair, _common(*pair)) for pair in _alike(*clauses)]
    shared = [word for ours, _, blocks in pairs for word in _words_of(ours, blocks)]
    told = {word for word in shared if len(word) >= _LONG or word[0].isdigit()}
    least = _TELLING if {*clauses[0]}.isdisjoint(clauses[1]) else 0
    few = len(told) < least and len(shared) < _MANY and max(_runs(pairs), default=0) < _RUN
    return tuple(
        (*pair[:2], some) for pair in pairs if (some := _differing(*pair, tied=not least, few=few)) is not None
    )


Blocks = tuple[Match, ...]


def _runs(pairs: list[tuple[Clause, Clause, Blocks]]) -> Iterator[int]:
    """How many words stand in one order in both clauses of some pairs, without another between them."""
    return (block.size for *_, blocks in pairs for block in blocks)


def _common(ours: Clause, theirs: Clause) -> Blocks:
    """The stretches of words that two clauses share, whatever their inflection."""
    one, other = ([stem(fold_word(_base(word))) for word in clause] for clause in (ours, theirs))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return tuple(block for block in blocks if block.size)


def _base(word: str) -> str:
    """The base form of a verb that is told of, not of an auxiliary: "got" is "get", and "had" is "had"."""
    return word if word in FUNCTION_WORDS.auxiliaries else base_of(word)


def _words_of(clause: Clause, blocks: Blocks) -> list[str]:
    """The words of the first clause that it shares."""
    return [word for block in blocks for word in clause[block.a : block.a + block.size]]


def _alike(left: tuple[Clause, ...], right: tuple[Clause, ...]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses that both quotations seem to render, in other words."""
    shared = {*left} & {*right}
    for ours in left:
        for theirs in right:
            common, fewer = len({*ours} & {*theirs}), min(len({*ours}), len({*theirs}))
            if common >= _COMMON * fewer and not shared & {ours, theirs}:
                yield ours, theirs


def _differing(
    ours: Clause, theirs: Clause, blocks: Blocks, *, tied: bool, few: bool
) -> tuple[tuple[str, str], ...] | None:
    """Where two clauses differ; None if they are not of one utterance.

    Args:
        ours: The one.
        theirs: The other.
        blocks: What they share.
        tied: Whether the quotations have another clause in common, word for word.
        few: Whether they share too few telling words, so that the two must share nearly all.
    """
    common = sum(block.size for block in blocks)
    if not blocks or (few and common < _WHOLE * max(len(ours), len(theirs))):
        return None
    first, last = blocks[0], blocks[-1]
    spans = last.a + last.size - first.a, last.b + last.size - first.b
    if common < _COMMON * max(min(len(ours), len(theirs)), 0 if tied else max(spans)):
        return None
    midst = [(ours[one.a + one.size : other.a], theirs[one.b + one.size : other.b]) for one, other in pairwise(blocks)]
    ends = (ours[: first.a], theirs[: first.b]), (ours[last.a + last.size :], theirs[last.b + last.size :])
    opening, closing = ([end] if all(0 < len(words) <= _FEW for words in end) else [] for end in ends)
    told = ((" ".join(a), " ".join(b)) for a, b in (*opening, *midst, *closing))
    return tuple((a, b) for a, b in told if not a or a.replace(" ", "") != b.replace(" ", ""))


Touches = Literal["any", "sense", "wording"]


class Wording(Options):
    """Which quotations are compared, and which of their differences count.

    Attributes:
        least: The fewest words that both must have.
        of: Differences in a number, a name, a negation or an opposite (``sense``), others (``wording``), or ``any``.
    """

    least: int = Field(default=4, ge=1, le=100)
    of: Touches = "any"


def _of_one_utterance(table: pd.DataFrame, *, least: int, of: Touches) -> Mask:
    del of
    return whether(table, "words", lambda left, right: _is_one(left, right, least))


def _is_one(left: str, right: str, least: int) -> bool:
    """Whether two quotations are long enough, and share a clause, be it in other words."""
    if any(len(words.split(None, least)) < least for words in (left, right)):
        return False
    return not {*_clauses(left)}.isdisjoint(_clauses(right)) or bool(_rendered(left, right))


def _same_words(table: pd.DataFrame, *, least: int, of: Touches) -> Mask:
    del least
    return whether(table, "words", lambda left, right: not _counting(left, right, of))


def _explain_same_words(row: Row, *, least: int, of: Touches) -> list[str]:
    del least
    left, right = row["left_words"], row["right_words"]
    return [_told(_written(ours, left), _written(theirs, right)) for ours, theirs in _counting(left, right, of)]


def _counting(left: str, right: str, of: Touches) -> list[tuple[str, str]]:
    """Where two quotations differ in what counts; one that differs in its sense differs in nothing else."""
    exchanged = _exchanged(left, right)
    if exchanged:
        return exchanged if of != "wording" else []
    found = differences(left, right)
    touched = [some for some in found if _touches_sense(*some) or _renames(*some, _names(left), _names(right))]
    touched = [some for some in touched if not _agrees(*some, left, right)]
    touched = touched or _replaced(left, right, found)
    if of == "any":
        return found
    return touched if of == "sense" else [] if touched else found


@lru_cache(maxsize=4096)
def _exchanged(left: str, right: str) -> list[tuple[str, str]]:
    """Two words that have changed places between two quotations which have all others alike: "a pause, no decline"."""
    told = [_WORD.findall(words.replace("’", "'").casefold()[:_LONGEST]) for words in (left, right)]
    if len(told[0]) != len(told[1]) or len(told[0]) < _FEWEST:
        return []
    apart = [(ours, theirs) for ours, theirs in zip(*told, strict=True) if ours != theirs]
    if len(apart) > _FEW or len(apart) * 2 > len(told[0]):
        return []
    return [pair for pair in apart if pair[::-1] in apart and min(map(len, pair)) >= _FEWEST][:1]


def _replaced(left: str, right: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The one telling word that stands for another where two quotations are else the same: "the farmers of Keta"."""
    told = [(ours, theirs) for ours, theirs in found if ours and theirs]
    if len(found) != 1 or not told or min(len(words.split()) for words in (left, right)) < _FULL:
        return []
    if len(told[0][0].split()) != len(told[0][1].split()):
        return []
    stems = [[stem_of(word) for word in words.split() if word not in _SMALL and stem_of(word)] for words in told[0]]
    if any(len(words) != 1 or words[0] in everywhere() for words in stems) or any(map(_counts, told[0])):
        return []
    (ours,), (theirs,) = stems
    return told if fuzz.ratio(ours, theirs) < _UNLIKE and families(ours).isdisjoint(families(theirs)) else []


def _touches_sense(ours: str, theirs: str) -> bool:
    """Whether two renderings have other numbers, or one of them a negation or an opposite that the other has not."""
    (numbers, rest), (other_numbers, other_rest) = _numbers_apart(ours), _numbers_apart(theirs)
    if numbers and other_numbers and rest == other_rest:  # another unit may make it the same
        return numbers[0].isdigit() == other_numbers[0].isdigit()  # and so may digits for words
    told = ours.split(), theirs.split()
    if max(map(len, told)) > _FEW:
        return False
    negated = [any(map(_negates, words)) for words in told]
    return negated[0] != negated[1] or opposed(*told)


def _agrees(ours: str, theirs: str, left: str, right: str) -> bool:
    """Whether a negation only agrees with another one that both quotations have: "no reason, either here or there"."""
    agreed = "n" in (ours.removesuffix(theirs), theirs.removesuffix(ours))
    return agreed and any(map(_negates, {*fold(left).split()} & {*fold(right).split()} - {ours, theirs}))


def _numbers_apart(rendering: str) -> tuple[list[str], list[str]]:
    """The numbers of a rendering, and its other words."""
    words = rendering.split()
    return [*filter(_counts, words)], [*filterfalse(_counts, words)]


def _counts(word: str) -> bool:
    """Whether a word is a number, or part of one that is written out."""
    return word[0].isdigit() or number_word(word)


def _renames(ours: str, theirs: str, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one name, of those in either quotation, stands for another; two spellings of a name are one."""
    words = {*ours.split()}, {*theirs.split()}
    told = words[0] <= left - right and words[1] <= right - left and len(words[0]) == len(words[1]) > 0
    return told and fuzz.ratio(ours, theirs) < _UNLIKE


@lru_cache(maxsize=4096)
def _names(words: str) -> frozenset[str]:
    """The words of a quotation with a capital that they do not owe to the beginning of a sentence, folded.

    Those of countries are left out, as any of them has several names: "Britain", "the UK".
    """
    found = _CAPITALISED.findall(words.replace("’", "'"))
    return frozenset(word.casefold() for word in found if COUNTRIES.named.get(word) not in COUNTRIES.countries)


def _negates(word: str) -> bool:
    return word in SYNONYMS.negations or word.endswith("n't")


def _written(found: str, words: str) -> str:
    """What was found, as a quotation spells it."""
    spelled = re.search(r"\W+".join(map(re.escape, found.split())), words.replace("’", "'"), re.IGNORECASE)
    return spelled[0] if found and spelled else found


def _told(ours: str, theirs: str) -> str:
    if ours and theirs:
        one, other = sorted((ours, theirs))
        return f"“{one}” in one is “{other}” in the other"
    return f"“{ours or theirs}” is only in one of them"


def _explain_same_spelling(row: Row) -> list[str]:
    ours, theirs = row["left_name"].split(), row["right_name"].split()
    if len(ours) != len(theirs):
        return []
    return [_told(a, b) for a, b in zip(ours, theirs, strict=True) if fold(a) != fold(b)]


SAME_WORDS = Relation(
    "same_words",
    "The two quotations do not differ inside what both of them quote.",
    ("left_words", "right_words"),
    _same_words,
    _explain_same_words,
    Wording,
    applies=_of_one_utterance,
)
SAME_SPELLING = Relation(
    "same_spelling",
    "The two names have the same letters; case, accents and hyphens do not count.",
    ("left_name", "right_name"),
    lambda table: whether(table, "name", lambda left, right: letters(left) == letters(right)),
    _explain_same_spelling,
)
