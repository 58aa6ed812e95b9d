"""The documents say what is there: help, keys, columns, checks, relations, links; and their examples work."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from auditor.model import Claim, Interval
from auditor.report.records import ROW_FIELDS, claim_record
from auditor.rules.messages import placeholders
from auditor.rules.model import Compare, Example, Examples, Pair, Rule
from auditor.rules.reading.checks import KINDS
from auditor.rules.reading.columns import columns
from auditor.rules.relations import RELATIONS
from auditor.tables import columns as tables
from running import Auditor

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
README = PAGES[0].read_text(encoding="utf-8")
CLAIMS, REPORT, RULES = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("claims", "report", "rules")
)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def words(page: str) -> set[str]:
    """Everything that is set as code on a page, and the words in it."""
    code = set(re.findall(r"`([^`\n]+)`", page))
    return code | {word for some in code for word in re.findall(r"\w+", some)}


@pytest.mark.parametrize("block", blocks(README, "console"), ids=lambda block: block.partition("\n")[0])
def test_the_help_is_the_real_one(auditor: Auditor, monkeypatch: pytest.MonkeyPatch, block: str) -> None:
    """As it is printed on eighty columns."""
    monkeypatch.setenv("COLUMNS", "80")
    command, _, expected = block.partition("\n")
    run = auditor(*command.removeprefix("$ auditor ").split())
    assert run.out == expected


def test_the_rule_of_the_how_to_works(auditor: Auditor) -> None:
    """Written where it says, tested as it says, used as it says."""
    [text] = [block for block in blocks(README, "yaml") if block.startswith("id: ")]
    auditor.source("rules/vague-headline.yaml", text)
    run = auditor("rules", "test", "vague-headline")
    assert run.code == 0
    assert all(f"    {line}" in README for line in run.out.splitlines())
    headline = auditor.source(
        "a.txt", "---\ntitle: Storm leaves dozens homeless\npublished: 2024-03-01\n---\nAt noon.\n"
    )
    assert "“dozens” in the headline is no number" in auditor("check", headline).out


def test_the_facts_of_the_how_to_work(auditor: Auditor) -> None:
    """Both of them find what it says they find."""
    [facts] = [block for block in blocks(README, "yaml") if block.startswith("terms:")]
    auditor.source("claims/reference/town.yaml", facts)
    auditor.source("s/a.txt", "---\npublished: 2024-05-17\n---\nExampleton Mayor Ann Lee opened a school.\n")
    flood = "In the two years since the Exampleton flood, the town has built a library."
    auditor.source("s/b.txt", f"---\npublished: 2023-05-17\n---\n{flood}\n")
    found = auditor("check", "s").out
    assert "Ann Lee was not mayor on 17 May 2024" in found
    assert "“two years since the Exampleton flood” was not written on 17 May 2023" in found


def test_the_library_in_five_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs, and prints findings."""
    monkeypatch.chdir(ROOT)
    [code] = blocks(README, "python")
    exec(code, {})  # noqa: S102 - our own words
    assert "error The page shows 11/25/2024" in capsys.readouterr().out


def test_the_picture_is_there_and_small() -> None:
    """Less than a phone's patience."""
    assert 10_000 < (ROOT / "docs" / "report.png").stat().st_size < 300_000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """To a file of the repository, or to a page with a scheme."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).is_file(), target


def test_every_field_of_a_claim_is_described() -> None:
    """In the contract and in its example; and every column of the table."""
    record = claim_record(Claim("date", 0, 1, "a", Interval()))
    [example] = blocks(CLAIMS, "json")
    assert list(json.loads(example)) == list(record)
    assert {*record, *ROW_FIELDS, *Interval._fields} <= words(CLAIMS)


def test_every_key_of_a_report_is_described(auditor: Auditor) -> None:
    """As a report of the newsroom has them."""
    auditor.monkeypatch.chdir(ROOT)
    report = json.loads(auditor("check", "claims/sources", "-o", "json").out)
    suspects = [finding["suspect"] for finding in report["findings"] if finding["suspect"]]
    lists = [part for key in report.keys() - {"unread", "schema", "summary"} for part in report[key][:1]]
    described = words(REPORT)
    for part in (report, report["summary"], suspects[0], *lists):
        assert part.keys() - described == set()
    assert f"`{report['schema']}`" in REPORT


def test_the_vocabulary_of_rules_is_whole() -> None:
    """Every key, column, check, relation, option and placeholder."""
    keys = {name for model in (Rule, Pair, Examples, Example) for name in model.model_fields}
    own = {*tables.PAIR_OWN_COLUMNS, *tables.SERIES_OWN_COLUMNS} - {"left", "right", "via", "members"}
    known = keys | own | {*columns("claims"), *columns("sources"), *KINDS, *RELATIONS}
    known |= {option for relation in RELATIONS.values() for option in relation.options.model_fields}
    for table in get_args(Compare):
        known |= {part for name in placeholders(table) for part in name.split(".")}
    assert sorted(known - words(RULES)) == []


def test_every_relation_is_described_in_its_own_words() -> None:
    """The table says of each what it works on, and what it holds."""
    rows = dict(re.findall(r"^\| `(\w+)` \| ((?:pairs|series) \| [^|]+) \|", RULES, re.MULTILINE))
    assert rows.keys() == RELATIONS.keys()
    for name, relation in RELATIONS.items():
        over, _, says = rows[name].partition(" | ")
        assert over == relation.over
        assert relation.says.removesuffix(".").partition(":")[0] in says


def test_every_table_of_a_language_is_described() -> None:
    """And no other."""
    folder = ROOT / "src/auditor/language/en"
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([\w/]+\.yaml)`(?=.*\|)", page))
    assert listed == {str(file.relative_to(folder)) for file in folder.rglob("*.yaml")}


def test_yaml_examples_are_yaml() -> None:
    """On every page."""
    for page in PAGES:
        for block in blocks(page.read_text(encoding="utf-8"), "yaml"):
            assert yaml.safe_load(block)


def test_every_key_of_a_diff_is_described(auditor: Auditor) -> None:
    """As two versions of a source have them."""
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    old = auditor.source("a.txt", "The council paid €14 million for the stadium roof.")
    new = auditor.source("b.txt", "The council paid €15 million for the stadium roof.")
    report = json.loads(auditor("diff", old, new, "-o", "json").out)
    [source] = report["sources"]
    for part in (report, report["summary"], source, source["old"], source["changes"][0]):
        assert part.keys() - words(page) == set()
    assert f"`{report['schema']}`" in page
    assert {finding["rule"] for finding in report["findings"]} <= words(page)


def test_every_key_of_an_accepted_finding_is_described(auditor: Auditor) -> None:
    """And the example of a line is one that can be read."""
    page = (ROOT / "docs" / "baseline.md").read_text(encoding="utf-8")
    [example] = blocks(page, "json")
    assert set(json.loads(example)) <= words(page)
    auditor.source("claims/accepted.jsonl", example)
    assert auditor("check", auditor.source("a.txt", "Nothing was said.")).code == 1


def test_the_design_shows_every_folder_and_module() -> None:
    """Whoever looks for the place of a change finds it in the picture of the tree."""
    shown: set[Path] = set()
    path: dict[int, Path] = {}
    for line in (ROOT / "docs/design.md").read_text(encoding="utf-8").partition("## The flow")[0].splitlines()[1:]:
        if line.strip():
            name = line.split()[0]
            depth = (len(line) - len(line.lstrip())) // 2
            path[depth] = path.get(depth - 1, ROOT) / name
            shown.add(path[depth])
    package = ROOT / "src/auditor"
    there = {*package.glob("*.py"), *(module.parent for module in package.rglob("__init__.py"))}
    assert {part for part in there if not part.name.startswith("_")} - {package} <= shown
    assert {part for part in shown if not part.exists()} == set()
