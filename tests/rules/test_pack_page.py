"""The page of all rules in ``docs`` is the one that the command prints."""

import os
from pathlib import Path

from auditor.rules import load
from auditor.rules.writing.pages import reference

PAGE = Path(__file__).parents[2] / "docs" / "rule-pack.md"


def test_the_page_is_up_to_date() -> None:
    """``make goldens`` writes it anew."""
    if os.environ.get("UPDATE_GOLDENS"):
        PAGE.write_text(reference(load()), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == reference(load())
