"""``auditor rules``, settings and a project's own rules, from the command line."""

import json

import pytest

from auditor.rules import load
from rulemaking import written
from running import CLEAN, NOTED, UNDATED, Auditor, contents

FALSE = {"examples": {"fires": [{"text": "It rained."}], "silent": [{"text": "It rained."}]}}
"""Examples that no rule can satisfy."""
GOOD = {
    "compare": "claims",
    "left": None,
    "pair": None,
    "where": {"kind": "quantity"},
    "must": {"qualifier": {"ne": "vague"}},
    "message": "“{claim.text}” is no number",
    "examples": {"fires": [{"text": "Dozens of houses fell."}], "silent": [{"text": "It cost €5 million."}]},
}
"""A rule about claims whose examples hold."""


@pytest.fixture(autouse=True)
def _own_memory(auditor: Auditor) -> None:
    """What each test remembers is its own."""
    auditor.monkeypatch.setenv("AUDITOR_CACHE", str(auditor.folder / ".cache"))


def test_a_rule_whose_examples_fail_does_not_run(auditor: Auditor) -> None:
    """The run ends with a line for the example, and writes nothing over what was there."""
    path = written(auditor.folder, **FALSE)
    source = auditor.source("a.txt", CLEAN)
    auditor.source("kept.json", "kept")
    for command in (["check", source, "-o", "json:kept.json"], ["explain", "f-123456789abc", source]):
        run = auditor(*command, "--rules", path)
        line = next(number for number, line in enumerate(path.read_text().splitlines(), 1) if "It rained" in line)
        assert run.complaint.startswith(f"{path}:{line}:")
        assert run.complaint.endswith(
            "does not do what its example says, and does not run: "
            "fires 1: silent, should fire: no claim was found in it"
        )
    assert contents(auditor.folder)["kept.json"] == b"kept"


def test_examples_run_before_the_first_use_and_not_again(auditor: Auditor) -> None:
    """Until the file changes; what is said is the same."""
    path = written(auditor.folder, **GOOD)
    source = auditor.source("a.txt", CLEAN)
    first = auditor("check", source, "--rules", path)
    calls = []
    auditor.monkeypatch.setattr("auditor.rules.writing.proof.check", lambda rules: calls.append(rules) or [])
    assert auditor("check", source, "--rules", path) == first
    assert calls == []
    path.write_text(path.read_text() + "# seen\n")
    auditor("check", source, "--rules", path)
    assert len(calls) == 1


def test_a_home_that_cannot_be_written_changes_nothing(auditor: Auditor) -> None:
    """Nor one that holds rubbish."""
    path, source = written(auditor.folder, **GOOD), auditor.source("a.txt", CLEAN)
    first = auditor("check", source, "--rules", path)
    auditor.monkeypatch.setenv("AUDITOR_CACHE", "/dev/null/nowhere")
    assert auditor("check", source, "--rules", path) == first
    assert auditor("rules", "list").code == 0


def test_known_misses_fail_nothing(auditor: Auditor) -> None:
    """They are counted, and told where they are found by now."""
    examples = GOOD["examples"] | {"known_misses": [{"text": "Many fell."}, {"text": "Dozens of houses fell."}]}
    run = auditor("rules", "test", "--rules", written(auditor.folder, **(GOOD | {"examples": examples})), "two-figures")
    assert run.code == 0
    assert "known miss 2: fired: “Dozens” is no number, found by now" in run.out
    assert run.out.endswith("4 examples of 1 rule, 0 failed; 2 known misses, 1 found by now\n")


def test_the_list_says_where_a_rule_comes_from_and_how_often_it_fired(auditor: Auditor) -> None:
    """In the last audit of this folder, or in a report."""
    auditor.source("auditor.toml", "[override.missing-date]\nseverity = 'note'\nreason = 'Ours have none.'\n")
    written(auditor.folder, **GOOD)
    auditor.source("a.txt", UNDATED + "Dozens of roofs leak.")
    before = auditor("rules", "list", "--rules", "two-figures.yaml").out
    auditor("check", "a.txt", "--rules", "two-figures.yaml")
    listed = auditor("rules", "list", "--rules", "two-figures.yaml").out
    rows = {line.split()[0]: line.split()[1:5] for line in listed.splitlines() if line.startswith("  ")}
    assert rows["missing-date"] == ["note", "missing", "overridden", "1"]
    assert rows["two-figures"] == ["error", "contradiction", "house", "1"]
    assert rows["toll-falls"] == ["warning", "contradiction", "packaged", "0"]
    assert [line.split()[:4] for line in before.splitlines()] == [line.split()[:4] for line in listed.splitlines()]
    auditor.monkeypatch.setenv("AUDITOR_CACHE", "")
    auditor.monkeypatch.setenv("XDG_CACHE_HOME", str(auditor.folder / "none"))
    assert auditor("rules", "list", "--rules", "two-figures.yaml").out == before


def test_the_report_tells_what_the_project_changed(auditor: Auditor) -> None:
    """In every format, with the reason; also what does not run."""
    auditor.source("auditor.toml", "[override.currency-twice]\noff = true\nreason = 'House style.'\n")
    source = auditor.source("a.txt", NOTED)
    assert auditor("check", source).code == 0
    assert "currency-twice, off. House style." in auditor("check", source).out
    document = json.loads(auditor("check", source, "-o", "json").out)
    assert document["overridden"] == [{"rule": "currency-twice", "changes": ["off"], "reason": "House style."}]
    assert document["findings"] == []
    assert "House style." in auditor("check", source, "-o", "html").out
    shown = auditor("rules", "show", "currency-twice").out
    assert "overridden   off: House style." in shown


def test_options_go_before_settings(auditor: Auditor) -> None:
    """And settings before what is usual."""
    source = auditor.source("a.txt", UNDATED)
    assert auditor("check", source).code == 1
    auditor.source("auditor.toml", 'fail-on = "none"\n')
    assert auditor("check", source).code == 0
    assert auditor("check", source, "--fail-on", "any").code == 1
    auditor.source("auditor.toml", 'min-severity = "error"\n')
    assert auditor("check", source).code == 0
    assert auditor("check", source, "--min-severity", "note").code == 1


def test_settings_name_rules_and_facts(auditor: Auditor) -> None:
    """From the working folder."""
    (auditor.folder / "house").mkdir()
    written(auditor.folder / "house", **GOOD)
    auditor.source("auditor.toml", 'rules = ["house"]\n')
    assert "two-figures" in auditor("rules", "list").out
    auditor.source("auditor.toml", 'rules = ["house"]\nreference = ["none.yaml"]\n')
    complaint = auditor("check", auditor.source("a.txt", CLEAN)).complaint
    assert complaint.startswith("auditor.toml:2:1: no such file or folder: `none.yaml`")


def test_mistakes_in_settings_end_every_command_that_reads_them(auditor: Auditor) -> None:
    """By the file's own name."""
    auditor.source("auditor.toml", "ruels = []\n")
    for command in (["check", auditor.source("a.txt", CLEAN)], ["rules", "list"], ["rules", "test"]):
        assert auditor(*command).complaint == "auditor.toml:1:1: unknown key `ruels`, did you mean `rules`?"


def test_the_page_of_all_rules(auditor: Auditor) -> None:
    """Every rule by its title, under its group."""
    out = auditor("rules", "list", "-o", "markdown").out
    for rule in load():
        assert f"### {rule.title}\n\n`{rule.id}`: {rule.verdict}, {rule.severity}.\n" in out


def test_the_columns_of_claims_are_shown(auditor: Auditor) -> None:
    """As a rule asks for them: days as days, and nothing that a claim does not have."""
    text = "---\npublished: 2024-05-17\nurl: https://www.herald.example/1\n---\n"
    text += "Northern Rail spokesman Tom Reed said that at least 14\x1b km of track had been lost.\n"
    run = auditor("rules", "columns", auditor.source("a.txt", text))
    assert (run.code, run.err) == (0, "")
    assert "\x1b" not in run.out
    [block] = [block for block in run.out.split("\n\n") if block.startswith("“at least 14")]
    shown = dict(line.split(maxsplit=1) for line in block.splitlines()[1:] if not line.startswith("   "))
    assert (
        shown.items()
        >= {
            "kind": "quantity",
            "qualifier": "at_least",
            "speaker": "Tom Reed",
            "speaker_title": "spokesperson",
            "speaker_organisation": "Northern Rail",
            "publisher": "herald.example",
            "published": "2024-05-17",
            "high": "inf",
        }.items()
    )
    assert not {"person", "former", "clue", "byline"} & {*shown}


def test_a_text_without_claims_has_no_columns(auditor: Auditor) -> None:
    """It is said so; what cannot be read makes the exit code 2."""
    run = auditor("rules", "columns", "-", stdin=b"It rained.")
    assert (run.code, run.out) == (0, "No claim was found.\n")
    assert auditor("rules", "columns", auditor.source("b.txt", "")).code == 2


def test_the_guide_is_the_page_on_rules(auditor: Auditor) -> None:
    """So that nobody needs the repository to write a rule."""
    run = auditor("rules", "guide")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("# Rules\n")
    assert "`same_person`" in run.out
