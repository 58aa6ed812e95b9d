"""Rules run over claims made by hand: what breaks them, what agrees, what could not be compared."""

from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pytest

from auditor.model import Agreement, Claim, Finding, Name, NotCompared, Quotation, Source, SourceInfo
from auditor.rules import Rule, relations, run
from auditor.rules.running.compile import compiled
from auditor.tables import claims_table, sources_table
from builders import claim, day, info, number, role
from rulemaking import loaded

Ran = tuple[list[Finding], list[Agreement], list[NotCompared]]


def ran(rule: Rule, *claims: Claim, published: dict[str, str] | None = None) -> Ran:
    """What a rule says of claims; their sources are those that they name."""
    known = published or {}
    ordered = sorted(claims, key=lambda one: one.source.startswith("reference:"))
    names = dict.fromkeys((one.story, one.source) for one in ordered if not one.source.startswith("reference:"))
    infos = [
        SourceInfo(
            Source(name, story, "", title=f"Title of {name}"),
            known.get(name),
            "metadata" if name in known else None,
            (),
        )
        for story, name in names
    ]
    return run([rule], ordered, claims_table(ordered, infos), sources_table(infos))


def spent(text: str, low: str, *, source: str = "a", start: int = 0, **fields: Any) -> Claim:  # noqa: ANN401
    """An amount spent on the roof."""
    return number(text, low, source=source, start=start, **({"measure": "stadium roof"} | fields))


def test_two_figures_that_do_not_meet_are_found(tmp_path: Path) -> None:
    """With both claims, the arithmetic, and what they stood for."""
    found, agreements, left_out = ran(loaded(tmp_path), spent("14", "14"), spent("19", "19", source="b"))
    assert [one.message for one in found] == ["14 or 19"]
    assert [one.text for one in found[0].claims] == ["14", "19"]
    assert found[0].why == ["they differ by 5"]
    assert [(one.claim, one.low) for one in found[0].compared] == [("c-a-0-14", 14.0), ("c-b-0-19", 19.0)]
    assert (agreements, left_out) == ([], [])


def test_figures_that_meet_agree(tmp_path: Path) -> None:
    """An editor wants to see what was checked."""
    found, agreements, _ = ran(loaded(tmp_path), spent("14", "14"), spent("14", "14", source="b"))
    assert found == []
    assert [[one.source for one in agreement.claims] for agreement in agreements] == [["a", "b"]]


def test_findings_of_one_slot_are_one_finding(tmp_path: Path) -> None:
    """Three figures for one thing are three pairs and one finding, its claims in source order."""
    claims = [spent("14", "14"), spent("19", "19", source="b"), spent("21", "21", source="c")]
    found, _, _ = ran(loaded(tmp_path), *claims)
    assert [[one.text for one in finding.claims] for finding in found] == [["14", "19", "21"]]


def test_of_very_many_claims_a_finding_lists_forty(tmp_path: Path) -> None:
    """Those who say otherwise stay among them, and the rest is counted."""
    crowd = [spent("14", "14", source=f"a{number:02}") for number in range(50)]
    found, _, _ = ran(loaded(tmp_path), *crowd, spent("19", "19", source="b"))
    assert [(len(one.claims), one.more) for one in found] == [(40, 11)]
    assert "19" in {one.text for one in found[0].claims}


def test_a_finding_keeps_its_identity(tmp_path: Path) -> None:
    """Other values, other places, other file names, one more witness, another message: the same finding."""
    rule = loaded(tmp_path)
    first = ran(rule, spent("14", "14"), spent("19", "19", source="b"))[0][0].id
    assert first.startswith("f-")
    assert len(first) == len("f-0123456789ab")
    moved = ran(rule, spent("15", "15", start=300), spent("18", "18", source="z"), spent("18", "18", source="y"))[0]
    assert [one.id for one in moved] == [first]
    reworded = loaded(tmp_path, message="{left.about}: {right.text}")
    assert ran(reworded, spent("19", "19"), spent("14", "14", source="b"))[0][0].id == first
    other: dict[str, Any] = {"measure": "swimming pool"}
    assert ran(rule, spent("14", "14", **other), spent("19", "19", source="b", **other))[0][0].id != first


def test_findings_inside_sources_are_one_for_each_source(tmp_path: Path) -> None:
    """Whatever they share; each has an identity of its own."""
    rule = loaded(tmp_path, pair={"within": "source", "same": ["axis"], "alike": 90})
    claims = [spent(text, text, source=source, start=int(text)) for source in "ab" for text in ("14", "19")]
    found, _, _ = ran(rule, *claims)
    assert [{one.source for one in finding.claims} for finding in found] == [{"a"}, {"b"}]
    assert len({finding.id for finding in found}) == len(found)


def test_stories_are_not_compared_with_one_another(tmp_path: Path) -> None:
    """Also where they share a table."""
    elsewhere: dict[str, Any] = {"story": "t"}
    claims = [spent("14", "14"), spent("19", "19", source="b", **elsewhere), spent("21", "21", source="c", **elsewhere)]
    found, _, _ = ran(loaded(tmp_path), *claims)
    assert [(one.story, [claim.text for claim in one.claims]) for one in found] == [("t", ["19", "21"])]


def test_when_and_unless_choose_the_pairs(tmp_path: Path) -> None:
    """What exempts must be known to exempt."""
    rule = loaded(tmp_path, when={"left_change": None}, unless=[{"subject_alike": {"lt": "80"}}])
    apart = [spent("14", "14", subject=("council",)), spent("19", "19", source="b", subject=("ministry",))]
    silent = [spent("14", "14", subject=("council",)), spent("19", "19", source="b")]
    assert ran(rule, *apart)[0] == []
    assert len(ran(rule, *silent)[0]) == 1


def test_columns_may_have_to_be_equal_or_to_differ(tmp_path: Path) -> None:
    """Two that are missing are equal."""
    pair = {"within": "story", "same": ["axis"], "alike": 90, "equal": ["per"], "differ": ["source"]}
    rule = loaded(tmp_path, pair=pair)
    yearly = spent("19", "19", source="b", per="year")
    assert ran(rule, spent("14", "14"), yearly)[0] == []
    assert len(ran(rule, spent("14", "14", per="year"), yearly)[0]) == 1
    assert len(ran(rule, spent("14", "14"), spent("19", "19", source="b"))[0]) == 1
    assert ran(rule, spent("14", "14"), spent("19", "19", start=50))[0] == []


def test_what_would_be_compared_if_more_were_known_is_listed(tmp_path: Path) -> None:
    """Only where the figures differ."""
    rule = loaded(tmp_path, when={"days_apart": "0"})
    dated = spent("14", "14", as_of=("2024-01-01", "2024-01-01"))
    _, _, left_out = ran(rule, dated, spent("19", "19", source="b"))
    assert [one.reason for one in left_out] == ["it is not said of which day one of them speaks"]
    assert ran(rule, dated, spent("14", "14", source="b"))[2] == []


def test_some_right_claim_is_enough_where_the_rule_says_so(tmp_path: Path) -> None:
    """A headline's figure needs one place in the article, not all."""
    sides = {"left": {"zone": "headline"}, "right": {"zone": "body"}}
    said: dict[str, Any] = {"verdict": "unsupported", "severity": "warning", **sides}
    said["pair"] = {"within": "source", "same": ["axis"], "need": "some"}
    rule = loaded(tmp_path, **said)
    headline = spent("40", "40", zone="headline")
    body = [spent("14", "14", start=60), spent("40", "40", start=90)]
    assert ran(rule, headline, *body)[0] == []
    found, _, _ = ran(rule, headline, body[0], spent("15", "15", start=120))
    assert [[one.text for one in finding.claims] for finding in found] == [["40", "14"]]
    [alone], _, _ = ran(rule, headline)
    assert [one.text for one in alone.claims] == ["40"]
    fact = spent("40", "40", zone="headline", source="reference:facts")
    again = spent("40", "40", zone="headline", start=5)
    assert ran(rule, headline, again, body[1], fact)[0] == []
    said["pair"]["alike"] = 90
    [unlike], _, _ = ran(loaded(tmp_path, **said), headline, spent("40", "40", start=60, measure="fence"))
    assert [one.text for one in unlike.claims] == ["40"]
    assert ran(loaded(tmp_path, when={"right_id": {"present": "true"}}, **said), headline)[0] == []


def test_a_rule_may_check_single_claims(tmp_path: Path) -> None:
    """By pandera's own checks, several of them together; reference facts are not checked."""
    rule = loaded(
        tmp_path,
        compare="claims",
        left=None,
        pair=None,
        where={"kind": "quantity"},
        must={"low": {"le": "100"}, "text": {"str_lacks": "x"}},
        message="{claim.text} of {claim.about}",
    )
    fact = spent("140", "140", source="reference:facts")
    found, agreements, _ = ran(
        rule, spent("130", "130"), spent("50 x", "50", source="b"), spent("50", "50", source="c"), fact
    )
    assert [one.message for one in found] == ["130 of stadium roof", "50 x of stadium roof"]
    assert agreements == []


def test_a_rule_may_check_sources(tmp_path: Path) -> None:
    """A source that lacks something is named, without claims."""
    rule = loaded(
        tmp_path,
        compare="sources",
        left=None,
        pair=None,
        verdict="missing",
        must={"published": {"present": "true"}},
        message="{source.url} of {source.id}",
    )
    found, _, _ = ran(rule, spent("1", "1"), spent("1", "1", source="b"), published={"b": "2024-01-01"})
    assert [(one.source, one.message, one.claims, one.story) for one in found] == [("a", "(unknown) of a", [], "s")]


def test_a_rule_may_check_series(tmp_path: Path) -> None:
    """All figures for one thing together."""
    rule = loaded(
        tmp_path,
        compare="series",
        left=None,
        where={"kind": "quantity"},
        verdict="update",
        must={"constant": {}},
        message="{series.about}: {series.values} in {series.sources}, from {first.text} to {last.text}; {series.count}",
    )
    claims = [spent(text, text, source=source) for source, text in zip("abc", ("6", "7", "7"), strict=True)]
    found, _, _ = ran(rule, *claims)
    assert [one.message for one in found] == ["Stadium roof: 6 and 7 in a, b and c, from 6 to 7; 3"]


def test_a_claim_is_carried_by_a_reference_fact(tmp_path: Path) -> None:
    """The fact takes part in the finding and is told in it."""
    rule = loaded(
        tmp_path,
        left={"kind": "role"},
        right={"kind": "date"},
        pair={"within": "source", "through": "term"},
        message="{left.person}, {left.title}, {right.value}: {via.text}",
    )
    shown = day("4 April 2024", "2024-04-04", clue="displayed", start=40)
    term = role("Maud Ekberg", "prime minister", "Norland", source="reference:t", as_of=("2015-01-10", "2020-09-30"))
    term.speaker = "Parliament"
    found, _, left_out = ran(rule, role("Ekberg", "prime minister"), shown, term)
    assert [one.message for one in found] == ["Ekberg, prime minister, 4 April 2024: prime minister Maud Ekberg"]
    assert [one.source for one in found[0].claims] == ["a", "a", "reference:t"]
    assert found[0].why == [
        "the reference: prime minister Maud Ekberg [Parliament]",
        "the displayed date, “4 April 2024”, is 4 April 2024",
        "they are about 3.5 years apart",
    ]
    assert left_out == []


def test_variants_are_no_agreements(tmp_path: Path) -> None:
    """That a name is always spelled alike is not worth an editor's minute."""
    rule = loaded(
        tmp_path,
        verdict="variant",
        left={"kind": "name"},
        pair={"alike": 100},
        must={"same_spelling": {}},
        severity="note",
    )
    names = [claim(name, Name(name), source=source) for source, name in zip("ab", ("Ada Ek", "Ada Ek"), strict=True)]
    assert ran(rule, *names)[:2] == ([], [])


def test_a_pair_that_is_disputed_is_no_agreement(tmp_path: Path) -> None:
    """Two rules may look at one pair."""
    meets = loaded(tmp_path)
    strength = loaded(tmp_path, id="strength", must={"same_strength": {}}, verdict="nuance", name="strength")
    claims = [spent("14", "14"), spent("14", "14", source="b", qualifier="at_least")]
    infos = [info("a"), info("b")]
    _, agreements, _ = run([meets, strength], claims, claims_table(claims, infos), sources_table(infos))
    assert agreements == []


def test_a_check_that_fails_itself_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash is told as one, and never as an audit without findings."""

    def broken(table: pd.DataFrame) -> "pd.Series[bool]":
        raise ZeroDivisionError(len(table))

    compiled.cache_clear()
    monkeypatch.setattr(relations, "check", lambda *_: pa.Check(broken))
    with pytest.raises(RuntimeError, match=r"rule two-figures: .* could not be checked"):
        ran(loaded(tmp_path), spent("14", "14"), spent("19", "19", source="b"))
    compiled.cache_clear()


def test_nothing_to_compare_is_nothing_found(tmp_path: Path) -> None:
    """No claims, or none of the kind."""
    rule = loaded(tmp_path)
    assert ran(rule) == ([], [], [])
    assert ran(rule, claim("words", Quotation("some words"))) == ([], [], [])


def test_long_texts_are_cut_in_messages_and_reasons(tmp_path: Path) -> None:
    """A report stays readable whatever is quoted."""
    rule = loaded(
        tmp_path, left={"kind": "quotation"}, pair={"alike": 50}, must={"same_words": {}}, message="{left.words}"
    )
    words = "we will never leave the town alone again " * 30
    found, _, _ = ran(
        rule, claim("q", Quotation(words)), claim("q", Quotation(words.replace("never", "not")), source="b")
    )
    assert all(len(one.message) <= 160 and one.message.endswith("…") for one in found)
    assert all(len(line) < 300 for one in found for line in one.why)
    assert found
