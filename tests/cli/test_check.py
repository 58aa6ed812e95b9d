"""``auditor check``: what it reads, what it writes, and how it ends."""

import json
import sys
from typing import Any

import pytest

from running import CLEAN, NOTED, UNDATED, WRONG, Auditor, contents

MANY = "".join(
    json.dumps({"id": name, "story": "roof", "text": text, "published": "2024-03-01"}) + "\n"
    for name, text in [("one", "The roof cost €14 million."), ("two", "The council met on 30 February 2024.")]
)


def audited(auditor: Auditor, *arguments: Any) -> Any:  # noqa: ANN401 - a JSON document
    """The report as a program reads it."""
    return json.loads(auditor("check", *arguments, "-o", "json").out)


@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (NOTED, 0), (UNDATED, 1), (WRONG, 1)])
def test_the_exit_code_says_whether_findings_fail_the_run(auditor: Auditor, text: str, code: int) -> None:
    """Warnings and errors do; notes never do."""
    run = auditor("check", auditor.source("a.txt", text))
    assert (run.code, run.err) == (code, "")


@pytest.mark.parametrize("text", [CLEAN, NOTED, UNDATED, WRONG])
def test_findings_may_be_allowed(auditor: Auditor, text: str) -> None:
    """A report for reading is no reason to fail."""
    assert auditor("check", auditor.source("a.txt", text), "--fail-on", "none").code == 0


@pytest.mark.parametrize("flags", [("--fail-on", "any"), ("--fail-on", "new"), ("--no-baseline",)])
def test_what_nobody_has_accepted_is_new(auditor: Auditor, flags: tuple[str, ...]) -> None:
    """Every way of counting findings counts it."""
    assert auditor("check", auditor.source("a.txt", WRONG), *flags).code == 1


@pytest.mark.parametrize(
    ("severity", "found", "hidden", "code"),
    [("note", {"note", "warning", "error"}, 0, 1), ("warning", {"warning", "error"}, 1, 1), ("error", {"error"}, 2, 1)],
)
def test_lesser_findings_can_be_left_out(
    auditor: Auditor, severity: str, found: set[str], hidden: int, code: int
) -> None:
    """They are counted, and their rules are said to have found nothing."""
    for name, text in (("a.txt", NOTED), ("b.txt", UNDATED), ("c.txt", WRONG)):
        auditor.source(f"s/{name}", text)
    assert auditor("check", "s", "--min-severity", severity).code == code
    report = audited(auditor, "s", "--min-severity", severity)
    assert {finding["severity"] for finding in report["findings"]} == found
    assert report["summary"]["hidden"] == hidden
    assert sum(rule["findings"] for rule in report["rules"]) == len(report["findings"])


def test_what_is_left_out_is_said_and_fails_no_run(auditor: Auditor) -> None:
    """The summary promises no more than was asked."""
    run = auditor("check", auditor.source("a.txt", UNDATED), "--min-severity", "error")
    assert run.code == 0
    assert run.out.startswith("No findings of that severity in 1 source.\n1 lesser finding left out.\n")


def test_a_check_that_compared_nothing_says_so(auditor: Auditor) -> None:
    """Silence of the rules is no agreement."""
    clean = auditor("check", auditor.source("a.txt", CLEAN))
    assert clean.out.startswith("Nothing could be compared in 1 source.\n")
    undated = auditor("check", auditor.source("b.txt", UNDATED))
    assert "No two claims could be compared.\n" in undated.out


def test_outputs_are_repeatable(auditor: Auditor) -> None:
    """To standard output and to files, in one run."""
    path = auditor.source("a.txt", WRONG)
    run = auditor("check", path, "-o", "text", "-o", "html:a.html", "-o", "json:a.json", "-o", "text:a.text")
    written = contents(auditor.folder)
    assert "30 February 2024" in run.out
    assert written["a.html"].startswith(b"<!doctype html>")
    assert json.loads(written["a.json"])["schema"] == "auditor/report/1"
    assert written["a.text"].decode() == run.out


@pytest.mark.parametrize(("kind", "start"), [("text", "1 impossible"), ("html", "<!doctype html>"), ("json", "{")])
def test_each_format_goes_to_standard_output(auditor: Auditor, kind: str, start: str) -> None:
    """Where no path is named, or a dash."""
    source = auditor.source("a.txt", WRONG)
    for target in (kind, f"{kind}:-"):
        run = auditor("check", source, "-o", target)
        assert run.out.startswith(start)
        assert list(contents(auditor.folder)) == ["a.txt"]


def test_an_output_that_is_there_is_replaced_whole(auditor: Auditor) -> None:
    """Nothing of the old one is left, and nothing else in the folder."""
    auditor.source("a.json", "x" * 100_000)
    auditor("check", auditor.source("a.txt", CLEAN), "-o", "json:a.json")
    assert json.loads((auditor.folder / "a.json").read_text(encoding="utf-8"))["summary"]["sources"] == 1
    assert set(contents(auditor.folder)) == {"a.json", "a.txt"}


def test_without_a_path_the_newsroom_is_read(auditor: Auditor) -> None:
    """The folder claims/sources, with the reference and the rules beside it."""
    auditor.source("claims/sources/roof/a.txt", f"{WRONG} Mayor Ann Lee spoke.")
    auditor.source("claims/reference/empty.yaml", "terms: []\n")
    assert auditor("check").code == 1


def test_many_sources_in_one_file_and_on_standard_input(auditor: Auditor) -> None:
    """JSON lines, or one text."""
    assert [source["id"] for source in audited(auditor, auditor.source("all.jsonl", MANY))["sources"]] == ["one", "two"]
    run = auditor("check", "-", "-o", "json", stdin=WRONG.encode())
    assert [source["id"] for source in json.loads(run.out)["sources"]] == ["stdin"]
    assert run.code == 1


def test_own_rules_and_own_facts_are_used(auditor: Auditor) -> None:
    """From the folders of their names, or from those that are named."""
    from rulemaking import written  # noqa: PLC0415 - one test makes a rule

    (auditor.folder / "rules").mkdir()
    written(auditor.folder / "rules")
    (auditor.folder / "more").mkdir()
    written(auditor.folder / "more", "two-more")
    path = auditor.source("a.txt", CLEAN)
    beside = {rule["id"] for rule in audited(auditor, path)["rules"]}
    named = {rule["id"] for rule in audited(auditor, path, "--rules", "more")["rules"]}
    assert beside ^ named == {"two-figures", "two-more"}
    assert {rule["id"] for rule in audited(auditor, path, "--rules", "more", "--rules", "rules")["rules"]} == (
        beside | named
    )


def test_the_order_of_paths_is_no_input(auditor: Auditor) -> None:
    """Neither is naming one twice."""
    one, two = auditor.source("s/a.txt", WRONG), auditor.source("s/b.txt", NOTED)
    assert audited(auditor, one, two) == audited(auditor, two, one) == audited(auditor, two, one, two)


@pytest.mark.parametrize("coloured", [True, False])
def test_colour_is_for_terminals_that_want_it(auditor: Auditor, coloured: bool) -> None:  # noqa: FBT001
    """A file never gets any; NO_COLOR is obeyed."""
    auditor.monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    auditor.monkeypatch.setenv("NO_COLOR", "1")
    if coloured:
        auditor.monkeypatch.delenv("NO_COLOR")
    run = auditor("check", auditor.source("a.txt", WRONG), "-o", "text", "-o", "text:a.text")
    assert ("\x1b[" in run.out) is coloured
    assert b"\x1b" not in contents(auditor.folder)["a.text"]


def test_documents_of_a_folder_are_named(auditor: Auditor) -> None:
    """A PDF among the texts may be beside its text, so it is no problem; it is not passed over in silence, either."""
    auditor.source("s/a.txt", CLEAN)
    for name in ("s/b.pdf", "s/c.DOCX", "s/d.png"):
        auditor.source(name, b"\x00")
    run = auditor("check", "s")
    assert run.code == 0
    told = "left alone, as they are no texts: s/b.pdf, s/c.DOCX; save them as text or as web pages to have them read"
    assert run.err == f"auditor: {told}\n"
    (auditor.folder / "s/else").symlink_to(auditor.folder)
    told = "left alone, as they are links: s/else; name them as PATHs to have them read"
    assert run.err + f"auditor: {told}\n" == auditor("check", "s").err


def test_texts_in_another_language_are_named(auditor: Auditor) -> None:
    """A report without findings must not pass for a check of what could not be understood."""
    words = "Der Rat der Stadt hat am Montag beschlossen, die Brücke zu sperren, bis die Seile erneuert worden sind. "
    run = auditor("check", auditor.source("a.txt", words * 3), auditor.source("b.txt", CLEAN))
    assert run.code == 0
    assert run.err == "auditor: read for their dates alone, as they are in another language: a\n"


def test_a_day_that_cannot_be_read_is_told(auditor: Auditor) -> None:
    """Else its writer looks for what stands there already."""
    auditor.source("s/a.txt", "---\npublished: the 45th\n---\nThe bridge cost €4 million.")
    told = " ".join(auditor("check", "s").out.split())
    assert "“the 45th” is given as the day, and is no day that can be read; write it as 2024-12-31" in told
