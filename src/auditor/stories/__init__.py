"""Whole stories as the rules see them: their sources, with what retellings add, and one table of all their claims."""

from collections.abc import Mapping, Sequence
from itertools import chain

from auditor.compare.arithmetic.figures import sentences
from auditor.compare.arithmetic.growths import grown
from auditor.compare.arithmetic.slips import digits
from auditor.compare.arithmetic.sums import sums
from auditor.compare.around.deeds import deeds
from auditor.compare.around.own import words_of_figures
from auditor.compare.around.scopes import scopes
from auditor.digests import completed, digests, unsupported
from auditor.disputes import disputed
from auditor.model import Claim, SourceInfo
from auditor.stories import currencies
from auditor.tables import claims_table
from auditor.tables.schemas import Frame


def read_together(infos: Sequence[SourceInfo]) -> tuple[list[SourceInfo], dict[str, str]]:
    """Sources with the claims that only show in retellings, and of which source each retelling is, by their ids."""
    infos = currencies.settled(infos)
    digest_of = digests(infos)
    return disputed(completed(infos, digest_of)), digest_of


def claims_and_table(
    infos: Sequence[SourceInfo], reference: Sequence[Claim], digest_of: Mapping[str, str]
) -> tuple[list[Claim], Frame]:
    """The claims of stories and of the reference, and the table of them that rules are checked on."""
    claims = [*chain.from_iterable(info.claims for info in infos), *reference]
    table = claims_table(claims, infos, digest_of, unsupported(infos, digest_of))
    alone = {"digits": digits(table), "deed": deeds(table), "scope": scopes(table)}
    figures = [*sentences(table)]
    return claims, table.assign(**words_of_figures(table), **sums(table, figures), **grown(table, figures), **alone)
