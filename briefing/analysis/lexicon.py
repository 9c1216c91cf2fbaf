"""The word lists that analysis uses: outlets by name, and words that report speech."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from briefing.analysis.house_names import bare_key, host_of, house_key
from briefing.analysis.outlet_names import Names
from briefing.analysis.tongues import Tongue, parse_tongue
from briefing.model.source import Source
from briefing.text.links import host_of as site_of
from briefing.text.tables import open_table

_ENGLISH_ONLY: Mapping[str, str] = {}


class Outlets(Struct, frozen=True, dict=True):
    """Names of outlets: every name in print leads to the common one, and so do the hosts of their sites."""

    names: dict[str, str]
    hosts: dict[str, str] = {}

    @cached_property
    def finder(self) -> Names:
        """What finds the names in a text."""
        return Names(self.names)

    def house(self, publisher: str | None) -> str | None:
        """The common name of a publisher, however a document writes it; none if it is not listed."""
        if not publisher:
            return None
        host = host_of(publisher)
        if host and (listed := self.hosts.get(host)):
            return listed
        exact, bare = self._keys
        key = house_key(publisher)
        return exact.get(key) or bare.get(key if host else bare_key(publisher))

    def house_of(self, source: Source) -> str | None:
        """The common name of who published `source`: as it states, else as its address tells."""
        if source.publisher:
            return self.house(source.publisher)
        host = (source.url and site_of(source.url)) or ""
        while "." in host:  # latino.gazette.example is of gazette.example
            if listed := self.hosts.get(host):
                return listed
            host = host.partition(".")[2]
        return None

    @cached_property
    def _keys(self) -> tuple[dict[str, str], dict[str, str]]:
        """The common names by the keys of all names, and by the bare ones that one house alone has."""
        exact = {house_key(name): common for name, common in self.names.items()}
        bare: dict[str, set[str]] = defaultdict(set)
        for name, common in self.names.items():
            bare[bare_key(name)].add(common)
        return exact, {key: one for key, (one, *others) in bare.items() if not others}


class CueVerbs(Struct, frozen=True, dict=True):
    """Verbs that report speech; `saying` ones may do so without quotation marks."""

    saying: frozenset[str]
    quoting: frozenset[str]

    @cached_property
    def all(self) -> frozenset[str]:
        """Every cue verb."""
        return self.saying | self.quoting


class Lexicon(Struct, frozen=True):
    """The lists; `tongues` are the words of languages other than English, by their codes."""

    outlets: Outlets
    cues: CueVerbs
    tongues: dict[str, Tongue] = {}


def parse_lexicon(outlets: str, cues: str, speech: Mapping[str, str] = _ENGLISH_ONLY) -> Lexicon:
    """Read the lists from their TOML texts; those of `speech` go by their languages.

    Raises:
        RecipeError: with every fault of a file at once.
    """
    tongues = {language: parse_tongue(language, text) for language, text in speech.items()}
    return Lexicon(parse_outlets(outlets), parse_cues(cues), tongues)


def parse_outlets(text: str) -> Outlets:
    """Read the list of outlets."""
    table = open_table(text, "outlets.toml")
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for row in table.tables("outlet"):
        name = row.text("name", required=True) or ""
        kind = row.text("kind")
        row.text("country")
        domains = row.texts("domains")
        spellings = (name, *row.texts("aliases"))
        if kind != "official":
            names.update(dict.fromkeys(spellings, name))
            hosts.update(dict.fromkeys(domains, name))
        row.close()
    table.close()
    table.faults.complain()
    return Outlets(names, hosts)


def parse_cues(text: str) -> CueVerbs:
    """Read the verbs that report speech."""
    table = open_table(text, "cue-verbs.toml")
    cues = CueVerbs(frozenset(table.texts("saying")), frozenset(table.texts("quoting")))
    table.close()
    table.faults.complain()
    return cues
