"""What a project settles once, in ``auditor.toml`` or in ``[tool.auditor]`` of ``pyproject.toml``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints, model_validator

from auditor import tomlfile, yamlfile
from auditor.errors import BadFileError, Problem, nearest_path
from auditor.model import FailOn, Severity
from auditor.yamlfile import Node, Strict

OWN, SHARED = "auditor.toml", "pyproject.toml"


def _flat(value: object) -> object:
    """Nested tables as dotted names: TOML reads ``pair.alike = 90`` as two tables."""
    return dict(_leaves(value)) if isinstance(value, Mapping) else value


def _leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, str(key)))
    else:
        yield ".".join(path), value


class Override(Strict):
    """What a project changes in one packaged rule, and why.

    Attributes:
        off: Whether the rule does not run at all.
        severity: Another severity.
        thresholds: Other numbers, by the names that ``auditor rules show`` prints.
        reason: Why; the report repeats it.
    """

    off: bool = False
    severity: Severity | None = None
    thresholds: Annotated[dict[str, object], BeforeValidator(_flat)] = Field(default_factory=dict)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.off and self.severity is None and not self.thresholds:
            raise ValueError("changes nothing: give `off = true`, a `severity` or `thresholds`")
        return self

    @property
    def changes(self) -> tuple[str, ...]:
        """What is changed, in words: ``severity note``, ``pair.alike 90``."""
        told = ["off"] if self.off else []
        if self.severity:
            told.append(f"severity {self.severity}")
        return *told, *(f"{name} {value}" for name, value in self.thresholds.items())


class Settings(Strict):
    """What a command does where no option says otherwise; unknown keys are mistakes.

    Attributes:
        rules: Rules, and folders of rules, beside the packaged ones.
        reference: Files and folders of reference facts.
        baseline: The file of accepted findings.
        fail_on: Which warnings and errors fail a run.
        min_severity: The least that is reported.
        override: Changes to packaged rules, by id.
    """

    rules: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    baseline: str | None = None
    fail_on: FailOn | None = Field(default=None, alias="fail-on")
    min_severity: Severity | None = Field(default=None, alias="min-severity")
    override: dict[str, Override] = Field(default_factory=dict)
    _node: Node | None = PrivateAttr(default=None)

    def place(self, *location: str) -> Node:
        """The node at a path of keys, to point at what is wrong there."""
        return (self._node or Node(None, OWN, 1, 1)).at(*location)


def load(folder: Path) -> Settings:
    """The settings of a folder; the defaults where it has none.

    Raises:
        BadFileError: They hold mistakes; all of them are listed.
    """
    nodes = [node for node in (_own(folder / OWN), _shared(folder / SHARED)) if node is not None]
    if not nodes:
        return Settings()
    if len(nodes) > 1:
        told = f"settings stand in {OWN} too; keep one of the two"
        raise BadFileError([nodes[1].problem(told)])
    settings = yamlfile.validate(nodes[0], Settings)
    settings._node = nodes[0]  # noqa: SLF001 - set once, here
    if missing := list(_missing(settings, folder)):
        raise BadFileError(missing)
    return settings


def _missing(settings: Settings, folder: Path) -> Iterator[Problem]:
    """What is named and not there; a file of accepted findings need not be yet."""
    named = (*(("rules", name) for name in settings.rules), *(("reference", name) for name in settings.reference))
    for key, name in named:
        if not (folder / name).exists():
            yield settings.place(key).problem(f"no such file or folder: `{name}`{nearest_path(folder / name)}")


def _own(file: Path) -> Node | None:
    return tomlfile.load(_named(file)) if file.exists() else None


def _shared(file: Path) -> Node | None:
    """The auditor's table of a file that belongs to other tools too."""
    try:
        if b"tool.auditor" not in file.read_bytes():
            return None
    except OSError:
        return None
    root = tomlfile.load(_named(file)).at("tool")
    return root.value["auditor"] if isinstance(root.value, dict) and "auditor" in root.value else None


def _named(file: Path) -> Path:
    """A file of the working folder by its name alone, as users know it."""
    return Path(file.name) if file.parent.resolve() == Path.cwd() else file
