"""The words that are a figure's own, and slips of the pen: what brings figures together that share few words."""

import pytest

from auditor.compare.arithmetic.slips import day_slip, digits, slip
from auditor.compare.around.own import shared, words_of_figures
from auditor.extract.processes import examine_all
from auditor.pipeline import audit
from auditor.rules.model import Example
from auditor.rules.writing.examples import sources
from auditor.tables import claims_table


def owned(*texts: str) -> dict[str, str | None]:
    """The own words of each figure of some sources, by its text; the last source where several have it."""
    infos = examine_all(sources(Example(texts=texts)), 1)
    table = claims_table([claim for info in infos for claim in info.claims], infos)
    return dict(zip(table["text"], words_of_figures(table)["own_words"], strict=True))


OTHER = "Seven ships sank in 1903."


def test_a_word_belongs_to_the_nearer_figure() -> None:
    """Of two figures of an axis in one sentence each has the words beside it."""
    found = owned("Spending rises to €61 billion, with defence taking €4 billion.", OTHER)
    assert found["€61 billion"] == "rise spend"
    assert "military" in (found["€4 billion"] or "")


def test_what_stands_right_behind_a_figure_is_its_own() -> None:
    """As near by words, the counted noun is nearer by characters; the sign inside a number is none."""
    assert "patient" in (owned("The trial enrolled 4,182 patients in 14 countries.", OTHER)["4,182"] or "")


def test_a_word_that_stands_near_two_values_is_no_ones() -> None:
    """Elsewhere in the source the word may belong to the other thing."""
    found = owned("The damage is 25 million euros. Insurers paid for damage of 8 million euros.", OTHER)
    assert "damag" not in f"{found['25 million euros']} {found['8 million euros']}"


def test_a_word_that_stands_twice_near_one_value_is_its_own() -> None:
    """A figure may be told twice."""
    assert "damag" in (owned("Damage: 25 million euros. The damage of €25m is great.", OTHER)["€25m"] or "")


def test_words_beyond_reach_are_not_near() -> None:
    """Nine telling words away another thing is told."""
    far = "The damage that a river full of timber, boats, cattle, sheds and garden chairs did cost 25 million euros."
    assert "damag" not in (owned(far, OTHER)["25 million euros"] or "")


def test_a_story_of_one_source_has_none() -> None:
    """There is nothing to be compared with."""
    assert set(owned("The damage is 25 million euros.").values()) == {None}


@pytest.mark.parametrize(
    ("left", "right", "count"), [("damag river", "damag", 1), ("damag", "river", 0), (None, "damag", 0)]
)
def test_shared_words_are_counted(left: str | None, right: str | None, count: int) -> None:
    """A claim without own words shares none."""
    assert shared(left, right) == count


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (4812, 4182, "swapped"),
        (43_000_000, 34_000_000, "swapped"),
        (2.4, 4.2, "swapped"),
        (1_200_000, 1_200_000_000, "magnitude"),
        (162, 167, "digit"),
        (1100, 1700, "short"),
        (90_000, 900_000, "short"),
        (400, 800, None),
        (12, 120_000, "magnitude"),
        (12, 57, None),
        (12, 212, None),
        (0, 7, None),
        (float("nan"), 12, None),
    ],
)
def test_slips(left: float, right: float, found: str | None) -> None:
    """What one careless moment makes of a number, either way."""
    assert slip(left, "metre", right, "metre") == slip(right, "metre", left, "metre") == found


def test_other_units_are_no_slip() -> None:
    """38 miles and 83 kilometres have nothing to do with each other."""
    assert slip(38, "mile", 83, "kilometre") is None


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("1989", "1998", "swapped"),
        ("1989", "1999", None),
        ("2024-03-12", "2024-03-21", "swapped"),
        ("2024-03-12", "2024-04-21", None),
        ("XXXX-WXX-2", "1998", None),
        (None, "1998", None),
    ],
)
def test_slips_of_dates(left: str | None, right: str | None, found: str | None) -> None:
    """Only swapped digits: any other digit makes just another day."""
    assert day_slip(left, right) == day_slip(right, left) == found


def test_claims_meet_by_their_own_words_only() -> None:
    """What shares a word that is not its own is not compared."""
    example = Example(texts=("Damage: €25m. The storm damage of 2019 was €7m.", "Damage: €61m."))
    assert [finding.rule for finding in audit(sources(example)).findings if finding.verdict == "contradiction"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill has 640 workers.", "46"),
        ("It opened in 1998.", "1899"),
        ("It opened in May 1998.", None),
        ("It cost €500,000.", None),
        ("Shares fell 2.4%.", "24"),
    ],
)
def test_digits_in_order(text: str, found: str | None) -> None:
    """Swapped digits are the same digits; of dates only years have any."""
    infos = examine_all(sources(Example(text=text)), 1)
    assert [*digits(claims_table([claim for info in infos for claim in info.claims], infos))] == [found]
