"""Keys that a file lacks and keys that nobody knows: mostly the two are one mistake, and are told as one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from auditor.errors import Problem, nearest
from auditor.yamlfile.nodes import Node, shortened

Location = tuple[int | str, ...]


class Keys:
    """The keys of one file that are missing or unknown.

    Attributes:
        explained: Places of values that are wrong only because a key stands where it should not.
    """

    def __init__(self, node: Node, missing: Iterable[Location]) -> None:
        """Begin with the places of the keys that are missing."""
        self.explained: set[Location] = set()
        self._node = node
        self._missing: defaultdict[Location, list[str]] = defaultdict(list)
        self._unknown: list[tuple[Location, Collection[str]]] = []
        for location in missing:
            self._missing[location[:-1]].append(str(location[-1]))

    def unknown(self, location: Location, known: Collection[str]) -> None:
        """Take note of a key that is none of those that its mapping may have."""
        self._unknown.append((location, known))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the keys, each mistake once."""
        for location, known in self._unknown:
            above, key = self._node.at(*location[:-1]), str(location[-1])
            message = f"unknown key `{shortened(key)}`{self._meant(location, key, known)}"
            yield above.problem(message, key=key)
        for location, keys in self._missing.items():
            names = [f"`{key}`" for key in keys]
            if names:
                told = f"key {names[0]} is" if len(names) == 1 else f"keys {', '.join(names[:-1])} and {names[-1]} are"
                yield self._node.at(*location).problem(f"{told} missing")

    def _meant(self, location: Location, key: str, known: Collection[str]) -> str:
        """What somebody meant who wrote an unknown key; a missing key that it stands for is missing no more."""
        missing = self._missing[location[:-1]]
        if owner := self._owner(location, key):
            self.explained.add((*location[:-1], owner))
            return f"; if it belongs to `{owner}`, indent it by two blanks"
        beside = self._node.at(*location[:-1]).value
        free = [one for one in known if not isinstance(beside, dict) or one not in beside]
        near = nearest(key, free) or nearest(key, known)
        if near:
            self._missing[location[:-1]] = [name for name in missing if f"`{name}`" not in near]
            return near
        if " " in key.strip():
            return "; if it is the beginning of a text with a colon, put the text in quotes"
        others = [one for one, _ in self._unknown if one[:-1] == location[:-1]]
        if len(others) == len(missing) == 1:
            return f", and key `{missing.pop()}` is missing"
        return f"; known here are {', '.join(sorted(free))}" if free else ""

    def _owner(self, location: Location, key: str) -> str | None:
        """The key above, if nothing stands below it because this one is not indented."""
        above = self._node.at(*location[:-1])
        if not isinstance(above.value, dict):
            return None
        keys = [*above.value]
        before = keys[keys.index(key) - 1] if keys.index(key) else None
        return before if before is not None and above.value[before].value is None else None
