"""The names of countries, organisations and places, whoever belongs to them."""

from functools import cached_property

from auditor.language import Table, WordSet, load


class Countries(Table):
    """Countries, bodies and places with their other names; what each list is for stands beside it in the table."""

    countries: dict[str, WordSet]
    organisations: dict[str, WordSet]
    chiefs: dict[str, str]
    places: WordSet
    saints: WordSet
    continents: WordSet

    @cached_property
    def named(self) -> dict[str, str]:
        """Each name of a country, an organisation or a place, with the canonical one."""
        found = {place: place for place in self.places}
        for table in (self.organisations, self.countries):
            for name, others in table.items():
                found[name] = name
                for other in others:
                    found.setdefault(other, name)
        return found

    def is_of_country(self, name: str) -> bool:
        """Whether a name is another one than the own one of a country: "Chinese", "Britons"."""
        country = self.named.get(name, name)
        return country != name and country in self.countries


COUNTRIES = load("countries", Countries)
