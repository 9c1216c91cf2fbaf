"""Names that a page's menus show to be its own, by how they are set: they begin many entries, stand alone.

By itself each may be a section's, a town's or a partner's; see `self_names` for what must speak for it
besides.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from briefing.cleaning.houses import ARTICLES, has_outlet_word, is_outlet_name
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import is_person
from briefing.cleaning.sites import squeezed
from briefing.model.source import Article, Kind
from briefing.text.lazy import Lazy

_ENTRY_WORDS = range(2, 7)
_NAME_WORDS = 3
_FEWEST = 4
"""Entries that begin with the name at the least, each going on in another way."""
_ALONE_WORDS, _ALONE_MARKS = 4, 12
"""Words of a line that is a name alone; spaces and marks that it may have and its address has not."""
_SHORTEST = 3
_BULLETS = "*+-•·–—> "
_FURTHER_BEGIN = frozenset(
    "More Mehr Meer Mer Mere Plus Más Mais Altro Altri Więcej Více Viac".split()
)
_FURTHER = Lazy(
    r"^\w+ (?:from|von|aus|auf|bei|van|op|fra|från|de|du|des|sur|da|do|em|en|dal|dalla|su|z|ze|na|od) "
    r"(?P<name>[^\W\d_][\w.’'&+-]*(?: [\w.’'&+-]+){0,3})$"
)
"""A heading above further stories of the same house, or of a section."""


def series(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind]
) -> Iterator[tuple[int, str]]:
    """The names with which several short entries begin (“Gazette TV”, “Gazette Radio”), and where."""
    entries = [
        (index, feature.text.lstrip(_BULLETS))
        for index, feature in enumerate(features)
        if feature.count in _ENTRY_WORDS and not feature.ends and kinds[index] is not Kind.BODY
    ]
    begins = Counter(bare.partition(" ")[0] for _, bare in entries)
    rests: dict[tuple[str, ...], set[str]] = defaultdict(set)
    first: dict[tuple[str, ...], int] = {}
    for index, bare in entries:
        if begins[bare.partition(" ")[0]] < _FEWEST:
            continue
        for begun, rest in _beginnings(bare.split()):
            rests[begun].add(rest)
            first.setdefault(begun, article.lines[index].start + features[index].text.index(bare))
    for parts, ways in rests.items():
        name = " ".join(parts)
        if len(ways) >= _FEWEST and parts[-1].lower() not in ARTICLES and _can_be(name):
            yield first[parts], name


def _beginnings(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names with which an entry may begin, each with what follows it."""
    for count in range(1, min(_NAME_WORDS, len(words) - 1) + 1):
        if not _is_capital(words[count - 1]):
            return
        if words[count][0].isalnum():
            yield tuple(words[:count]), " ".join(words[count:]).lower()


def alone(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind], addresses: Collection[str]
) -> Iterator[tuple[int, str]]:
    """The lines that hold nothing but the name of a site whose address stands on the page."""
    if not addresses:
        return
    longest = max(map(len, addresses)) + _ALONE_MARKS
    begins = {site[0] for site in addresses}
    for index, feature in enumerate(features):
        if len(feature.text) > longest or feature.count > _ALONE_WORDS or kinds[index] is Kind.BODY:
            continue
        name = feature.text.strip(_BULLETS)
        # Few lines begin as an address does, and that is seen at once.
        if not name or (name.isascii() and name[0].lower() not in begins):
            continue
        if "." in name or not _is_capital(name) or squeezed(name) not in addresses:
            continue
        if _can_be(name) and (has_outlet_word(name) or not is_person(name)):
            yield article.lines[index].start + feature.text.index(name), name


def further(article: Article, features: Sequence[Feature]) -> Iterator[tuple[int, str]]:
    """The names in headings above further stories (“Mehr von Gazette”)."""
    for index, feature in enumerate(features):
        if feature.count not in _ENTRY_WORDS:
            continue
        bare = feature.text.strip(_BULLETS)
        found = _FURTHER.match(bare) if bare.partition(" ")[0] in _FURTHER_BEGIN else None
        if found and _can_be(found["name"]):
            yield article.lines[index].start + feature.text.rindex(found["name"]), found["name"]


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name's: “Gazette”, “eGazette”."""
    return word[0].isupper() or (len(word) > 1 and not word.islower() and word[0].isalpha())


def _can_be(name: str) -> bool:
    letters = squeezed(name)
    return len(letters) >= _SHORTEST and not letters.isdigit() and is_outlet_name(name)
