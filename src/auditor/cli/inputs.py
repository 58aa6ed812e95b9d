"""What the command line reads: sources, rules and reference facts, each from where it is named or from its folder."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.cli.messages import complain
from auditor.errors import AuditorError, nearest

if TYPE_CHECKING:
    from auditor.model import Accepted, Claim
    from auditor.read import Reading
    from auditor.rules.reading.pack import Entry, Pack
    from auditor.settings import Settings

SOURCES = "claims/sources"
ACCEPTED = "claims/accepted.jsonl"
REFERENCE = "claims/reference"
RULES = "rules"
_MOST_NAMED = 5


def read_sources(paths: Sequence[str]) -> "Reading":
    """The sources of all paths, with a line on standard error for each that could not be read."""
    if not paths and not _is_folder(SOURCES):
        raise AuditorError(f"nothing to read: name a PATH, or run where there is a folder {SOURCES}")
    from auditor.read import read  # noqa: PLC0415

    reading = read(list(paths) or [SOURCES])
    complain(*reading.problems)
    links = [*filter(os.path.islink, reading.left_alone)]
    others = [path for path in reading.left_alone if path not in links]
    if others:
        hint = "save them as text or as web pages to have them read"
        complain(f"left alone, as they are no texts: {_some(others)}; {hint}")
    if links:
        complain(f"left alone, as they are links: {_some(links)}; name them as PATHs to have them read")
    from auditor.language.spoken import is_foreign  # noqa: PLC0415

    foreign = [source.id for source in reading if is_foreign(source.text)]
    if foreign:
        complain(f"read for their dates alone, as they are in another language: {_some(foreign)}")
    return reading


def _some(names: Sequence[str]) -> str:
    """The first few of some names, and how many there are besides."""
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def settings() -> "Settings":
    """What the project has settled in the working folder."""
    from pathlib import Path  # noqa: PLC0415

    from auditor.settings import load  # noqa: PLC0415

    return load(Path.cwd())


def load_pack(paths: Sequence[str], *, prove: bool = False) -> "Pack":
    """The packaged rules as the project has changed them, and its own.

    Args:
        paths: Of ``--rules``; else those of the settings, else the folder ``rules``.
        prove: Whether to make sure, where it was not done before, that its own rules do what their examples say.
    """
    from auditor.rules import load_files  # noqa: PLC0415
    from auditor.rules.reading.pack import pack  # noqa: PLC0415
    from auditor.rules.writing import proof  # noqa: PLC0415

    settled = settings()
    files = load_files(list(paths) or settled.rules or ([RULES] if _holds_rules(RULES) else []))
    made = pack(files, settled.override, settled.place("override"))
    if prove:
        proof.prove(files)
    return made


def load_reference(paths: Sequence[str]) -> tuple["Claim", ...]:
    """The facts of ``--reference``, else of the settings, else of the folder ``claims/reference``."""
    from auditor.reference import load  # noqa: PLC0415

    return load(list(paths) or settings().reference or ([REFERENCE] if _is_folder(REFERENCE) else []))


def load_accepted(path: str | None, *, missing_ok: bool = False) -> tuple["Accepted", ...]:
    """The accepted findings of ``--baseline``, else of the settings, else of ``claims/accepted.jsonl``, if it is there.

    Args:
        path: What ``--baseline`` names.
        missing_ok: Whether it may name a file that is not there yet.

    Raises:
        AuditorError: The named file cannot be read, or a line of it is no acceptance.
    """
    named = path or accepted_file()
    if (path is None or missing_ok) and not os.path.lexists(named):
        return ()
    from auditor.baseline.files import read  # noqa: PLC0415

    return read(named)


def accepted_file() -> str:
    """The file of accepted findings, of the settings or the usual one."""
    return (_has_settings() and settings().baseline) or ACCEPTED


def rule_named(rules: "Pack", id_: str) -> "Entry":
    """The rule of that id.

    Raises:
        AuditorError: There is none.
    """
    entry = rules.entry(id_)
    if entry is None:
        hint = nearest(id_, [entry.rule.id for entry in rules.entries]) or "; `auditor rules list` shows all"
        raise AuditorError(f"no rule `{id_}`{hint}")
    return entry


def _holds_rules(path: str) -> bool:
    """Whether there is a folder in which more stands than a page about it, or which nobody can look into."""
    beside = ("README", "rule.schema.json", ".")
    try:
        return _is_folder(path) and not all(name.startswith(beside) for name in os.listdir(path))  # noqa: PTH208 - as below
    except OSError:
        return True


def _has_settings() -> bool:
    """Whether there may be settings; where there are none, their models need not be imported."""
    return os.path.lexists("auditor.toml") or os.path.lexists("pyproject.toml")


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - pathlib is not needed yet
