"""Press releases: the lines that only say what a document is and who issues it, and what ends it.

A release has its issuer where a paper has its name, and below its last paragraph a note on the house, on
contacts and on the risk of what was said: all of it prose, and none of it the news.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.cleaning.known import Known, body_lines
from briefing.cleaning.lines import Feature
from briefing.model.source import Article, Kind
from briefing.text.lazy import Lazy

_HEAD = 12
"""Lines from the top, or above the article, among which one says that it is a release."""
_STEMS = (
    "release", "press", "media", "medien", "prensa", "imprensa", "stampa", "persbericht", "пресс",
    "прес-", "basın", "embargo", "sperrfrist", "tiskov", "tiedote", "プレス", "報道", "보도자료",
    "新闻稿", "新聞稿", "صحفي",
)  # fmt: skip
"""One of these stands in such a line, which is looked for first."""
_SORT = (
    r"(?:for (?:immediate )?release|immediate release|(?:press|news|media) (?:release|statement|note)|"
    r"press communiqu[ée]|presse(?:mitteilung|aussendung|meldung|information|erklärung)|medienmitteilung|"
    r"communiqué(?: de presse)?|nota de (?:prensa|imprensa)|comunicado de (?:prensa|imprensa)|"
    r"nota à imprensa|comunicato stampa|persbericht|press?(?:e|-)?(?:meddelande|melding|meddelelse)|"
    r"(?:lehdistö)?tiedote|komunikat prasowy|tisková zpráva|пресс-релиз|прес-реліз|"
    r"basın (?:bülteni|açıklaması)|(?:プレスリリース|報道発表)(?:資料)?|보도자료|(?:新闻|新聞)稿|بيان صحفي)"
)
_NAME = r"(?P<house>[^\W\d_][^|:;!?]{2,70}?)"
_PART = r"[|·•:–—-]"
_KIND_LINE = Lazy(
    rf"^\W*(?:{_NAME} ?{_PART} ?)?{_SORT}"
    rf"(?: ?(?:{_PART}|/|,|n[or°º]\.?|number|vom|of|du|del|от|№|\()? ?"
    r"(?:[\w./-]*\d[\w./-]*|date|datum|[^\W\d_]{3,10}\.?|[|·•:–—/()-])){0,9}\W*$",
    re.IGNORECASE,
)
_NO_HOUSE = Lazy(r"^(?:for|embargo\w*|date|home|news|contact|media|press)\b", re.IGNORECASE)
_BODY_OF_STATE = Lazy(
    r"^(?:the )?(?:ministry|department|embassy|government|directorate|secretariat|agency|council|"
    r"commission|bundesministerium|ministerium|staatskanzlei|bundesamt|auswärtiges amt|botschaft|"
    r"ministère|ambassade|préfecture|ministerio|embajada|ministero|ambasciata|ministério|ministerie|"
    r"ministerstwo|министерство|посольство|міністерство)\b|"
    r"^(?:\w+ ){1,4}(?:ministry|commission|council|agency|authority|foundation|institute|secretariat|"
    r"department|union|parliament)$|^[\u3041-\u9fff]{1,10}[省庁厅部局]$",
    re.IGNORECASE,
)
_EMBARGO = Lazy(
    r"^\W*(?:(?:strictly )?embargo(?:ed)?\b|under embargo\b|sperrfrist\b|sous embargo\b|embargado\b|"
    r"bajo embargo\b|эмбарго\b).{0,20}?(?:\d|\b(?:until|till|for|bis|jusqu|hasta|до)\b).{0,60}$",
    re.IGNORECASE,
)
EMBARGO = (
    "It is under an embargo, as it says above its headline:"
    " look whether the time has come before you pass it on."
)
_NAME_WORDS = 10
_ORIGINAL = Lazy(r"^Original-Content von: (?P<house>.{3,80}), übermittelt\b")
_ISSUED_BY = Lazy(r"^SOURCE:? (?P<house>(?:The )?[A-Z0-9][^:]{2,70})\s*$")
_ABOUT = Lazy(
    r"^\W*(?:About|Über|À propos (?:de |du |d[’'])|Acerca de|Sobre|Om|Over|О компании) ?"
    r"(?P<house>(?:the |The |la |le |el |die |das |der )?[^\W\d_a-z].{1,60}?)\W*$"
)
_ENDED = Lazy(
    r"^\W*(?:# ?# ?#|-? ?30 ?-|[-–—*\s]*(?:ends?|ende|fin|fine|slut)[-–—*\s.]*)\W*$", re.IGNORECASE
)
"""What stands below the last line of a release."""
_BELOW = Lazy(
    r"^\W*(?:(?:(?:media|press|news|investor) (?:and (?:media|press|investor) )?)?"
    r"(?:contacts?|enquir|inquir)\w*|"
    r"(?:forward|future)[- ]looking (?:statements?|information)|(?:cautionary|safe harbou?r)\b.{0,60}|"
    r"notes? (?:to|for) (?:the )?editors?|for (?:more|further) information\b.{0,60}|"
    r"(?:presse|medien)?kontakte?|ansprechpartner(?:in)?|(?:rück)?fragen (?:an|bitte an)|"
    r"contacts? (?:presse|médias?)|contacto (?:de )?(?:prensa|medios)|"
    r"hinweise? (?:für|an) (?:die )?redaktion(?:en)?|問い合わせ先|문의|für rückfragen\b.{0,40})\W*$",
    re.IGNORECASE,
)
_HEADING_WORDS = 9
_FEWEST_WORDS = 40
"""Words of a release above what ends it at the least."""


class Release(Struct, frozen=True):
    """The lines that say what it is and whose, its first sentence, and the first line below its end."""

    named: frozenset[int]
    issuer: Known | None
    begins: int
    end: int
    embargo: bool


def find_release(
    article: Article, features: Sequence[Feature], kinds: Sequence[Kind]
) -> Release | None:
    """What shows `article` to be a press release; `None` where nothing does."""
    body = body_lines(kinds)
    if not body:
        return None
    told = _told_issuer(article, features, body[-1])
    begins = next((at for at in body if features[at].prose), body[0])
    said = list(_kind_lines(article, features, begins))
    if not (told or said):
        return None
    head = [*range(min(_HEAD, begins)), *range(max(_HEAD, begins - _HEAD), begins)]
    states = [at for at in head if _is_body_of_state(features[at])] if said else []
    end = _end(features, body)
    issuer = (
        told
        or next((known for _, known in said if known), None)
        or _whole(article, states)
        or (_about(article, features, end) if end < len(features) else None)
    )
    embargo = any(_EMBARGO.match(features[at].text) for at, _ in said)
    named = frozenset([*(at for at, _ in said), *states])
    return Release(named, issuer, begins if said else 0, end, embargo)


def as_release(kinds: Sequence[Kind], release: Release) -> tuple[Kind, ...]:
    """`kinds` with what names the release, and without what stands above and below its sentences."""
    return tuple(
        Kind.SECTION
        if index in release.named
        else Kind.BOILERPLATE
        if index < release.begins and kind is Kind.BODY
        else Kind.NOTE
        if index >= release.end and kind in (Kind.BODY, Kind.HEADING, Kind.TEASER)
        else kind
        for index, kind in enumerate(kinds)
    )


def _kind_lines(
    article: Article, features: Sequence[Feature], first: int
) -> Iterator[tuple[int, Known | None]]:
    """The lines above the article that say that it is a release, with the house they name."""
    head = article.lines[: first + 1]
    above = min(first, _HEAD)
    top = article.text[: head[above].start].lower()
    if first > _HEAD:
        top += article.text[head[max(above, first - _HEAD)].start : head[first].start].lower()
    if not any(stem in top for stem in _STEMS):
        return
    for index in (*range(above), *range(max(above, first - _HEAD), first)):
        if _EMBARGO.match(features[index].text):
            yield index, None
        found = _KIND_LINE.match(features[index].text)
        if found is None:
            continue
        house = found["house"]
        if not house or len(house.split()) > _NAME_WORDS or _NO_HOUSE.match(house):
            yield index, None
            continue
        yield index, _known(article, index, found, "line of the press release")


def _known(article: Article, index: int, found: re.Match[str], how: str) -> Known:
    """The house that a pattern found in that line, and where it stands."""
    start = article.lines[index].start + found.start("house")
    house = found["house"]
    return Known((house,), how, start, start + len(house))


def _is_body_of_state(feature: Feature) -> bool:
    """Whether a line is the name of a ministry, an office, a commission, and nothing else."""
    return (
        feature.count <= _NAME_WORDS
        and not feature.ends
        and feature.text[0].isalpha()
        and not feature.text[0].islower()
        and _BODY_OF_STATE.search(feature.text) is not None
        and not any(map(str.isdigit, feature.text))
        and _is_named(feature.text)
    )


def _is_named(words: str) -> bool:
    """Whether the words are a name's: a headline has a verb in small letters."""
    small = [word for word in words.split() if word[0].islower()]
    return all(len(word) <= 4 for word in small)  # noqa: PLR2004 - “of the”, “for”, “und”


def _whole(article: Article, lines: Sequence[int]) -> Known | None:
    """The name that the first of `lines` is."""
    if not lines:
        return None
    line = article.lines[lines[0]]
    return Known(
        (article.text[line.start : line.end],), "line of the issuing body", line.start, line.end
    )


def _told_issuer(article: Article, features: Sequence[Feature], last: int) -> Known | None:
    """The issuer that a service for releases names in a line below the article."""
    for stem, pattern in (("Original-Content von", _ORIGINAL), ("SOURCE ", _ISSUED_BY)):
        if stem not in article.text or (pattern is _ISSUED_BY and "Newswire" not in article.text):
            continue
        for index in range(last, len(features)):
            if found := pattern.match(features[index].text):
                return _known(article, index, found, "line of the issuing body")
    return None


def _end(features: Sequence[Feature], body: Sequence[int]) -> int:
    """The first line that is below the release's last paragraph; the number of lines where none is."""
    read = 0
    inside = frozenset(body)
    for index in range(body[0], len(features)):
        feature = features[index]
        if read >= _FEWEST_WORDS and feature.count <= _HEADING_WORDS:
            text = feature.text
            if _ENDED.match(text) or _BELOW.match(text):
                return index
            below = features[index + 1] if index + 1 < len(features) else None
            if below and (found := _ABOUT.match(text)) and _tells_of_itself(found, below):
                return index
        read += feature.count if index in inside else 0
    return len(features)


def _tells_of_itself(found: re.Match[str], below: Feature) -> bool:
    """Whether the paragraph below a heading that offers to tell of a house begins with its name."""
    first = found["house"].split()[0 if found["house"][0].isupper() else -1]
    return below.prose and first in below.text[: len(found["house"]) + 40]


def _about(article: Article, features: Sequence[Feature], end: int) -> Known | None:
    """The house of which the release tells below its end."""
    for index in range(end, len(features) - 1):
        if features[index].count > _HEADING_WORDS:
            continue
        found = _ABOUT.match(features[index].text)
        if found and _tells_of_itself(found, features[index + 1]):
            return _known(article, index, found, "note on the issuing body")
    return None
