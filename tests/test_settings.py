"""What a project settles in its own file, and the mistakes it may make there."""

from pathlib import Path

import pytest

from auditor.errors import BadFileError
from auditor.rules import load_files
from auditor.rules.reading.pack import Pack, pack
from auditor.settings import load

OVERRIDE = """
[override.toll-falls]
severity = "note"
thresholds.pair.alike = 95
thresholds.unless.1.subject_alike.lt = 70
reason = "Our tolls are corrected by the ministry every week."

[override.currency-twice]
off = true
reason = "House style."
"""


def settled(folder: Path, text: str, name: str = "auditor.toml") -> Pack:
    """The rules as a settings file changes them."""
    (folder / name).write_text(text, encoding="utf-8")
    settings = load(folder)
    return pack(load_files(), settings.override, settings.place("override"))


def complaints(folder: Path, text: str, name: str = "auditor.toml") -> list[str]:
    """What is wrong with a settings file, without its folder."""
    with pytest.raises(BadFileError) as caught:
        settled(folder, text, name)
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).splitlines()]


def test_nothing_settled_is_the_default(tmp_path: Path) -> None:
    """Most folders have no such file."""
    assert load(tmp_path) == load(tmp_path / "none")
    assert load(tmp_path).override == {}


def test_a_rule_is_changed_without_a_copy(tmp_path: Path) -> None:
    """Severity and thresholds; what was changed is told with the reason."""
    made = settled(tmp_path, OVERRIDE)
    entry = made.entry("toll-falls")
    assert entry is not None
    assert (entry.rule.severity, entry.rule.pair.alike, entry.origin) == ("note", 95, "overridden")
    assert entry.rule.unless[0] == {"subject_alike": {"lt": "70"}}
    assert entry.file.rule.severity == "warning"
    assert [(one.rule, one.changes) for one in made.overridden] == [
        ("currency-twice", ("off",)),
        ("toll-falls", ("severity note", "pair.alike 95", "unless.1.subject_alike.lt 70")),
    ]


def test_a_rule_is_switched_off(tmp_path: Path) -> None:
    """It is still listed."""
    made = settled(tmp_path, OVERRIDE)
    assert "currency-twice" not in {rule.id for rule in made.rules}
    assert made.entry("currency-twice") is not None


def test_pyproject_may_hold_the_settings(tmp_path: Path) -> None:
    """As a table of its own; the rest of that file is others' business."""
    text = OVERRIDE.replace("[override", "[tool.auditor.override")
    made = settled(tmp_path, f"[project]\nname = 'x'\n{text}", "pyproject.toml")
    assert [one.rule for one in made.overridden] == ["currency-twice", "toll-falls"]


def test_a_pyproject_of_others_is_left_alone(tmp_path: Path) -> None:
    """Even one that is no TOML."""
    (tmp_path / "pyproject.toml").write_text("[project\n", encoding="utf-8")
    assert load(tmp_path).rules == ()


def test_settings_stand_in_one_file(tmp_path: Path) -> None:
    """Nobody should have to guess which one counts."""
    (tmp_path / "auditor.toml").write_text("rules = ['a']\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.auditor]\nrules = ['b']\n", encoding="utf-8")
    with pytest.raises(BadFileError, match="settings stand in"):
        load(tmp_path)


MISTAKES = [
    ("unknown key", "rule = ['a']\n", "1:1: unknown key `rule`, did you mean `rules`?"),
    ("unknown word", "fail-on = 'never'\n", "1:1: `fail-on`: must be `new`, `any` or `none`, not `never`"),
    ("not TOML", "rules = [\n", "is not TOML: "),
    ("a key twice", "rules = []\nrules = []\n", "2:11: is not TOML: Cannot overwrite a value"),
    (
        "unknown rule",
        "[override.tol-falls]\noff = true\nreason = 'x'\n",
        "1:11: no packaged rule `tol-falls`, did you mean `toll-falls`?",
    ),
    (
        "no reason",
        "[override.toll-falls]\noff = true\n",
        "1:11: key `reason` is missing",
    ),
    (
        "an empty reason",
        "[override.toll-falls]\noff = true\nreason = ' '\n",
        "3:1: `reason`: must have at least 1 character",
    ),
    (
        "no change",
        "[override.toll-falls]\nreason = 'x'\n",
        "1:11: changes nothing: give `off = true`, a `severity` or `thresholds`",
    ),
    (
        "unknown key of an override",
        "[override.toll-falls]\nof = true\nreason = 'x'\n",
        "2:1: unknown key `of`, did you mean `off`?",
    ),
    (
        "unknown severity",
        "[override]\ntoll-falls = {severity = 'notes', reason = 'x'}\n",
        "2:15: `severity`: must be `error`, `warning` or `note`, not `notes`, did you mean `note`?",
    ),
    (
        "unknown threshold",
        "[override.toll-falls]\nreason = 'x'\nthresholds.pair.alik = 90\n",
        "3:17: rule `toll-falls` has no threshold `pair.alik`, did you mean `pair.alike`?",
    ),
    (
        "a threshold that is no number",
        "[override.toll-falls]\nreason = 'x'\n[override.toll-falls.thresholds]\npair.alike = 'high'\n",
        "4:6: `pair.alike`: expected a number, not `high`",
    ),
    (
        "an impossible threshold",
        "[override.toll-falls]\nreason = 'x'\nthresholds.unless.1.subject_alike.lt = -3\n",
        "3:35: `unless.1.subject_alike.lt`: no value of `subject_alike` can satisfy this",
    ),
    (
        "a likeness beyond the scale",
        "[override.toll-falls]\nreason = 'x'\nthresholds.pair.alike = 300\n",
        "3:17: `pair.alike`: must be less than or equal to 100",
    ),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    """A line, a column, and the nearest that is right."""
    [line] = complaints(tmp_path, text)
    assert message in line
    assert line.startswith("auditor.toml:")


def test_paths_that_are_not_there_are_told_with_what_is(tmp_path: Path) -> None:
    """Else a misspelt folder would switch its rules off; accepted findings may be of a file that is yet to be made."""
    (tmp_path / "house").mkdir()
    text = "rules = ['house', 'huose']\nbaseline = 'later.jsonl'\nreference = ['facts']\n"
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFileError) as raised:
        load(tmp_path)
    assert [(problem.line, problem.message) for problem in raised.value.problems] == [
        (1, "no such file or folder: `huose`, did you mean `house`?"),
        (3, "no such file or folder: `facts`"),
    ]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Of all overrides."""
    text = "[override.tol-falls]\noff = true\nreason = 'x'\n[override.toll-rises]\nreason = 'x'\nthresholds.a = 1\n"
    assert len(complaints(tmp_path, text)) == 2
