"""Bylines with something beside the names: a role, a place, a day, other fields on the same line."""

from briefing.cleaning.names import NAME, is_person
from briefing.text.lazy import Lazy

_BY = (
    r"(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|Autor(?:in)?(?:/Autor)?:|Auteur ?:|Autore:)"
)
_SORT = (
    "(?:Kolumne|Kommentar|Gastbeitrag|Gastkommentar|Analyse|Essay|Reportage|Glosse|Interview|Bericht|"
    "Porträt|Leitartikel|Chronique|Tribune|Enquête|Análisis|Opinión|Crónica)"
)
_FIRST = 3
"""Words of a line among which what leads to names stands."""
_BY_WORDS = frozenset("von par por di door av af autor autorin autorin/autor auteur autore".split())
"""The words that lead to names."""
_AND = r"(?:, | und | et | e | y | en | og | och | & )"
_AGENCY = r"(?:dpa|afp|AFP|APA|SDA|SID|AP|Reuters|epd|KNA|ANSA|EFE|NTB|TT)"
_LED = Lazy(
    rf"^(?:(?:Eine?|Une?|Un) )?(?:{_SORT} )?{_BY} (?P<names>{NAME}(?:{_AND}{NAME}){{0,3}})"
    rf"(?P<also>(?:{_AND}{_AGENCY})?)(?:$|,? \d.*|, [^.!?]{{2,50}}$| \([^()]{{2,40}}\)$| [–|-] .*)"
)
_PIPED = Lazy(
    rf"(?:^|[|·•] ?)(?:[Ww]ritten|[Rr]eported|[Ss]tory) by:? (?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}})"
    r"(?= ?[|·•]|$)"
)
_SLASHED = Lazy(rf"^(?P<names>{NAME}(?: ?[/|] ?{NAME}){{1,3}})$")
_JOINED = Lazy(rf"^{NAME}(?:(?:, |,? and | und | et | y | & ){NAME}){{1,3}}$")
_APART = Lazy(rf"{_AND}| ?[/|] ?|, | and ")
_BULLETS = "*•· "
_LEADS = frozenset("by|von|par|por|di|door|av|af|kommentar von|analyse von|written by".split("|"))
_OTHERS = Lazy(
    r"\b(?:Images?|Photos?|Pictures?|Fotos?|Getty|Publishing|Shutterstock|Alamy|Imago|IMAGO|Anadolu|NurPhoto)\b"
    r"|^(?:Le|La|Les|The|Der|Die|Das|El|Los|Il) "
)
"""Who sells pictures, and how papers' names begin."""
_AGO_STEMS = (" ago", "vor ", "il y a", "hace ", " siden")
"""What an age needs, which is looked for first."""
_AGO = Lazy(
    r"\b\d{1,2} (?:second|minute|hour|day|week)s? ago\b|\bvor \d{1,2} (?:Minute|Stunde|Tag)|"
    r"\bil y a \d{1,2} |\bhace \d{1,2} |\b\d{1,2} (?:timer|dager|minutter) siden\b",
)


def joined_authors(words: str) -> tuple[str, ...]:
    """The people whom a line names, two or more, if it has nothing else (“Ada Moss, Per Lund”)."""
    if not any(sign in words for sign in (", ", " and ", " und ", " et ", " y ", " & ")):
        return ()
    names = _APART.split(words.strip()) if _JOINED.match(words.strip()) else []
    return tuple(dict.fromkeys(names)) if all(map(is_person, names)) else ()


def leads(words: str) -> bool:
    """Whether a line only says that a name follows: “By”, “Kommentar von”."""
    return words.strip(f"{_BULLETS}:").lower() in _LEADS


def tells_age(words: str) -> bool:
    """Whether a line says how long ago something was published."""
    return any(stem in words for stem in _AGO_STEMS) and _AGO.search(words) is not None


def listed_author(words: str) -> str:
    """`words` without the marks of a list: “* Ada Moss0,” as “Ada Moss”."""
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
        return ()
    names = [name.strip() for name in _APART.split(found["names"])]
    # A house in capitals beside people is where they work.
    people = [name for name in names if not name.isupper()] or names
    if any(_OTHERS.search(name) for name in names) or not all(map(is_person, people)):
        return ()
    return tuple(dict.fromkeys(people))
