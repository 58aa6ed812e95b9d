"""The whole flow: what may not depend on order, place, company or wording, whatever the sources say."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import pipeline
from auditor.extract import examine
from auditor.model import Finding, Report, Source
from auditor.pipeline import audit, partitions
from auditor.report import html, json, text
from auditor.rules import Rule, load
from auditor.rules.writing.examples import sources
from builders import info, number
from rulemaking import made

RULES = load()
ERRORS_FIRST = ("error", "warning", "note")

SENTENCES = (
    "The council paid €14 million for the stadium roof.",
    "The council paid €19 million for the stadium roof, the mayor said.",
    "The landslide has left 15 people dead, rescuers said.",
    "The landslide has left at least 11 people dead, police said.",
    "Norland Prime Minister Maud Ekberg opened the hospital.",
    "Norland Prime Minister Tomas Reiner opened the hospital.",
    "The jury meets on Monday, 12 May 2024.",
    '"We will never sell the lake to anyone," the mayor said.',
    '"We will not sell the lake to anyone," the mayor said.',
    "The Harbour Defence Fund was set up in May.",
    "The Harbour Defense Fund pays for pumps.",
    "The lease runs until 31 November 2026.",
    "The fund pledged $300 million for clinics, of which $450 million will go to villages.",
    "In the survey 131% of voters cast a ballot.",
)
"""Sentences of which many contradict one another."""

DAYS = ("2024-05-01", "2024-05-02", None)


def source(name: str, told: str, *, story: str = "s", published: str | None = "2024-05-01") -> Source:
    """A source as it would have been read."""
    [example] = sources_of(told)
    return dataclasses.replace(example, id=name, story=story, published=published)


def sources_of(*texts: str) -> list[Source]:
    """Texts divided into zones."""
    example = RULES[0].examples.fires[0].model_copy(update={"text": None, "texts": texts, "sources": ()})
    return sources(example)


def ids(report: Report) -> list[str]:
    """The identities of all findings."""
    return sorted(finding.id for finding in report.findings)


def told(finding: Finding) -> tuple[str, ...]:
    """What a finding is about, but for where it stands."""
    return finding.rule, finding.story, *sorted(claim.text for claim in finding.claims)


newsrooms = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
        st.sampled_from(DAYS),
    ),
    min_size=1,
    max_size=4,
).map(
    lambda drafts: [
        source(f"n{number}", " ".join(some), story=story, published=published)
        for number, (story, some, published) in enumerate(drafts)
    ]
)
"""A few sources of two stories."""

few = settings(max_examples=5, derandomize=True)


@few
@given(newsrooms, st.randoms(use_true_random=False))
def test_the_order_of_sources_changes_no_byte(given_: list[Source], random: Any) -> None:  # noqa: ANN401
    """Files come as a file system lists them."""
    shuffled = random.sample(given_, len(given_))
    first, second = audit(given_, rules=RULES), audit(shuffled, rules=RULES)
    assert json.render(first) == json.render(second)
    assert text.render(first, colour=False, width=80) == text.render(second, colour=False, width=80)


@few
@given(newsrooms)
def test_stories_apart_give_what_stories_together_give(given_: list[Source]) -> None:
    """How many claims share a table is a matter of memory."""
    together = audit(given_, rules=RULES)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline, "PARTITION", 1)
        apart = audit(given_, rules=RULES)
    assert json.render(together) == json.render(apart)


@few
@given(newsrooms)
def test_a_story_is_audited_alike_alone_and_in_company(given_: list[Source]) -> None:
    """Nothing is compared across stories."""
    together = audit(given_, rules=RULES)
    for story in {one.story for one in given_}:
        alone = audit([one for one in given_ if one.story == story], rules=RULES)
        assert alone.findings == tuple(one for one in together.findings if one.story == story)
        assert alone.consistent == tuple(one for one in together.consistent if one.story == story)


@few
@given(newsrooms)
def test_a_finding_stands_once_and_its_claims_are_real(given_: list[Source]) -> None:
    """Worst first; every identity once; all words are words of a source."""
    report = audit(given_, rules=RULES)
    ranks = [ERRORS_FIRST.index(one.severity) for one in report.findings]
    assert ranks == sorted(ranks)
    assert len(set(ids(report))) == len(report.findings)
    known = {one.id: one for one in given_}
    for finding in report.findings:
        for claim in finding.claims:
            held = known[claim.source]
            assert (getattr(held, claim.field) or "")[claim.start : claim.end] == claim.text
            assert held.story == finding.story
    assert {one.id: one.findings for one in report.rules if one.findings} == {
        name: sum(one.rule == name for one in report.findings) for name in {one.rule for one in report.findings}
    }


@few
@given(newsrooms)
def test_all_outputs_can_be_written(given_: list[Source]) -> None:
    """The page, the text and the document of one report."""
    report = audit(given_, rules=RULES)
    for finding in report.findings:
        assert finding.id in html.render(report)
        assert finding.id in json.render(report)
        assert finding.id in text.render(report, colour=False, width=100)


@few
@given(newsrooms)
def test_a_copy_of_a_source_contradicts_nothing_new(given_: list[Source]) -> None:
    """One agency's text in a second outlet: every finding stays, and none is about the copy alone."""
    copy = dataclasses.replace(given_[0], id="zz-copy")
    before, after = audit(given_, rules=RULES), audit([*given_, copy], rules=RULES)
    assert {one.rule for one in before.findings} - {"misspelling"} <= {one.rule for one in after.findings}
    across = {rule.id for rule in RULES if rule.pair.within == "sources"}
    for finding in after.findings:
        if finding.rule in across:
            assert len({claim.source for claim in finding.claims} - {"zz-copy", given_[0].id}) > 0


@few
@given(newsrooms, st.floats(0, 40), st.floats(0, 40))
def test_a_wider_tolerance_adds_no_finding(given_: list[Source], one: float, other: float) -> None:
    """What is allowed stays allowed where more is."""
    narrow, wide = sorted((one, other))
    found = [audit(given_, rules=[_near(tolerance)]).findings for tolerance in (narrow, wide)]
    less = {finding.id: set(told(finding)) for finding in found[1]}
    more = {finding.id: set(told(finding)) for finding in found[0]}
    assert all(words <= more.get(name, set()) for name, words in less.items())


def _near(tolerance: float) -> Rule:
    """Figures for one thing may differ by so much."""
    return made(
        left={"kind": "quantity"},
        pair={"within": "story", "same": ["axis"]},
        must={"overlaps": {"tolerance": tolerance * 1e6}},
    )


@settings(max_examples=30, derandomize=True)
@given(
    st.lists(
        st.text(max_size=120)
        | st.text(alphabet="0123456789 .,%$€£-–“”\"'’()\n:/ABC killed 2024 Mayor May", max_size=120),
        min_size=1,
        max_size=3,
    ),
    st.none() | st.text(max_size=20) | st.just("2024-02-30"),
    st.none() | st.text(max_size=40) | st.text(max_size=20).map("https://a.example/2024/02/30/".__add__),
)
def test_any_text_goes_in_and_a_report_comes_out(texts: list[str], published: str | None, url: str | None) -> None:
    """No source makes the auditor fail, and none makes a report that cannot be written."""
    given_ = [
        Source(f"n{number}", "s", told, title=told[:30] or None, url=url, published=published)
        for number, told in enumerate(texts)
    ]
    report = audit(given_, rules=RULES)
    assert len(report.sources) == len(texts)
    for rendered in (json.render(report), html.render(report), text.render(report, colour=True, width=60)):
        rendered.encode("utf-8")


PARAGRAPHS = (
    "The council paid €14 million for the stadium roof.",
    "It rained on the parade and nobody minded.",
    "The council paid €19 million for the stadium roof.",
)


def article(*paragraphs: str) -> Source:
    """An article with a headline."""
    return source("a", "\n\n".join(["The roof of the stadium", "8 May 2023", *paragraphs]), published="2023-05-08")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param((PARAGRAPHS[2], PARAGRAPHS[1], PARAGRAPHS[0]), id="paragraphs change places"),
        pytest.param(("Spring came early this year.", *PARAGRAPHS), id="a paragraph is put in"),
        pytest.param((PARAGRAPHS[0], PARAGRAPHS[2]), id="a paragraph is taken out"),
        pytest.param(
            (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2].replace("19", "20")), id="a wrong figure becomes another"
        ),
    ],
)
def test_a_finding_is_known_again_after_an_edit(changed: Sequence[str]) -> None:
    """An edit that settles nothing makes nothing new."""
    before = ids(audit([article(*PARAGRAPHS)], rules=RULES))
    assert len(before) == 1
    assert ids(audit([article(*changed)], rules=RULES)) == before


def test_a_finding_that_is_mended_is_gone() -> None:
    """And nothing else takes its place."""
    mended = article(PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2].replace("19", "14"))
    assert audit([mended], rules=RULES).findings == ()


def test_a_renamed_source_keeps_its_findings() -> None:
    """The name of a file says nothing about what stands in it."""
    renamed = dataclasses.replace(article(*PARAGRAPHS), id="roof-final-2", path="roof-final-2.txt")
    assert ids(audit([renamed], rules=RULES)) == ids(audit([article(*PARAGRAPHS)], rules=RULES))


@pytest.mark.parametrize("change", [{"message": "Other words."}, {"severity": "note"}, {"why": "Because."}])
def test_a_reworded_rule_finds_the_same(change: dict[str, str]) -> None:
    """What a rule says may be improved without anybody accepting a finding twice."""
    [rule] = [one for one in RULES if one.id == "figures-in-one-source"]
    reworded = rule.model_copy(update=change)
    assert ids(audit([article(*PARAGRAPHS)], rules=[reworded])) == ids(audit([article(*PARAGRAPHS)], rules=[rule]))


def test_a_third_source_joins_a_finding() -> None:
    """An old conflict with one more witness is the old conflict."""
    two = [source("a", PARAGRAPHS[0]), source("b", PARAGRAPHS[2])]
    three = [*two, source("c", PARAGRAPHS[2])]
    before, after = audit(two, rules=RULES), audit(three, rules=RULES)
    assert before.findings
    assert ids(before) == ids(after)
    assert {claim.source for claim in after.findings[0].claims} == {"a", "b", "c"}


def test_one_fixed_and_one_added_are_two_changes() -> None:
    """A count would hide it."""
    roof = [source("a", PARAGRAPHS[0]), source("b", PARAGRAPHS[2])]
    pool = [dataclasses.replace(one, text=one.text.replace("stadium roof", "swimming pool"), zones=()) for one in roof]
    first, second = audit(roof, rules=RULES), audit(pool, rules=RULES)
    assert len(first.findings) == len(second.findings)
    assert not set(ids(first)) & set(ids(second))


@pytest.mark.parametrize("title", ["1900", "14 million"])
def test_a_title_that_begins_as_its_text_does_is_no_obstacle(title: str) -> None:
    """Claims at one place of two fields are two claims."""
    report = audit([Source("a", "s", f"{title} and more.", title=title)], rules=RULES)
    ids_ = [claim.id for claim in report.sources[0].claims]
    assert len(set(ids_)) == len(ids_) > 0


def test_nothing_in_gives_a_report_of_nothing() -> None:
    """All rules ran, none had anything to look at."""
    report = audit([], rules=RULES)
    assert (report.sources, report.findings, report.consistent, report.not_compared) == ((), (), (), ())
    assert [one.id for one in report.rules] == [rule.id for rule in RULES]


def test_without_rules_nothing_is_found() -> None:
    """Claims are extracted all the same."""
    report = audit([article(*PARAGRAPHS)], rules=[])
    assert report.findings == report.rules == ()
    assert sum(claim.kind == "quantity" for claim in report.sources[0].claims) == 2


def test_what_could_not_be_read_is_repeated() -> None:
    """One line each, as it was told."""
    assert audit([], rules=[], unread=["b.pdf: is a PDF", "a.txt: is empty"]).unread == (
        "b.pdf: is a PDF",
        "a.txt: is empty",
    )


def test_the_packaged_rules_are_those_that_run_if_none_are_named() -> None:
    """So that a plain call audits."""
    assert [one.id for one in audit([]).rules] == [rule.id for rule in RULES]


def test_partitions_hold_whole_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """A story that is larger than a part stands alone; small ones share one."""
    monkeypatch.setattr(pipeline, "PARTITION", 3)
    figures = tuple(number(str(one), str(one), start=one) for one in range(5))
    infos = [
        dataclasses.replace(given_, source=dataclasses.replace(given_.source, story=story))
        for story, given_ in [
            ("one", info("a", claims=figures[:1])),
            ("one", info("b", claims=figures[:1])),
            ("three", info("c", claims=figures[:1])),
            ("two", info("d", claims=figures)),
            ("zero", info("e")),
        ]
    ]
    parts = [[one.source.id for one in part] for part in partitions(infos)]
    assert parts == [["a", "b", "c"], ["d"], ["e"]]
    assert list(partitions([])) == []


def test_stories_apart_are_held_against_what_they_retell(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the stories needs no other part's originals."""
    long = " ".join(["The harbour authority will deepen the eastern basin by 2027, its engineer told the council."] * 6)
    told = "The harbour authority will deepen the eastern basin by 2026, its engineer said."
    texts = {"long": long, "told": told}
    given_ = [source(f"{name}-{story}", words, story=story) for story in "ab" for name, words in texts.items()]
    monkeypatch.setattr(pipeline, "PARTITION", 1)
    assert [one.story for one in audit(given_, rules=RULES).findings if one.rule == "digest-figure"] == ["a", "b"]


def test_no_story_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many claims it has, all its sources stand in one part, in order."""
    monkeypatch.setattr(pipeline, "PARTITION", 1)
    infos = [examine(source(f"n{place}", SENTENCES[place], story=f"s{place // 3}")) for place in range(9)]
    parts = [{one.source.story for one in part} for part in partitions(infos)]
    assert parts == [{"s0"}, {"s1"}, {"s2"}]


def test_sources_come_by_story_then_id() -> None:
    """Whatever order they are given in."""
    given_ = [source("b", "x", story="two"), source("a", "x", story="two"), source("c", "x", story="one")]
    assert [one.source.id for one in audit(given_, rules=[]).sources] == ["c", "a", "b"]


def test_an_audit_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit writes nothing anywhere by itself."""
    monkeypatch.chdir(tmp_path)
    audit([article(*PARAGRAPHS)], rules=RULES)
    assert list(tmp_path.iterdir()) == []


def test_each_value_agrees_with_itself_only() -> None:
    """Where some say three and others four, those who say the same are listed together, and no others."""
    texts = {"a": "The fire killed three people.", "b": "Three people were killed by the fire."}
    texts |= {"c": "The fire killed four people.", "d": "Four people were killed by the fire."}
    report = audit([Source(name, "fire", text) for name, text in texts.items()])
    listed = [{claim.source for claim in one.claims} for one in report.consistent if one.rule == "figure-strength"]
    assert listed == [{"a", "b"}, {"c", "d"}]
