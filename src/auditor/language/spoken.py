"""Whether a text is in the language that is read."""

import re
from functools import cache, lru_cache
from itertools import islice

from auditor.language.function_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_PROSE = 80
"""Shorter lines may be lists, in which no language has function words."""
_FIRST = 4_000
_ENOUGH, _MOST = 40, 100
_LEAST_SHARE = 0.14
"""A third of a text are function words, and over a fifth of terse news from exchanges. Of a text in another language
an eighth at most is spelled like one.
"""


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(words for words in vars(FUNCTION_WORDS).values() if isinstance(words, frozenset)))


def is_foreign(text: str) -> bool:
    """Whether running text begins in another language; False where there is too little of it."""
    return _is_foreign(text[:_FIRST])


@lru_cache(maxsize=4096)
def _is_foreign(beginning: str) -> bool:
    """The same of the beginning of a text; each is looked at once, though several parts of an audit ask."""
    prose = (line for line in beginning.splitlines() if len(line) >= _PROSE and line[0] not in "|-")
    words = list(islice((match[0].casefold() for line in prose for match in _WORD.finditer(line)), _MOST))
    known = _function_words()
    return len(words) >= _ENOUGH and sum(word in known for word in words) < _LEAST_SHARE * len(words)
