"""A claims table as comparisons look at it: what is worked out for one table of pairs is there for the next."""

from functools import cached_property

import pandas as pd

from auditor.codes import Numbers, codes, combined
from auditor.compare.around import contexts, rests, verbatim
from auditor.compare.around.elsewhere import Elsewhere
from auditor.compare.around.retold import Retold
from auditor.compare.around.sights import Sights
from auditor.compare.around.sole import Sole
from auditor.compare.around.strangers import Strangers
from auditor.compare.blocking.crowds import DAYS, STATED, Crowds
from auditor.tables.columns import SENTENCE


class Known:
    """What is known of the claims of a table.

    Attributes:
        claims: The table, which nobody changes any more.
    """

    def __init__(self, claims: pd.DataFrame) -> None:
        """Begin with nothing but the table."""
        self.claims = claims
        self._codes: dict[tuple[str, ...], Numbers] = {}

    def codes(self, *names: str) -> Numbers:
        """A number for each claim, which claims share that are equal in some columns."""
        if names not in self._codes:
            self._codes[names] = (
                codes(len(self.claims), (self.claims[name].to_numpy() for name in names))
                if len(names) == 1
                else combined(len(self.claims), (self.codes(name) for name in names))
            )
        return self._codes[names]

    def sentences(self, *names: str) -> Numbers:
        """A number for each claim, which claims of one sentence share, if they are equal in some columns."""
        return self.codes(*dict.fromkeys((*SENTENCE, *names)))

    @cached_property
    def contexts(self) -> Sights[contexts.Context]:
        """The words around each claim."""
        return contexts.seen(self.claims)

    @cached_property
    def rests(self) -> Sights[rests.Rest]:
        """What else the sentence of each claim states."""
        return rests.seen(self.claims, self.sentences())

    @cached_property
    def retold(self) -> Retold:
        """What stands near each claim, as two outlets would retell it."""
        return Retold(self.claims)

    @cached_property
    def wordings(self) -> Sights[verbatim.Wording]:
        """The words next to each claim, as they stand there."""
        return verbatim.seen(self.claims)

    @cached_property
    def crowds(self) -> Crowds:
        """Which claims state the same."""
        return Crowds.of(self.claims, self.codes(*STATED), self.codes(*STATED, *DAYS))

    @cached_property
    def strangers(self) -> Strangers:
        """Which sentences tell of unlike things."""
        return Strangers(self.claims)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """What the sources state, whatever it is of."""
        return Elsewhere(self.claims, self.codes("source"), self.codes("name"))

    @cached_property
    def sole(self) -> Sole:
        """Which claims stand alone in their sources."""
        return Sole(self.claims)
