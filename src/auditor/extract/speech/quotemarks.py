"""Spans between quotation marks of every style: straight, curly, single, low, guillemets, doubled backticks."""

import re
from typing import NamedTuple

from auditor.language.phrases import pattern

_MARK = re.compile(r"[\"“”„«»‹›‘’'`\n](?:(?<=')'|(?<=`)`|(?<=\n)[^\S\n]*\n\s*|(?<![`\n]))")
"""All that a mark can begin with stands first, so that the engine skips the rest quickly."""
_CLOSERS = {
    '"': ('"',),
    "“": ("”",),
    "„": ("“", "”", '"'),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "‘": ("’",),
    "'": ("'",),
    "``": ("''", '"', "``"),
}
_SINGLE = frozenset("‘’'")
_BEFORE = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/:;,.“‘'\"«„>")
_SPACE = frozenset(" \t\n\r\u00a0\u2009\u202f")
_CLIPPED = pattern("speech", "clipped")
_RESUMED = re.compile(r"[.!?…][\n ]$")
"""What stands before a mark that opens an unclosed quotation again in the next paragraph, however that is set."""
_MOST = 8000
_LOOK = 300
_DEEPEST = 3


class Quoted(NamedTuple):
    """A span between quotation marks.

    Attributes:
        start: Where the words begin.
        end: Where the words end.
        first: Where the opening mark stands.
        last: Where the closing mark ends.
        depth: 0 for an outermost quotation.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int


def quoted(text: str) -> list[Quoted]:
    """Return all closed quotations in order of their opening marks; what is never closed is none."""
    return sorted(_Reader(text).read(), key=lambda span: (span.first, -span.last))


class _Reader:
    """Walks from mark to mark, keeping those that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[str, int]] = []
        self.found: list[Quoted] = []

    def read(self) -> list[Quoted]:
        skip = -1
        for match in _MARK.finditer(self.text):
            mark, start, end = match.group(), match.start(), match.end()
            if start == skip:
                continue
            if mark[0] == "\n":
                skip = self._paragraph(end)
            elif not self._close(mark, start, end) and self._opens(mark, start, end):
                self._push(mark, start)
        return self.found

    def _paragraph(self, end: int) -> int:
        """Drop what is open, unless the paragraph opens it again; the position of the mark that does so, else -1."""
        if self.open:
            mark = self.open[0][0]
            if self.text.startswith(mark, end) and mark != "'":
                del self.open[1:]
                return end
            self.open.clear()
        return -1

    def _push(self, mark: str, start: int) -> None:
        for index, (other, _) in enumerate(self.open):
            if other == mark:
                if _RESUMED.search(self.text, max(0, start - 4), start):
                    return
                del self.open[index:]
                break
        if len(self.open) < _DEEPEST:
            self.open.append((mark, start))

    def _close(self, mark: str, start: int, end: int) -> bool:
        """Close the innermost quotation that this mark can close; whether there was one."""
        for index in range(len(self.open) - 1, -1, -1):
            opened, first = self.open[index]
            if mark in _CLOSERS[opened] and self._closes(mark, start, end):
                del self.open[index:]
                inner = first + len(opened)
                if 0 < start - inner <= _MOST and self.text[inner:start].strip():
                    self.found.append(Quoted(*self._trim(inner, start), first, end, index))
                return True
        return False

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        words = self.text[start:end]
        return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

    def _closes(self, mark: str, start: int, end: int) -> bool:
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if mark in _SINGLE:
            return before not in _SPACE and not after.isalnum() and not self._possessive(mark, start, end)
        if mark == '"':
            return before not in _SPACE or after in _SPACE or not after.isalnum()
        return True

    def _possessive(self, mark: str, start: int, end: int) -> bool:
        """Whether a single mark after an s rather makes a plural possessive: the quotation is closed later."""
        if self.text[start - 1 : start] != "s" or not self.text[end + 1 : end + 2].islower():
            return False
        later = self.text.find(mark, end, end + _LOOK)
        while later >= 0 and self.text[later + 1 : later + 2].isalnum():
            later = self.text.find(mark, later + 1, end + _LOOK)
        between = self.text[end:later] if later >= 0 else "\n\n"
        opener = "‘" if mark == "’" else " '"
        return "\n\n" not in between and opener not in between

    def _opens(self, mark: str, start: int, end: int) -> bool:
        if mark in {"’", "''", "›"} or mark not in _CLOSERS:
            return False
        before, after = self.text[start - 1 : start] if start else " ", self.text[end : end + 1]
        if before not in _BEFORE or not after:
            return False
        if mark in _SINGLE:
            return after not in _SPACE and not _CLIPPED.match(self.text, end)
        if mark in {'"', "``"}:
            return after not in _SPACE or before in _SPACE
        return mark in {"“", "„", "«", "‹"} or after not in _SPACE
