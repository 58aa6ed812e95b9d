"""Word tables: everything a language says in its own way is data here, one folder a language.

A table is a YAML file beside this module, ``en/NAME.yaml``, whose shape the annotations of a class tell; it is checked
when it is first used. Every scalar is read as text (YAML would turn ``no`` into false) and given its type by the class.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml

from auditor.language.shapes import Table, TableError

__all__ = ["Table", "TableError", "load"]

T = TypeVar("T", bound=Table)


@cache
def load(name: str, model: type[T], language: str = "en") -> T:
    """Return the table ``name`` of a language.

    Raises:
        TableError: The file does not have the shape of ``model``.
    """
    text = files(__name__).joinpath(language, f"{name}.yaml").read_text(encoding="utf-8")
    return model.read(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - a loader of plain text only
