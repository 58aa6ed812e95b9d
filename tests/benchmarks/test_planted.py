"""The generator of the planted benchmark: stories that agree, and one contradiction in a copy."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

import auditor
from planted import measured
from storytelling.planting import planters
from storytelling.specs import specs
from storytelling.stories import LAYOUT, Story, page, pages, story
from storytelling.values import Style, Value, drawn, written

STORIES = [story(index) for index in range(2 * len(specs()))]


def _planted(kind: str) -> list[tuple[Story, Story]]:
    made = ((one, planters()[kind](one, Random("a test"))) for one in STORIES)
    return [(one, planted.story) for one, planted in made if planted is not None]


def test_there_are_many_kinds_of_story() -> None:
    """No wording rules the figures."""
    assert len(specs()) >= 15
    assert {one.spec.kind for one in STORIES} == {spec.kind for spec in specs()}


@pytest.mark.parametrize("spec", specs(), ids=lambda spec: spec.kind)
def test_every_fact_is_told_in_several_ways(spec: object) -> None:
    """Paraphrases differ, and the opposite of an outcome is told in as many ways as the outcome."""
    for fact in spec.facts:  # type: ignore[attr-defined]
        assert len(set(fact.tell)) == len(fact.tell) >= 3
        assert len(fact.reversed) in {0, len(fact.tell)}


def test_one_number_is_one_story() -> None:
    """The same number and seed make the same words, others make others."""
    assert pages(story(7, 3)) == pages(story(7, 3))
    assert pages(story(7, 3)) != pages(story(7, 4))


@pytest.mark.parametrize("one", STORIES, ids=lambda one: one.id)
def test_marks_stand_where_they_say(one: Story) -> None:
    """Every mark lies in its text, slots lie in their sentence, and no slot is left unfilled."""
    for written_down in pages(one):
        text = written_down.record["text"]
        assert "{" not in text
        for mark in written_down.marks:
            assert 0 <= mark.start < mark.end <= len(text)
            around = [other for other in written_down.marks if other.fact == mark.fact and not other.slot]
            assert mark.fact == LAYOUT or any(some.start <= mark.start and mark.end <= some.end for some in around)


@pytest.mark.parametrize("kind", planters())
def test_a_contradiction_changes_one_source(kind: str) -> None:
    """Every kind finds room in some story, and changes the words or the address of one source there."""
    changed = _planted(kind)
    assert changed
    for before, after in changed:
        different = [
            (a.record, b.record) for a, b in zip(pages(before), pages(after), strict=True) if a.record != b.record
        ]
        assert len(different) == 1


@pytest.mark.parametrize("kind", planters())
def test_a_contradiction_stands_where_it_says(kind: str) -> None:
    """The words at its place are others than in the story that agrees, but for the date of an address."""
    for one in STORIES:
        planted = planters()[kind](one, Random("a test"))
        if planted is not None and kind != "address date":
            start, end = planted.place
            before, after = page(one, planted.index).record["text"], page(planted.story, planted.index).record["text"]
            assert after[start:end] != before[start:end]
            assert before[:start] == after[:start] or kind == "part over whole"


def test_planting_is_repeatable() -> None:
    """The same seed plants the same contradiction."""
    for plant in planters().values():
        first, second = (plant(STORIES[0], Random("again")) for _ in range(2))
        assert first == second


def test_texts_are_read_as_written(tmp_path: Path) -> None:
    """The auditor reads a story unchanged, so that offsets hold."""
    told = pages(STORIES[0])
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(json.dumps(one.record) for one in told), encoding="utf-8")
    assert [source.text for source in auditor.read(path)] == [one.record["text"] for one in told]


def test_what_is_caught_is_counted() -> None:
    """A weekday that does not fit is caught in a story that has one."""
    results = measured(STORIES[:6], "weekday", 0)
    assert results
    assert all("weekday-and-date" in one.loud for one in results)


@pytest.mark.parametrize(
    ("value", "mode", "style", "expected"),
    [
        (Value("int", Decimal(1199)), "", Style(), "1,199"),
        (Value("int", Decimal(1199)), "~", Style(), "almost 1,200"),
        (Value("int", Decimal(1213)), "~", Style(), "more than 1,200"),
        (Value("int", Decimal(7)), "", Style(), "seven"),
        (Value("money", Decimal("14.2"), "EUR", "million"), "", Style(), "€14.2 million"),
        (Value("money", Decimal("14.2"), "EUR", "million"), "", Style(money="name"), "14.2 million euros"),
        (Value("money", Decimal("2.5"), "GBP"), "", Style(money="code"), "GBP 2.50"),
        (Value("growth", Decimal("3.5")), "", Style(percent=" per cent"), "3.5 per cent"),
        (Value("growth", Decimal("3.5"), "percentage point"), "", Style(), "3.5 percentage points"),
        (Value("length", Decimal(14), "kilometre"), "", Style(), "14 kilometres"),
        (Value("length", Decimal(14), "kilometre"), "", Style(imperial=True), "8.7 miles"),
        (Value("temperature", Decimal(41), "degree Celsius"), "", Style(), "41 degrees Celsius"),
        (Value("speed", Decimal(130), "kilometre per hour"), "", Style(), "130 kilometres an hour"),
        (Value("day", day=date(2024, 3, 12)), "", Style(day="both"), "Tuesday, 12 March 2024"),
        (Value("day", day=date(2024, 3, 12)), "", Style(month_first=True), "March 12, 2024"),
        (Value("day", unit="Tuesday|Friday", day=date(2024, 3, 12)), "", Style(day="both"), "Friday, 12 March 2024"),
        (Value("person", text="Ida Grunwald"), "l", Style(), "Grunwald"),
    ],
)
def test_values_are_written_in_the_style_of_an_outlet(value: Value, mode: str, style: Style, expected: str) -> None:
    """Numbers, units, days and names."""
    assert written(value, mode, style) == expected


@pytest.mark.parametrize("seed", range(20))
def test_a_drawn_figure_is_not_round(seed: int) -> None:
    """A number that ends in zero would stand for an interval, and two of them for one."""
    value = drawn("int 100 999", {}, date(2024, 1, 1), "EUR", Random(seed))
    assert value.amount % 10
