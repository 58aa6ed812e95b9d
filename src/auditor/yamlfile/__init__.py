"""YAML files with the line and column of every value, so that each mistake is named where it stands.

Every scalar stays the text that was written (YAML itself would make a boolean of ``NO``, a number of ``12:30`` and an
eight of ``010``); the pydantic model a file is validated by gives it its type. What can only harm is refused: duplicate
keys, anchors, aliases, tags, several documents in one file, huge files, deep nesting.
"""

from auditor.yamlfile.models import Strict, validate
from auditor.yamlfile.nodes import Node, load

__all__ = ["Node", "Strict", "load", "validate"]
