"""What a text has instead of what a headline, or a short text that retells it, says."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from auditor.digests.numbers.days import Parts, parts
from auditor.digests.numbers.evidence import axis_of, points
from auditor.model import Claim, Interval
from auditor.wording.words import enumeration

_MOST = 3
"""The most claims that are named."""
_TRIED = "It has no such number, and none that comes to it rounded, converted, added up or taken from another"
NO_NAME = "It has no form of this name, and none that is spelled like it"
IN_PASSING = "It has this name late and in passing only, and nothing of what is told here beside it"
FOR_SOMETHING_ELSE = "It has this number for something else only"
_NO_NUMBER = "It has nothing of that name and number"
_NO_DAY = "It names no such day, and none of its days is that one"


def instead(claim: Claim, stated: Sequence[Claim], rival: Claim | None = None, text: str = "") -> str:
    """What was tried, and what the text has that comes nearest, in one line.

    Args:
        claim: The claim that is not borne out.
        stated: The claims of the text.
        rival: The one that stands between the same words, if one does.
        text: The text itself, in which things of the name of a numbered one are looked up.
    """
    if rival is not None:
        return f"Between the same words it has “{_plain(rival.text)}”"
    if claim.kind == "name":
        if not any(map(str.isdigit, claim.text)):
            return NO_NAME
        numbered = _quoted(_numbered(claim.text, text))
        return f"It has {enumeration(numbered)}" if numbered else _NO_NUMBER
    near = _days(claim, stated) if claim.kind == "date" else _amounts(claim, stated)
    told = _quoted(one.text for one in near)
    tried = _NO_DAY if claim.kind == "date" else _TRIED
    return f"{tried}; nearest {'is' if len(told) == 1 else 'are'} {enumeration(told)}" if told else tried


def own(claim: Claim, stated: Sequence[Claim]) -> Claim | None:
    """What a text itself says of what a headline's figure or day is of; None for nothing, several things or a name."""
    if claim.kind == "name":
        return None
    if claim.kind == "date":
        near = [one for one in _days(claim, stated) if {*_parts(claim)[:2]} & {*_parts(one)[:2]} - {None}]
        told = {str(_parts(one)) for one in near}
    else:
        near = [one for one in _amounts(claim, stated) if _is_of_same(claim, one)]
        told = {str(points(one)) for one in near}
    return near[0] if len(told) == 1 else None


def _is_of_same(claim: Claim, other: Claim) -> bool:
    """Whether two amounts are of one thing, as far as they say of what; a bare number does not."""
    known = claim.counted is not None or claim.dimension != "count"
    return (
        known
        and other.counted == claim.counted
        and (claim.measure or other.measure) == (other.measure or claim.measure)
    )


def _quoted(texts: Iterable[str]) -> list[str]:
    """The first few of some texts, each once."""
    return list(dict.fromkeys(f"“{_plain(text)}”" for text in texts))[:_MOST]


def _numbered(name: str, text: str) -> list[str]:
    """What a text calls by the name of a numbered thing: "Ward 6" for ``Ward 8``."""
    words = _plain(name).rpartition(" ")[0]
    if not words:
        return []
    called = r"\s+".join(map(re.escape, words.split()))
    return re.findall(rf"\b{called}\s+[A-Z]{{0,3}}\d[\w/-]*", text, re.IGNORECASE)


def among(rival: Claim) -> str:
    """What stands among the words that a short text has around another claim."""
    return f"Among the same words it has “{_plain(rival.text)}”, and not this"


def retold(other: str) -> str:
    """That a text has another figure or year where it tells what its headline does."""
    return f"Where it tells the same it has “{_plain(other)}”"


def displaced(other: str) -> str:
    """That another name stands beside the word that stands beside a name of a short text."""
    return f"Where this name stands it has “{_plain(other)}”"


def broken(phrase: str) -> str:
    """That a number or a time does not go with the words beside it."""
    return f"What is beside it asks for another sort of number or time: “{_plain(phrase)}”"


def repeated(first: str) -> str:
    """That a clause names twice whom news would name once."""
    return f"The clause has “{_plain(first)}” already, and would say “he”, “she” or “it”"


def stated(words: str) -> str:
    """That a text states what a short one denies."""
    return f"It states it: “{_plain(words)}”"


def beside(other: Claim) -> str:
    """That the text has a figure, with something else beside it."""
    return f"It has “{_plain(other.text)}”, but going the other way, of another time or for another unit"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _amounts(claim: Claim, stated: Iterable[Claim]) -> list[Claim]:
    """Amounts on the axis of a figure, those of the same things first, then the nearest ones."""
    axis, wanted = axis_of(claim), points(claim)
    others = [other for other in stated if other.kind == "quantity" and axis_of(other) == axis and points(other)]
    return sorted(others, key=lambda other: (other.counted != claim.counted, _apart(wanted, points(other))))


def _apart(left: Sequence[Decimal], right: Sequence[Decimal]) -> Decimal:
    """How far two amounts are apart, as a part of the larger one."""
    one, other = left[0] if left else Decimal(0), right[0]
    return abs(one - other) / (max(abs(one), abs(other)) or Decimal(1))


def _days(claim: Claim, stated: Iterable[Claim]) -> list[Claim]:
    """Dates that name the same parts of a day, in the order of the text; those of the same month or year first."""
    ours = _parts(claim)
    others = [other for other in stated if other.kind == "date" and other.clue is None and _alike(ours, _parts(other))]
    return sorted(others, key=lambda other: not {*ours[:2]} & {*_parts(other)[:2]} - {None})


def _parts(claim: Claim) -> Parts:
    return parts(claim.value.written) if isinstance(claim.value, Interval) else Parts()


def _alike(left: Parts, right: Parts) -> bool:
    """Whether the finest part that one date names is named by the other too."""
    for ours, theirs in ((left.day, right.day), (left.weekday, right.weekday), (left.quarter, right.quarter)):
        if ours:
            return bool(theirs)
    return bool(left.year and right.year)
