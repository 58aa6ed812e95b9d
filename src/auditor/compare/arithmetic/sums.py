"""Figures that a text tells as the parts of another one: "of the 31 seats, 13 went to the left and 11 to the right".

Whether they come to the whole is arithmetic; what is found here is that they should. Parts need not exclude each other
("of 40 patients, 30 coughed and 20 sneezed"), so a list counts only where its members go to different places, stand in
contrast, or are said to make up the whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from auditor.compare import topics
from auditor.compare.arithmetic.figures import Figure, Sentence
from auditor.extract.events import stages
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.counted import is_plural, is_stop, singular
from auditor.language.phrases import pattern, word_set

_LONGEST = 400
"""How many characters of a sentence before a figure, or behind it, are looked at."""
_NO_SENTENCE = 1000
"""What goes on for more characters without a stop is a table."""
_SMALL = 10
"""A whole is not so many times smaller than a part by a slip."""
_WORDS = 11
"""How many words a part has, at most."""
_NEAR = 4
"""How many words behind a part tell where it goes."""
_THING = 3
"""How many words name a thing, at most."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SEVERAL = 2
_SIGNS = '.:()“”"'
_CLOSING = re.compile(r"[.,;:!?()–—“”\"]")
_BREAKS, _APART = word_set("sums", "breaks"), word_set("sums", "apart")


class Sum(NamedTuple):
    """A whole and its parts, which are all of them if the text says so."""

    whole: Figure
    parts: Sequence[Figure]
    is_all: bool


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return pattern("sums", name)


def sums(claims: pd.DataFrame, sentences: Iterable[Sentence]) -> dict[str, "pd.Series[Any]"]:
    """For each claim the sum that it belongs to, as columns of the claims table.

    Args:
        claims: The claims table.
        sentences: Its sentences with figures.

    Returns:
        ``sum``: the id of the whole, or None; ``sum_role``: whole or part; ``sum_is_all``: whether these are all parts.
    """
    label, role = (np.full(len(claims), None, dtype=object) for _ in range(2))
    is_all = np.zeros(len(claims), dtype=bool)
    ids = claims["id"].to_numpy()
    for found in _found(sentences):
        if found.whole.axis == "count" and _is_of_another_kind(found):
            continue
        places = [found.whole.position, *(part.position for part in found.parts)]
        if all(label[place] is None for place in places):
            label[places], is_all[places] = ids[found.whole.position], found.is_all
            role[places] = ["whole", *["part"] * len(found.parts)]
    columns = {"sum": label, "sum_role": role, "sum_is_all": is_all}
    return {name: pd.Series(column, dtype=column.dtype) for name, column in columns.items()}


def _is_of_another_kind(found: Sum) -> bool:
    """Whether a count is too small for its parts to be counts of the same: "one of them", "in all three regions"."""
    return found.whole.low < max(len(found.parts), max(part.low for part in found.parts) / _SMALL)


def _found(sentences: Iterable[Sentence]) -> Iterator[Sum]:
    """The sums of a claims table, sentence by sentence."""
    last = Sentence(("", ""), 0, -1, "", ())
    for sentence in sentences:
        if sentence.where == last.where and 0 <= sentence.start - last.end <= 1:
            yield from _summed(last, sentence)
        if len(sentence.figures) > _SEVERAL and sentence.end - sentence.start <= _NO_SENTENCE:
            yield from _told(sentence.text, sentence.figures)
        last = sentence


def _told(text: str, figures: Sequence[Figure]) -> Iterator[Sum]:
    """The sums of one sentence."""
    runs = [*_runs(text, figures)]
    for run, before, after in zip(runs, [None, *runs], [*runs[1:], None], strict=False):
        following = after[0] if after and run[-1].alike(after[0]) else None
        gap = text[run[-1].end : following.start] if following else ""
        if len(run) > _SEVERAL and _is_by_sex(text, run):
            yield Sum(run[0], run[1:], is_all=True)
        elif len(run) > _SEVERAL and _search("in_all", text[run[-1].end :]):
            yield Sum(run[-1], run[:-1], is_all=True)
        elif following and len(run) >= _SEVERAL and _search("making", gap):
            yield Sum(following, run, is_all=len(run) > _SEVERAL or not _search("spread", text[following.end :]))
        elif before and before[-1].alike(run[0]) and _is_whole(text, before[-1], run[0]):
            rest = [following] if following and _search("leaving", gap) else []
            yield from _divided(text, before[-1], run, rest)


def _is_by_sex(text: str, run: Sequence[Figure]) -> bool:
    """Whether a list is a number of people and those of each sex: "a jury of 12, seven women and five men"."""
    whole, *parts = run
    gap = text[whole.end : parts[0].start]
    if (
        len(parts) != _SEVERAL
        or not _search("people", gap)
        or (gap == ", " and not _search("of_number", text[: whole.start]))
    ):
        return False
    one, two = ([topics.stem_of(word) for word in _WORD.findall(text[part.end :])[:1]] for part in parts)
    return topics.contrast(one, two)


def _divided(text: str, whole: Figure, run: Sequence[Figure], rest: Sequence[Figure]) -> Iterator[Sum]:
    """A whole that is told before the list of its parts, and before what these leave of it, if that is told."""
    parts = [*run, *rest]
    if len(parts) < _SEVERAL or all(part.low > whole.high for part in parts):
        return
    is_listed = _is_listed(text, whole, run)
    total = rest or (is_listed and (_search("total", text[: whole.start]) or _search("in_all", text[whole.end :])))
    if total or _is_exclusive(text, parts) or (is_listed and _are_bare(text, run)) or _are_to_be(text, whole, run):
        yield Sum(whole, parts, is_all=bool(total) or is_listed)


def _summed(sentence: Sentence, following: Sentence) -> Iterator[Sum]:
    """A list that makes up a sentence, and its sum at the head of the next one."""
    whole, figures = following.figures[0], sentence.figures
    if len(figures) < _SEVERAL or not _search("summing", following.text[: whole.start]):
        return
    if any(_is_joint(following.text[whole.end : more.start]) for more in following.figures[1:2]):
        return  # that sentence has a list of its own
    run = next(_runs(sentence.text, figures))
    if len(run) == len(figures) and all(whole.alike(part) for part in run):
        yield Sum(whole, run, is_all=True)


def _runs(text: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of a sentence as lists; one that a whole stands before begins a new list."""
    run: list[Figure] = [figures[0]]
    for one, two in pairwise(figures):
        opens = _search("of_them", text[two.end :]) or (len(run) == 1 and _is_whole(text, one, two))
        if one.alike(two) and _is_joint(text[one.end : two.start]) and not opens:
            run.append(two)
        else:
            yield run
            run = [two]
    yield run


def _is_joint(gap: str) -> bool:
    """Whether two figures with these words between them are two parts of one list."""
    if any(sign in gap for sign in _SIGNS) or not _search("joint", gap) or _search("leaving", gap):
        return False
    words = _WORD.findall(gap.lower())
    return len(words) <= _WORDS and _BREAKS.isdisjoint(words)


def _is_whole(text: str, whole: Figure, first: Figure) -> bool:
    """Whether a figure is said to be the whole of the list that the next one begins."""
    gap = text[whole.end : first.start]
    if "." in gap or ";" in gap:
        return False
    signs = (("of", text[: whole.start]), ("parting", gap), ("of_them", text[first.end :]))
    return any(_search(name, words) for name, words in signs) or _is_apposed(text, whole, first)


def _is_apposed(text: str, whole: Figure, first: Figure) -> bool:
    """Whether a list of parts without names is thrown in behind its whole: "the 17 charges, 14 of theft and …"."""
    tied = (("the", text[: whole.start]), ("named", text[whole.end : first.start]), ("sorted", text[first.end :]))
    return all(_search(name, words) for name, words in tied)


def opens_whole(before: str) -> bool:
    """Whether the words before a figure make it the whole of what follows: "Of the 31 seats, 13 …"."""
    return _search("of", before) is not None


def _is_listed(text: str, whole: Figure, run: Sequence[Figure]) -> bool:
    """Whether a colon opens a list of all parts, with "and" before the last and each with its figure."""
    gaps = [text[one.end : two.start] for one, two in pairwise(run)]
    if not gaps or not _search("colon", text[whole.end : run[0].start]) or not _search("final", gaps[-1]):
        return False
    behind = text[run[-1].end :]
    is_short = any(_search("single", gap) for gap in gaps) or _search("single_behind", behind)
    return not is_short and not _search("of_them", text[run[0].end :])


def _are_bare(text: str, run: Sequence[Figure]) -> bool:
    """Whether nothing is said of the parts of a list but what they are, or where, or whose.

    Each is a figure and a bare name of things ("two tugs"), or a place ("40 in the mill"), or both.
    """
    *tails, last = _tails(text, run)
    return _is_bare(last, is_last=True) and all(_is_bare(words, is_last=False) for words in tails)


def _tails(text: str, run: Sequence[Figure]) -> list[list[str]]:
    """The words behind each part of a list."""
    told = [_pattern("joint").sub("", text[one.end : two.start]) for one, two in pairwise(run)]
    last = _CLOSING.split(text[run[-1].end :], maxsplit=1)[0]
    return [part.lower().split() for part in (*told, last)]


def _is_bare(words: Sequence[str], *, is_last: bool) -> bool:
    """Whether some words are a bare name of things, or begin with where these are, or both."""
    name = [*takewhile(lambda word: word not in _APART, words)]
    if len(name) > _THING or any(map(is_stop, name)):
        return False
    return is_last or is_plural(name[-1]) if name else bool(words)


def _are_to_be(text: str, whole: Figure, run: Sequence[Figure]) -> bool:
    """Whether each part of a whole is to be another thing: "of the 48, 30 will be lorries and 18 buses"."""
    others = _tails(text, run)[1:]
    return (
        opens_whole(text[: whole.start])
        and _search("to_be", text[run[0].end :]) is not None
        and all(_is_bare(words, is_last=words is others[-1]) and not _are_people(words) for words in others)
    )


def _are_people(words: Sequence[str]) -> bool:
    """Whether a name of things names people, of whom one may be in two parts."""
    return any(stages.is_anybody(singular(word)) for word in words)


def _is_exclusive(text: str, parts: Sequence[Figure]) -> bool:
    """Whether nothing can be in two parts: all differ in place or in nation, or two of them stand in contrast."""
    ends = [*(part.start for part in parts[1:]), len(text)]
    written = [_WORD.findall(text[part.end : end])[:_NEAR] for part, end in zip(parts, ends, strict=True)]
    nations = [next((nation for word in words[:2] if (nation := _nation(word))), None) for words in written]
    if None not in nations and len({*nations}) == len(nations):
        return True
    tails = [[word.lower() for word in words] for words in written]
    if any(all(link in tail for tail in tails) for link in _APART):
        return True
    if all(_search("sorted", text[part.end :]) for part in parts):
        return True
    stems = [[topics.stem_of(word) for word in tail] for tail in tails]
    return any(topics.contrast(one, two) for one, two in pairwise(stems))


def _nation(word: str) -> str | None:
    """The country whose people a word names: "Chinese"."""
    country = COUNTRIES.named.get(word)
    return country if country in COUNTRIES.countries and country != word else None


def _search(name: str, text: str) -> re.Match[str] | None:
    """Whether a pattern is found in the words before or behind a figure."""
    found = _pattern(name)
    return found.search(text[:_LONGEST] if found.pattern.startswith("^") else text[-_LONGEST:])
