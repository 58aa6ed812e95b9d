r"""Patterns that cannot run away: a small part of regular expressions, with a bound on the paths a match may take.

Allowed are characters, classes, ``.``, ``\b``, ``\d``, ``\s``, ``\w`` and their negations, ``^``, ``$``, groups
``(…)`` and ``(?:…)``, alternatives and quantifiers. Only the first :data:`REACH` characters of a text are looked at.
"""

import re
import warnings
from functools import cache

REACH = 400
LONGEST = 500
_PATHS = 200_000
_QUANTIFIER = re.compile(r"[*+?]|\{(\d{1,3})(,(\d{0,3}))?\}")
_ATOM = re.compile(r"\\[bBdDsSwW.^$*+?()\[\]{}|\\/&'\"-]|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\()\[\]{}|*+?]")
_BRACKETS = re.compile("parenthesis|subpattern")
_GROUP = re.compile(r"\((?:\?:)?(?!\?)")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, ready to use.

    Raises:
        ValueError: It is none, or might take too long; the message says why.
    """
    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern of {len(pattern)} characters; at most {LONGEST} are allowed")
    if any(ord(character) < ord(" ") for character in pattern):
        raise ValueError(
            "a control character; put a pattern in single quotes, since in double ones `\\b` is another sign"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        bracket = r"; a bracket that stands for itself is written `\(`" if _BRACKETS.search(str(error)) else ""
        raise ValueError(f"is not a pattern: {error}{bracket}") from None
    paths, end = _alternatives(pattern, 0)
    if end < len(pattern):
        raise ValueError(f"`{pattern[end : end + 6]}` is not allowed in a pattern (character {end + 1})")
    if paths > _PATHS:
        raise ValueError("the pattern may take too long: fewer repetitions, or none inside another, are needed")
    return found


def _alternatives(pattern: str, position: int) -> tuple[int, int]:
    """How many paths the alternatives from a position on may take, and where they end."""
    total, end = _sequence(pattern, position)
    while pattern[end : end + 1] == "|":
        paths, end = _sequence(pattern, end + 1)
        total += paths
    return total, end


def _sequence(pattern: str, position: int) -> tuple[int, int]:
    total = 1
    while position < len(pattern) and pattern[position] not in "|)":
        if group := _GROUP.match(pattern, position):
            paths, position = _alternatives(pattern, group.end())
            if pattern[position : position + 1] != ")":
                break
            position += 1
        elif atom := _ATOM.match(pattern, position):
            paths, position = 1, atom.end()
        else:
            break
        times, position = _times(pattern, position)
        total = min(total * _repeated(paths, times), _PATHS + 1)
    return total, position


def _times(pattern: str, position: int) -> tuple[int, int]:
    """How many lengths the quantifier at a position allows; 1 if there is none."""
    found = _QUANTIFIER.match(pattern, position)
    if not found:
        return 1, position
    end = found.end() + (pattern[found.end() : found.end() + 1] in {"?", "+"})
    if found[0] == "?":
        return 2, end
    if found[1] is None or (found[2] and not found[3]):
        return REACH, end
    return int(found[3] or found[1]) + 1, end


def _repeated(paths: int, times: int) -> int:
    """Paths through a repetition: a single path may end anywhere, several multiply each time."""
    if paths == 1 or times == 1:
        return paths * times
    return 1 + paths if times == 2 else min(paths, 2) ** min(times, 20)  # noqa: PLR2004 - an option is taken or not
