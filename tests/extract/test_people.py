"""Roles, quotations, statuses and their context, on sentences labelled by hand."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.extract.document import Document
from auditor.extract.events import statuses
from auditor.extract.people import names, roles
from auditor.extract.sentence import context
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech import quotations
from auditor.model import Claim, Interval, Quotation, Role, Stage

CASES = yaml.load(Path(__file__).with_name("people.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - plain text only
NUMBER = re.compile(r"\d[\d,]*")


def claims(text: str) -> list[Claim]:
    """All claims of a text, with every number standing in for a quantity."""
    document = Document(text, sentences=sentences(text))
    found = [
        Claim("quantity", *match.span(), match.group(), Interval(match.group())) for match in NUMBER.finditer(text)
    ]
    for extract in (roles.roles, quotations.quotations, statuses.statuses, names.names):
        found += extract(document)
    context.apply(document, found)
    return found


def name(case: dict[str, Any]) -> str:
    """The case's text, short enough for a test's name."""
    return str(case["text"])[:60]


@pytest.mark.parametrize("case", CASES, ids=name)
def test_says_who_holds_which_office(case: dict[str, Any]) -> None:
    """Exactly the labelled roles are found."""
    found = [claim.value for claim in claims(case["text"]) if isinstance(claim.value, Role)]
    wanted = [
        Role(role[0], role[1], None if role[2] == "~" else role[2], role[3:] == ["true"])
        for role in case.get("roles", [])
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_says_who_is_quoted(case: dict[str, Any]) -> None:
    """Exactly the labelled quotations are found, each with its speaker."""
    found = [(claim.value.words, claim.speaker) for claim in claims(case["text"]) if isinstance(claim.value, Quotation)]
    wanted = [(words, None if speaker == "~" else speaker) for words, speaker in case.get("quotations", [])]
    assert found == wanted if "partial" not in case else set(wanted) <= set(found)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_says_which_stage_a_thing_reached(case: dict[str, Any]) -> None:
    """Exactly the labelled statuses are found."""
    found = [[claim.value.thing, claim.value.stage] for claim in claims(case["text"]) if isinstance(claim.value, Stage)]
    assert found == case.get("statuses", [])


@pytest.mark.parametrize("key", ["modality", "speaker", "subject"])
def test_says_of_a_figure(key: str) -> None:
    """Modality, speaker and subject are those of the labelled figures."""
    wrong = []
    for case in CASES:
        for figure, wanted in case.get(key, {}).items():
            claim = next(claim for claim in claims(case["text"]) if claim.kind == "quantity" and claim.text == figure)
            found = getattr(claim, key)
            if found != (tuple(wanted) if isinstance(wanted, list) else None if wanted == "~" else wanted):
                wrong.append((case["text"], figure, found, wanted))
    assert wrong == []
