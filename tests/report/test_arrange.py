"""A report arranged as a page: cards, sides, sheets, lists; what is cut, what is counted, what is led to."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import (
    Agreement,
    Claim,
    Finding,
    Interval,
    Name,
    NotCompared,
    Report,
    RuleInfo,
    Source,
    SourceInfo,
    Suspect,
)
from auditor.report.arrange import arrange
from auditor.report.summary import compared_nothing, without
from auditor.report.view import Card
from builders import claim, day, number, role

TEXT = "The roof cost 14 million. " + "Nobody minded. " * 3 + "In the end it was 19 million, said Ada Obi."
RULE = RuleInfo("figures", "Two figures", "numbers", "error", "contradiction", "It matters.", "Ask.", 1)


def at(text: str, *, source: str = "a", **fields: Any) -> Claim:  # noqa: ANN401 - a claim's fields
    """A figure of the text, with the sentence it stands in."""
    start = TEXT.index(text)
    ends = [place + 1 for place in (TEXT.find(".", start),) if place >= 0]
    sentence = (TEXT.rfind(". ", 0, start) + 1, ends[0])
    figure = number(text, text.split(maxsplit=1)[0], source=source, start=start, **fields)
    figure.sentence = sentence
    return figure


FOURTEEN, NINETEEN = at("14 million"), at("19 million", speaker="Ada Obi", modality="expected")


def found(*claims: Claim, name: str = "f-1", **fields: Any) -> Finding:  # noqa: ANN401 - a finding's fields
    """A finding."""
    known: dict[str, Any] = {"verdict": "contradiction", "severity": "error", "message": "two figures"} | fields
    return Finding(name, "figures", story="s", claims=list(claims), **known)


def reported(*findings: Finding, stories: tuple[str, ...] = ("s", "s"), **fields: Any) -> Report:  # noqa: ANN401
    """A report on two sources with one text."""
    sources = tuple(
        SourceInfo(Source(name, story, TEXT, title=f"Title {name}"), "2024-01-05", "displayed", (FOURTEEN, NINETEEN))
        for name, story in zip("ab", stories, strict=True)
    )
    known: dict[str, Any] = {"consistent": (), "not_compared": (), "rules": (RULE,)} | fields
    return Report(sources, findings, **known)


def card(finding: Finding, **fields: Any) -> Card:  # noqa: ANN401
    """The card of one finding."""
    return next(one for group in arrange(reported(finding, **fields)).groups for one in group.cards)


def test_places_of_one_source_share_its_name() -> None:
    """Which is then said once, and not on every side."""
    made = card(found(FOURTEEN, NINETEEN))
    assert made.credit is not None
    assert made.credit.title == "Title a"
    assert [side.credit for side in made.sides] == [None, None]
    assert [side.readings[0].value for side in made.sides] == ["14", "19"]


def test_places_of_two_sources_have_each_its_name() -> None:
    """Side by side, in the order that the finding names them."""
    made = card(found(at("19 million", source="b"), FOURTEEN))
    assert made.credit is None
    assert [side.credit and side.credit.title for side in made.sides] == ["Title b", "Title a"]


def test_two_claims_of_one_sentence_are_one_side() -> None:
    """Its words are quoted once, with both claims marked."""
    other = replace_in(FOURTEEN, "roof", 4)
    [side] = card(found(FOURTEEN, other)).sides
    assert [piece.text for piece in side.pieces if piece.mark] == ["roof", "14 million"]


def replace_in(one: Claim, text: str, start: int) -> Claim:
    """Another claim of the same sentence."""
    return replace(one, text=text, start=start, end=start + len(text), id=f"c-{text}")


def test_where_a_claim_stands_is_said() -> None:
    """The part of the source, the speaker, how firmly."""
    [side] = card(found(NINETEEN)).sides
    assert side.place == ("Body", "said by Ada Obi", "expected")


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        (("2024-01-05", "2024-01-05"), ()),
        (("2023-01-01", "2023-12-31"), ("as of 1 January to 31 December 2023",)),
        (None, ()),
    ],
)
def test_the_time_is_said_where_it_is_not_the_day_of_the_source(
    as_of: tuple[str, str] | None, told: tuple[str, ...]
) -> None:
    """Else every line would repeat it."""
    [side] = card(found(at("14 million", as_of=as_of))).sides
    assert side.place == ("Body", *told)


def test_a_reference_is_named_as_one_with_its_citation() -> None:
    """Its address is a link; its words are not marked as if they were a mistake."""
    fact = role("Ada Obi", "mayor", "Oban", source="reference:x", sentence=None)
    fact.speaker = "Oban Gazette, https://gazette.example/1"
    made = card(found(FOURTEEN, fact))
    reference = made.sides[-1]
    assert reference.credit is not None
    assert reference.credit.title == "Reference"
    assert [run.href for run in reference.credit.citation if run.href] == ["https://gazette.example/1"]
    assert not any(piece.mark for piece in reference.pieces)
    assert reference.place == ()


def test_a_finding_about_a_source_names_it_without_sides() -> None:
    """There is nothing to quote of what is missing."""
    made = card(found(source="b", verdict="missing"))
    assert made.sides == ()
    assert made.credit is not None
    assert made.credit.title == "Title b"


def test_places_beyond_eight_are_counted() -> None:
    """Nobody reads twenty."""
    words = [word for word in dict.fromkeys(TEXT.split()) if word.isalpha()][:12]
    claims = []
    for word in words:
        start = TEXT.index(word)
        claims.append(number(word, "1", start=start, sentence=(start, start + len(word))))
    made = card(found(*claims))
    assert (len(made.sides), made.left_out) == (8, len(words) - 8)
    assert card(replace(found(*claims), more=5)).left_out == len(words) - 8 + 5
    alone = replace(claims[-1], value=Interval("2", "2", "2"))
    last = card(found(*claims[:-1], alone)).sides[-1]
    assert [reading.value for reading in last.readings] == ["2"], "each value is shown before any comes again"


@pytest.mark.parametrize(("stories", "named"), [(("s", "s"), None), (("s", "t"), "s")])
def test_the_story_is_named_where_there_are_several(stories: tuple[str, str], named: str | None) -> None:
    """On the cards and on the sheets."""
    report = reported(found(FOURTEEN, NINETEEN), stories=stories)
    assert arrange(report).groups[0].cards[0].story == named
    assert (stories[0] in arrange(report).sheets[0].place) is (named is not None)


@pytest.mark.parametrize("status", ["known", "resolved"])
def test_settled_findings_stand_apart(status: str) -> None:
    """Below those that are open."""
    page = arrange(reported(found(FOURTEEN, name="f-1"), found(NINETEEN, name="f-2", status=status)))
    assert [one.id for group in page.groups for one in group.cards] == ["f-1"]
    assert [one.id for one in page.settled] == ["f-2"]
    assert ("settled", "Settled", 1) in page.contents


def test_groups_come_worst_first_and_none_is_empty() -> None:
    """Errors, warnings, notes."""
    findings = [found(FOURTEEN, name=f"f-{one}", severity=one) for one in ("note", "error")]
    assert [(group.severity, len(group.cards)) for group in arrange(reported(*findings)).groups] == [
        ("error", 1),
        ("note", 1),
    ]


def test_a_sheet_leads_from_each_claim_to_its_findings() -> None:
    """And says how many there are."""
    page = arrange(reported(found(FOURTEEN, NINETEEN), found(FOURTEEN, name="f-2", severity="note")))
    sheet = page.sheets[0]
    assert sheet.summary == "2 claims, 2 findings"
    rows = [row for part in sheet.parts for row in part.rows]
    assert [row.findings for row in rows] == [(("f-1", "error"), ("f-2", "note")), (("f-1", "error"),)]
    assert rows[1].notes == ("said by Ada Obi", "expected")


def test_a_source_in_another_language_is_named_as_one() -> None:
    """Its few claims must not pass for all that it says."""
    words = "Der Rat der Stadt hat am Montag beschlossen, die Brücke zu sperren, bis die Seile erneuert worden sind. "
    info = SourceInfo(Source("a", "s", words * 3), None, None, ())
    [sheet] = arrange(Report((info,), (), (), (), ())).sheets
    assert sheet.place == ("in another language, read for its dates alone", "a")


def test_names_without_findings_are_gathered() -> None:
    """Each once, with how often it stands there."""
    spelled = ["Oban", "Oban", "Perth"]
    names = tuple(claim(name, Name(name), start=9 * place) for place, name in enumerate(spelled))
    info = SourceInfo(Source("a", "s", TEXT), None, None, names)
    [part] = arrange(Report((info,), (), (), (), ())).sheets[0].parts
    assert (part.rows, part.names) == ((), ("Oban (2 times)", "Perth"))


def test_what_agrees_stands_under_what_was_looked_at() -> None:
    """And what was not compared under the reason; many are counted and cut."""
    agreed = tuple(Agreement("figures", "s", (FOURTEEN, NINETEEN)) for _ in range(70))
    reasons = (NotCompared("s", (FOURTEEN,), "no date"), NotCompared("s", (NINETEEN,), "no unit"))
    page = arrange(reported(consistent=(*agreed, Agreement("gone", "s", (FOURTEEN,))), not_compared=reasons))
    assert [(one.heading, one.count, one.left_out) for one in page.consistent] == [
        ("Numbers", 70, 10),
        ("Gone", 1, 0),
    ]
    assert [one.heading for one in page.not_compared] == ["No date", "No unit"]
    assert [mention.words for mention in page.consistent[0].entries[0]] == ["14 million", "19 million"]


def test_the_figures_at_the_top_count_everything() -> None:
    """One of a thing is singular."""
    page = arrange(reported(consistent=(Agreement("figures", "s", (FOURTEEN, NINETEEN)),)))
    assert page.figures == (
        ("2", "sources read"),
        ("4", "claims found"),
        ("1", "agreement"),
        ("0", "not comparable"),
        ("1", "rule applied"),
    )


def test_left_out_severities_are_counted_and_their_rules_found_nothing() -> None:
    """As if they had not been asked for."""
    report = reported(found(FOURTEEN, NINETEEN), found(FOURTEEN, name="f-2", severity="note"))
    less = without(report, {"error"})
    assert [one.id for one in less.findings] == ["f-2"]
    assert (less.hidden, less.rules[0].findings) == (1, 1)
    assert without(less, {"note"}).hidden == 2
    assert without(report, set()) == replace(report, rules=(replace(RULE, findings=2),))


def test_whether_anything_was_compared() -> None:
    """A finding about one claim is no comparison, one that was left out may have been."""
    assert compared_nothing(reported(found(FOURTEEN)))
    assert not compared_nothing(reported(found(FOURTEEN, NINETEEN)))
    assert not compared_nothing(reported(consistent=(Agreement("figures", "s", (FOURTEEN, NINETEEN)),)))
    assert not compared_nothing(without(reported(found(FOURTEEN)), {"error"}))


@settings(max_examples=60, derandomize=True)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["14 million", "19 million", "Nobody"]),
            st.sampled_from("abz"),
            st.sampled_from(["text", "title", "url"]),
            st.booleans(),
        ),
        max_size=6,
    ),
    st.sampled_from(["new", "known", "resolved", "changed"]),
    st.text(max_size=30),
)
def test_any_finding_can_be_shown(drafts: list[tuple[str, str, str, bool]], status: str, message: str) -> None:
    """Of claims of unknown sources, at wrong places, in any state."""
    claims = [
        claim(text, Interval("1", "1", "1"), source=source, field=field, sentence=None, start=0 if lost else 14)
        for text, source, field, lost in drafts
    ]
    page = arrange(reported(found(*claims, status=status, message=message)))
    cards = [one for group in page.groups for one in group.cards] + list(page.settled)
    assert [one.status for one in cards] == [status]
    assert len(cards[0].sides) <= len(claims)


def test_a_clue_is_the_place_of_its_date() -> None:
    """What is shown, written in the address, or given apart from the text."""
    shown = day("5 January", "2024-01-05", clue="displayed", start=0)
    given_ = day("2024-02-05", "2024-02-05", clue="metadata", field="published", start=0)
    made = card(found(shown, given_))
    assert {side.place[0] for side in made.sides} == {"Displayed date", "Publication date"}


@pytest.mark.parametrize(
    ("supported", "findings", "doubtful"), [(None, 2, True), (("19", "19"), 2, False), (None, 1, False)]
)
def test_what_only_stands_in_several_findings_is_not_called_wrong(
    supported: tuple[str, str] | None,
    findings: int,
    doubtful: bool,  # noqa: FBT001
) -> None:
    """Where no value fits all that stands against it, it may as well be right."""
    suspect = Suspect((FOURTEEN.id,), "a", "14 million", supported, findings)
    made = card(replace(found(FOURTEEN, at("19 million", source="b")), suspect=suspect))
    assert made.fix is not None
    assert made.fix.doubtful is doubtful
    assert [side.doubted for side in made.sides] == [not doubtful, False]


def test_a_source_that_nothing_else_names_has_its_id_beside_its_title() -> None:
    """Messages name it so."""
    made = card(found(FOURTEEN)).credit
    assert made is not None
    assert [link.text for link in made.origin] == ["5 January 2024", "a"]
