"""Texts in the styles of many outlets, each with all that must be found in it; one file for each family of claims.

A case has the outlet it sounds like, a text, and under each kind of claim everything that must be found: a kind that is
listed empty must not be found at all, a kind that is not listed is not looked at. Of a claim that is listed, what the
label leaves out must be plain (no qualifier, no change, unit only what "is" says); whom or what a number counts,
measures or allows is compared where the label names it.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.extract import examine
from auditor.extract.events.stages import place
from auditor.model import Claim, Interval, Name, Quotation, Role, Source, SourceInfo, Stage, Zone

FOLDER = Path(__file__).parent
FAMILIES = {
    "quantities": "quantities_money quantities_counts quantities_ratios quantities_measures quantities_ranges"
    " quantities_nothing",
    "dates": "dates_absolute dates_relative dates_ranges dates_nothing durations times clues",
    "people": "roles_by_country roles_by_rank roles_nothing quotations statuses_by_track statuses_of_deeds names"
    " context",
}
# What a label may leave out and what that means; all else is compared only where the label names it.
PLAIN = {
    "quantity": {"qualifier": "exact", "change": "", "per": ""},
    "date": {"days": "unknown"},
    "duration": {},
    "role": {"of": "", "former": ""},
    "quotation": {"speaker": ""},
    "status": {"modality": "stated"},
    "name": {},
}
KINDS = {
    "quantities": "quantity",
    "dates": "date",
    "clues": "date",
    "durations": "duration",
    "roles": "role",
    "quotations": "quotation",
    "statuses": "status",
    "names": "name",
}


def cases() -> list[Any]:
    """All cases of all files, named after file and text."""
    return [
        pytest.param(case, id=f"{family}: {case['text'][:50]}")
        for families in FAMILIES.values()
        for family in families.split()
        for case in load(family)
    ]


def load(family: str) -> list[dict[str, Any]]:
    """The cases of one file; every scalar is plain text."""
    text = (FOLDER / f"{family}.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - plain text only
    return loaded


def read(case: dict[str, Any]) -> SourceInfo:
    """What is extracted from the source that a case describes."""
    dateline, text = case.get("dateline", ""), case["text"]
    whole = f"{dateline}\n{text}" if dateline else text
    start = len(whole) - len(text)
    zones = (Zone("dateline", 0, start), Zone(case.get("zone", "body"), start, len(whole)))
    source = Source(
        case.get("name", "report"),
        "story",
        whole,
        title=case.get("title"),
        url=case.get("url"),
        published=case.get("published"),
        zones=zones if dateline else zones[1:],
    )
    return examine(source)


def label(claim: Claim) -> dict[str, str]:
    """A claim in the words of the cases."""
    return {"text": claim.text, **_value(claim), **_circumstances(claim)}


def _value(claim: Claim) -> dict[str, str]:
    """What a claim says."""
    value = claim.value
    if isinstance(value, Role):
        former = "true" if value.former else ""
        return {"person": value.person, "title": value.title, "of": value.organisation or "", "former": former}
    if isinstance(value, Quotation):
        return {"words": value.words}
    if isinstance(value, Stage):
        return {"thing": value.thing, "stage": value.stage}
    if isinstance(value, Name):
        return {}
    return _date(value) if claim.kind == "date" else _amount(claim, value)


def _date(value: Interval) -> dict[str, str]:
    """What a date says and its first and last day."""
    days = value.low or "unknown"
    return {"is": value.written or "", "days": days if value.low == value.high else f"{days}..{value.high}"}


def _amount(claim: Claim, value: Interval) -> dict[str, str]:
    """A number with its unit, and what it allows as mathematicians write it."""
    least = f"{'(' if value.low_open else '['}{value.low}" if value.low is not None else "(-∞"
    most = f"{value.high}{')' if value.high_open else ']'}" if value.high is not None else "∞)"
    amount = value.point if value.point is not None else f"{value.low}..{value.high}"
    return {
        "is": f"{amount} {claim.unit}",
        "allows": f"{least}, {most}",
        "qualifier": claim.qualifier,
        "change": f"reached {claim.reached}" if claim.reached else claim.change or "",
        "per": claim.per or "",
        "counted": claim.counted or "",
        "measure": claim.measure or "",
        "dimension": claim.dimension or "",
    }


def _circumstances(claim: Claim) -> dict[str, str]:
    """What the sentence around a claim says of it."""
    return {
        "subject": " + ".join(claim.subject),
        "speaker": claim.speaker or "",
        "modality": claim.modality,
        "as_of": "..".join(dict.fromkeys(claim.as_of or ())),
        "zone": claim.zone,
        "clue": claim.clue or "",
        "field": claim.field,
    }


def differences(kind: str, wanted: list[dict[str, str]], found: list[dict[str, str]]) -> list[str]:
    """What is wrong with the claims of one kind, one line each."""
    wrong = []
    words, found_words = [claim["text"] for claim in wanted], [claim["text"] for claim in found]
    if words != found_words:
        wrong.append(f"{kind} must be {words}, found {found_words}")
    for claim, other in zip(wanted, found, strict=False):
        for key, expected in (PLAIN[kind] | claim).items():
            if other[key] != expected:
                wrong.append(f"{kind} {claim['text']!r}: {key} must be {expected!r}, is {other[key]!r}")
    return wrong


@pytest.mark.parametrize("case", cases())
def test_finds_exactly_what_is_labelled(case: dict[str, Any]) -> None:
    """Every claim of the listed kinds with what its label says, in reading order, and no other."""
    claims = read(case).claims
    wrong = []
    for key, kind in KINDS.items():
        if key in case:
            found = [
                label(claim) for claim in claims if claim.kind == kind and (claim.clue is None) == (key != "clues")
            ]
            wrong += differences(kind, case[key], found)
    assert not wrong, "\n".join([f"in the manner of {case['outlet']}: {case['text']}", *wrong])


@pytest.mark.parametrize("case", [case for case in load("clues") if "appeared" in case], ids=lambda case: case["why"])
def test_decides_the_day_of_the_source(case: dict[str, Any]) -> None:
    """The day a source appeared and the clue that tells, or that nothing does."""
    info = read(case)
    assert " by ".join(filter(None, (info.published, info.published_from))) == case["appeared"]


@pytest.mark.parametrize("family", [family for families in FAMILIES.values() for family in families.split()])
def test_every_case_is_told_from_the_others(family: str) -> None:
    """A file repeats no text and every case looks for something, in keys that exist."""
    loaded = load(family)
    assert len({str({**case, "outlet": ""}) for case in loaded}) == len(loaded)
    known = {"outlet", "text", "why", "published", "title", "url", "dateline", "name", "zone", "appeared", *KINDS}
    for case in loaded:
        assert set(case) <= known, case["text"]
        assert set(case) & {*KINDS, "appeared"}, case["text"]


@pytest.mark.parametrize("case", load("statuses_by_track"), ids=lambda case: case["text"][:50])
def test_every_labelled_stage_can_be_compared(case: dict[str, Any]) -> None:
    """A stage that is found has its place in a track, so that a later source can contradict it."""
    assert all(place(status["stage"]) is not None for status in case["statuses"])


FILLER = "The lamps were lit early and the hall was full."
RETOLD = {
    "after another paragraph": lambda text: f"{FILLER}\n\n{text}",
    "before another paragraph": lambda text: f"{text}\n\n{FILLER}",
    "with typographic apostrophes": lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", text),
    "with blanks that do not break": lambda text: re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text),
}


@pytest.mark.parametrize("retold", RETOLD)
@pytest.mark.parametrize("families", FAMILIES)
def test_says_the_same_in_other_typography(families: str, retold: str) -> None:
    """What stands around a text, and how its apostrophes and blanks are set, changes none of its claims."""
    for family in FAMILIES[families].split():
        for case in load(family):
            other = {**case, "text": RETOLD[retold](case["text"])}
            assert _plainly(read(other)) == _plainly(read(case)), case["text"]


def _plainly(info: SourceInfo) -> list[dict[str, str]]:
    """The claims of a source, apostrophes and blanks alike."""
    labels = [label(claim) for claim in info.claims]
    return [{key: value.replace("’", "'").replace("\u00a0", " ") for key, value in one.items()} for one in labels]


@pytest.mark.parametrize("families", FAMILIES)
def test_every_claim_is_the_text_at_its_place(families: str) -> None:
    """Offsets count characters of the field a claim stands in, whatever other characters stand before it."""
    for family in FAMILIES[families].split():
        for case in load(family):
            info = read({**case, "text": f"\U0001f9ca “é” {case['text']}"})
            fields = {
                "text": info.source.text,
                "title": info.source.title,
                "url": info.source.url,
                "published": info.source.published,
                "id": info.source.id,
            }
            for claim in info.claims:
                assert (fields[claim.field] or "")[claim.start : claim.end] == claim.text, case["text"]


def test_the_claims_of_a_long_source_have_ids_of_their_own() -> None:
    """All texts of all families in one source: ids differ, claims stand in reading order, and both are repeatable."""
    text = "\n\n".join(
        case["text"] for families in FAMILIES.values() for name in families.split() for case in load(name)
    )
    first, again = examine(Source("all", "story", text)), examine(Source("all", "story", text))
    assert first == again
    assert len({claim.id for claim in first.claims}) == len(first.claims)
    places = [(claim.start, claim.end, claim.kind) for claim in first.claims]
    assert places == sorted(places)
