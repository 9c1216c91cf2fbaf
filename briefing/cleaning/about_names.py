"""The name of which a page's foot offers to tell: “About the Gazette”, “Jobs bei der Gazette”.

A page has an imprint of its own and of nobody else; but what stands there may also be a topic or a
person, so that the name must stand in another of its lines, too, and be no person's.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.cleaning.houses import ARTICLES, is_outlet_name
from briefing.cleaning.known import Known
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import is_person
from briefing.model.source import Article, Kind
from briefing.text.lazy import Lazy

_LEADS = frozenset(
    "about Über über om sobre À à a acerca despre contact contacts kontakt contacto contacter jobs careers "
    "karriere werben advertise work apie tentang".split()
)
"""First words of such lines, for the patterns are only tried where one of them stands."""
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻČŠŽĐİŞА-ЯЁІЇЄҐ0-9"
_ABOUT = Lazy(
    r"^\W*(?:About|Über|Om|Sobre|[ÀA] propos (?:de|du|d[’'])|Acerca de|Despre|Contacts?|Kontakt|Contacto|"
    r"Contacter|Jobs (?:bei|at)|Careers at|Karriere bei|Werben (?:bei|auf|in)|Advertise (?:with|on|in)|"
    r"Work (?:for|at|with)|Apie|Tentang) ?(?:the |la |le |el |die |der |dem |das |den |de )?"
    rf"(?P<name>(?:The |La |Le |El |Die |Der |Das )?[{_CAPITAL}][\w.’'&-]*"
    rf"(?: [{_CAPITAL}&][\w.’'&-]*){{0,3}})\W*$"
)
_NO_NAME = frozenset(
    "us uns oss nosotros nous kami nós me you our your this these that author authors autor editor editors "
    "redaktion redaction team newsroom sales advertising advertise ads adchoices cookies cookie rss "
    "privacy webmaster customer form formular topics topic impressum facebook twitter instagram "
    "youtube telegram whatsapp linkedin".split()
)
"""Words that no outlet's name has."""
_NO_NAME_ALONE = _NO_NAME | frozenset(
    "news press presse support service services center info information local business businesses "
    "company media the live".split()
)
"""Words that name none by themselves."""
_LONGEST, _SHORTEST = 60, 4


def about_name(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind]
) -> Known | None:
    """The outlet that such a line names, if another line outside the article does so, too."""
    outside = [at for at, kind in enumerate(kinds) if kind is not Kind.BODY]
    for index, name, start in _named(features, outside):
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        said = features[index].text
        if any(whole.search(features[at].text) and features[at].text != said for at in outside):
            begin = article.lines[index].start + start
            return Known((name,), "what the page calls itself", begin, begin + len(name))
    return None


def _named(features: Sequence[Feature], outside: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Each line that offers to tell of an outlet, the name in it, and where that begins."""
    for index in outside:
        feature = features[index]
        if len(feature.text) > _LONGEST or _LEADS.isdisjoint(feature.tokens[:2]):
            continue
        found = _ABOUT.match(feature.text)
        if found is None:
            continue
        name = found["name"].rstrip(".")
        words = frozenset(name.lower().split())
        if words.isdisjoint(_NO_NAME) and not words <= _NO_NAME_ALONE and _is_outlet(name):
            yield index, name, found.start("name")


def _is_outlet(name: str) -> bool:
    letters = sum(map(str.isalnum, name))
    begins = name.partition(" ")[0].lower() in ARTICLES
    return letters >= _SHORTEST and is_outlet_name(name) and (begins or not is_person(name))
