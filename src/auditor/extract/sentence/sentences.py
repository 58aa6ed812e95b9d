"""Where sentences begin and end.

Punctuation is found first; then the word before it is looked up among the abbreviations. That is many times faster
than a pattern that looks behind at every stop.
"""

import re
from functools import cached_property

from auditor.extract.sentence.spans import Spans
from auditor.language import Table, Words, load

_END = re.compile(
    r"[.!?…\n](?:(?<!\n)(?<![.!?…].)[.!?…]*[\"”’»›“')\]]*(?=\s)"
    r"|(?<=\n)(?:[^\S\n]*(?:\n|[•‣▪◦●·*–—-][^\S\n]|\d{1,2}[.)][^\S\n]))?)"
)
_NEXT = re.compile(r"\s*[\"“‘«‹„'(\[•*–—-]*\s?(\w?)")
_WORD = re.compile(r"[^\W_][\w’']*")
_LOOK_BACK = 14
_SHORT_LINE = 60
_LONG_LINE = 120


class Abbreviations(Table):
    """Words whose full stop may not end a sentence."""

    before_name: Words
    before_number: Words
    inside: Words
    either: Words
    starters: Words

    @cached_property
    def never(self) -> frozenset[str]:
        """The words whose full stop ends no sentence, whatever follows."""
        return self.before_name | self.inside


_ABBREVIATIONS = load("abbreviations", Abbreviations)


def sentences(text: str) -> Spans:
    """Split a text into sentence spans, in order, without surrounding white space.

    A blank line or a bullet ends a sentence; a line break alone does so only where the lines' lengths show that the
    text is not simply wrapped. Closing quotation marks belong to the sentence they close. A stop between two blanks,
    as programs write it that take texts apart, ends one even where all letters are small.
    """
    spans = Spans()
    start = 0
    for match in _END.finditer(text):
        if _ends(text, start, match):
            _append(spans, text, start, match.end() if text[match.start()] != "\n" else match.start())
            start = match.end() if text[match.start()] != "\n" else match.start() + 1
    _append(spans, text, start, len(text))
    return spans


def _append(spans: Spans, text: str, start: int, end: int) -> None:
    body = text[start:end]
    stripped = body.strip()
    if stripped:
        first = start + len(body) - len(body.lstrip())
        spans.append(first, first + len(stripped))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return len(mark) > 1 or _line_ends(text, match.start())
    following = _NEXT.match(text, match.end(), match.end() + 40)
    first = following.group(1) if following else ""
    if first.islower():
        return len(mark) == 1 and text[match.start() - 1 : match.start()] == " "
    if mark[0] != "." or mark.startswith(".."):
        return True
    return _stop_ends(text, start, match.start(), following.start(1) if following else match.end())


def _stop_ends(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a single full stop at ``stop`` ends a sentence, given where the next word begins."""
    before = text[max(start, stop - _LOOK_BACK) : stop].rsplit(None, 1)
    word = before[-1].lstrip("(\"“‘'[") if before else ""
    if not word or len(word) == _LOOK_BACK:
        return True
    lowered = word.lower()
    if word in _ABBREVIATIONS.never:
        return False
    initial = len(word) == 1 and word.isupper()
    if lowered in _ABBREVIATIONS.before_number and not initial:
        return not text[following : following + 1].isdigit()
    if word.isdigit() and stop - len(word) == start:
        return False
    if initial or word in _ABBREVIATIONS.either:
        found = _WORD.match(text, following, following + 20)
        return found is None or found.group() in _ABBREVIATIONS.starters
    return True


def _line_ends(text: str, position: int) -> bool:
    """Whether a single line break parts two sentences: a long paragraph's end, or a short line before a longer one."""
    following = _NEXT.match(text, position, position + 40)
    if following is not None and following.group(1).islower():
        return False
    length = position - 1 - text.rfind("\n", max(0, position - _LONG_LINE - 2), position)
    if (
        length >= _LONG_LINE
        or text.rfind("\n", max(0, position - _LONG_LINE - 2), position) < 0 < position - _LONG_LINE
    ):
        return True
    after = text.find("\n", position + 1, position + 1 + 2 * _LONG_LINE)
    ahead = (after if after >= 0 else min(len(text), position + 2 * _LONG_LINE)) - position - 1
    return length < _SHORT_LINE and ahead > 1.5 * length
