"""How often each rule fired in the last audit of the working folder, remembered in the user's cache folder."""

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from auditor import cache

if TYPE_CHECKING:
    from auditor.model import RuleInfo


def remember(rules: "Iterable[RuleInfo]") -> None:
    """Keep how much each rule found."""
    cache.remember(_name(), json.dumps({rule.id: rule.findings for rule in rules}, indent=1) + "\n")


def recall() -> Mapping[str, int] | None:
    """How much each rule found; None if nobody knows."""
    try:
        found = json.loads(cache.recall(_name()) or "null")
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(type(count) is int for count in found.values()):
        return None
    return found


def _name() -> str:
    return f"audits/{cache.key(os.path.realpath(os.curdir))}.json"
