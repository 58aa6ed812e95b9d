"""Rule files read from disk: every mistake in every file at once, each with its place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from auditor import yamlfile
from auditor.errors import BadFileError, Problem, nearest, nearest_path
from auditor.rules.model import Rule, is_a_name
from auditor.rules.reading.checks import Location
from auditor.rules.reading.verify import verify
from auditor.yamlfile import Node

ENDING = ".yaml"
SCHEMA = "rule.schema.json"
"""The file beside rules that tells editors what a rule may hold."""

_BESIDE = frozenset({".md", ".txt", ".rst"})
"""Endings of what may stand beside rules without being one."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule and where it is defined.

    Attributes:
        rule: The rule, as its file has it.
        path: The file.
        packaged: Whether it comes with the auditor.
    """

    rule: Rule
    path: Path
    packaged: bool


def packaged() -> Path:
    """The folder of the rules that come with the auditor."""
    installed = Path(str(files("auditor"))) / "pack"
    return installed if installed.is_dir() else Path(__file__).parents[4] / "rules"


def guide() -> str:
    """The page that says how a rule is written."""
    installed = Path(str(files("auditor"))) / "guide.md"
    page = installed if installed.is_file() else Path(__file__).parents[4] / "docs" / "rules.md"
    return page.read_text(encoding="utf-8")


def load(paths: Iterable[Path | str] = ()) -> tuple[Rule, ...]:
    """The rules that come with the auditor and those of files and folders, by id.

    A copy of a rule that comes with the auditor may stand among them, but no other rule of its id.

    Raises:
        BadFileError: Something is wrong with one or more of the files; every mistake is listed.
    """
    return tuple(file.rule for file in load_files(paths))


def load_files(paths: Iterable[Path | str] = ()) -> tuple[RuleFile, ...]:
    """As :func:`load`, with where each rule is defined."""
    home = packaged()
    given = map(Path, paths)
    found = read_files([home, *(path for path in given if path.resolve() != home.resolve())])
    if problems := list(_strangers(found)):
        raise BadFileError(problems)
    return found


def _strangers(found: Sequence[RuleFile]) -> Iterator[Problem]:
    """What rules yield to that is no rule."""
    known = {file.rule.id for file in found}
    for file in found:
        for id_ in file.rule.yields:
            if id_ not in known:
                yield Problem(str(file.path), f"`yields` names no rule: `{id_}`{nearest(id_, known)}", 1, 1)


def read_files(paths: Iterable[Path | str]) -> tuple[RuleFile, ...]:
    """The rules of files and folders, and no others, by id.

    Raises:
        BadFileError: Something is wrong with one or more of the files; every mistake is listed.
    """
    problems: list[Problem] = []
    found: dict[str, RuleFile] = {}
    home = packaged()
    for path in dict.fromkeys(_found(paths, problems)):
        rule = _read(path, problems)
        if rule is None:
            continue
        if rule.id in found and not _is_copy(path, found[rule.id].path):
            first = found[rule.id].path
            change = ", or change that one in auditor.toml" if first.parent == home else ""
            message = f"a rule `{rule.id}` stands in {first} already; give this one another name{change}"
            problems.append(Problem(str(path), message, 1, 1))
        found.setdefault(rule.id, RuleFile(rule, path, path.parent == home))
    if problems:
        raise BadFileError(problems)
    return tuple(found[name] for name in sorted(found))


def _is_copy(file: Path, first: Path) -> bool:
    """Whether a file is the same to the byte as one that comes with the auditor."""
    return first.parent == packaged() and file.read_bytes() == first.read_bytes()


def _found(paths: Iterable[Path | str], problems: list[Problem]) -> Iterator[Path]:
    """The rule files among files and folders."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from _in_folder(path, problems)
        elif not path.exists():
            problems.append(Problem(str(path), f"no such file or folder of rules{nearest_path(path)}"))
        elif path.suffix == ENDING:
            yield path
        else:
            problems.append(_ending(path))


def _in_folder(folder: Path, problems: list[Problem]) -> list[Path]:
    """The rules of a folder; nothing else may stand there that somebody might take for one."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        problems.append(Problem(str(folder), f"cannot be read: {error.strerror}"))
        return []
    others = [entry for entry in entries if entry.suffix != ENDING and _looks_like_a_rule(entry)]
    problems += map(_ending, others)
    found = [entry for entry in entries if entry.suffix == ENDING]
    if not found and not others:
        problems.append(Problem(str(folder), f"no rules here: a rule is a file NAME{ENDING}"))
    return found


def _looks_like_a_rule(entry: Path) -> bool:
    hidden_ending = Path(entry.stem).suffix in {ENDING, ".yml"}
    return entry.is_dir() or hidden_ending or (entry.suffix not in _BESIDE and entry.name not in {SCHEMA, "README"})


def _ending(path: Path) -> Problem:
    if path.is_dir():
        return Problem(str(path), "a folder among rules is not read; name it with --rules, or move its rules up")
    name = path.name.partition(".")[0] or path.stem
    return Problem(str(path), f"a rule file's name ends in {ENDING}; rename it to {name}{ENDING}, or move it elsewhere")


def _read(file: Path, problems: list[Problem]) -> Rule | None:
    """One rule; None, and what is wrong with it among the problems, if it is none."""
    try:
        return _of_the_pack(file) if file.parent == packaged() else _parsed(file)
    except BadFileError as error:
        problems += error.problems
        return None


@cache
def _of_the_pack(file: Path) -> Rule:
    """A rule that comes with the auditor, read once: a program may audit many times."""
    return _parsed(file)


def _parsed(file: Path) -> Rule:
    node = _loaded(file)
    return parse(node, list(_misnamed(node, file)))


def _loaded(file: Path) -> Node:
    """What a file holds, which must be something."""
    node = yamlfile.load(file)
    if node.value is None:
        raise BadFileError([node.problem("is empty; `auditor rules new` writes a rule to start from")])
    return node


def parse(node: Node, problems: Collection[Problem] = ()) -> Rule:
    """The rule that a YAML document holds.

    Raises:
        BadFileError: It holds mistakes, or there are problems already; all of them are listed.
    """
    plain = node.plain()
    mistakes = [*problems, *(_problem(node, place, message) for place, message in verify(plain))]
    try:
        rule = yamlfile.validate(node, Rule, plain=plain)
    except BadFileError as error:
        named = {(problem.line, problem.column) for problem in problems}
        mistakes += [problem for problem in error.problems if (problem.line, problem.column) not in named]
    if mistakes:
        raise BadFileError(mistakes)
    return rule


def _problem(node: Node, place: Location, message: str) -> Problem:
    """A mistake at its key, or at its place in a list."""
    if place and isinstance(place[-1], str):
        return node.at(*place[:-1]).problem(message, key=place[-1])
    return node.at(*place).problem(message)


def _misnamed(node: Node, file: Path) -> Iterator[Problem]:
    found = node.value.get("id") if isinstance(node.value, dict) else None
    if found is None or not isinstance(found.value, str) or found.value == file.stem:
        return
    if _is_name(file.stem):
        yield found.problem(f"`id` must be the file's name without its ending, `{file.stem}`, not `{found.value}`")
    elif _is_name(found.value):
        yield found.problem(f"`id` and the file's name must be one; rename the file to `{found.value}{ENDING}`")


def _is_name(word: str) -> bool:
    try:
        return bool(is_a_name(word))
    except ValueError:
        return False
