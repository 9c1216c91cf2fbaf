"""Names of people and houses, told by how they are written."""

import re

from briefing.text.lazy import Lazy

_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ten|ter)"
_CAPITALS = "".join(filter(str.isupper, map(chr, range(ord("A"), 0x587))))
"""Of the Latin, Greek, Cyrillic and Armenian scripts."""
_GIVEN = rf"(?:[{_CAPITALS}](?:[^\W\d_]|[’'.-])*(?:[^\W\d_]|\.)|[A-Z]\.?)"
NAME = rf"{_GIVEN}(?: (?:{_PARTICLE} )?{_GIVEN}){{1,3}}"
PERSON = Lazy(rf"^{NAME}$")
_BYLINE = Lazy(
    r"^(?:(?:Written |Story |Report |Analysis |Words )?[Bb]y:? |BY:? |Authors?: ?)(?P<names>.{3,120})$"
)
_BYLINES_BEGIN = frozenset("BbAWSR")
_ELSEWHERE = Lazy(
    rf"^(?:Von|Par|Por|Door|Di|Af|Av|Text|Texto|Texte|Autor|Autorin|Auteur|Autore|Автор|"
    r"Autora|Autorka|Tekst|Teksti|Текст|Napsala?|Opracowała?|Oprac\.|Yazan|Yazar|Συντάκτ(?:ης|ρια)|"
    r"Γράφει (?:ο|η)|Írta|Szerző|Kirjoittaja|Forfatter|Författare|Skrevet a[vf]|Skriven av|"
    r"Penulis|Reporter):? "
    rf"(?P<names>{NAME}(?:(?:, | und | et | y | e | en | og | och ){NAME}){{0,3}})$"
)
_ELSEWHERE_BEGIN = frozenset("VPDATNOYÍSKFRΣΓАТ")  # the last two are Cyrillic
_PLACED = Lazy(
    rf"^(?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}}) in "
    r"[A-Z][\w’'.-]+(?:,? (?:(?:de|del|la|of|the|and|am|an der) )?[A-Z][\w’'.-]+){0,3}$"
)
_SPLIT = Lazy(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b| \| )\s*")
_TAIL = Lazy(
    r"(?:\s?[-–—|•·]\s.*| (?:for|For|FOR) .*| in [A-Z].*|(?: [Oo]n)? \d.*| ?@.*|"
    r",? (?:[Pp]ublished|(?:[Ll]ast )?[Uu]pdated|[Pp]osted).*|(?: [Oo]n)?"
    r"[ ,]*(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d.*|"
    r",? (?:[A-Z][\w ]+ )?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ss]taff).*)$"
)
_GLUED = Lazy(r"(?<= )(?!Vande[rn])([A-Z][a-z]{4,})[A-Z]{1,}[A-Za-z]{3,}$")
"""A family name to which a copy has glued what stood beside it on the page: “Ada LundenStaff”."""
_TWICE = Lazy(r"^(.{5,}) \1$")
"""A name that a copy has twice, as the picture's and the link's."""
_ROLE = Lazy(
    r" (?:(?:Korrespondent|Redakteur|Redaktor|Reporter|Autor|Volontär)(?:in)?|Redactora?|Redattore)$"
)
_TONGUE = (
    "(?:English|French|German|Spanish|Portuguese|Italian|Russian|Ukrainian|Polish|Turkish|Arabic|Persian|"
    "Chinese|Japanese|Korean|Français|Deutsch|Español|Português|Italiano|Русский|Українська)"
)
_NO_PERSON = Lazy(
    r"\b(?:News|Staff|Desk|Editors?|Times|Post|Press|Agency|Agencies|Team|Media|Magazine|Reuters|"
    r"Gazette|Herald|Tribune|Chronicle|Observer|Telegraph|Zeitung|Nachrichten|Rundschau|Anzeiger|Daily|Weekly|"
    r"Broadcasting|Television|Radio|University|Institute|Foundation|Ministry|"
    r"Account|Related|Topics?|Subscriptions?|Updated?|Published|Posted|Twitter|Facebook|Instagram|LinkedIn|"
    r"WhatsApp|YouTube|Email|Login|"
    r"Register|Contact|Privacy|Policy|Cookies?|Search|Events|Opinion|Technology|Education|International|"
    r"Latest|Trending|Gallery|Photos?|Fotos?|Podcasts?|Advertisement|Sponsored|Article|"
    r"Writer|Reporter|Correspondent|Journalist|Share|Save|Subscribe|Listen|Follow|Print|Edition|Exclusive|Breaking|Live|Newsletter|"
    r"AFP|Bureau|Board|Newsroom|Home|Menu|World|Politics|Business|Sports?|Video|Read|More|Minutes?|"
    r"January|February|March|April|June|July|August|September|October|November|December|"
    r"Prev|Next|Previous|Sharing|Skip|Link|Copy|Copied|Icon|Images?|Reply|Leave|Select|Language|Comments?|Navigation|Sections?|All|"
    r"View|Tabular|Health|Kopieren|Kontakt|Impressum|Konto|Checkliste|Dokumentation|Meine?|Sprache|"
    r"Teilen|Drucken|Kommentare?|Partager|Imprimer|Commentaires?|Compartir|Comentarios|Condividi|"
    r"Commenti|Delen|Reacties|Dela|Udostępnij|Komentarze)\b"
    # “The New Republic”; “Ada MossCEO”, where a copy has glued two words.
    r"|^(?:The|On|In|At|No|Do|Le|La|Les|IN|Ihre?|Your|Votre) | (?:Apr|Feb|Aug|Sept?|Oct|Nov|Dec|Jul)$"
    # “Besteuerung von Dienstwagen”, “von Neuen Firmenfahrzeugen”: German nouns have capitals, too.
    r"|[a-zß-ÿ](?:ung|heit|keit|schaft|tion|tät)(?:en)? von\b"
    r"|[a-zß-ÿ]{2}(?:ungen|heiten|keiten|schaften|tionen|täten|zeugen)$"
    r"|[a-zß-ÿ]{3}(?<!Fitz)(?<!Vander)(?<!Vanden)[A-ZÀ-Þ]"
    # A page's choice of languages.
    rf"|\b{_TONGUE} {_TONGUE}\b"
)
_LED_IN = Lazy(r"^(?:(?:by|von|par|por|di|av|af|door|text)\b:? |(?-i:By(?=[A-Z])))", re.IGNORECASE)
"""“By” in other languages. “Van” and “de” begin names more often."""
_NO_AUTHOR = Lazy(
    r"https?:|www\.|@|\d{3}|[a-z\d]\.[a-z]{2}|\b(?:protected|mailto)\b|\beditorial\b|^(?:admin\w*|editor|editors?|author|user|webmaster|root|guest|unknown|none|"
    r"null|undefined|redaktion|contributor|publisher|developer|news|nachrichten)$",
    re.IGNORECASE,
)
_MAIL = Lazy(
    r"\s*[<(\[]?(?:mailto:)?[\w.+-]+(?:@| ?[\[(]at[\])] ?)[\w-]+(?:\.[\w-]+)+[>)\]]?"
    r"|\s*\[email[\s\xa0]protected\]",
    re.IGNORECASE,
)
"""The address of a mailbox, also one that a site hides."""
_BEHIND_A_NAME = Lazy(
    r"^(?:(?:[\w.’'-]+ ){0,5}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|"
    r"[Cc]ontributor|[Jj]ournalist|[Pp]roducer|[Aa]nalyst|[Pp]rofessor|[Ff]ellow|[Ll]ecturer|"
    r"[Rr]esearcher|[Dd]irector)s?(?: (?:at|of|for|in) .+)?"
    r"|(?:B\.?A|B\.?Sc?|M\.?A|M\.?S|M\.?Sc|M\.?D|M\.?P\.?H|M\.?B\.?A|Ph\.?D|D\.?Phil|J\.?D|LL\.?[BM]|"
    r"D\.?O|D\.?D\.?S|Pharm\.?D|Ed\.?D|R\.?N|R\.?D|R\.?D\.?N|C\.?F\.?A|C\.?P\.?A|Esq|[JS]r|I{2,3})\.?)$"
)
"""What follows a name behind a comma and is none: a role, a degree, “Jr.”."""
_OF_A_THING = Lazy(r"^(?:von|par|por|di|door|av|af) [^\W\d_][\w-]*[a-zß-ÿ]$")
"""One word behind “of” in another language: agencies are “dpa” or “AFP”, things are “von Dienstwagen”."""
_LONGEST = 60
_LONE = Lazy(
    rf"^(?P<name>{_GIVEN}(?: {_PARTICLE})? {_GIVEN}(?: {_GIVEN})??)"
    r"(?:,? (?:[A-Z][\w-]* ){0,2}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]ontributor))?$"
)
_COLLECTIVE = Lazy(
    r"\b(?:[Ss]taff|[Dd]esk|[Nn]ewsroom|[Tt]eam|[Aa]gencies|[Aa]gency|[Bb]oard)\b"
    r"|^(?:(?:The )?Associated Press|Reuters|AFP|AP|Agence France-Presse|dpa)$"
)
_PLACE = Lazy(
    r"^(?:New|San|Los|Las|Saint|St|Santa|Santo|Port|Fort|Tel|Buenos|Rio|Hong|Kuala|Abu|Addis|Cape|El|La|Le|"
    r"Bad|North|South|East|West|Middle|Den|Sri|Costa|Puerto|United|Great|Salt|Baton|Washington|Frankfurt) "
)
_WHERE = Lazy(r" in [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?(?=,| and |$)")
"""Where each of several was: “By Ada Moss in Lund and Per Lund in Moss”."""
_POSSESSIVE = Lazy(r"['’]s\b")
_DATED = Lazy(
    rf"^(?P<names>{NAME}(?:(?:, | and ){NAME}){{0,3}})"
    r"(?: ?[·|•] | [–—-] | ?@\w|,? ?(?:[Ff]irst )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated)\b)"
)


def is_place(name: str) -> bool:
    """Whether a name of several words begins as places do: “New York”."""
    return _PLACE.search(name) is not None


def byline_authors(words: str) -> tuple[str, ...]:
    """The names in a byline (“By Ada Moss and Per Lund”, “Ada Moss in Lund”); empty if it is none."""
    words = without_mail(words).strip()
    # Few lines are one, and it costs little to see that a line is none.
    if " in " in words and (found := _PLACED.match(words)):
        return split_authors(found["names"])
    if words[:1] in _ELSEWHERE_BEGIN and (found := _ELSEWHERE.match(words)):
        return split_authors(found["names"])
    if words[:1] in _BYLINES_BEGIN and (found := _BYLINE.match(words)):
        named = found["names"]
        if named.count(" in ") > 1:
            named = _WHERE.sub("", named)
        return split_authors(_TAIL.sub("", named), collective=True) or _with_role(named)
    return ()


def _with_role(words: str) -> tuple[str, ...]:
    """The one name before a role: “Ada Moss Staff Writer”."""
    lone = lone_author(words)
    return (lone,) if lone else ()


def split_authors(words: str, *, collective: bool = False) -> tuple[str, ...]:
    """The single names in a list of authors; a desk or staff counts only if `collective`."""
    names: list[str] = []
    for part in _SPLIT.split(re.sub(r"^[Bb]y:? ", "", without_mail(words).strip())):
        name = _bare(part.strip(" .,|•·-–—").removeprefix("the "))
        if names and is_place(name) and words.rstrip().endswith(f", {part}"):
            continue
        if names and _BEHIND_A_NAME.match(name):
            continue
        if is_person(name) or (collective and _COLLECTIVE.search(name) and len(name) < 40):  # noqa: PLR2004
            names.append(_case(name))
    return tuple(dict.fromkeys(names))


def is_led(words: str) -> bool:
    """Whether a line begins with “By” in one of the languages known here."""
    return _LED_IN.search(words.strip()) is not None


def lone_author(words: str) -> str | None:
    """The person whom a line names with nothing but a role beside (“Ada Moss Politics reporter”)."""
    found = _LONE.match(_LED_IN.sub("", words.strip()))
    if found is None or found["name"].isupper():
        return None
    return _bare(found["name"]) if is_person(found["name"]) else None


def dated_authors(words: str) -> tuple[str, ...]:
    """The people with whose names the line of the date begins (“Ada Moss · Harbour News · Posted: …”)."""
    found = _DATED.match(words.strip())
    return split_authors(found["names"]) if found else ()


def told_names(words: str) -> tuple[str, ...]:
    """The names in a field that is there to name authors; houses and single words count too.

    Addresses and the names of roles (“admin”) are none.
    """
    if _OF_A_THING.search(words.strip()):
        return ()
    names: list[str] = []
    for part in _SPLIT.split(_LED_IN.sub("", without_mail(words).strip())):
        name = part.strip(" .,|•·-–—()[]")
        small = " " in name and name.islower()
        if names and _BEHIND_A_NAME.search(name):
            continue
        if 1 < len(name) <= _LONGEST and is_named(name) and not small:
            names.append(_case(name))
    return tuple(dict.fromkeys(names))


def is_named(name: str) -> bool:
    """Whether what a field for authors holds can be a name: no thing, no address."""
    return name[:1].isalpha() and not _OF_A_THING.search(name) and not _NO_AUTHOR.search(name)


def without_mail(words: str) -> str:
    """`words` without the addresses of mailboxes, which stand beside names."""
    return _MAIL.sub("", words) if "@" in words or "[" in words or "(" in words else words


def turned(words: str) -> str:
    """“Moss, Ada” as “Ada Moss”; anything else as it is."""
    family, comma, given = words.partition(", ")
    parted = comma and "," not in given and " " not in family.strip() and len(given.split()) <= 2  # noqa: PLR2004
    return (
        f"{given.strip()} {family.strip()}" if parted and is_person(f"{given} {family}") else words
    )


def is_person(name: str) -> bool:
    """Whether `name` is written like a person's: two to four capitalised words, no house's word."""
    return (
        PERSON.match(_case(name)) is not None
        and not _NO_PERSON.search(name)
        and not _POSSESSIVE.search(name)
    )


def _bare(name: str) -> str:
    """A name without the role behind it and without what is glued to it."""
    single = _TWICE.sub(r"\1", name)
    return _GLUED.sub(r"\1", _ROLE.sub("", single))


def _case(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 5 else name  # noqa: PLR2004 - initials
