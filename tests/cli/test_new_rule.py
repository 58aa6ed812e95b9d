"""``auditor rules new`` and ``rules schema``: a first rule in ten minutes."""

import json

import pytest

from auditor.rules.writing.drafts import KINDS
from running import Auditor, contents


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_passes(auditor: Auditor, kind: str) -> None:
    """Of every kind, also where no texts are given."""
    run = auditor("rules", "new", "--id", "my-rule", "--kind", kind)
    assert run.out.startswith("wrote rules/my-rule.yaml: its examples hold.")
    assert auditor("rules", "test", "my-rule").out.startswith("ok    my-rule  fires 1/1, silent 1/1\n")
    written = contents(auditor.folder)["rules/my-rule.yaml"].decode()
    assert written.startswith("# yaml-language-server: $schema=rule.schema.json\n")
    assert written.count("\n# ") >= 8
    assert json.loads(contents(auditor.folder)["rules/rule.schema.json"])["$schema"].endswith("draft-07/schema#")


@pytest.mark.parametrize(
    ("kind", "fires", "silent", "must"),
    [
        ("claim", ["Lost on Sunday 19 May 2024."], ["Lost on Monday 20 May 2024."], "weekday: {ne: sunday}"),
        ("claim", ["Lost on 12 May 2024."], ["Lost on 19 May 2024."], "point: {ge: '2024-05-19'}"),
        ("claim", ["The 12-metre wall fell."], ["The 3-metre wall fell."], "point: {le: 3.0}"),
        ("claim", ["“We will appeal.” That was all."], ["“We will appeal,” said Ann Lee."], "speaker: {present: true}"),
        (
            "story",
            ["Ann Lee, a spokeswoman for Northern Rail, said no.", "Tom Reed, a spokesman for Northern Rail, said no."],
            ["Ann Lee, a spokeswoman for Northern Rail, said no.", "Northern Rail spokesperson Ann Lee said no."],
            "same_person: {}",
        ),
        (
            "source",
            ["17 May 2024\n\nHer day\n\nAnn Lee, 51, was born on 3 May 1970."],
            ["17 May 2024\n\nHer day\n\nAnn Lee, 54, was born on 3 May 1970."],
            "elapsed: {}",
        ),
        ("total", ["The 30 people: 12 women and 19 men."], ["The 31 people: 12 women and 19 men."], "overlaps: {}"),
    ],
)
def test_a_rule_is_made_of_two_texts(
    auditor: Auditor, kind: str, fires: list[str], silent: list[str], must: str
) -> None:
    """It asks for what sets them apart."""
    texts = [part for text in fires for part in ("--fires", text)] + [
        part for text in silent for part in ("--silent", text)
    ]
    assert auditor("rules", "new", "--id", "my-rule", "--kind", kind, *texts).code == 0
    assert must in contents(auditor.folder)["rules/my-rule.yaml"].decode()


def test_nothing_is_overwritten(auditor: Auditor) -> None:
    """Neither a rule nor another file of its name, and no packaged rule gets a rival."""
    auditor.source("rules/README.md", "Ours.")
    auditor("rules", "new", "--id", "my-rule", "--kind", "claim")
    before = contents(auditor.folder)
    again = auditor("rules", "new", "--id", "my-rule", "--kind", "source")
    assert again.complaint == "a rule `my-rule` stands in rules/my-rule.yaml already; nothing was written"
    assert "stands in" in auditor("rules", "new", "--id", "toll-falls", "--kind", "claim").complaint
    auditor.source("other/mine.yaml", "")
    there = auditor("rules", "new", "--id", "mine", "--kind", "claim", "--folder", "other")
    assert there.complaint == "other/mine.yaml: is there already; nothing was written"
    assert contents(auditor.folder) == before | {"other/mine.yaml": b""}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "claim"], "missing option --id"),
        (["--id", "a"], "missing option --kind"),
        (["--id", "../a", "--kind", "claim"], "lower-case words joined by hyphens"),
        (["--id", "a", "--kind", "clam"], "unknown kind `clam`, did you mean `claim`?"),
        (["--id", "a", "--kind", "claim", "--fires", "x"], "give both --fires and --silent, or neither"),
        (["--id", "a", "--kind", "claim", "--fires", "It rained.", "--silent", "It rained."], "no simple rule over"),
        (["--id", "a", "--kind", "reference", "--facts", "none.yaml"], "none.yaml: cannot be read"),
    ],
)
def test_what_cannot_be_made_is_told(auditor: Auditor, arguments: list[str], message: str) -> None:
    """And nothing is written."""
    assert message in auditor("rules", "new", *arguments).complaint
    assert contents(auditor.folder) == {}


def test_who_sits_at_a_terminal_is_asked(auditor: Auditor) -> None:
    """For what the options do not say, with a sample to take."""
    answers = iter(["my-rule", "claim", "Dozens of trees fell.", "41 trees fell."])
    auditor.monkeypatch.setattr("auditor.cli.questions.at_a_terminal", lambda: True)
    auditor.monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    assert auditor("rules", "new").code == 0
    assert "Dozens of trees fell." in contents(auditor.folder)["rules/my-rule.yaml"].decode()


def test_what_cannot_be_taken_is_asked_again(auditor: Auditor) -> None:
    """With what is wrong with it; nobody has to begin anew."""
    typed = "A Name\nmy-rule\nclaims\nclaim\nDozens of trees fell.\n41 trees fell.\n"
    auditor.monkeypatch.setattr("auditor.cli.questions.at_a_terminal", lambda: True)
    run = auditor("rules", "new", stdin=typed.encode())
    assert run.code == 0
    assert "Error: `A Name`: expected at most 60 characters, lower-case words joined by hyphens\n" in run.out
    assert "Error: unknown kind `claims`, did you mean `claim`?\n" in run.out
    assert "rules/my-rule.yaml" in contents(auditor.folder)


def test_the_schema_is_printed(auditor: Auditor) -> None:
    """As the repository has it."""
    from auditor.rules import packaged  # noqa: PLC0415 - one test compares

    assert auditor("rules", "schema").out == (packaged() / "rule.schema.json").read_text(encoding="utf-8")
