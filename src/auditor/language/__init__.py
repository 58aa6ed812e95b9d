"""Word tables: everything a language says in its own way is data here, one folder a language.

A table is a YAML file beside this module, ``en/NAME.yaml``, validated by a pydantic model when it is first used.
Every scalar is read as text (YAML would turn ``no`` into false), and the model gives it its type.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    """Base of all word tables: unknown keys are mistakes, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


T = TypeVar("T", bound=Table)


@cache
def load(name: str, model: type[T], language: str = "en") -> T:
    """Return the table ``name`` of a language.

    Raises:
        pydantic.ValidationError: The file does not have the shape of ``model``.
    """
    text = files(__name__).joinpath(language, f"{name}.yaml").read_text(encoding="utf-8")
    return model.model_validate(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - a loader of plain text only
