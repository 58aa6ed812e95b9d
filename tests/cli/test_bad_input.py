"""Whatever is wrong is told on one clear line, exits with 2, overwrites nothing, and is never a traceback."""

import os
import re
from pathlib import Path

import pytest

from rulemaking import RULE, written
from running import CLEAN, WRONG, Auditor, contents

NOISE = bytes(range(256)) * 12
NO_TEXT: list[tuple[str, bytes, str]] = [
    ("empty", b"", "is empty"),
    ("blank", b" \n\t\n", "is empty"),
    ("binary", NOISE, "is not text: "),
    ("PDF", b"%PDF-1.7 words", "is not text: it looks like a PDF"),
    ("picture", b"\x89PNG\r\n\x1a\n", "is not text: it looks like a PNG image"),
    ("broken UTF-16", b"\xff\xfea\x00\x00", "is not text: broken UTF-16"),
    ("only front matter", b"---\ntitle: Roof\n---\n", "is empty below its front matter"),
]
COMMANDS = [("check",), ("extract",), ("check", "-o", "json:kept.json"), ("extract", "-o", "csv:kept.csv")]


@pytest.fixture(autouse=True)
def _nothing_is_overwritten(auditor: Auditor) -> None:
    """Results of an earlier run that must still be there; see `untouched`."""
    for name in ("kept.json", "kept.csv", "kept.html"):
        auditor.source(name, "kept")


def untouched(auditor: Auditor) -> bool:
    """Whether the earlier results are as they were, and no file is half written."""
    found = contents(auditor.folder)
    kept = {name: data for name, data in found.items() if name.startswith("kept.")}
    return set(kept.values()) == {b"kept"} and len(kept) == 3 and not any(".part" in name for name in found)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("content", "message"), [case[1:] for case in NO_TEXT], ids=[case[0] for case in NO_TEXT])
def test_a_file_that_is_no_source(auditor: Auditor, command: tuple[str, ...], content: bytes, message: str) -> None:
    """It is named, with what it seems to be."""
    path = auditor.source("a.txt", content)
    run = auditor(command[0], path, *command[1:])
    assert run.complaint.startswith(f"a.txt: {message}")
    assert run.out == ""
    assert untouched(auditor)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_such_path(auditor: Auditor, command: tuple[str, ...]) -> None:
    """The nearest name that is there is suggested."""
    auditor.source("roof.txt", CLEAN)
    assert auditor(command[0], "rofo.txt", *command[1:]).complaint == (
        "no such file or folder: `rofo.txt`, did you mean `roof.txt`?"
    )
    assert untouched(auditor)


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_to_read(auditor: Auditor, command: tuple[str, ...]) -> None:
    """An empty folder, and no folder at all."""
    (auditor.folder / "empty").mkdir()
    empty = auditor(command[0], "empty", *command[1:])
    assert empty.complaint == "nothing to read in `empty`: no file ending in .txt, .md, .html or .jsonl"
    assert auditor(*command).complaint == (
        "nothing to read: name a PATH, or run where there is a folder claims/sources"
    )
    assert auditor(command[0], "-", *command[1:]).complaint == "-: is empty"
    assert untouched(auditor)


def test_the_rest_is_audited(auditor: Auditor) -> None:
    """A source that cannot be read is told on standard error and in the report; findings do not hide the exit code."""
    auditor.source("s/a.txt", NOISE)
    auditor.source("s/b.txt", WRONG)
    run = auditor("check", "s", "--fail-on", "none")
    assert run.complaint.startswith("s/a.txt: is not text")
    assert "Could not be read: s/a.txt: is not text" in run.out
    assert "30 February 2024" in run.out
    claims = auditor("extract", "s")
    assert claims.complaint == run.complaint
    assert "30 February 2024" in claims.out


def test_old_encodings_are_read(auditor: Auditor) -> None:
    """Windows-1252, as older newsroom systems write it; also UTF-16 with its mark."""
    text = CLEAN.replace("town hall", "café – “Zürich”")
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        run = auditor("extract", auditor.source("a.txt", text.encode(encoding)))
        assert (run.code, run.err) == (0, "")
        assert "€14 million" in run.out


def test_a_stray_nul_is_read(auditor: Auditor) -> None:
    """It is a character like any other, and is named where it is shown."""
    run = auditor("check", auditor.source("a.txt", WRONG.replace("council met", "council\0met")))
    assert run.code == 1
    assert "council⟦U+0000⟧met" in run.out


def test_one_line_of_a_megabyte(auditor: Auditor) -> None:
    """It is read like any other, and a page shows the words around a claim and not the line."""
    words = " ".join(f"word{number} and" for number in range(40_000))
    text = f"{words} the council met on 30 February 2024 {words}"
    assert len(text) > 1_000_000
    path = auditor.source("a.txt", text)
    run = auditor("check", path, "-o", "text", "-o", "html:a.html")
    assert run.code == 1
    assert "[30 February 2024]" in run.out
    assert len(contents(auditor.folder)["a.html"]) < 200_000


def test_a_name_that_is_no_text(auditor: Auditor) -> None:
    """File names are hostile too."""
    name = os.fsdecode(b"a\xff\x1b[2J.txt")
    (auditor.folder / name).write_text(WRONG, encoding="utf-8")
    run = auditor("check", name, "-o", "text", "-o", "json:a.json", "-o", "html:a.html")
    assert run.code == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", run.out)
    (auditor.folder / name).write_bytes(b"")
    assert auditor("check", name).complaint == "a\ufffd⟦U+001B⟧[2J.txt: is empty"


USAGE: list[tuple[list[str], str]] = [
    (["chekc"], "No such command 'chekc'. Did you mean 'check'? (see auditor --help)"),
    (["rules", "lsit"], "No such command 'lsit'. Did you mean 'list'? (see auditor rules --help)"),
    (["check", "--fail-onn", "x"], "No such option '--fail-onn'. Did you mean '--fail-on'? (see auditor check --help)"),
    (["check", "--rules"], "Option '--rules' requires an argument"),
    (["check", "a.txt", "-o", "htm"], "unknown format `htm`, did you mean `html`?"),
    (["extract", "a.txt", "-o", "pdf:a.pdf"], "unknown format `pdf`; it is one of jsonl, csv"),
    (["extract", "a.txt", "-o", "cvs"], "unknown format `cvs`, did you mean `csv`?"),
    (["check", "a.txt", "-o", "html:"], "`html:` names no path after the colon"),
    (["check", "a.txt", "--fail-on", "nwe"], "Invalid value for '--fail-on': unknown word `nwe`, did you mean `new`?"),
    (["check", "a.txt", "--min-severity", "warn"], "unknown word `warn`, did you mean `warning`?"),
    (["check", "a.txt", "--jobs", "0"], "Invalid value for '--jobs': 0 is not in the range 1<=x<=1000"),
    (["extract", "a.txt", "--jobs", "many"], "'many' is not a valid integer range"),
    (["explain"], "Missing argument 'ID'"),
    (["rules", "show"], "Missing argument 'ID'"),
    (["explain", "imposible-date"], "no rule `imposible-date`, did you mean `impossible-date`?"),
    (["rules", "show", "xyzzy"], "no rule `xyzzy`; `auditor rules list` shows all"),
    (["rules", "test", "imposible-date"], "no rule `imposible-date`, did you mean `impossible-date`?"),
    (["explain", "f-000000000000", "a.txt"], "no finding `f-000000000000` in these sources"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_bad_usage(auditor: Auditor, arguments: list[str], message: str) -> None:
    """With the nearest thing that would have been right."""
    auditor.source("a.txt", WRONG)
    run = auditor(*arguments)
    assert message in run.complaint
    assert run.out == ""
    assert untouched(auditor)


def test_without_a_command_the_help_is_shown(auditor: Auditor) -> None:
    """On standard error, for nothing was done."""
    run = auditor()
    assert (run.code, run.out) == (2, "")
    assert "Commands:" in run.err


OUTPUTS: list[tuple[str, str]] = [
    ("json:none/a.json", "none/a.json: there is no folder none; create it first"),
    ("json:a.txt/a.json", "a.txt/a.json: there is no folder a.txt; create it first"),
    ("json:s", "s: is a folder; name a file in it"),
    ("json:a.txt", "a.txt: is a source that was read; write somewhere else"),
    ("json:./s/../a.txt", "./s/../a.txt: is a source that was read; write somewhere else"),
    ("json:/proc/none.json", "/proc/none.json: cannot be written: "),
]


@pytest.mark.parametrize(("target", "message"), OUTPUTS)
def test_an_output_that_cannot_be_written(auditor: Auditor, target: str, message: str) -> None:
    """Found out before the work is done, where that can be; a source is never overwritten."""
    path = auditor.source("a.txt", WRONG)
    (auditor.folder / "s").mkdir()
    assert auditor("check", path, "-o", target).complaint.startswith(message)
    assert contents(auditor.folder)["a.txt"] == WRONG.encode()
    assert untouched(auditor)


def test_a_folder_that_may_not_be_written(auditor: Auditor) -> None:
    """Whoever runs the tests may write everywhere, so the answer of the system is given here."""
    path = auditor.source("a.txt", WRONG)
    auditor.monkeypatch.setattr(os, "access", lambda *_: False)
    assert auditor("check", path, "-o", "json:kept.json").complaint == "kept.json: the folder . cannot be written"
    assert untouched(auditor)


def test_two_outputs_for_one_file(auditor: Auditor) -> None:
    """One would be lost; a device takes both."""
    path = auditor.source("a.txt", WRONG)
    run = auditor("check", path, "-o", "json:kept.json", "-o", "text:./kept.json")
    assert run.complaint == "./kept.json: two outputs cannot go to one file"
    assert untouched(auditor)
    assert auditor("check", path, "-o", "json:/dev/null", "-o", "text:/dev/null").code == 1


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("csv:none/out/", "none/out: there is no folder none; create it first"),
        ("csv:kept.json/out/", "kept.json/out: the folder cannot be made: Not a directory"),
        ("csv:none/out.csv", "none/out.csv: there is no folder none; create it first"),
        ("jsonl:s/a.txt", "s/a.txt: is a source that was read; write somewhere else"),
    ],
)
def test_claims_that_cannot_be_written(auditor: Auditor, target: str, message: str) -> None:
    """Into a folder or a file."""
    path = auditor.source("s/a.txt", CLEAN)
    assert auditor("extract", path, "-o", target).complaint == message
    assert contents(auditor.folder)["s/a.txt"] == CLEAN.encode()
    assert untouched(auditor)


RULES: list[tuple[str, str, str, str]] = [
    ("unknown key", "severity:", "sevrity:", "4:1: unknown key `sevrity`, did you mean `severity`?"),
    ("duplicate key", "group: numbers", "group: numbers\ngroup: dates", "4:1: duplicate key `group`, first on line 3"),
    ("wrong type", "severity: error", "severity: [error]", "4:11: `severity`: "),
    ("unknown check", "kind: quantity", "kind: {iss: date}", "8:10: unknown check `iss`"),
    ("unknown column", "kind: quantity", "knd: quantity", "8:3: unknown column `knd`, did you mean `kind`?"),
    ("unknown relation", "overlaps: {}", "overlap: {}", ": unknown relation `overlap`, did you mean `overlaps`?"),
]


@pytest.mark.parametrize(("old", "new", "message"), [case[1:] for case in RULES], ids=[case[0] for case in RULES])
@pytest.mark.parametrize(
    "command", ["check a.txt -o json:kept.json", "explain two-figures", "rules list", "rules test", "rules show money"]
)
def test_a_rule_with_a_mistake(auditor: Auditor, command: str, old: str, new: str, message: str) -> None:
    """File, line, column, and the nearest right thing; nothing runs without the rule."""
    rule = written(auditor.folder)
    text = rule.read_text(encoding="utf-8")
    assert old in text
    rule.write_text(text.replace(old, new), encoding="utf-8")
    auditor.source("a.txt", WRONG)
    run = auditor(*command.split(), "--rules", "two-figures.yaml")
    lines = [line for line in run.err.splitlines() if message in line]
    assert run.code == 2
    assert lines, run.err
    assert re.match(r"auditor: two-figures\.yaml:\d+:\d+: ", lines[0])
    assert run.out == ""
    assert untouched(auditor)


def test_two_rules_of_one_name(auditor: Auditor) -> None:
    """Both files are named; a packaged rule counts too."""
    for folder in ("one", "two"):
        (auditor.folder / folder).mkdir()
        written(auditor.folder / folder)
        written(auditor.folder / folder, "impossible-date")
    path = auditor.source("a.txt", WRONG)
    twice = auditor("check", path, "--rules", "one/two-figures.yaml", "--rules", "two/two-figures.yaml").complaint
    assert twice.startswith("two/two-figures.yaml:1:1: a rule `two-figures` stands in one/two-figures.yaml already; ")
    packaged = auditor("check", path, "--rules", "one/impossible-date.yaml").complaint
    place = r"one/impossible-date\.yaml:1:1: a rule `impossible-date` stands in /\S+/impossible-date\.yaml already"
    assert re.match(place, packaged)


def test_rules_that_are_none(auditor: Auditor) -> None:
    """A missing path, an empty folder, and endings that would be skipped."""
    path = auditor.source("a.txt", WRONG)
    (auditor.folder / "empty").mkdir()
    auditor.source("mine.yml", "id: mine")
    for name, message in (
        ("elsewhere", "elsewhere: no such file or folder of rules"),
        ("empty", "empty: no rules here: a rule is a file NAME.yaml"),
        ("mine.yml", "mine.yml: a rule file's name ends in .yaml; rename it to mine.yaml, or move it elsewhere"),
    ):
        assert auditor("check", path, "--rules", name).complaint == message


FACT = """\
events:
  - name: the flood
    start: 2024-05-02
    end: 2024-05-01
    source: {name: A, url: 'https://a.example/b'}
"""
FACTS: list[tuple[str, str, str]] = [
    ("an end before its start", FACT, "2:5: `end` 2024-05-01 lies before `start` 2024-05-02"),
    ("an unknown key", FACT.replace("name: the", "nmae: the"), "2:5: unknown key `nmae`, did you mean `name`?"),
    (
        "no such day",
        FACT.replace("05-02", "02-30"),
        "3:12: `start`: must be a day such as 2024-06-12, not `2024-02-30`",
    ),
    ("no citation", "\n".join(FACT.splitlines()[:3]), "2:5: key `source` is missing"),
    ("a duplicate key", f"{FACT}    start: 2024-01-01\n", "6:5: duplicate key `start`, first on line 3"),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in FACTS], ids=[case[0] for case in FACTS])
def test_a_fact_with_a_mistake(auditor: Auditor, text: str, message: str) -> None:
    """File, line and column."""
    path, facts = auditor.source("a.txt", WRONG), auditor.source("facts.yaml", text)
    run = auditor("check", path, "--reference", facts, "-o", "json:kept.json")
    assert run.code == 2
    assert f"auditor: facts.yaml:{message}" in run.err.splitlines()
    assert untouched(auditor)


def test_no_such_reference(auditor: Auditor) -> None:
    """What is named must be there."""
    path = auditor.source("a.txt", WRONG)
    assert auditor("check", path, "--reference", "none.yaml").complaint == "no such file or folder: `none.yaml`"


def test_a_fault_of_ours_is_no_success(auditor: Auditor) -> None:
    """It is one line like any other; who mends it can ask for the traceback."""

    def broken(*_: object) -> None:
        raise RuntimeError("told \x1b[2J\nin two lines")

    auditor.monkeypatch.setattr("auditor.extract.processes.examine", broken)
    path = auditor.source("a.txt", WRONG)
    line = auditor("extract", path).complaint
    assert line == "internal error: RuntimeError: told ⟦U+001B⟧[2J in two lines (AUDITOR_TRACEBACK=1 shows where)"
    auditor.monkeypatch.setenv("AUDITOR_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        auditor("extract", path)


def test_an_interruption_is_no_success(auditor: Auditor) -> None:
    """Ctrl-C."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    auditor.monkeypatch.setattr("auditor.extract.processes.examine", interrupted)
    run = auditor("extract", auditor.source("a.txt", WRONG))
    assert (run.code, run.err) == (2, "\nauditor: interrupted\n")


def test_the_rule_of_these_tests_is_as_the_cases_take_it(auditor: Auditor) -> None:
    """The lines and columns above count on it."""
    keys = [line.partition(":")[0] for line in written(auditor.folder).read_text(encoding="utf-8").splitlines()]
    assert keys[:6] == list(RULE)[:6]
    assert Path("two-figures.yaml").is_file()
