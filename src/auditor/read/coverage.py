"""How much of a newsroom was read: what is not found may be somewhere else."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.model import Source
from auditor.read.files import beside


def whole_stories(sources: Iterable[Source]) -> frozenset[str]:
    """The stories whose folders hold no file that was not read.

    A story from standard input may be a part of one, so it is never whole.
    """
    folders: defaultdict[str, set[Path]] = defaultdict(set)
    read: defaultdict[Path, set[str]] = defaultdict(set)
    for source in sources:
        path = Path(source.path or "-")
        folders[source.story].add(path.parent)
        read[path.parent].add(path.name)
    whole = {folder: "-" not in names and beside(folder) <= names for folder, names in read.items()}
    return frozenset(story for story, among in folders.items() if all(whole[folder] for folder in among))


def gone(stories: Iterable[str], sources: Sequence[Source]) -> frozenset[str]:
    """Those of some stories that no source tells, and for which there is no folder beside those of the sources."""
    told = {source.story for source in sources}
    roots = {root for source in sources if source.path for root in _root(Path(source.path), source.story)}
    return frozenset(
        story for story in stories if story not in told and not any((root / story).is_dir() for root in roots)
    )


def _root(path: Path, story: str) -> list[Path]:
    """The folder below which a source's story has its folder; none if the story is no folder."""
    parent, depth = path.absolute().parent, len(Path(story).parts)
    is_folder = parent.parts[-depth:] == Path(story).parts
    return [Path(*parent.parts[:-depth])] if is_folder and depth < len(parent.parts) else []
