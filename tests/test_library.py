"""The library as its users import it: three functions, whatever was imported before them."""

import subprocess
import sys
from pathlib import Path

import pytest

import auditor
from auditor.model import Source

TEXT = "The council paid €14 million for the roof on 3 May 2023."


def test_read_extract_audit(tmp_path: Path) -> None:
    """Sources are read, examined and audited by plain calls, more than once."""
    (tmp_path / "roof.txt").write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        [source] = auditor.read(tmp_path)
        assert "€14 million" in [claim.text for claim in auditor.extract(source)]
        report = auditor.audit([source])
        assert [finding.rule for finding in report.findings] == ["missing-date"]


def test_reordering_sources_changes_nothing() -> None:
    """The order in which sources are given is no input."""
    sources = [Source(name, "s", f"{TEXT} {name} said so.") for name in ("one", "two", "three")]
    assert auditor.audit(sources) == auditor.audit(sources[::-1])


def test_unknown_names_are_attribute_errors() -> None:
    """The package has no other public names."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = auditor.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", ["auditor.pipeline", "auditor.read", "auditor.extract.calendar.dates"])
def test_functions_stay_callable_after_any_import(first: str) -> None:
    """A subpackage that is imported first does not hide the function of its name."""
    code = f"import auditor, {first}; assert callable(auditor.read) and callable(auditor.extract)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_two_claims_of_a_source_share_an_id() -> None:
    """Two readings of the same words are one claim."""
    claims = auditor.extract(Source("a", "s", "Mayor Mayor Lee spoke. Mayor Lee spoke of 3 bridges and 3 roofs."))
    assert len({claim.id for claim in claims}) == len(claims)


def test_what_a_given_title_says_is_of_the_title() -> None:
    """Dates, lengths of time and figures of a headline from the metadata point into the headline."""
    title = "Two years since the flood, €3 million for homes: council meets on 5 May 2024"
    for claim in auditor.extract(Source("a", "s", TEXT, title=title)):
        assert {"text": TEXT, "title": title}[claim.field][claim.start : claim.end] == claim.text
