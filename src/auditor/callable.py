"""Packages that are called like the function of their name: ``auditor.read(path)`` and ``from auditor.read import …``.

Importing a subpackage binds it as an attribute of its parent, over any function of that name there. So that both hold
whatever was imported first, the subpackage itself can be called.
"""

import sys
from types import ModuleType


class _Callable(ModuleType):
    """A module that stands for the function of its name in it."""

    def __call__(self, *args: object, **named: object) -> object:
        function = getattr(self, self.__name__.rpartition(".")[2])
        return function(*args, **named)


def stands_for_its_function(name: str) -> None:
    """Let the module of that name be called."""
    sys.modules[name].__class__ = _Callable
