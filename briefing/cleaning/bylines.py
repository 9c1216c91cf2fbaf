"""Bylines with something beside the names: a role, a place, a day, other fields on the same line."""

from briefing.cleaning.bylines_abroad import led_abroad
from briefing.cleaning.names import NAME, is_person, is_place
from briefing.text.lazy import Lazy

_BY = (
    r"(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|"
    r"(?:Autor(?:in)?(?:/Autor(?:in)?)?|AUTOR(?:/?IN)?):?|Auteur ?:|Autore:)"
)
_SORT = (
    "(?:Kolumne|Kommentar|Gastbeitrag|Gastkommentar|Analyse|Essay|Reportage|Glosse|Interview|Bericht|"
    "Porträt|Leitartikel|Chronique|Tribune|Enquête|Análisis|Opinión|Crónica)"
)
_OURS = (
    r"(?:(?:unser(?:e[mr])?|notre|nos|nuestr[oa]|nostr[oa]) (?:[\w-]+ )?(?:[Kk]orrespondent(?:in)?|"
    r"[Rr]eporter(?:in)?|[Rr]edakteur(?:in)?|[Mm]itarbeiter(?:in)?|correspondante?|"
    r"envoyée? spéciale?|corresponsal|enviad[oa]|corrispondente|inviat[oa]),?)"
)
"""Who is no more than the house's own: “Von unserer Korrespondentin Ada Moss”."""
_FIRST = 3
"""Words of a line among which what leads to names stands."""
_BY_WORDS = frozenset("von par por di door av af autor autorin autorin/autor auteur autore".split())
"""The words that lead to names."""
_AND = r"(?:, | und | et | e | y | en | og | och | & )"
_AGENCY = r"(?:dpa|afp|AFP|APA|SDA|SID|AP|Reuters|epd|KNA|ANSA|EFE|NTB|TT)"
_LED = Lazy(
    rf"^(?:(?:Eine?|Une?|Un) )?(?:{_SORT} )?{_BY} (?:{_OURS} )?(?P<names>{NAME}(?:{_AND}{NAME}){{0,3}})"
    rf"(?P<also>(?:{_AND}{_AGENCY})?)(?:$|,? \d.*|, [^.!?]{{2,50}}$| \([^()]{{2,40}}\)$| [–|-] .*)"
)
_PIPED = Lazy(
    rf"(?:^|[|·•] ?)(?:[Ww]ritten|[Rr]eported|[Ss]tory) by:? (?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}})"
    r"(?= ?[|·•]|$)"
)
_SLASHED = Lazy(rf"^(?P<names>{NAME}(?: ?[/|] ?{NAME}){{1,3}})$")
_JOINED = Lazy(rf"^{NAME}(?:(?:, |,? and | und | et | y | & ){NAME}){{1,3}}$")
_APART = Lazy(rf"{_AND}| ?[/|] ?|, | and ")
_BEHIND_DAY = Lazy(rf"\d.* by:? (?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}})$")
_BEFORE_DAY = Lazy(
    rf"^(?P<names>{NAME}) (?=\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}[./-]\d\d|"
    r"\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4})"
)
"""A name and the day, with nothing between them: “Ada Moss 3/5/2024 14:26”."""
_LEADER = Lazy(
    r"^(?:.*(?:Autor|AUTOR)(?:/?(?:in|IN))?:?|[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f):? "
)
_AGENCY_LINE = Lazy(
    rf"^(?:{_BY} |[Bb]y:? )?(?P<agency>{_AGENCY}|DPA|dpa|Associated Press|The Associated Press|"
    r"Agence France-Presse|Europa Press|Xinhua|TASS|PAP|ČTK|Ritzau|Belga|ANP|Lusa|MTI|Keystone-SDA)"
    r"(?:$|[ ,|–-]+\d.*$|/[\w]{2,5}$)"
)
_IN_A_ROLE = Lazy(
    rf"^(?P<name>{NAME}) ?(?:[–—|-]|,) ?"
    r"(?:[Jj]ournalist(?:in|e)?|[Rr]eporter(?:in)?|[Kk]orrespondent(?:in)?|"
    r"[Rr]edakt(?:eur(?:in)?|ør|or|orka)|[Rr]édact(?:eur|rice)|[Rr]edattore|[Rr]edattrice|[Pp]eriodista|"
    r"[Gg]iornalista|[Jj]ornalista|[Rr]edactora?|[Dd]ziennikarz|[Dd]ziennikarka)\b"
)
"""A name with what its bearer is: no more, or it goes on with a place."""
_ITS_AUTHOR = Lazy(
    rf"^\W*(?:Autor(?:in)?(?:/(?:Autor(?:in)?|in))?|AUTOR(?:/?IN)?|Auteure?|Autore|Autora?|Forfatter|"
    rf"Författare|Автор|Yazar):? (?P<names>{NAME}(?:{_AND}{NAME}){{0,3}})$"
)
_FIELD = Lazy(r"\s*[|·•/,]\s*|\s+[–—-]\s+")
_LONGEST_ROLE = 80
"""Letters of a line with a name and a role."""
_ROLE_LETTERS = 5
"""Letters of a bracket that may be a role; fewer are a place's."""
_REPORTER = ("기자", "특파원")
_REPORTERS = Lazy(
    r"^[\[【(]?(?:[가-힣]{2,6}[ ,=·]+){0,3}?"
    r"(?:[가-힣]{2,4} ?(?:기자|특파원)(?: ?[(\[]?[\w.+-]+@[\w.-]+[)\]]?)?[ ,·]*)+[\]】)]?"
    r"(?: ?(?:입력|등록|승인|송고)[ :]{1,3}(?:19|20)\d\d[-./년].{0,40})?$"
)
_REPORTER_NAME = Lazy(r"([가-힣]{2,4}) ?(?:기자|특파원)")
_BULLETS = "*•· "
_LEADS = frozenset("by|von|par|por|di|door|av|af|kommentar von|analyse von|written by".split("|"))
_OTHERS = Lazy(
    r"\b(?:Images?|Photos?|Pictures?|Fotos?|Getty|Publishing|Shutterstock|Alamy|Imago|IMAGO|Anadolu|NurPhoto)\b"
    r"|^(?:Le|La|Les|The|Der|Die|Das|El|Los|Il) "
)
"""Who sells pictures, and how papers' names begin."""
_AGO_STEMS = (
    " ago", "vor ", "il y a", "hace ", " siden", "today", "heute", "hui", "hoy", "oggi", "hoje", "dag",
    "dnes", "dzi", "сегодня", "сьогодні", "bugün",
)  # fmt: skip
"""What an age needs, which is looked for first."""
_AGO = Lazy(
    r"\b\d{1,2} (?:second|minute|hour|day|week)s? ago\b|\bvor \d{1,2} (?:Minute|Stunde|Tag)|"
    r"\bil y a \d{1,2} |\bhace \d{1,2} |\b\d{1,2} (?:timer|dager|minutter) siden\b|"
    r"(?i:\b(?:today|heute|vandaag|aujourd[’']hui|hoy|oggi|hoje|idag|i dag|dnes|dzisiaj|dziś|"
    r"сегодня|сьогодні|bugün)\b).{0,8}\b\d{1,2}[:.h]\d\d\b",
)


def joined_authors(words: str) -> tuple[str, ...]:
    """The people whom a line names, two or more, if it has nothing else (“Ada Moss, Per Lund”)."""
    if not any(sign in words for sign in (", ", " and ", " und ", " et ", " y ", " & ")):
        return ()
    names = _APART.split(words.strip()) if _JOINED.match(words.strip()) else []
    if len(names) > 1 and words.strip().endswith(f", {names[-1]}") and is_place(names[-1]):
        names.pop()
    return tuple(dict.fromkeys(names)) if all(map(is_person, names)) else ()


def authors_beside_day(words: str) -> tuple[str, ...]:
    """The people named in one of the fields of a line that dates an article, by itself.

    “3 May 2024, 14:26, Ada Moss”, “Ada Moss, 3 May 2024”, “3 May 2024 by Ada Moss”.
    """
    words = words.strip(_BULLETS)
    if found := _BEHIND_DAY.search(words) or _BEFORE_DAY.match(words):
        names = [name for name in _APART.split(found["names"]) if not is_place(name)]
    else:
        fields = [_LEADER.sub("", field) for field in _FIELD.split(words)]
        names = [field for field in fields if is_person(field) and not is_place(field)]
    # Words in capitals are a section's or a house's.
    return tuple(dict.fromkeys(name for name in names if is_person(name) and not name.isupper()))


def agency_author(words: str) -> str | None:
    """The agency that a byline or a line of its own names and no person beside (“Von dpa 3.5.2024”)."""
    found = _AGENCY_LINE.match(words.strip(_BULLETS))
    return found["agency"] if found else None


def leads(words: str) -> bool:
    """Whether a line only says that a name follows: “By”, “Kommentar von”."""
    return words.strip(f"{_BULLETS}:").lower() in _LEADS


def tells_age(words: str) -> bool:
    """Whether a line says how long ago something was published."""
    return any(stem in words for stem in _AGO_STEMS) and _AGO.search(words) is not None


def reporters(words: str) -> tuple[str, ...]:
    """Those whom a line of a Korean paper calls its reporters, and does nothing else (“홍길동 기자”)."""
    if not any(role in words for role in _REPORTER) or not _REPORTERS.match(words.strip(_BULLETS)):
        return ()
    return tuple(dict.fromkeys(_REPORTER_NAME.findall(words)))


def in_a_role(words: str) -> tuple[str, ...]:
    """The person whom a line names as a journalist: “Ada Moss – Journalist i Lund”."""
    bare = _LEADER.sub("", words.strip(_BULLETS))
    found = _IN_A_ROLE.match(bare) if len(words) <= _LONGEST_ROLE else None
    name = found["name"] if found else ""
    return (name,) if is_person(name) and not _OTHERS.search(name) else ()


def names_its_author(words: str) -> tuple[str, ...]:
    """The people in a field that is there to name who wrote (“Autorin/Autor Ada Moss”)."""
    found = _ITS_AUTHOR.match(words)
    names = _APART.split(found["names"]) if found else []
    people = all(is_person(name) and not _OTHERS.search(name) for name in names)
    return tuple(names) if people else ()


def listed_author(words: str) -> str:
    """`words` without the marks of a list and what is in brackets: “* Ada Moss0,” as “Ada Moss”."""
    before, _, within = words.rpartition("(")
    if words.endswith(")") and len(within) >= _ROLE_LETTERS:
        words = before
    return words.strip(_BULLETS).rstrip("0123456789,; ")


def told_authors(words: str) -> tuple[str, ...]:
    """The names in a byline that says more than them; empty if it is none.

    “Von Ada Moss, Redakteurin”, “News | Written by Ada Moss”, “Ada Moss/Per Lund”.
    """
    words = words.strip(_BULLETS)
    # Few lines are one, and the patterns are only compiled where a line may be.
    begins = {word.strip(":").lower() for word in words.split(" ", _FIRST)[:_FIRST]}
    found = None if begins.isdisjoint(_BY_WORDS) else _LED.match(words)
    if found is None and ("/" in words or "|" in words):
        found = _SLASHED.match(words)
    if found is None and " by " in words:
        found = _PIPED.search(words)
    if found is None:
        return reporters(words) or led_abroad(words)
    names = [name.strip() for name in _APART.split(found["names"])]
    # A house in capitals beside people is where they work.
    people = [name for name in names if not name.isupper()] or names
    if any(_OTHERS.search(name) for name in names) or not all(map(is_person, people)):
        return ()
    return tuple(dict.fromkeys(people))
