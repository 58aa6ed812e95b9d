"""Where a claim stands in the files: what an editor's program or a CI system jumps to."""

import os
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from auditor.model import LINE_BREAK, Claim, Finding, Report, SourceInfo
from auditor.read.files import PAGE_ENDINGS, RECORDS_ENDING

_APART = frozenset({RECORDS_ENDING, *PAGE_ENDINGS})
"""Files whose lines are not those of a source's text: a claim's place in them is where its source begins.

Of a web page it is the line from which the claim's paragraph was taken.
"""


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the last one is behind the stretch.

    Attributes:
        path: Relative to the working folder where it lies in it, with slashes.
        column: None where only the line is known.
    """

    path: str
    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


class Places:
    """The places of a report's claims."""

    def __init__(self, report: Report) -> None:
        """Know the sources of a report."""
        self._texts = {info.source.id: _Lines(info) for info in report.sources}

    def of(self, finding: Finding) -> list[tuple[Place, Claim | None]]:
        """Where a finding's claims stand, in their order, each place once; without claims, where its source begins."""
        found: dict[Place, Claim | None] = {}
        for claim in finding.claims:
            if claim.source in self._texts:
                found.setdefault(self._texts[claim.source].place(claim), claim)
        if not found and finding.source in self._texts:
            found[self._texts[finding.source].beginning] = None
        return list(found.items())

    def first(self, finding: Finding) -> Place | None:
        """Where a finding is shown by those that show one place only; None where its source is unknown."""
        return next((place for place, _ in self.of(finding)), None)


class _Lines:
    """The lines of one source."""

    def __init__(self, info: SourceInfo) -> None:
        self._source = info.source
        self.beginning = Place(_relative(info.source.path or info.source.id), info.source.line)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self._source.text))]

    def place(self, claim: Claim) -> Place:
        path = self.beginning.path
        if self._source.lines and claim.field == "text":
            return Place(path, self._source.lines[self._number(claim.start) - 1])
        if Path(path).suffix.lower() in _APART:
            return self.beginning
        if claim.field != "text":
            return Place(path, 1)
        (line, column), (end_line, end_column) = self._position(claim.start), self._position(claim.end)
        return Place(path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        number = self._number(offset)
        return self._source.line + number - 1, offset - self._starts[number - 1] + 1

    def _number(self, offset: int) -> int:
        """Which line of the text a character stands in."""
        return bisect_right(self._starts, offset)


def _relative(path: str) -> str:
    inside = os.path.relpath(path)
    return (path if inside.startswith("..") else inside).replace(os.sep, "/")
