"""Which sources of a story tell of unlike things, and which sentences of linked ones do."""

import numpy as np

from auditor.compare.blocking.strangers import Strangers
from auditor.extract.processes import examine_all
from auditor.rules.model import Example
from auditor.rules.writing.examples import sources
from auditor.tables import claims_table


def judged(*texts: str) -> tuple[bool, bool]:
    """Of the last percentage of each of the first two sources: whether they are strangers, and named apart."""
    infos = examine_all(sources(Example(texts=texts)), 1)
    table = claims_table([claim for info in infos for claim in info.claims], infos)
    shares = table[table["axis"] == "percent"]
    left, right = (np.array([some.index[-1]]) for _, some in list(shares.groupby("source", sort=False))[:2])
    strangers = Strangers(table)
    return bool(strangers.are(left, right)[0]), bool(strangers.named_apart(left, right)[0])


KARLIN = "Karlin Airways had a good month. It filled 61 per cent of its seats."
VELHAM = "Velham Jets had a bad month. It filled 48 per cent of its seats."


def test_sources_without_a_name_in_common_are_strangers() -> None:
    """Two airlines have one set of words each for their results."""
    assert judged(KARLIN, VELHAM) == (True, True)


def test_a_third_source_brings_two_together() -> None:
    """One outlet calls it the carrier, and another one the firm of Anna Moor; the release has both names."""
    assert judged(KARLIN, VELHAM, "Karlin Airways and Velham Jets have merged.") == (False, True)


def test_a_source_without_names_is_no_stranger() -> None:
    """Whoever names nobody may tell of anybody."""
    assert judged(KARLIN, "It filled 48 per cent of its seats.") == (False, False)


def test_a_part_of_a_name_links() -> None:
    """A report says in full what another one says in short."""
    assert judged(KARLIN, "Karlin filled 48 per cent of its seats.") == (False, False)


def test_sentences_of_linked_sources_are_told_apart_by_their_names() -> None:
    """One ministry sells to two countries."""
    sold = "The Grain Board sold 61 per cent of it to Ostland.", "The Grain Board sold 48 per cent of it to Murania."
    assert judged(*sold) == (False, True)


def test_who_speaks_tells_nothing_apart() -> None:
    """Two people may tell of one thing."""
    told = "In Velham 61 per cent voted, Anna Moor said.", "In Velham 48 per cent voted, Karl Orton said."
    assert judged(*told) == (False, False)


def test_a_misspelt_name_is_the_same() -> None:
    """A slip in a name beside a figure does not hide a slip in the figure."""
    sold = "The Grain Board sold 61 per cent of it to Ostland.", "The Grain Board sold 48 per cent of it to Ostlund."
    assert judged(*sold) == (False, False)
