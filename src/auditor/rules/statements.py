"""What the claims of some stories say, in words."""

from collections.abc import Sequence
from functools import cache

from auditor.model import Claim
from auditor.rules import sides
from auditor.rules.prepared import Prepared
from auditor.states import state
from auditor.wording.values import as_written


class Statements:
    """Claims, each put into words once, however many findings repeat it.

    Attributes:
        claims: The claims.
        witness_of: The witness that each claim's source is.
        line: What the claim at a position stands for.
        extent: Likewise, as an interval that can be compared.
        written: Its value, in one manner for all sources.
        state: Its value, in a form that no rewording changes.
    """

    def __init__(self, claims: Sequence[Claim], table: Prepared) -> None:
        """Begin with nothing said.

        Args:
            claims: The claims.
            table: The same as a claims table.
        """
        self.claims = claims
        self.witness_of: Sequence[str | None] = table.values("witness").tolist()
        self.line = cache(lambda position: sides.line(claims[position]))
        self.extent = cache(lambda position: sides.extent(claims[position], table.row(position)))
        self.written = cache(lambda position: as_written(claims[position]))
        self.state = cache(lambda position: state([claims[position]])[0])
