"""Which sources and sentences of a story tell of unlike things."""

import numpy as np

from auditor.compare.around.strangers import Strangers
from auditor.extract.processes import examine_all
from auditor.rules.model import Example
from auditor.rules.writing.examples import sources
from auditor.tables import claims_table


def is_apart(*texts: str) -> bool:
    """Whether the last percentages of two sources are of unlike things by the names there."""
    infos = examine_all(sources(Example(texts=texts)), 1)
    table = claims_table([claim for info in infos for claim in info.claims], infos)
    shares = table[table["axis"] == "percent"]
    left, right = (np.array([some.index[-1]]) for _, some in shares.groupby("source", sort=False))
    return bool(Strangers(table).named_apart(left, right)[0])


KARLIN = "Karlin Airways had a good month. It filled 61 per cent of its seats."
VELHAM = "Velham Jets had a bad month. It filled 48 per cent of its seats."


def test_sources_without_a_name_in_common_are_apart() -> None:
    """Two airlines have one set of words for their results."""
    assert is_apart(KARLIN, VELHAM)


def test_a_source_without_names_may_tell_of_anybody() -> None:
    """Where nobody is named nothing sets the two apart."""
    assert not is_apart(KARLIN, "It filled 48 per cent of its seats.")


def test_a_part_of_a_name_links() -> None:
    """A report says in full what another one says in short."""
    assert not is_apart(KARLIN, "Karlin filled 48 per cent of its seats.")


def test_sentences_of_linked_sources_are_told_apart_by_their_names() -> None:
    """One board sells to two countries."""
    assert is_apart(
        "The Grain Board sold 61 per cent of it to Ostland.", "The Grain Board sold 48 per cent of it to Murania."
    )


def test_who_speaks_tells_nothing_apart() -> None:
    """Two people may tell of one thing."""
    assert not is_apart("In Velham 61 per cent voted, Anna Moor said.", "In Velham 48 per cent voted, Karl Orton said.")


def test_a_misspelt_name_is_the_same() -> None:
    """A slip in a name beside a figure does not hide a slip in the figure."""
    assert not is_apart(
        "The Grain Board sold 61 per cent of it to Ostland.", "The Grain Board sold 48 per cent of it to Ostlund."
    )
