"""The house that a document names as its own; never an outlet that it only quotes."""

import re
from collections.abc import Iterable

from msgspec import Struct

from briefing.cleaning.marks import AGENCIES
from briefing.cleaning.names import is_person
from briefing.cleaning.rights_abroad import HOLDERS, SIGNS
from briefing.model.source import Kind
from briefing.text.lazy import Lazy

_HOUSE = r"(?P<house>(?:The )?[A-Z][\w.’'&-]*(?: (?:of |the |and |& )?[A-Z0-9][\w.’'&-]*){0,4})"
DATELINE = re.compile(
    rf"^[A-Z][\w.,’' /-]{{1,50}}?,? ?\((?:{_HOUSE})(?: \([a-z]+\))?\) ?[—–-]{{1,2}} ?"
)
_OUTLET_WORD = Lazy(
    r"\b(?:Media|News|Times|Post|Magazine|Journal|Herald|Tribune|Today|Daily|Weekly|Review|Gazette|"
    r"Press|Radio|TV|Television|Network|Insider|Standard|Guardian|Telegraph|Observer|Chronicle|Mail|"
    r"Globe|Independent|Courier|Dispatch|Bulletin|Monitor|Wire|Sentinel|Examiner|Register|Star|Sun)\b"
)
_WRITERS = r"(?:reporter|journalist|correspondent|writer|editor|columnist|producer)"
_ASKED = r"(?:has |have )?(?:contacted|reached out to|approached|e-?mailed)"
_NOTES = (
    ("", Lazy(rf"^{_HOUSE} {_ASKED}\b"), "note that it asked for comment"),
    ("", Lazy(rf"\b{_WRITERS} (?:for|at|with) {_HOUSE}"), "note on the author"),
)
_YEAR = r"(?:(?:19|20)\d\d(?:[-–—]\d+)?,? )?"
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻČŠŽĐİŞА-ЯЁІЇЄҐΑ-Ω가-힣一-鿿ァ-ヶ"
_HOLDER = (
    r"(?P<house>[\w-]+\.[a-z]{2,4}\b|"
    r"[А-ЯЁІЇЄҐ][^\s,.»|©]*(?: [^\s,.»|©]+){0,3}(?=[,.»|]|$)|"
    r"(?!(?:جميع|كل|كافة) الحقوق|الحقوق)[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){0,3}(?=[,.|–-]|$)|"
    rf"(?:The )?[{_CAPITAL}][\w.’'&\u2011-]*"
    r"(?: (?:(?:of|the|and|&|de|du|des|la|del|della|di|do|da|dos|der|y|et|und|für|fuer|for|van|för|"
    r"og|och) )?"
    rf"(?:[{_CAPITAL}0-9][\w.’'&\u2011-]*|\([A-Z]\w+\)(?= [A-Z]))){{0,6}})"
)
"""A name: with the place that companies carry in brackets, “(Mysore) Private Ltd”; an address, “lund.de”;
in Cyrillic, where only the first word begins with a capital, up to the next mark."""
_COPYRIGHT = Lazy(
    rf"(?<![Ii]mage )(?<![Pp]hoto )(?<![Pp]icture )(?<![Pp]hotograph )"
    rf"(?:(?:©|\(c\)|[Cc]opyright)\W*)+(?:All [Rr]ights [Rr]eserved,? )?{_YEAR}"
    rf"(?:by |[-–—|] |(?:(?:АО|ООО|ПАО|ЗАО|PT|SA|S\.A\.) )?[«“\"])?{_HOLDER}"
)
"""That of a picture (“Image copyright Getty Images”) says nothing of the page."""
_SIGNED = Lazy(rf"^{_HOLDER} ?(?:©|\([cC]\)) ?(?:19|20)\d\d")
"""The name before the sign and the year."""
_HAN_HOUSE = r"(?P<house>(?![未不请請本侵翻违違所归歸任禁严嚴版])[一-鿿]{2,12}?)(?=[^一-鿿]|版|$)"
_YEAR_BEFORE = len("2024 ")
_CLAIM = Lazy(
    r"\b(?:19|20)\d\d\b|[Cc]opyright|版[权權]|著作権|無断|무단|저작권|محفوظة|зарегистр|"
    r"(?i:rights|rechte|droits|derechos|direitos|diritti)"
)
"""What stands near the sign of a page and not near that of a picture: a year, or the rights."""
_LISTED = Lazy(
    rf",(?: (?:[{_CAPITAL}][\w-]+,? )?(?:und|and|et|e|y|&) [{_CAPITAL}][\w-]+|"
    rf"(?: [{_CAPITAL}][\w-]+,?){{1,3}} (?:und|and|et|e|y|&) [{_CAPITAL}][\w-]+)"
)
"""The rest of a name that lists things: “Ministry of Trade, Ports and Fisheries”."""
_BESIDE_TAKER = Lazy(rf"\s*[/|] ?[{_CAPITAL}]")
"""Who took the picture, behind the agency or the place: “© Lund Tourism / Ada Moss”."""
_MOST_CAPITALS = 4
"""Words of a name in capitals; more are a motto."""
_LINKS = Lazy(r"([a-zß-ÿ])(?:[A-ZÄÖÜ][a-zß-ÿ]{3,}){2,}.*")
"""Words of a row of links to which a copy has glued the name before them."""
_SENTENCE_END = Lazy(r"(?<=\w{3})\. .*$")
_PICTURES = Lazy(
    r"(?:.*\b(?:Images?|Photos?|Pictures?)|Shutterstock|iStock|Alamy|Maxar.*|NurPhoto|ZUMA.*)$"
)
"""Who sells pictures, and no papers."""
_BYLINE = "byline of its staff"
COPYRIGHT_LINE = "copyright line"
_FOOT = (
    ("taff", Lazy(rf"^By {_HOUSE} [Ss]taff(?: (?:[Ww]riter|[Rr]eporter)s?)?$"), _BYLINE),
    ("Skip to more", Lazy(rf"^\W*(?:\d+\.\s*)?Skip to more {_HOUSE} sites?$"), "site menu"),
    ("More ", Lazy(rf"^\W*More from {_HOUSE}\W*$"), "heading of further stories"),
    ("opyright", _COPYRIGHT, COPYRIGHT_LINE),
    ("©", _COPYRIGHT, COPYRIGHT_LINE),
    ("(c)", _COPYRIGHT, COPYRIGHT_LINE),
    ("©", _SIGNED, COPYRIGHT_LINE),
    ("所有", Lazy(rf"^{_HAN_HOUSE} ?版[权權]所有"), COPYRIGHT_LINE),
    ("所有", Lazy(rf"版[权權]所有\W{{0,4}}{_YEAR}\W{{0,2}}{_HAN_HOUSE}"), COPYRIGHT_LINE),
    *((word, pattern, COPYRIGHT_LINE) for word, pattern in HOLDERS),
    ("is the property of", Lazy(rf"^Copyright of {_HOLDER} is the property of\b"), COPYRIGHT_LINE),
    ("committed to", Lazy(rf"^{_HOUSE} is committed to\b"), "note on the house"),
    ("uses AI", Lazy(rf"\bhow {_HOUSE} uses AI\b"), "note on the house"),
)
"""Each pattern with words that it needs, which are looked for first."""
_NO_HOUSE = re.compile(
    r"(?:All|Copyright|Rights|This|Our|Your|The|Alla|Alle(?: Rechte)?|Alt|Ansvarlig|Licencja|Reservados|"
    r"Todos|Todas|Tous|Tutti|Wszelkie|Wszystkie|.|Dies\w+ .*|"
    r"(?:Disclaimer|Privacy|Policy|Terms|Trademarks?|Information|Contents?|Notice|Contact|"
    r"Creative Commons|Factiva|LexisNexis|ProQuest|"
    r"Foto|Images?|Texte?|Редакция|Все права|Riproduzione|RIPRODUZIONE)\b.*)?"
    r"(?: (?:Rights )?\d+)?$"
)
_OWNER = re.compile(
    r"\b(?:GmbH|SE|S\.?A|S\.p\.A|A/S|KG|Verlag|Holdings?|Mediengruppe|Newspapers|Publishing|"
    r"Publications|Editorial|Deutschland)\b"
)
"""A company that owns papers, and is none."""
_COMPANY = Lazy(
    r"(?:(?: News)? (?:&|and) Media| (?:Media|Medien|Group|Gruppe|Mediengruppe|Mediagroup|Co|Company|Corp|"
    r"Communications|Publications|Publishing|Interactive|Enterprises|Network|Ventures|Partners|"
    r"Broadcasting|Entertainment|US|UK))+$"
)
"""How names of companies end that own papers; what stands before may be a paper’s name."""
_TAIL = re.compile(
    r"(?:\.|,)? (?:(?:19|20)\d\d|All|LLC|Inc|Private|Pvt|Pty|Ltd|Limited|PLC|AB|N\.V|B\.V|S\.L|"
    r"Corporation|Copyright|and (?:its|affiliated)|Todos|Todas|Tous|Tutti|Alle)\b.*$|[.,]$"
    r"| ?(?:版[权權]所有|保留所有|未经|未經|無断|무단).*$"
)


_LEGAL = Lazy(
    r"^(?P<paper>.+?)(?: (?:Deutschland|Schweiz|Österreich|Online|Digital|International))*,? "
    r"(?:(?:GmbH|mbH|AG|SE|KG|S\.?A|S\.?L|A/S|AS|AB|OY|Ltd|LLC|Inc)\b.*|S\.p\.A.*|S\.r\.l.*)$"
)
_FORM = Lazy(
    r"(?:[ ,.&]| e | and )*(?:[A-Z][\w-]+ )?(?:Ltd|Limited|LLC|Inc|Corp|PLC|B\.?V|S\.?A|N\.?V|GmbH|AG|"
    r"AB|ASA|S\.?p\.?A|S\.?r\.?l|Pty|Pvt|Private|Participações|L\.?P)\b"
)
"""The legal form of a company, right behind its name or behind a word more."""
_PAPER_WORD = Lazy(
    r"\b(?:Zeitung|Anzeiger|Rundschau|Tag(?:e)?blatt|Morgenpost|Abendblatt|Abendzeitung|Kurier|Nachrichten|"
    r"Volksblatt|Courant|Dagblad(?:et)?|Avis(?:en)?|Gazet[at]|Gazzetta|Giornale|Corriere|Messaggero|Diario|"
    r"Periódico|Jornal|Journal|Insider|Times|Post|Herald|Tribune|Gazette|Chronicle|Observer|Telegraph)\b"
)


def paper_of(company: str) -> str | None:
    """The paper whose name a company bears before its legal form: “Hafen Zeitung GmbH”."""
    found = _LEGAL.match(company)
    name = found["paper"] if found else ""
    return name if " " in name and _PAPER_WORD.search(name) and not _OWNER.search(name) else None


def is_owner(name: str, lines: Iterable[str]) -> bool:
    """Whether a legal form follows `name` wherever it stands, and it is not one that papers have."""
    behind = [text.partition(name)[2] for text in lines if name in text]
    papers = _OUTLET_WORD.search(name) or _PAPER_WORD.search(name)
    return bool(behind) and all(map(_FORM.match, behind)) and not papers


def without_company(name: str) -> str:
    """“Gazette Media Group” as “Gazette”; other names as they are."""
    return _COMPANY.sub("", name)


def has_outlet_word(name: str) -> bool:
    """Whether a word of `name` is one that papers and stations are called by (“Gazette”)."""
    return _OUTLET_WORD.search(name) is not None


def is_outlet_name(name: str) -> bool:
    """Whether the name at the end of a page's title can be the outlet's: a section's is none.

    It begins with a capital, maybe behind an article (“la Gazette”), or is an address (“lund.de”).
    """
    first, _, rest = name.partition(" ")
    if _SAID.search(name):
        return False
    begins = not first[:1].islower() or (first in ARTICLES and rest[:1].isupper())
    return (begins or bool(_SITE.fullmatch(name))) and name.casefold() not in _SECTIONS


def _owns_no_paper(name: str, whole: str, *, foot: bool) -> bool:
    """Whether a copyright line names a company, or an agency or person who took a picture."""
    if _OWNER.search(whole):
        return True
    pictured = is_person(name) or name.lower() in AGENCIES
    return not foot and pictured and not _OUTLET_WORD.search(name)


def _claims(words: str, sign: int) -> bool:
    """Whether more than a sign at `sign` says that the page is somebody's."""
    near = _CLAIM.search(words, max(0, sign - _YEAR_BEFORE))
    return near is not None or "eserved" in words


_SAID = Lazy(r"[,!?:]| (?!(?:della|delle|degli|para|voor|over)\b)[a-zß-ÿ]{4,}\b(?!\.)")
"""What names have not and slogans and places do: a comma, a word in small letters."""
ARTICLES = frozenset("the la le il el lo de het der die das o a".split())
_SITE = Lazy(r"[\w-]+(?:\.[\w-]+){0,2}\.[a-z]{2,4}")
"""The address of a site: “lund.de”."""
_SECTIONS = frozenset(
    "politik wirtschaft sport kultur wissen wissenschaft panorama lokales regional meinung ausland "
    "inland deutschland nachrichten politics business opinion world sports culture technology tech "
    "science health lifestyle entertainment travel national international politique économie "
    "société monde política economía deportes cultura sociedad mundo internacional opinión politica "
    "economia cronaca esteri esporte politiek economie binnenland buitenland polityka gospodarka "
    "świat kraj политика экономика общество мир спорт".split()
)
"""Sections, which pages name behind their title as they do the outlet."""


RIGHTS = ("©", "ⓒ", *SIGNS)
"""One of these stands in lines that claim rights, whatever else does."""


class Sign(Struct, frozen=True):
    """A sign of the house: its name, where in the line it stands, and what kind of place that is.

    A `bare` one, “© Harbour Gazette”, may also be that of a picture.
    """

    name: str
    start: int
    found_in: str
    bare: bool = False


def own_house(words: str, kind: Kind, *, opens: bool, foot: bool = True) -> Sign | None:
    """The house that this line names as the document's own.

    `opens` marks the first paragraph; `foot` lines are below the article, where no pictures are.
    """
    if opens:
        found = DATELINE.match(words)
        if found and found["house"].lower() not in AGENCIES:
            return Sign(found["house"], found.start("house"), "dateline")
    if kind is Kind.BODY:
        return None
    for clue, pattern, place in _NOTES if kind is Kind.NOTE else _FOOT:
        if clue in words and (found := pattern.search(words)):
            sign = _sign(words, found, place, foot=foot)
            # A row of links may look like a name before the sign.
            if sign and (pattern is not _SIGNED or _has_no_word_twice(sign.name)):
                return sign
    return None


def _sign(words: str, found: re.Match[str], place: str, *, foot: bool) -> Sign | None:
    """What is `found` in a line, if it can be the house: no picture's taker, no company, no motto."""
    held = _held(words, found) if place == COPYRIGHT_LINE else found["house"]
    name = _TAIL.sub("", _SENTENCE_END.sub("", _LINKS.sub(r"\1", held)))
    if _NO_HOUSE.match(name) or _PICTURES.match(name):
        return None
    start = found.start("house")
    if place != COPYRIGHT_LINE:
        outlet = _OUTLET_WORD.search(name)
        nobody = place == _BYLINE and (
            " " not in name or name.lower() in AGENCIES or (is_person(name) and not outlet)
        )
        other = place == "heading of further stories" and not outlet
        return None if nobody or other else Sign(name, start, place)
    bare = not _claims(words, found.start())
    if bare and _is_of_picture(words, found, name, foot=foot):
        return None
    if name.isupper() and name.count(" ") >= _MOST_CAPITALS:
        return None
    if foot and (paper := paper_of(found["house"])):
        return Sign(paper, start, place, bare)
    return None if _owns_no_paper(name, held, foot=foot) else Sign(name, start, place, bare)


def _held(words: str, found: re.Match[str]) -> str:
    """The whole name of who holds the rights, which may list things, without half a legal form."""
    held, end = found["house"], found.end("house")
    if rest := _LISTED.match(words, end):
        held += rest.group()
    # “Moss A/S”
    return held.rpartition(" ")[0] or held if words.startswith("/", end) else held


def _is_of_picture(words: str, found: re.Match[str], name: str, *, foot: bool) -> bool:
    """Whether a bare sign stands behind a caption, above the foot, or before who took the picture."""
    if words[: found.start()].strip(" *•|—–-"):
        return True
    taken = not foot or _BESIDE_TAKER.match(words, found.end("house"))
    return bool(taken) and not _OUTLET_WORD.search(name)


def _has_no_word_twice(name: str) -> bool:
    words = name.split()
    return len(set(words)) == len(words)
