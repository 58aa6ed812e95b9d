"""Rule files with mistakes: each is told with its place and the nearest right thing, all at once."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import BadFileError
from auditor.rules import load, packaged, read_files
from rulemaking import RULE, written

CASES: list[tuple[str, dict[str, Any], str]] = [
    ("unknown key", {"sevrity": "note"}, "unknown key `sevrity`, did you mean `severity`?"),
    ("unknown group", {"group": "number"}, "did you mean `numbers`?"),
    ("missing examples", {"examples": None}, "key `examples` is missing"),
    ("no silent example", {"examples": {"fires": [{"text": "a"}]}}, "key `silent` is missing"),
    ("no example", {"examples": {"fires": [], "silent": [{"text": "a"}]}}, "at least one example is needed"),
    (
        "two kinds of example",
        {"examples": {"fires": [{"text": "a", "texts": ["b"]}], "silent": [{"text": "a"}]}},
        "exactly one of `text`, `texts`, `sources`",
    ),
    ("unknown column", {"left": {"zon": "body"}}, "unknown column `zon`, did you mean `zone`?"),
    ("a word no column has", {"left": {"zone": "boddy"}}, "`boddy` never stands there, did you mean `body`?"),
    ("a word not in the list", {"left": {"kind": ["date", "xyzzy"]}}, "it is one of quantity, date"),
    ("unknown check", {"left": {"text": {"str_match": "a"}}}, "unknown check `str_match`, did you mean `str_matches`?"),
    ("check of other columns", {"left": {"text": {"gt": 3}}}, "`gt` does not go with `text`, which holds a text"),
    ("no check", {"left": {"text": {}}}, "`text` has no check"),
    ("no number", {"left": {"low": "many"}}, "expected a number, or a day such as 2024-05-17, not `many`"),
    ("not a number", {"left": {"low": "nan"}}, "expected a number, or a day such as 2024-05-17, not `nan`"),
    ("no flag", {"left": {"former": "perhaps"}}, "expected true or false, not `perhaps`"),
    ("nothing to choose", {"left": {"zone": []}}, "expected at least one value"),
    ("several where one is wanted", {"left": {"low": {"gt": [1, 2]}}}, "expected one value, not several"),
    ("a range without limits", {"left": {"low": {"in_range": {"from": 1}}}}, "expected `min_value` and `max_value`"),
    ("an empty range", {"left": {"low": {"in_range": {"min_value": 2, "max_value": 1}}}}, "is above `max_value` 1"),
    ("limits that exclude each other", {"left": {"low": {"gt": 5, "lt": 3}}}, "no value of `low` can satisfy this"),
    ("more alike than equal", {"when": {"alike": {"gt": 100}}}, "no value of `alike` can satisfy this"),
    ("alike over a hundred", {"pair": {"alike": 120}}, "less than or equal to 100, not `120`"),
    ("a pattern without end", {"left": {"text": {"str_matches": "(a+)+"}}}, "may take too long"),
    ("a broken pattern", {"left": {"text": {"str_contains": "("}}}, "is not a pattern"),
    ("a pattern that looks ahead", {"left": {"text": {"str_contains": "a(?=b)"}}}, "is not allowed in a pattern"),
    ("unknown relation", {"must": {"overlap": {}}}, "unknown relation `overlap`, did you mean `overlaps`?"),
    ("a relation of another table", {"must": {"constant": {}}}, "`constant` is a relation of series, not of pairs"),
    (
        "unknown option",
        {"must": {"overlaps": {"tolerence": 1}}},
        "unknown option `tolerence`, did you mean `tolerance`?",
    ),
    ("impossible option", {"must": {"overlaps": {"tolerance": -1}}}, "greater than or equal to 0"),
    ("options without names", {"must": {"overlaps": [1]}}, "`overlaps` takes options by name"),
    ("unknown placeholder", {"message": "{left.txt}"}, "unknown placeholder `{left.txt}`, did you mean `left.text`?"),
    ("a lone brace", {"message": "{left.text"}, "a single `{`"),
    ("a fact without the pairing", {"message": "{via.text}"}, "needs `pair: {through: …}`"),
    ("a column of the pair", {"pair": {"same": ["axs"]}}, "unknown column `axs`, did you mean `axis`?"),
    ("between without a sentence", {"pair": {"between": ["of which"]}}, "`between` needs `within: sentence`"),
    (
        "some of what a fact carries",
        {"pair": {"through": "term", "need": "some"}},
        "`need` does not go with `through`",
    ),
    (
        "the reference without facts",
        {"pair": {"within": "reference"}},
        "`within: reference` needs `right`: which facts",
    ),
    (
        "the reference through the reference",
        {"right": {"kind": "role"}, "pair": {"within": "reference", "through": "term"}},
        "`through` does not go with `within: reference`",
    ),
    ("a key of another table", {"where": {"kind": "date"}}, "`where` has no use where `compare` is pairs"),
    ("pairs without a left side", {"left": None}, "key `left` is missing"),
    ("a series through a fact", {"compare": "series", "left": None, "pair": {"through": "term"}}, "no use in a series"),
    ("wrong type", {"left": "quantity"}, "expected keys with values, not `quantity`"),
    ("an id that is a path", {"id": "../two"}, "`id` must be the file's name without its ending, `two-figures`"),
    ("an id of another file", {"id": "other"}, "`id` must be the file's name without its ending, `two-figures`"),
    (
        "a bad reference fact",
        {"examples": {"fires": [{"text": "a", "reference": {"events": [{"nam": "x"}]}}], "silent": [{"text": "b"}]}},
        "unknown key `nam`, did you mean `name`?",
    ),
]


@pytest.mark.parametrize(("changes", "message"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_mistake_is_told_with_its_place(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    """A file, a line, a column, and what would have been right."""
    path = written(tmp_path)
    if "id" in changes:
        path.write_text(path.read_text(encoding="utf-8").replace("id: two-figures", f"id: {changes['id']}"), "utf-8")
    else:
        written(tmp_path, **changes)
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    found = [problem for problem in caught.value.problems if message in problem.message]
    assert found, str(caught.value)
    assert found[0].path == str(path)
    assert found[0].line is not None
    assert found[0].column is not None


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """Shape and meaning, in one run."""
    written(tmp_path, "one", severity="fatal", left={"zon": "body"})
    written(tmp_path, "two", must={"overlap": {}}, next=None)
    with pytest.raises(BadFileError) as caught:
        read_files([tmp_path])
    words = str(caught.value)
    assert all(part in words for part in ("`severity`", "`zon`", "`overlap`", "key `next` is missing"))


def test_places_are_those_of_the_file(tmp_path: Path) -> None:
    """The line and column of the key itself."""
    path = tmp_path / "short.yaml"
    path.write_text("id: short\ncompare: pairs\nleft: {kind: date, zon: body}\n", encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    assert f"{path}:3:20: unknown column `zon`, did you mean `zone`?" in str(caught.value).splitlines()


def test_an_example_may_be_its_text_alone(tmp_path: Path) -> None:
    """A text, or the texts of a story, or all that there is to say."""
    told = {
        kind: ["It rained.", ["It rained.", "It did not."], {"text": "It rained."}]
        for kind in ("fires", "silent", "known_misses")
    }
    [file] = read_files([written(tmp_path, examples=told)])
    examples = file.rule.examples
    for shown in (examples.fires, examples.silent, examples.known_misses):
        assert [[source.text for source in one.stories()] for one in shown] == [
            ["It rained."],
            ["It rained.", "It did not."],
            ["It rained."],
        ]


@pytest.mark.parametrize("bad", ["", [], [{"text": "x"}], None])
def test_an_example_is_no_other_thing(tmp_path: Path, bad: object) -> None:
    """Nothing, and lists of other things, are refused where they stand."""
    path = written(tmp_path, examples={"fires": [bad], "silent": ["It rained."]})
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    assert all(problem.line and problem.column for problem in caught.value.problems)


def test_a_duplicate_key_is_refused(tmp_path: Path) -> None:
    """The second one would switch the first one off."""
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "severity: note\n", encoding="utf-8")
    with pytest.raises(BadFileError, match="duplicate key `severity`, first on line 4"):
        read_files([path])


def test_a_duplicate_id_names_both_places(tmp_path: Path) -> None:
    """Two folders may hold files of one name."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    with pytest.raises(BadFileError) as caught:
        read_files([tmp_path / "a", tmp_path / "b"])
    assert str(first) in str(caught.value)
    assert str(second) in str(caught.value)


@pytest.mark.parametrize("ending", [".yml", ".json", ".toml"])
def test_other_endings_are_not_skipped_in_silence(tmp_path: Path, ending: str) -> None:
    """A rule that is never read is worse than none."""
    written(tmp_path)
    (tmp_path / f"other{ending}").write_text("id: other", encoding="utf-8")
    with pytest.raises(BadFileError, match=r"rename it to other\.yaml"):
        read_files([tmp_path])


def test_a_readme_beside_the_rules_is_left_alone(tmp_path: Path) -> None:
    """So are hidden files."""
    written(tmp_path)
    (tmp_path / "README.md").write_text("Rules.", encoding="utf-8")
    (tmp_path / ".draft.yml").write_text("", encoding="utf-8")
    assert [file.rule.id for file in read_files([tmp_path])] == ["two-figures"]


def test_an_empty_folder_and_a_missing_one_are_told(tmp_path: Path) -> None:
    """Nothing to read is a mistake of the one who named it."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadFileError) as caught:
        read_files([tmp_path / "empty", tmp_path / "none"])
    assert "no rules here" in str(caught.value)
    assert "no such file or folder" in str(caught.value)


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """Also one that holds a list."""
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    (tmp_path / "list.yaml").write_text("- a\n", encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        read_files([tmp_path])
    assert {Path(problem.path).name for problem in caught.value.problems} == {"empty.yaml", "list.yaml"}


def test_own_rules_are_added_to_the_packaged_ones(tmp_path: Path) -> None:
    """All of them run."""
    written(tmp_path)
    assert {rule.id for rule in load([tmp_path])} == {rule.id for rule in load()} | {"two-figures"}


def test_no_rule_takes_the_place_of_a_packaged_one(tmp_path: Path) -> None:
    """A guard must not be switched off by a file that happens to be called like it."""
    theirs = packaged() / f"{load()[0].id}.yaml"
    mine = written(tmp_path, theirs.stem, title="Mine")
    with pytest.raises(BadFileError) as caught:
        load([tmp_path])
    [line] = str(caught.value).splitlines()
    assert line.startswith(f"{mine}:1:1: ")
    assert str(theirs) in line


def test_a_copy_of_a_packaged_rule_is_that_rule(tmp_path: Path) -> None:
    """Who runs the auditor in its own repository, or in a copy of it, has every rule once."""
    shutil.copy(packaged() / f"{load()[0].id}.yaml", tmp_path)
    assert load([tmp_path]) == load()
    assert load([packaged()]) == load()


def test_the_rule_of_these_tests_has_no_mistake(tmp_path: Path) -> None:
    """Else every case above would pass for another reason."""
    assert read_files([written(tmp_path)])[0].rule.title == RULE["title"]


def test_a_folder_that_nobody_can_look_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line."""

    def deny(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", deny)
    with pytest.raises(BadFileError, match="cannot be read: Permission denied"):
        read_files([tmp_path])
