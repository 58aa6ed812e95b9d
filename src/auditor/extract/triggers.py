"""One look at every word of a text for all extractors of people, things and voices."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.extract.stages import progress
from auditor.extract.titles import lexicon
from auditor.extract.verbs import cues, speech
from auditor.extract.words import members
from auditor.model import Span

BOUNDARIES = members(
    "and but while which who whom where when although though as adding saying with after before because "
    "since so or despite including not whereas that",
)
"""Words that may part clauses."""

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


class Trigger(NamedTuple):
    """A word that some extractor looks out for."""

    start: int
    end: int
    word: str


@cache
def _vocabulary() -> frozenset[str]:
    words, stages = speech(), progress()
    capitalised = {first.capitalize() for first in cues()}
    return frozenset().union(
        lexicon().forms, stages.verbs, stages.phrases, stages.decided, cues(), capitalised, BOUNDARIES, words.finite,
        {"according", "According"}, words.continuing, words.needs_next, words.reporting,
    )  # fmt: skip


@lru_cache(maxsize=2)
def triggers(text: str) -> list[Trigger]:
    """All words of a text that any table begins an entry with, in order.

    The last texts are kept, because every extractor of a document asks for the same one.
    """
    vocabulary = _vocabulary()
    return [Trigger(*match.span(), match[0]) for match in _WORD.finditer(text) if match[0] in vocabulary]


def triggers_in(text: str, span: Span) -> list[Trigger]:
    """The trigger words of a part of a text."""
    found = triggers(text)
    low = bisect_left(found, (span[0], 0, ""))
    return found[low : bisect_left(found, (span[1], 0, ""), low)]
