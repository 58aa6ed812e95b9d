"""The report for editors: one HTML page that needs nothing else and runs nothing."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from auditor.model import Report
from auditor.report.arrange import arrange
from auditor.report.excerpts import Piece
from auditor.report.links import Link
from auditor.wording.shown import hidden, is_plain, visible


def render(report: Report) -> str:
    """The page; the same report gives the same bytes."""
    return _template().render(page=arrange(report), style=Markup(_style()), policy=_policy())  # noqa: S704 - our own style


def _shown(value: object) -> str:
    """What every expression of the template passes through: characters that cannot be seen are named."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    if is_plain(text):
        return text
    name = Markup('<span class="hidden">{}</span>')
    return Markup("").join(name.format(run) if is_name else escape(run) for run, is_name in hidden(text))


def _link(link: Link) -> Markup:
    text = Markup("<bdi>{}</bdi>").format(_shown(link.text))
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(link.href, text) if link.href else text


def _quotation(pieces: Iterable[Piece]) -> Markup:
    """An excerpt with its claims marked."""
    mark = Markup("<mark>{}</mark>")
    runs = (mark.format(_shown(piece.text)) if piece.mark else escape(_shown(piece.text)) for piece in pieces)
    return Markup("<bdi>{}</bdi>").format(Markup("").join(runs))


@cache
def _template() -> Template:
    environment = Environment(
        loader=BaseLoader(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
    )
    environment.filters.update(plain=visible, link=_link, quotation=_quotation)
    return environment.from_string(_read("report.html.j2"))


@cache
def _style() -> str:
    return _read("report.css")


@cache
def _policy() -> str:
    """Nothing may load and nothing may run; the one style of the page is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
