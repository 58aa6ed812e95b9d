"""Words in a source that are commands elsewhere: none of the outputs passes one on."""

import csv
import io
import re

import pytest

from running import Auditor

WORDS = "::error file=a::pwned\n  ::set-output name=x::y\n##[error]pwned ##vso[task.setvariable variable=x]y\n"
FORMULA = '=HYPERLINK("https://evil.example";"30 February 2024")'
TURNED = "\x1b[2J\x1b]0;pwned\x07 \u202epwned\u202c \x9b31m"
ARTICLE = f"""---
published: 2024-03-01
---
{WORDS}
“::error::pwned ##[error]pwned {TURNED} {FORMULA} on 30 February 2024,” Mayor Ann Lee said.

::warning::On 31 June 2024 the ##[group]council paid $10 billion US dollars.
"""

FORMATS = ("text", "html", "json", "sarif", "junit", "github", "markdown", "csv")


@pytest.fixture
def newsroom(auditor: Auditor) -> Auditor:
    """A newsroom whose files, too, are named like commands."""
    auditor.source("claims/sources/story/article.txt", ARTICLE)
    auditor.source("claims/sources/::error::name/##[error]name.txt", ARTICLE)
    auditor.source("claims/sources/story/::error::scan.txt", b"%PDF-1.7")
    return auditor


def assert_harmless(text: str) -> None:
    """No line is a command, no command stands in a line, and nothing moves or turns what stands around it."""
    assert "30 February 2024" in text
    assert not re.search(r"^\s*::(?!(?:error|warning|notice) (?:title|file)=)", text, re.MULTILINE)
    assert not re.search(r"##\w*\[", text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_report_passes_no_command_on(newsroom: Auditor, kind: str) -> None:
    """Neither in a log nor in a file, and the complaint about what cannot be read neither."""
    run = newsroom("check", "-o", kind, "-o", f"{kind}:report")
    assert run.code == 2
    assert_harmless(run.out)
    assert_harmless((newsroom.folder / "report").read_text(encoding="utf-8"))
    assert run.err.startswith("auditor: ")
    assert "##[" not in run.err


def test_no_cell_of_the_findings_is_a_formula(newsroom: Auditor) -> None:
    """A spreadsheet would run it."""
    for row in csv.reader(io.StringIO(newsroom("check", "-o", "csv").out)):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_claims_pass_no_command_on(newsroom: Auditor, kind: str) -> None:
    """The claims themselves are in a log now and then."""
    run = newsroom("extract", "-o", kind)
    assert not re.search(r"^\s*::", run.out, re.MULTILINE)
    assert not re.search(r"##\w*\[", run.out)


def test_a_mistake_in_a_rule_passes_no_command_on(newsroom: Auditor) -> None:
    """What is wrong is quoted."""
    newsroom.source("rules/bad.yaml", '"##[error]x": 1\n')
    run = newsroom("check")
    assert run.code == 2
    assert "##[" not in run.err
