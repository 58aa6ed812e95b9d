"""Mistakes of somebody who types a rule: the command names the place and the remedy, once, and changes nothing."""

import re

import pytest

from auditor.rules.model import Rule
from auditor.yamlfile import load, validate
from running import UNDATED, Auditor, contents

RULE = """\
id: two-figures
title: Two figures for one thing
group: numbers
severity: warning
verdict: contradiction

compare: pairs
left: {kind: quantity}
pair: {within: story, same: [axis], alike: 90}
when: {left_modality: stated}
must:
  overlaps: {}

message: "{left.text} or {right.text}"
why: Both cannot be right.
next: Ask.

examples:
  fires:
    - The storm soaked 14 villages. In all 19 villages were soaked.
  silent:
    - The storm soaked 14 villages. In all 14 villages were soaked.
"""
"""A rule without mistakes, as somebody types it."""

_NO_KEY = "4:1: is not YAML: a key without its colon, or without a blank behind it (noticed on line 5)"
_OPEN = "is not YAML: a `{` is not closed, or a comma is missing"
_FALSE = "the rule does not do what its example says, and does not run: "

TYPED: list[tuple[str, str, str, str]] = [
    ("an upper-case key", "severity:", "Severity:", "4:1: unknown key `Severity`, did you mean `severity`?"),
    ("a misspelt key", "severity:", "severty:", "4:1: unknown key `severty`, did you mean `severity`?"),
    ("a key of another name", "  silent:", "  quiet:", "21:3: unknown key `quiet`, and key `silent` is missing"),
    (
        "an upper-case word",
        "warning",
        "Warning",
        "4:11: `severity`: must be `error`, `warning` or `note`, not `Warning`, ",
    ),
    ("no blank behind the colon", "severity: w", "severity:w", _NO_KEY),
    ("no colon", "severity: w", "severity w", _NO_KEY),
    ("a hard blank", "severity: w", "severity:\u00a0w", _NO_KEY),
    (
        "no indentation",
        "  overlaps: {}",
        "overlaps: {}",
        "12:1: unknown key `overlaps`; if it belongs to `must`, indent it by two blanks",
    ),
    (
        "hard blanks before a key",
        "  overlaps",
        "\u00a0\u00a0overlaps",
        "12:1: unknown key `overlaps`; if it belongs to `must`",
    ),
    ("a tab", "  overlaps", "\toverlaps", "12:1: is not YAML: a tab; use blanks instead"),
    (
        "too little indentation",
        "    - The storm soaked 14 villages. In all 19",
        "- In all 19",
        "20:1: is not YAML: a line that is ",
    ),
    (
        "a dash too many",
        "  overlaps: {}",
        "  - overlaps: {}",
        "12:3: `must`: expected keys with values, not a list; take the ",
    ),
    (
        "a word for keys",
        "must:\n  overlaps: {}",
        "must: overlaps",
        "11:7: `must`: expected keys with values, not `overlaps`",
    ),
    ("a list for keys", "{kind: quantity}", "[kind, quantity]", "8:7: `left`: expected keys with values, not a list"),
    ("nothing", "must:\n  overlaps: {}", "must:", "11:6: `must`: expected keys with values, not nothing"),
    ("only a comment", "why: Both cannot be right.", "why: # both", "15:5: `why`: must be text, not nothing"),
    ("a word for a list", "same: [axis]", "same: axis", '9:29: `same`: must be a list, not `axis`; write `["axis"]`'),
    (
        "keys for a list",
        "must:\n",
        "unless: {alike: 3}\nmust:\n",
        "11:9: `unless`: must be a list, not keys with values",
    ),
    ("a brace left open", "alike: 90}", "alike: 90", f"9:7: {_OPEN} (noticed on line 10)"),
    ("a comma left out", "[axis], alike", "[axis] alike", f"9:36: {_OPEN}"),
    (
        "a quotation mark left open",
        '{right.text}"',
        "{right.text}",
        "14:10: is not YAML: a quotation mark is not closed, ",
    ),
    (
        "a text in braces without quotes",
        '"{left.text} or {right.text}"',
        "{left.text} or",
        "14:22: is not YAML: a text that n",
    ),
    (
        "a colon in a text",
        "why: Both",
        "why: Note: both",
        "15:10: is not YAML: a colon too many: put the text in quotes",
    ),
    (
        "a colon in an example",
        "- The storm soaked 14 villages. In all 19",
        "- She said: 14 villages. In all 19",
        "20:7: unknown key `She said`; if it is the beginning of a text with a colon, put the text in quotes",
    ),
    (
        "a text that begins with &",
        "why: Both",
        "why: &both Both",
        "15:6: anchors are not allowed (&both); put a text that begins w",
    ),
    (
        "marks of a web page",
        "id: two",
        "```yaml\nid: two",
        "1:1: is not YAML: the sign for code in a page; delete this line",
    ),
    ("an upper-case column", "{kind: q", "{Kind: q", "8:8: unknown column `Kind`, did you mean `kind`?"),
    ("a misspelt column", "{kind: q", "{knd: q", "8:8: unknown column `knd`, did you mean `kind`?"),
    ("a side in a side", "{kind: q", "{left_kind: q", "8:8: unknown column `left_kind`, did you mean `kind`?"),
    (
        "no side where one is needed",
        "{left_modality: stated}",
        "{per: null}",
        "10:8: unknown column `per`, did you mean `left_per`?",
    ),
    (
        "a column of pairs in a side",
        "{kind: quantity}",
        "{kind: quantity, days_apart: 0}",
        "8:24: unknown column `days_apart`; it is a column of pairs, for `when`, `unless` and `must`",
    ),
    ("a misspelt relation", "overlaps", "overlap", "12:3: unknown relation `overlap`, did you mean `overlaps`?"),
    ("a misspelt list", "[axis]", "[axs]", "9:30: unknown column `axs`, did you mean `axis`?"),
    (
        "where in a rule over pairs",
        "left: {",
        "where: {",
        "8:1: `where` has no use where `compare` is pairs; it goes with ",
    ),
    (
        "a relation of names asked of figures",
        "overlaps",
        "same_words",
        "12:3: `same_words` compares `words`; a quantity has none",
    ),
    (
        "a unit by its sign",
        "{kind: quantity}",
        "{kind: quantity, unit: km}",
        "8:24: `km` never stands there; write `kilometre`",
    ),
    (
        "a currency by its name",
        "{kind: quantity}",
        "{unit: dollars}",
        "8:8: `dollars` never stands there; write `USD`",
    ),
    ("a unit for an axis", "{kind: quantity}", "{axis: mile}", "8:8: `mile` never stands there; write `length`"),
    ("a verb for a stage", "{kind: quantity}", "{stage: killed}", "8:8: `killed` never stands there; write `dead`"),
    ("a check as a sign", "{kind: quantity}", "{point: {'>': 5}}", "8:16: unknown check `>`; write `gt`"),
    (
        "a check in a value",
        "{kind: quantity}",
        "{point: '> 5'}",
        "8:8: expected a number, or a day such as 2024-05-17, not `>",
    ),
    (
        "a comma in a number",
        "{kind: quantity}",
        "{point: {ge: 1,000}}",
        "8:22: unknown check `000`; a number is written without",
    ),
    (
        "words in a number",
        "{kind: quantity}",
        "{point: {ge: 1 million}}",
        "8:16: expected a number, or a day such as 2024-05",
    ),
    (
        "a misspelt check",
        "{kind: quantity}",
        "{text: {contains: x}}",
        "8:15: unknown check `contains`, did you mean `str_contains`?",
    ),
    (
        "a name compared with a value",
        "{kind: quantity}",
        "{speaker: {same_person: Ann}}",
        "8:18: `same_person` compares with an",
    ),
    ("a word for yes", "{kind: quantity}", "{former: yes}", "8:8: expected true or false, not `yes`"),
    ("a percentage", "alike: 90", "alike: 90%", "9:44: `alike`: must be a number, not `90%`"),
    ("more than all", "alike: 90", "alike: 900", "9:44: `alike`: must be less than or equal to 100, not `900`"),
    (
        "a likeness of more than all",
        "{left_mo",
        "{alike: {ge: 120}, left_mo",
        "10:8: no value of `alike` can satisfy this; it is a likeness",
    ),
    (
        "a tolerance below nothing",
        "overlaps: {}",
        "overlaps: {tolerance: -3}",
        "12:14: `tolerance`: must be greater than or e",
    ),
    (
        "a tolerance of a percentage",
        "overlaps: {}",
        "overlaps: {tolerance: 5%}",
        "12:14: `tolerance`: must be a number, not `5%`",
    ),
    (
        "an option without its name",
        "overlaps: {}",
        "overlaps: 3",
        "12:3: `overlaps` takes options by name, such as `{tolerance: 3}`",
    ),
    (
        "a bracket left open in a pattern",
        "{kind: quantity}",
        "{text: {str_contains: '(x'}}",
        "8:15: is not a pattern: missing )",
    ),
    (
        "a pattern in double quotes",
        "{kind: quantity}",
        r'{text: {str_contains: "\bx"}}',
        "8:15: a control character; put a patt",
    ),
    (
        "a look-ahead",
        "{kind: quantity}",
        "{text: {str_contains: '(?!x)a'}}",
        "8:15: `(?!x)a` is not allowed in a pattern (char",
    ),
    (
        "a word that excludes itself",
        "{kind: quantity}",
        "{per: {eq: day, ne: day}}",
        "8:8: no value of `per` can satisfy this",
    ),
    (
        "a misspelt placeholder",
        "{left.text}",
        "{left.txt}",
        "14:1: unknown placeholder `{left.txt}`, did you mean `left.text`?",
    ),
    (
        "another rule's placeholder",
        "{left.text}",
        "{claim.text}",
        "14:1: unknown placeholder `{claim.text}`, did you mean `left.text`?",
    ),
    (
        "a brace left open in a message",
        "{left.text}",
        "{left.text",
        "14:1: a single `{`; placeholders are written {claim.text}",
    ),
    (
        "another name than the file's",
        "id: two",
        "id: three",
        "1:5: `id` must be the file's name without its ending, `two-figures`",
    ),
    (
        "blanks in the name",
        "id: two-figures",
        "id: two figures",
        "1:5: `id` must be the file's name without its ending, `two-fi",
    ),
    ("a key twice", "next: Ask.", "next: Ask.\nnext: Ask again.", "17:1: duplicate key `next`, first on line 16"),
    ("two documents", "examples:\n", "---\nexamples:\n", "18:1: more than one YAML document in a file"),
    (
        "an example that is empty",
        "- The storm soaked 14 villages. In all 19 villages were soaked.",
        '- ""',
        "20:7: `fires`: must have at",
    ),
    (
        "an example without text",
        "- The storm soaked 14 villages. In all 19 villages were soaked.",
        "- {note: x}",
        "20:7: an example has exa",
    ),
    (
        "no example",
        "  silent:\n    - The storm soaked 14 villages. In all 14 villages were soaked.\n",
        "",
        "19:3: key `silent` is missing",
    ),
    (
        "an example that agrees",
        "In all 19",
        "In all 14",
        f"20:7: {_FALSE}fires 1: silent, should fire: `must` holds in 1 pair",
    ),
    (
        "an example that is out of reach",
        "{kind: quantity}",
        "{kind: quantity, zone: quote}",
        f"20:7: {_FALSE}fires 1: silent, should fire: `left` fits none of 2 claims; alone would fit `kind` 2, `zone` 0",
    ),
    (
        "an example of no day",
        "- The storm soaked 14 villages. In all 19 villages were soaked.",
        "- sources: [{text: It rained., published: soon}]",
        f"20:7: {_FALSE}fires 1: silent, should fire: `published` is no day: `soon`; write it as 2024-05-17",
    ),
    (
        "an example that is no silent one",
        "In all 14",
        "In all 19",
        f"22:7: {_FALSE}silent 1: fired: 14 or 19, should be silent",
    ),
]
FILES: list[tuple[str, str, bytes, str]] = [
    ("nothing", "two-figures.yaml", b"", ":1:1: is empty; `auditor rules new` writes a rule to start from"),
    ("a comment", "two-figures.yaml", b"# later\n", ":1:1: is empty; `auditor rules new` writes a rule to start from"),
    (
        "a sentence",
        "two-figures.yaml",
        b"flag every number\n",
        ":1:1: expected keys with values, not `flag every number`",
    ),
    (
        "a list",
        "two-figures.yaml",
        b"- id: two-figures\n",
        ":1:1: expected keys with values, not a list; take the dashes away",
    ),
    (
        "a beginning",
        "two-figures.yaml",
        b"id: two-figures\n",
        ":1:1: keys `title`, `group`, `severity`, `verdict`, `compare`, ",
    ),
    ("UTF-16", "two-figures.yaml", RULE.encode("utf-16"), ":1:1: is not UTF-8 text (byte 1); save it as UTF-8"),
    (
        "Latin-1",
        "two-figures.yaml",
        RULE.replace("Ask", "Fráge").encode("latin-1"),
        ":16:9: is not UTF-8 text (byte 318); save it",
    ),
    (
        ".yml",
        "two-figures.yml",
        RULE.encode(),
        ": a rule file's name ends in .yaml; rename it to two-figures.yaml, or mo",
    ),
    (
        ".YAML",
        "two-figures.YAML",
        RULE.encode(),
        ": a rule file's name ends in .yaml; rename it to two-figures.yaml, or",
    ),
    (
        ".yaml.txt",
        "two-figures.yaml.txt",
        RULE.encode(),
        ": a rule file's name ends in .yaml; rename it to two-figures.yaml",
    ),
    (
        "an upper-case name",
        "Two-Figures.yaml",
        RULE.encode(),
        ":1:5: `id` and the file's name must be one; rename the file to ",
    ),
]


def test_the_rule_that_mistakes_are_put_in_has_none(auditor: Auditor) -> None:
    """With a byte order mark and the line ends of another system, too."""
    assert validate(load(RULE), Rule).id == "two-figures"
    auditor.source("a.txt", UNDATED)
    for written in (RULE.encode(), RULE.encode("utf-8-sig"), RULE.replace("\n", "\r\n").encode()):
        auditor.source("rules/two-figures.yaml", written)
        assert auditor("check", "a.txt").err == ""


def complaint(auditor: Auditor, name: str, written: bytes) -> str:
    """The one line that a run says of a rule file, after which every file is as it was."""
    auditor.source("a.txt", UNDATED)
    auditor.source(f"rules/{name}", written)
    auditor.source("report.json", "{}")
    before = contents(auditor.folder)
    said = auditor("check", "a.txt", "-o", "json:report.json").complaint
    assert contents(auditor.folder) == before
    return said


@pytest.mark.parametrize(("old", "new", "told"), [case[1:] for case in TYPED], ids=[case[0] for case in TYPED])
def test_a_mistake_is_told_once_with_its_place(auditor: Auditor, old: str, new: str, told: str) -> None:
    """Line, column, and what to do; nothing is written."""
    assert RULE.count(old) >= 1
    said = complaint(auditor, "two-figures.yaml", RULE.replace(old, new, 1).encode())
    assert said.startswith(f"rules/two-figures.yaml:{told}")
    assert re.match(r"rules/two-figures\.yaml:\d+:\d+: ", said)


@pytest.mark.parametrize(("name", "written", "told"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_that_is_no_rule_is_told_once(auditor: Auditor, name: str, written: bytes, told: str) -> None:
    """By its name where it cannot be read as a rule at all."""
    assert complaint(auditor, name, written).startswith(f"rules/{name}{told}")


def test_all_mistakes_of_all_files_are_told_at_once(auditor: Auditor) -> None:
    """One line each, by file and line, beside a file that cannot be parsed and one that has the wrong ending."""
    auditor.source("a.txt", UNDATED)
    auditor.source(
        "rules/one.yaml", RULE.replace("two-figures", "one").replace("warning", "fatal").replace("axis", "axs")
    )
    auditor.source("rules/two.yaml", RULE.replace("two-figures", "two").replace("overlaps", "overlap"))
    auditor.source("rules/three.yaml", RULE.replace("  overlaps", "\toverlaps"))
    auditor.source("rules/four.yml", RULE)
    run = auditor("check", "a.txt")
    places = [re.sub(r"^auditor: rules/(\S+): .*", r"\1", line) for line in run.err.splitlines()]
    assert places == ["four.yml", "one.yaml:4:11", "one.yaml:9:30", "three.yaml:12:1", "two.yaml:12:3"]
    assert run.code == 2
