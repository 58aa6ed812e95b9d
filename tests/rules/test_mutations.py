"""Which changes of an example count, and which of them a pack notices."""

from pathlib import Path
from typing import Any

import pytest

from auditor.rules.writing.mutations import Mutant, mutate
from auditor.rules.writing.pages import mutants_page
from rulemaking import RULE, loaded

DAY = "8 May 2023\n\n"


def mutants(folder: Path, *texts: str, **changes: Any) -> list[Mutant]:  # noqa: ANN401
    """What becomes of the changes of one silent story, in a pack of one rule."""
    examples = RULE["examples"] | {"silent": [{"texts": list(texts)}]}
    rule = loaded(folder, examples=examples, **changes)
    return mutate([rule], [rule])


def told(found: list[Mutant]) -> dict[str, tuple[bool, bool]]:
    """By what was changed, whether it counts and whether it was noticed."""
    return {f"{one.change.kind} {one.change.before} {one.change.after}": (one.counts, one.noticed) for one in found}


def test_a_tenth_more_is_noticed(tmp_path: Path) -> None:
    """On either side of an agreement."""
    found = told(mutants(tmp_path, "The storm hit 140 villages.", "In all the storm hit 140 villages."))
    assert found == {"number 140 154": (True, True)}


def test_what_stands_alone_cannot_be_noticed(tmp_path: Path) -> None:
    """A text that says a thing once is as consistent with another figure."""
    assert told(mutants(tmp_path, "The storm hit 140 villages.")) == {"number 140 154": (False, False)}


def test_rounding_covers_a_change(tmp_path: Path) -> None:
    """What still agrees takes nothing away."""
    found = told(mutants(tmp_path, "The storm hit 150 villages.", "The storm hit between 100 and 200 villages."))
    assert all(not counts for counts, _ in found.values())


def test_what_no_rule_looks_at_is_a_blind_spot(tmp_path: Path) -> None:
    """It counts, and it is told."""
    texts = ("The storm hit 140 villages in the Arvel valley.", "The storm hit 140 villages in the Arvel valley.")
    found = mutants(tmp_path, *texts, left={"kind": "date"})
    assert set(told(found).values()) == {(True, False)}
    page = mutants_page(found)
    assert "0 of 2 (0%)  two-figures\n" in page
    assert "silent 1: number “140” → “154” at “140”, noticed by no rule\n" in page
    assert page.endswith("0 of 2 (0%) changes noticed; 0 changes took no agreement away\n")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (f"{DAY}It met on 5 May 2023.", "day 5 6"),
        (f"{DAY}It met on 28 May 2023.", "day 28 27"),
        (f"{DAY}It is 1,250 metres long.", "number 1,250 1,375"),
        (f"{DAY}It cost €1.2 million.", "number 1.2 1.3"),
        (f"{DAY}It has 3 floors.", "number 3 4"),
        (f"{DAY}Norland Prime Minister Maud Ekberg spoke.", "name Maud Ekberg Vera Ostrow"),
        (f"{DAY}The bridge was 300 metres long.", "negation was was not"),
    ],
)
def test_values_are_changed_as_they_are_written(tmp_path: Path, text: str, change: str) -> None:
    """A number by a tenth, a day by one, a holder of an office, a statement into its denial."""
    assert change in told(mutants(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "Norland Prime Minister Maud Ekberg was in the capital.",
        "The two governments are silent.",
        "It counted 412 visitors; entrance is free.",
    ],
)
def test_what_a_denial_takes_for_granted_is_not_denied(tmp_path: Path, text: str) -> None:
    """An office before a name, what a definite subject counts, another clause."""
    changes = [one.change for one in mutants(tmp_path, DAY + text) if one.change.kind == "negation"]
    assert not [change for change in changes if change.claim.kind in {"role", "quantity"}]


def test_what_is_denied_with_it_bears_nothing_out(tmp_path: Path) -> None:
    """A weekday and a date of one sentence agree in its denial too; another sentence does not."""
    text = "The verdict is due on Tuesday, October 10, 2023, the court said."
    alone = mutants(tmp_path, text)
    assert [one.counts for one in alone if one.change.kind == "negation"] == [False]
    both = mutants(tmp_path, text, text)
    assert [one.counts for one in both if one.change.kind == "negation"] == [True, True]


def test_the_same_pack_gives_the_same_figures(tmp_path: Path) -> None:
    """In the same order."""
    texts = ("The storm hit 140 villages.", "In all the storm hit 140 villages.")
    assert mutants(tmp_path, *texts) == mutants(tmp_path, *texts)
