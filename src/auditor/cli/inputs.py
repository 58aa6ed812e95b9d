"""What the command line reads: sources, rules and reference facts, each from where it is named or from its folder."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.cli.messages import complain
from auditor.errors import AuditorError, nearest

if TYPE_CHECKING:
    from auditor.model import Accepted, Claim
    from auditor.read import Reading
    from auditor.rules import Rule

SOURCES = "claims/sources"
ACCEPTED = "claims/accepted.jsonl"
REFERENCE = "claims/reference"
RULES = "rules"


def read_sources(paths: Sequence[str]) -> "Reading":
    """The sources of all paths, with a line on standard error for each that could not be read."""
    if not paths and not _is_folder(SOURCES):
        raise AuditorError(f"nothing to read: name a PATH, or run where there is a folder {SOURCES}")
    from auditor.read import read  # noqa: PLC0415

    reading = read(list(paths) or [SOURCES])
    complain(*reading.problems)
    return reading


def load_rules(paths: Sequence[str]) -> tuple["Rule", ...]:
    """The packaged rules, and those of ``--rules`` or else of the folder ``rules``."""
    from auditor.rules import load  # noqa: PLC0415

    return load(list(paths) or ([RULES] if _is_folder(RULES) else []))


def load_reference(paths: Sequence[str]) -> tuple["Claim", ...]:
    """The facts of ``--reference``, or else of the folder ``claims/reference``."""
    from auditor.reference import load  # noqa: PLC0415

    return load(list(paths) or ([REFERENCE] if _is_folder(REFERENCE) else []))


def load_accepted(path: str | None, *, missing_ok: bool = False) -> tuple["Accepted", ...]:
    """The accepted findings of ``--baseline``, or else of the file ``claims/accepted.jsonl`` if there is one.

    Args:
        path: What ``--baseline`` names.
        missing_ok: Whether it may name a file that is not there yet.

    Raises:
        AuditorError: The named file cannot be read, or a line of it is no acceptance.
    """
    if (path is None or missing_ok) and not os.path.lexists(path or ACCEPTED):
        return ()
    from auditor.baseline.files import read  # noqa: PLC0415

    return read(path or ACCEPTED)


def rule_named(rules: Sequence["Rule"], id_: str) -> "Rule":
    """The rule of that id.

    Raises:
        AuditorError: There is none.
    """
    for rule in rules:
        if rule.id == id_:
            return rule
    hint = nearest(id_, [rule.id for rule in rules]) or "; `auditor rules list` shows all"
    raise AuditorError(f"no rule `{id_}`{hint}")


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - pathlib is not needed yet
