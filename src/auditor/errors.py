"""Errors that a user can mend: each says where, what was wrong and the nearest right thing."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


class AuditorError(Exception):
    """Something the user gave cannot be used; its text is one line a person can act on."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one file.

    Attributes:
        path: The file, as the user named it.
        message: What was wrong, what was expected, the nearest right thing.
        line: First line is 1; None where the whole file is meant.
        column: First column is 1.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """``path:line:column: message``, as compilers write it."""
        place = "".join(f":{part}" for part in (self.line, self.column) if part is not None)
        return f"{self.path}{place}: {self.message}"


class BadFileError(AuditorError):
    """One or more files hold mistakes; all of them are listed, one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = sorted(problems, key=lambda p: (p.path, p.line or 0, p.column or 0, p.message))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A ``, did you mean `x`?`` for the known word most like the given one; empty if none is alike."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f", did you mean `{close[0]}`?" if close else ""


def nearest_path(path: Path) -> str:
    """A ``, did you mean `x`?`` for the existing name most like the first part of a path that is missing."""
    for parent in path.parents:
        try:
            names = [entry.name for entry in os.scandir(parent)]
        except (OSError, ValueError):
            continue
        missing = path.relative_to(parent).parts[0]
        return "" if missing in names else nearest(missing, names)
    return ""
