"""Which figures a text tells as the parts of another one."""

import pytest

from auditor.compare.arithmetic.figures import sentences
from auditor.compare.arithmetic.sums import sums
from auditor.extract.processes import examine_all
from auditor.rules.model import Example
from auditor.rules.writing.examples import sources
from auditor.tables import claims_table

TOLD = [
    ("Of the 31 seats, 13 went to the left and 18 to the right.", [("31", "13", "18", False)]),
    ("Eighty came ashore, 51 of them men, 22 women and seven children.", [("Eighty", "51", "22", "seven", False)]),
    ("The board has nine members: four belong to Upton, three to Lowbridge and two to Exampleton.",
     [("nine", "four", "three", "two", True)]),
    ("Aid comes to €9 billion, of which €4 billion goes to farms and €5 billion to schools.",
     [("€9 billion", "€4 billion", "€5 billion", False)]),
    ("Aid comes to €9 billion, of which 4 billion goes to farms and 5 billion to schools.",
     [("€9 billion", "4 billion", "5 billion", False)]),
    ("Of the 85 posts, 61 are vacant, which leaves 24 clerks at risk.", [("85", "61", "24", True)]),
    ("Of the huts, 22 are in Upton and 13 in Lowbridge, making 35.", [("35", "22", "13", True)]),
    ("Four bodies lay in the cellar and two on the stairs, six in all.", [("six", "Four", "two", True)]),
    ("Nine boats sank: four ferries, two river barges and three tugs.", [("Nine", "four", "two", "three", True)]),
    ("Of the 30 hands, 15 are Chinese, nine Indian and six Greek.", [("30", "15", "nine", "six", False)]),
    ("Of the 48 vehicles, 30 will be fire engines, ten ambulances and eight vans.",
     [("48", "30", "ten", "eight", False)]),
    ("The 17 charges, 14 of theft and three of forgery, cover eight years.", [("17", "14", "three", False)]),
    ("The county has 900 officers: 500 in the towns, 240 detectives and 160 on the roads.",
     [("900", "500", "240", "160", True)]),
    ("It pays £350 in the first year and £250 in the second. In all this is £600.", [("£600", "£350", "£250", True)]),
]  # fmt: skip
SILENT = [
    "Of the 40 patients, 32 had a fever, 21 a cough and 15 a rash.",
    "Nine boats sank: four ferries, three tugs and a yacht.",
    "The storm struck nine towns: two miners and five sailors died.",
    "Nine children were seen: six coughed, four sneezed and two slept.",
    "Of the 48 guests, 30 were women, 14 teachers and eight foreigners.",
    "The study had three areas: 2,100 children in Upton, 1,650 in Lowbridge and 1,150 in Exampleton.",
    "The 17 charges, 14 of them of theft, cover eight years.",
    "Of the 40 banks, 32 are Chinese, 21 state-owned.",
    "Of 1,150 members, 1,020 took part, and 856 of them were in favour.",
    "The firm has 40 buses, 12 trams and 9 boats.",
    "Sales rose from 40 to 60 million, and costs from 20 to 30 million.",
    "In 2019, 12 people died in Upton and 14 in Lowbridge.",
    "Of the 40 guests, 12 came by train. 14 came by car, and 20 walked.",
]


def told(text: str) -> list[tuple[object, ...]]:
    """The sums of a text: the whole, its parts, and whether these are all."""
    infos = examine_all(sources(Example(text=text)), 1)
    table = claims_table([claim for info in infos for claim in info.claims], infos)
    found = table.assign(**sums(table, sentences(table))).dropna(subset="sum")
    return [
        (
            *sorted(group["text"], key=lambda words: group.loc[group["text"] == words, "sum_role"].item() == "part"),
            bool(group["sum_is_all"].iloc[0]),
        )
        for _, group in found.groupby("sum", sort=False)
    ]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_parts_are_told(text: str, expected: list[tuple[object, ...]]) -> None:
    """A whole and its parts are found by what stands before, between and behind them."""
    assert told(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_one_sentence_are_no_sum_by_themselves(text: str) -> None:
    """Members that may be counted twice, other things, and a part of a part add up to nothing."""
    assert not told(text)
