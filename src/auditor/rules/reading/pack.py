"""The rules of a run: those that come with the auditor, as the project has changed them, and its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.errors import BadFileError, Problem, nearest
from auditor.model import Overridden
from auditor.rules.model import Rule
from auditor.rules.reading.loading import RuleFile
from auditor.rules.reading.overrides import changed
from auditor.settings import Override
from auditor.yamlfile import Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of a run.

    Attributes:
        file: The rule as it is defined, and where.
        rule: The rule as it runs.
        override: What the project has changed in it.
    """

    file: RuleFile
    rule: Rule
    override: Override | None = None

    @property
    def runs(self) -> bool:
        """Whether the project has not switched it off."""
        return self.override is None or not self.override.off

    @property
    def origin(self) -> str:
        """Who defined it: ``packaged``, ``house``, or ``overridden`` by the project."""
        if self.override:
            return "overridden"
        return "packaged" if self.file.packaged else "house"


@dataclass(frozen=True, slots=True)
class Pack:
    """All rules of a run, by id."""

    entries: tuple[Entry, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Those that run."""
        return tuple(entry.rule for entry in self.entries if entry.runs)

    @property
    def overridden(self) -> tuple[Overridden, ...]:
        """What the project has changed."""
        return tuple(
            Overridden(entry.rule.id, entry.override.changes, entry.override.reason)
            for entry in self.entries
            if entry.override
        )

    def entry(self, id_: str) -> Entry | None:
        """The rule of that id."""
        return next((entry for entry in self.entries if entry.rule.id == id_), None)


def pack(files: Sequence[RuleFile], overrides: Mapping[str, Override], place: Node) -> Pack:
    """Change rules as a project wants it.

    Args:
        files: The rules, by id.
        overrides: The changes, by id.
        place: Where they are written, to point at mistakes.

    Raises:
        BadFileError: An override names no packaged rule, or changes it to what is no rule; all of them are listed.
    """
    problems = list(_strangers(files, overrides, place))
    entries: list[Entry] = []
    for file in files:
        override = overrides.get(file.rule.id)
        if override is None or not file.packaged:
            entries.append(Entry(file, file.rule))
            continue
        rule, mistakes = changed(file.rule, override)
        problems += [_at(place, (file.rule.id, *where), message) for where, message in mistakes]
        entries.append(Entry(file, rule, override))
    if problems:
        raise BadFileError(problems)
    return Pack(tuple(entries))


def _strangers(files: Sequence[RuleFile], overrides: Mapping[str, Override], place: Node) -> Iterator[Problem]:
    packaged = {file.rule.id for file in files if file.packaged}
    own = {file.rule.id: file.path for file in files if not file.packaged}
    for id_ in overrides:
        if id_ in own:
            yield place.problem(f"`{id_}` is a rule of your own; change it in {own[id_]}", key=id_)
        elif id_ not in packaged:
            told = nearest(id_, packaged) or "; `auditor rules list` shows all"
            yield place.problem(f"no packaged rule `{id_}`{told}", key=id_)


def _at(place: Node, where: tuple[str, ...], message: str) -> Problem:
    return place.at(*where[:-1]).problem(message, key=where[-1])
