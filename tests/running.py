"""The command line run inside the test's own process, which is a hundred times faster than starting one."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.cli import main

DATED = "---\npublished: 2024-03-01\n---\n"
CLEAN = f"{DATED}The council paid €14 million for the roof of the town hall.\n"
"""A source that no rule has anything against."""
NOTED = f"{DATED}The council paid $10 billion US dollars for the roof of the town hall.\n"
"""A source that only a note is made of."""
UNDATED = "The council paid €14 million for the roof of the town hall.\n"
"""A source with a warning: it does not tell when it was published."""
WRONG = f"{DATED}The council met on 30 February 2024 and paid €14 million for the roof.\n"
"""A source with an error: there is no such day."""


@dataclass(frozen=True)
class Run:
    """What a run did: its exit code, and what it wrote to standard output and to standard error."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The only line on standard error of a run that could not do what was asked, without the program's name."""
        assert self.code == 2, self
        [line] = self.err.splitlines()
        assert line.startswith("auditor: "), line
        return line.removeprefix("auditor: ")


@dataclass(frozen=True)
class Auditor:
    """The command, in an empty folder."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Run:
        """Run the command with these arguments."""
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as ending:
            code = ending.code if isinstance(ending.code, int) else 1
        captured = self.capture.readouterr()
        return Run(code, captured.out, captured.err)

    def source(self, name: str, content: str | bytes) -> Path:
        """Write a source into the folder; its path is relative, as a user would type it."""
        path = Path(name)
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder with what is in them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
