"""The commands about rules."""

import sys

import click

from auditor.cli import inputs, lastaudit, options, results
from auditor.cli.messages import COULD_NOT
from auditor.errors import AuditorError


@click.group()
def rules() -> None:
    """Write, list, show and test rules."""


@rules.command("list")
@options.outputs("text", "markdown")
@options.rules
def list_(targets: tuple[options.Target, ...], rule_paths: tuple[str, ...]) -> None:
    """List all rules: their severity, verdict, origin and title.

    The origin is packaged, house (a rule of your own) or overridden (changed by auditor.toml). Behind it stands how
    often the rule fired in the last audit of this folder.
    """
    from auditor.rules.writing import pages  # noqa: PLC0415 - this and the like: imported when used

    results.require_targets(targets)
    pack = inputs.load_pack(rule_paths)
    for kind, path in targets:
        if kind == "markdown":
            results.write(pages.reference(pack.rules), path)
        else:
            results.write(pages.listing(pack.entries, lastaudit.recall()), path)


@rules.command("show")
@click.argument("id_", metavar="ID")
@options.rules
def show_(id_: str, rule_paths: tuple[str, ...]) -> None:
    """Show a rule: what it finds and why, and its examples."""
    show(id_, rule_paths)


@rules.command("test")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@options.rules
@click.option("--mutate", is_flag=True, help="Also change the values of silent examples: what no rule notices is told.")
def test(ids: tuple[str, ...], rule_paths: tuple[str, ...], *, mutate: bool) -> None:
    """Run the examples of rules, all or those named.

    What must fire fires, what must stay silent is silent; known misses are only counted. Exit code 2: an example does
    not hold.
    """
    from auditor.rules.writing.examples import check as check_examples  # noqa: PLC0415
    from auditor.rules.writing.pages import mutants_page, results_page  # noqa: PLC0415

    pack = inputs.load_pack(rule_paths)
    entries = [inputs.rule_named(pack, id_) for id_ in ids] or pack.entries
    tried = check_examples(entry.file.rule for entry in entries)
    results.write(results_page(tried, every=bool(ids)))
    if mutate:
        from auditor.rules.writing.mutations import mutate as mutated  # noqa: PLC0415

        every = [entry.file.rule for entry in pack.entries]
        results.write(mutants_page(mutated([entry.file.rule for entry in entries], every)))
    if any(result.fails for result in tried):
        sys.exit(COULD_NOT)


def show(id_: str, rule_paths: tuple[str, ...]) -> None:
    """Print a rule as a page."""
    from auditor.rules.writing.pages import page  # noqa: PLC0415

    results.write(page(inputs.rule_named(inputs.load_pack(rule_paths), id_)))


@rules.command("new")
@click.option("--id", "id_", metavar="ID", help="Its name: lower-case words joined by hyphens.")
@click.option("--kind", metavar="KIND", help="What it compares: claim, source, story, reference, series or total.")
@click.option("--fires", multiple=True, metavar="TEXT", help="A text on which it fires; twice for two sources.")
@click.option("--silent", multiple=True, metavar="TEXT", help="A text on which it is silent; twice for two sources.")
@click.option("--facts", metavar="PATH", help="Established facts for the texts, as in claims/reference.")
@click.option("--folder", default="rules", show_default=True, metavar="PATH", help="Where to write it.")
def new(
    *,
    id_: str | None,
    kind: str | None,
    fires: tuple[str, ...],
    silent: tuple[str, ...],
    facts: str | None,
    folder: str,
) -> None:
    """Write a new rule, commented, whose examples hold.

    What is not given is asked for. The kinds: claim (one claim by itself), source (two claims of one source), story
    (claims of two sources), reference (claims with established facts), series (all claims about one thing), total (a
    total and the sum of its parts). Nothing is ever overwritten.
    """
    from auditor.cli import questions  # noqa: PLC0415
    from auditor.rules.writing import drafts  # noqa: PLC0415

    wish = questions.wish(id_, kind, fires, silent)
    for entry in inputs.load_pack(()).entries:
        if entry.rule.id == wish.id:
            raise AuditorError(f"a rule `{wish.id}` stands in {entry.file.path} already; nothing was written")
    known = drafts.facts_of(facts) if facts else drafts.facts() if wish.kind == "reference" and not fires else None
    text = drafts.draft(wish.id, wish.kind, wish.fires, wish.silent, known)
    path = drafts.save(folder, wish.id, text)
    results.write(f"wrote {path}: its examples hold. Change it, then run: auditor rules test {wish.id}\n")


@rules.command("columns")
@options.paths
def columns(paths: tuple[str, ...]) -> None:
    """Show what rules see of sources: each claim with its columns.

    PATH is as for check; - reads one from standard input.
    """
    from auditor.rules.writing.sight import sight  # noqa: PLC0415

    reading = inputs.read_sources(paths)
    results.write(sight(reading.sources))
    if reading.problems:
        sys.exit(COULD_NOT)


@rules.command("guide")
def guide() -> None:
    """Print how a rule is written: every key, column, check and relation."""
    from auditor.rules.reading.loading import guide as text  # noqa: PLC0415

    results.write(text())


@rules.command("schema")
def schema() -> None:
    """Print the JSON Schema (draft 7) of a rule file.

    Editors complete and explain keys by it. Rule files name it in their first line; `rules new` puts it beside them.
    """
    from auditor.rules.reading.schema import text  # noqa: PLC0415

    results.write(text())
