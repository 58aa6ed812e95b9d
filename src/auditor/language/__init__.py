"""Word tables: everything a language says in its own way is data here, one folder a language.

A table is a YAML file in the folder of a language, such as ``en/NAME.yaml``, whose shape the annotations of a class
tell; it is checked when it is first used. Every scalar is read as text (YAML would turn ``no`` into false) and given
its type by the class. The language is English, or that of the folder which ``$AUDITOR_LANGUAGE`` names.
"""

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from auditor.language.shapes import Table, TableError, WordList, Words, WordSet, WordsInOrder

__all__ = ["Table", "TableError", "WordList", "WordSet", "Words", "WordsInOrder", "load", "table"]

T = TypeVar("T", bound=Table)
_READ: dict[str, Any] = {}


def folder() -> Traversable:
    """Where the tables of the language are that texts are in."""
    chosen = os.environ.get("AUDITOR_LANGUAGE")
    return Path(chosen) if chosen else files(__name__) / "en"


def load(name: str, model: type[T]) -> T:
    """Return the table ``name`` of the language, read once.

    Raises:
        TableError: As `table`.
    """
    if name not in _READ:
        _READ[name] = table(folder() / f"{name}.yaml", model)
    found: T = _READ[name]
    return found


def table(file: Traversable, model: type[T]) -> T:
    """Return the table of a file, also of one that belongs to no language.

    Raises:
        TableError: There is no such file, or it does not have the shape of ``model``.
    """
    try:
        return model.read(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506 - plain text
    except (TableError, yaml.YAMLError, OSError) as error:
        raise TableError(f"{file}: {error}") from error
