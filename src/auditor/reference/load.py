"""Reads the files of ``claims/reference``."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.errors import AuditorError, BadFileError, Problem, nearest_path
from auditor.model import Claim
from auditor.reference.facts import Facts
from auditor.yamlfile import Node, validate
from auditor.yamlfile import load as load_yaml

_ENDINGS = frozenset({".yaml", ".yml"})


def load(paths: Iterable[str | os.PathLike[str]]) -> tuple[Claim, ...]:
    """Read facts.

    Args:
        paths: YAML files, and folders of them.

    Returns:
        The facts as claims, file by file, in the order they are written.

    Raises:
        AuditorError: There is no such path.
        BadFileError: Files hold mistakes; all of them are listed.
    """
    claims: list[Claim] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, ...], str] = {}
    for file in dict.fromkeys(found for path in paths for found in _files(Path(path), problems)):
        try:
            node = load_yaml(file)
            facts = validate(node, Facts)
        except BadFileError as error:
            problems += error.problems
            continue
        problems += _duplicates(node, facts, seen)
        claims += facts.claims(file.stem)
    if problems:
        raise BadFileError(problems)
    return tuple(claims)


def _files(path: Path, problems: list[Problem]) -> list[Path]:
    """The file itself, or the YAML files in and below a folder, in order."""
    if path.is_dir():
        files = sorted(_below(path, problems))
        problems += map(_ending, filter(_seems_meant, files))
        return [file for file in files if file.suffix.lower() in _ENDINGS]
    if not path.exists():
        raise AuditorError(f"no such file or folder: `{path}`{nearest_path(path)}")
    return [path]


def _below(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """All files in and below a folder; what cannot be looked into is a problem, as its facts would be missed."""

    def complain(error: OSError) -> None:
        problems.append(Problem(str(error.filename), f"cannot be read: {error.strerror}"))

    for folder, _, names in os.walk(root, onerror=complain):
        yield from (file for name in names if (file := Path(folder, name)).is_file())


def _seems_meant(file: Path) -> bool:
    """Whether a file that is not read holds facts, as its name goes: ``town.yaml.txt``."""
    ending = file.suffix.lower()
    return ending == ".json" or (ending not in _ENDINGS and Path(file.stem).suffix.lower() in _ENDINGS)


def _ending(file: Path) -> Problem:
    name = file.name.partition(".")[0]
    return Problem(str(file), f"a file of facts ends in .yaml; rename it to {name}.yaml, or move it elsewhere")


def _duplicates(node: Node, facts: Facts, seen: dict[tuple[str, ...], str]) -> Iterator[Problem]:
    """A problem for each fact that an earlier one, maybe of another file, states already."""
    for name in Facts.model_fields:
        for index, fact in enumerate(getattr(facts, name)):
            place = node.at(name, index)
            if fact.key in seen:
                what = ", ".join(fact.key[1:])
                yield place.problem(f"duplicate {fact.key[0]} ({what}), first in {seen[fact.key]}")
            seen.setdefault(fact.key, f"{place.path}:{place.line}")
