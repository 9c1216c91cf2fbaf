"""What a copied page calls itself: the name that its own offers, addresses and titles share.

A section stands in a menu beside other sections, an owner in a copyright line. The outlet's name
stands where a page speaks of what is its own (“Gazette newsletter”, “Jetzt Gazette testen”), in
its addresses, its title and its copyright line. What two such places share is the outlet's.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, field

from briefing.cleaning.houses import ARTICLES, is_outlet_name, is_owner, without_company
from briefing.cleaning.known import Known
from briefing.cleaning.lines import Feature
from briefing.cleaning.menu_names import alone, further, series
from briefing.cleaning.sites import squeezed
from briefing.model.source import Article, Kind
from briefing.text.lazy import Lazy

_OFFERS = frozenset(
    "newsletter newsletters app apps logo homepage shop store plus premium podcast podcasts archiv "
    "archive archives e-paper epaper mediathek testen abonnieren abo abos abonnement abonnements "
    "subscription subscriptions subscriber subscribers club team redaktion newsroom redactie "
    "redaksjonen redaktionen application aplicación aplicativo applicazione aplikacja aplikace "
    "aplikasi uygulaması suscripción suscripciones assinatura abbonamento abbonamenti prenumerata "
    "předplatné boutique tienda loja redacción redação redazione rédaction redakcja redakce "
    "hemeroteca channel startseite приложение редакция редакции подписка додаток редакція".split()
)
"""What a page has of its own, named beside its name, before or behind it."""
_OWN = {
    word: word.removesuffix("s").removesuffix("nement").removesuffix("nieren")
    for word in (
        "shop store club app apps newsletter newsletters podcast podcasts mediathek redaktion testen "
        "abonnieren abo abonnement archiv plus premium logo homepage"
    ).split()
}
"""Those that a name with two of them right behind it is the page's own by, each as its stem."""
_SOCIAL = frozenset("facebook twitter instagram youtube whatsapp telegram tiktok linkedin".split())
_ON = frozenset("on auf op sur en su no på bei".split())
_NEVER = frozenset(
    "follow folge folgen suivez suivre sigue siga síguenos siguenos segui seguici volg följ følg obserwuj "
    "śledź share teile teilen partager partagez compartir comparte condividi deel dela udostępnij like "
    "find join besuche "
    "zur zum den dem im am bei mit für la il de du des aus tip live artikel article articles "
    "alle untermenü menü all alles weitere unser unsere unseren meine mein my mijn "
    "mon ma neue news sie e per auf der die das le la les el los the our your de app jetzt now "
    "home digital online mobile media audio video video's print gratis free daily weekly email "
    "mail whats google apple android ios windows amazon spotify facebook twitter instagram youtube "
    "whatsapp telegram tiktok linkedin download get menu more mehr latest top best all".split()
)
"""Words that are no outlet's name by themselves."""
_MARKED = _OFFERS | _SOCIAL
_SMALL = 3
"""Small words or marks between a name and what is its own (“app of the Gazette”)."""
_LINE_WORDS = 14
_OFFER_WORDS = 8
_NAME_WORDS = 5
_HEADLINE = 4
"""Words from which on a part of a line can be a headline."""
_ALIKE = 4
"""Letters that a name and an address, or a longer name, must begin with alike."""
_BODY = Kind.BODY
_WEIGHTS = {"title": 4, "address": 3, "offer": 2, "series": 2}
"""What the kinds of places say of a name; others, where owners stand, too, say the least."""
_ENOUGH = 3
_LOOSE = frozenset(("series", "offer", "further stories"))
"""Signs that a town or a section may have together, too."""
_PIECE = Lazy(r"[\w.'’&+]+(?:-[\w.'’&+]+)*|[^\w\s]")
_RIGHTS = Lazy(r"©|ⓒ|opyright|\(c\)")
_WHOLE_PAGE = 60
"""Lines without the article's from which on a copy is one of a whole page."""
_GENERIC = frozenset(
    "The News Online Digital International Independent Press National Daily".split()
)
"""Words that may stand anywhere."""
_PART = Lazy(r"(?:(?!\s[|–—·*»•-]\s|[|ㅣ｜]|--|――).)+")
_AROUND = " |–—·*»•-ㅣ｜―"
_NO_NAME = Lazy(r"[?!:,„“”「」【】\"«»]|(?:19|20)\d\d| [a-zß-ÿ]{3,}")
_TLD = Lazy(r"\.[A-Za-z]{2,4}$")
_DOT = Lazy(r"\.(?=[^\W\d_])")
"""The dot of an address; those of sentences have a space behind them."""
_ADDRESS = Lazy(
    r"[(<«„“]?((?:[\w-]+\.)+(?:com|org|net|info|tv|eu|news|co|[a-z]{2}))(?![\w-])", re.IGNORECASE
)
_SECOND_LEVEL = frozenset("co com org net gov ac or ne edu www".split())
_FOREIGN = frozenset(
    "facebook twitter youtube instagram google apple whatsapp tiktok linkedin pinterest wordpress "
    "telegram t x youtu wikipedia adobe microsoft spotify amazon bit goo reddit flipboard flickr "
    "tumblr vimeo soundcloud snapchat disqus paypal blogspot blogger creativecommons feedburner "
    "gettyimages shutterstock cloudflare office outlook gmail".split()
)
"""Sites that all pages point to."""


class Calling(Struct):
    """A name by which a page calls itself: where it first stands, and what speaks for it.

    `offers` are the things right behind it in short lines (“Gazette Shop”).
    """

    name: str
    start: int
    signs: set[str] = field(default_factory=set)
    offers: set[str] = field(default_factory=set)

    def weight(self) -> int:
        """How much speaks for it."""
        return sum(_WEIGHTS.get(sign, 1) for sign in self.signs)


def self_name(
    article: Article,
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    others: Sequence[Known],
) -> Known | None:
    """The name that two kinds of places share: the copy's first line, offers, addresses, `others`.

    `others` are the names that copyright lines and the like give.
    """
    found: dict[str, Calling] = {}
    for start, name in _titled(article):
        _note(found, name, start, "title")
    for known in others:
        if known.start is not None:
            _note(found, without_company(known.values[0]), known.start, known.found_in)
    _note_offers(found, article, features, kinds)
    addresses, sure = _addresses(article, kinds)
    best = _likeliest(found, addresses)
    if best is None and (found or sure):
        _note_menus(found, article, features, kinds, sure)
        best = _likeliest(found, addresses)
    if best is None:
        return None
    name = _bare(best.name, addresses)
    return Known((name,), "what the page calls itself", best.start, best.start + len(name))


def _likeliest(found: dict[str, Calling], addresses: Collection[str]) -> Calling | None:
    """The name for which most speaks, if that is enough."""
    offered = {key for key, calling in found.items() if "offer" in calling.signs}
    for key, calling in found.items():
        if any(_is_same(key, site) for site in addresses):
            calling.signs.add("address")
        if any(other.startswith(key) for other in offered) and len(key) >= _ALIKE:
            calling.signs.add("offer")
        if len(calling.offers) > 1:
            calling.signs.add("several offers")
    ranked = sorted(
        (-calling.weight(), key not in addresses, -len(calling.name), key)
        for key, calling in found.items()
        if len(calling.signs) > 1 and not calling.signs <= _LOOSE
    )
    if not ranked or -ranked[0][0] < _ENOUGH:
        return None
    return found[ranked[0][-1]]


def _addresses(article: Article, kinds: Sequence[Kind]) -> tuple[set[str], set[str]]:
    """The sites named on the page, outside its article; and those of them that one writes or goes to.

    A partner's is mostly named as “gazette.com”, the page's own as “www.gazette.com”, “desk@gazette.com”.
    """
    text = article.text
    starts: list[int] = []
    named: set[str] = set()
    sure: set[str] = set()
    for at, site in _sites(text):
        starts = starts or [line.start for line in article.lines]
        if kinds[max(0, bisect_right(starts, at) - 1)] is _BODY:
            continue
        named.add(site)
        if text.startswith("www.", at) or (at > 0 and text[at - 1] in "@/"):
            sure.add(site)
    return named, sure


def _note_menus(
    found: dict[str, Calling],
    article: Article,
    features: Sequence[Feature],
    kinds: Sequence[Kind],
    addresses: Collection[str],
) -> None:
    """Note the names that menus show to be the page's, as far as its address or another place has them."""
    ways = {
        "series": series(article, features, kinds),
        "alone": alone(article, features, kinds, addresses),
        "further stories": further(article, features),
    }
    for sign, names in ways.items():
        for start, name in names:
            key = _key(name)
            if name.lower() not in _NEVER and (key in found or key in addresses):
                _note(found, name, start, sign)


def _bare(name: str, addresses: Collection[str]) -> str:
    """“Gazette” of “Gazette’s newsletter”, where the page's address has no such ending."""
    bare = name.removesuffix("’s").removesuffix("'s")
    return bare if squeezed(bare) in addresses and squeezed(name) not in addresses else name


def own_rights(
    features: Sequence[Feature], kinds: Sequence[Kind], signs: Sequence[tuple[Known, bool]]
) -> Iterator[tuple[Known, bool]]:
    """Those of `signs` that are no owner's: a page that names the outlet does so in other places, too."""
    others = [
        feature.text
        for feature, kind in zip(features if signs else (), kinds, strict=False)
        if kind is not _BODY
    ]
    for known, bare in signs:
        name = known.values[0]
        if known.found_in == "heading of further stories":
            # “More from Gazette Media” names who shows them, and claims no rights.
            yield known, bare
            continue
        if name != without_company(name):
            continue
        if known.found_in == "copyright line" and _is_no_site(
            name, [each.text for each in features]
        ):
            continue
        words = [word for word in name.split() if word not in _GENERIC and not word.islower()]
        marks = {max(words, key=len), *filter(str.isupper, words)} if words else {name}
        if len(others) < _WHOLE_PAGE or _stands_in(others, marks):
            yield known, bare


def _is_no_site(name: str, lines: Sequence[str]) -> bool:
    """Whether a name is a company's of which no address on the page has a word."""
    if not is_owner(name, lines):
        return False
    sites = [site for _, site in _sites("\n".join(lines))]
    words = [squeezed(word) for word in name.split() if len(word) >= _ALIKE]
    return not any(word in site for word in words for site in sites)


def _stands_in(lines: Sequence[str], names: Collection[str]) -> bool:
    """Whether one of the `lines` that claim no rights has one of the `names`."""
    having = (line for line in lines if any(name in line for name in names))
    return any(not _RIGHTS.search(line) for line in having)


def _titled(article: Article) -> Iterator[tuple[int, str]]:
    """What a copy's first line, often the page's own title, names before or behind a headline."""
    line = article.lines[0]
    parts = list(_PART.finditer(article.text, line.start, line.end))
    if all(part.group().count(" ") < _HEADLINE for part in parts):
        return
    for part in parts if len(parts) > 1 else ():
        name = part.group().strip(_AROUND)
        start = part.start() + part.group().index(name)
        if name.count(" ") < _NAME_WORDS and is_outlet_name(name) and not _NO_NAME.search(name):
            yield start, name


def _note_offers(
    found: dict[str, Calling], article: Article, features: Sequence[Feature], kinds: Sequence[Kind]
) -> None:
    """Note the names beside what a page has of its own, in lines outside the article."""
    for index in [at for at, each in enumerate(features) if not _MARKED.isdisjoint(each.tokens)]:
        feature = features[index]
        if kinds[index] is not _BODY and len(feature.tokens) > 1 and feature.count <= _LINE_WORDS:
            for start, name, offer in _offered(feature.text):
                calling = _note(found, name, article.lines[index].start + start, "offer")
                if offer and feature.count <= _OFFER_WORDS:
                    calling.offers.add(offer)


def _key(name: str) -> str:
    """What names of one outlet share: no article, no mark, no ending of an address."""
    first, _, rest = _TLD.sub("", name).partition(" ")
    return squeezed(rest if rest and first.lower() in ARTICLES else f"{first}{rest}")


def _note(found: dict[str, Calling], name: str, start: int, sign: str) -> Calling:
    calling = found.setdefault(_key(name), Calling(name, start))
    calling.signs.add(sign)
    if _TLD.search(calling.name) and not _TLD.search(name):
        calling.name, calling.start = name, start  # “Gazette” rather than “Gazette.co”
    return calling


def _is_same(name: str, site: str) -> bool:
    """Whether a site's name is an outlet's, or one begins with the other."""
    alike = name.startswith(site) or site.startswith(name)
    return name == site or (alike and min(len(name), len(site)) >= _ALIKE)


def _sites(text: str) -> Iterator[tuple[int, str]]:
    """The names in the addresses of a text, each with its place: “gazette” of “www.gazette.co.uk”."""
    end = 0
    for found_dot in _DOT.finditer(text):
        dot = found_dot.start()
        if dot < end or not text[dot - 1 : dot].isalnum():
            continue
        end = dot + 1
        begin = max(text.rfind(sign, 0, dot) for sign in " \n/@") + 1
        found = _ADDRESS.match(text, begin)
        if found is None:
            continue
        end = max(end, found.end())
        parts = found[1].lower().split(".")[:-1]
        while len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
            parts.pop()
        if parts[-1] not in _FOREIGN:
            yield begin, squeezed(parts[-1])


def _offered(words: str) -> Iterator[tuple[int, str, str]]:
    """Each name beside what a page has of its own: where it starts, and what is right behind it."""
    pieces = list(_pieces(words))
    small = [piece.lower() for _, piece in pieces]
    for index, word in enumerate(small):
        if word in _OFFERS or (word in _SOCIAL and index and small[index - 1] in _ON):
            runs = [_run(pieces, index, -1), _run(pieces, index, 1)]
        else:
            continue
        for run, after in zip(runs, (True, False), strict=True):
            if named := _name(words, run):
                right = after and run[-1] == pieces[index - 1] and word in _OWN
                # One word before “on Facebook” may be a verb in any language.
                elsewhere = word in _SOCIAL and " " in named[1]
                yield *named, _OWN[word] if right else word if elsewhere else ""


def _pieces(words: str) -> Iterator[tuple[int, str]]:
    """The words and marks of a line, each with its start; “Gazette-Shop” as two."""
    for piece in _PIECE.finditer(words):
        word = piece.group()
        head, _, last = word.rpartition("-") if "-" in word else ("", "", "")
        if head and last.lower() in _MARKED and word.lower() not in _MARKED:
            yield piece.start(), head
            yield piece.end() - len(last), last
        else:
            yield piece.start(), word


def _run(pieces: Sequence[tuple[int, str]], index: int, step: int) -> list[tuple[int, str]]:
    """The capitalised words nearest to the one at `index` in one direction, a few others between."""
    at = index + step
    while 0 <= at < len(pieces) and abs(index - at) <= _SMALL and not _is_capital(pieces[at][1]):
        at += step
    run = []
    while 0 <= at < len(pieces) and _is_capital(pieces[at][1]):
        run.append(pieces[at])
        at += step
    return run[::step]


def _is_capital(word: str) -> bool:
    return (word[0].isupper() or word[0].isdigit()) and word.lower() not in _MARKED


def _name(words: str, run: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """The words of `run`, if they can be a name."""
    while run and run[0][1].lower() in _NEVER:
        run = run[1:]
    while run and run[-1][1].lower() in _NEVER:
        run = run[:-1]
    if not run or len(run) > _NAME_WORDS:
        return None
    start = run[0][0]
    name = words[start : run[-1][0] + len(run[-1][1])]
    name = name.removesuffix(".") if name.count(".") == 1 else name  # “F.A.Z.” keeps its own
    return (start, name) if len(name) > 1 and not name.isdigit() and is_outlet_name(name) else None
