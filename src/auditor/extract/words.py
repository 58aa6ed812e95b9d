"""Words as the extractors of people, things and voices see them."""

import re
from collections.abc import Iterable
from typing import Literal

from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import LOWER

WORD = re.compile(r"[^\W\d_](?:\.(?<=[A-Za-z]\.)(?:[A-Za-z]\.)+(?:-\w+)?|\w*(?:[’'\-&.]\w+)*)")
"""A word with what is tied to it: "U.S.", "Ukraine’s", "NATO-Ukraine", "re-elected"."""

_POSSESSIVE = re.compile(r"[’'][sS]?$")
_GAPS = frozenset((" ", "\n", "\u00a0", "\t", "  ", "\r\n", " \n", "\u202f", "\u2009"))


def is_gap(text: str) -> bool:
    """Whether the characters between two words leave them neighbours: one blank or one line break."""
    return text in _GAPS


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


def tokens_before(text: str, position: int, floor: int, reach: int = 160) -> list[re.Match[str]]:
    """The words that end before a position, nearest first, from ``floor`` on and within ``reach`` characters."""
    low = max(floor, position - reach)
    found = list(WORD.finditer(text, low, position))
    if found and low > floor and found[0].start() == low:
        del found[0]
    found.reverse()
    return found


def longest(parts: list[str], table: Iterable[str] | dict[str, str], limit: int = 5) -> int:
    """How many of the first ``parts`` (words in reading order) make the longest entry of a table; 0 for none."""
    for count in range(min(limit, len(parts)), 0, -1):
        if " ".join(parts[:count]) in table:
            return count
    return 0


Form = Literal["base", "third", "past"]


def inflected(verb: str) -> list[tuple[Form, str]]:
    """The forms of a verb given as ``base``, ``base/past`` or ``base/past/participle``: base, third person, past."""
    base, *irregular = verb.split("/")
    stem = base[:-1] if base.endswith("y") and base[-2:-1] not in set("aeiou") else base
    third = stem + "ies" if stem != base else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    regular = stem + "ied" if stem != base else base + ("d" if base.endswith("e") else "ed")
    return [("base", base), ("third", third), *(("past", past) for past in irregular or [regular])]


def continuing(base: str) -> tuple[str, str]:
    """The two ways in which the form of a verb in "-ing" may be spelled: "liming" and "limming"."""
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return f"{stem}ing", f"{stem}{stem[-1]}ing"


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb given as ``base``, ``base/past`` or ``base/past/participle``, each once."""
    return tuple(dict.fromkeys((*(form for _, form in inflected(verb)), *continuing(verb.partition("/")[0]))))


_LONG = re.compile(rf"\b[{LOWER}]{{5}}")
_PLAIN = re.compile(r"\b[^\W\d_]{2,}")


def capitalised_throughout(text: str) -> bool:
    """Whether a text capitalises all but its small words, as headlines do, so that any may look like a name."""
    if _LONG.search(text) is not None:
        return False
    return not any(word[0].islower() and word not in FUNCTION_WORDS.small for word in _PLAIN.findall(text))
