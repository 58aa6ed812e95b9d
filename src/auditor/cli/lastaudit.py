"""How often each rule fired in the last audit of the working folder, remembered in the user's cache folder."""

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from auditor import cache
from auditor.errors import AuditorError

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
    return _counts(found)


def of_report(path: str) -> Mapping[str, int]:
    """How much each rule found, by a report in JSON.

    Raises:
        AuditorError: It is none.
    """
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is not needed
            document = json.load(file)
        found = _counts({rule["id"]: rule["findings"] for rule in document["rules"]})
    except OSError as error:
        raise AuditorError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        found = None
    if found is None:
        raise AuditorError(f"{path}: is no report; `auditor check -o json:PATH` writes one")
    return found


def _counts(found: object) -> dict[str, int] | None:
    if not isinstance(found, dict) or not all(type(count) is int for count in found.values()):
        return None
    return found


def _name() -> str:
    return f"audits/{cache.key(os.path.realpath(os.curdir))}.json"
