"""Who is asked in an interview, and whom the labels of a transcript mean."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from briefing.analysis.given_names import pronoun_of
from briefing.analysis.names import (
    PARTICLE,
    TITLES,
    is_office,
    names,
    names_nobody,
    places_of,
    trim,
)
from briefing.analysis.speakers import Cast
from briefing.model.source import Kind, Source
from briefing.text.lazy import Lazy

_NO_PERSON = frozenset(
    "unidentified unknown man woman men women male female crowd group audience protesters reporter "
    "reporters moderator interviewer narrator announcer voice voiceover speaker question answer caller "
    "reader readers lady host news online tv radio magazine redaktion zeitung times post facts fact check "
    "the der die das le la les el los il lo moderator moderatorin sprecher sprecherin frage "
    "report photo photos video watch read related more archived recording clip".split()
)
_HEADS = frozenset("Herr Frau Prof Dr Madame Monsieur Señor Señora Don Doña Signor Signora".split())
_ARTICLES = frozenset("Der Die Das Le La Les El Los Il Lo The".split())
_INTRO = (Kind.TITLE, Kind.TEASER, Kind.BODY)
_RUN = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+"
_WITH = Lazy(
    r"(?:\b(?:[Ii]nterview (?:with|mit)|Q ?& ?A:? with|[Cc]onversation with|[Ss](?:pea|po)ks? (?:to|with)|"
    r"[Ss]poke (?:to|with)|[Tt]alk(?:s|ed) (?:to|with)|[Ss](?:it|at)s? down with|[Ii]nterviewed|"
    r"[Gg]espräch mit|[Gg]esprochen mit|[Ss]prach(?:en)? mit|[Ee]ntretien avec|[Ii]nterview (?:de|d’|avec)|"
    r"[Rr]encontre avec|[Ee]ntrevista (?:a|al|con|com|à)|[Ii]ntervista (?:a|al|con)|"
    r"[Ii]ntervju med|[Ww]ywiad z)|[Ии]нтервью с)"
    rf" (?:[^.;:!?“”\"\n]{{0,80}}? )??(?P<name>{_RUN}(?: (?:{PARTICLE} ){{0,2}}{_RUN})+)"
)
"""What goes before the name of somebody asked: “an interview with the economist Ada Moss”."""
_MOST_LABELS = 300
"""More than any transcript has; a list may begin each of its lines with another."""
_MOST_OF_NAME = 4
_WORDS_OF_NAME = 2

_I = {
    "en": r"\bI\b|\b(?:[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|us)\b",
    "de": r"\b(?:[Ii]ch|mich|mir|[Mm]eine?[nmrs]?|[Ww]ir|uns|[Uu]nsere?[nmrs]?)\b",
    "fr": r"\b(?:[Jj]e|moi|[Mm]on|[Mm]a|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os)\b|\b[JjMm][’']",
    "es": r"\b(?:[Yy]o|[Mm]e|mí|[Mm]i|[Mm]is|nosotros|[Nn]os|[Nn]uestr[oa]s?|[Cc]reo)\b",
    "it": r"\b(?:[Ii]o|[Mm]i|[Mm]io|[Mm]ia|miei|[Nn]oi|[Nn]ostr[oaie]|[Cc]redo)\b",
    "pt": r"\b(?:[Ee]u|me|mim|[Mm]eu|[Mm]inha|[Nn]ós|[Nn]oss[oa]s?|[Aa]cho)\b",
    "nl": r"\b(?:[Ii]k|mij|[Mm]ijn|[Ww]ij|[Ww]e|ons|[Oo]nze)\b",
    "ru": r"\b(?:[Яя]|меня|мне|[Мм]о[йяеёи]|[Мм]ы|нас|нам|[Нн]аш\w{0,3})\b",
}
_YOU = {
    "en": r"\b(?:[Yy]ou|[Yy]our|[Yy]ourself)\b",
    "de": r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b|"
    r"\b(?:[Dd]u|dich|dir|[Dd]eine?[nmrs]?|euch|eure?[nmrs]?)\b",
    "fr": r"\b(?:[Vv]ous|[Vv]otre|[Vv]os|[Tt]u|[Tt]on|[Tt]es)\b",
    "es": r"\b(?:[Uu]sted|[Uu]stedes|[Ss]u|[Ss]us|[Ll]e|[Tt]ú|[Tt]u|[Tt]us|[Tt]e)\b",
    "it": r"\b(?:[Ll]ei|[Ss]u[oaei]|[Tt]u[oaei]?|[Tt]i|[Vv]oi|[Vv]ostr[oaie])\b",
    "pt": r"\b(?:[Vv]ocê|[Ss]enhora?|[Ss]eus?|[Ss]uas?)\b",
    "nl": r"\b(?:[Uu]|[Uu]w|[Jj]e|[Jj]ij|[Jj]ouw)\b",
    "ru": r"\b(?:[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\w{0,3}|[Тт]ы|[Тт]ебя|[Тт]ебе)\b",
}
_IN_PERSON = {language: Lazy(words) for language, words in _I.items()}
_ADDRESSES = {language: Lazy(words) for language, words in _YOU.items()}
_ENGLISH = "en"
_QUOTES = Lazy(r"[“„«\"][^“”„«»\"]*[”“»\"]")


class Naming:
    """Leads the labels of one article, or its answers, to somebody's name."""

    def __init__(self, source: Source, people: Cast) -> None:
        self._source = source
        self._people = people
        self._language = (source.language or _ENGLISH)[:2]
        self._authors = frozenset(author.casefold() for author in source.authors)
        self._house = (source.publisher or "").casefold()
        self._text = self._intro(len(source.text))
        self._folded = self._text.casefold()
        self._bared: dict[str, str | None] = {}
        self._told: dict[str, bool] = {}

    def in_person(self, words: str) -> bool:
        """Whether `words` speak of “I” or “we” outside quotation marks; never, in unknown languages."""
        found = _IN_PERSON.get(self._language)
        return found is not None and found.search(_QUOTES.sub("", words)) is not None

    def addresses(self, words: str) -> bool:
        """Whether `words` speak to somebody."""
        found = _ADDRESSES.get(self._language)
        return found is not None and found.search(words) is not None

    def of_labels(self, labels: Collection[str]) -> dict[str, str | None]:
        """The person whom each of the `labels` of a transcript names; `None` for nobody."""
        whole = {full for full in map(self._bare, labels) if full and " " in full}
        return {label: self.of_label(label, whole) for label in labels}

    def of_label(self, label: str, whole: AbstractSet[str] = frozenset()) -> str | None:
        """The person whom `label` names, maybe one of those named in `whole`; `None` for nobody."""
        name = self._bare(label)
        if name is None:
            return None
        if " " in name:
            return _untitled(self._people.full(name))
        fits = {one for one in whole if name in (one.split()[0], one.split()[-1])}
        if label.isupper():
            fits |= {one for one in whole if "".join(word[0] for word in one.split()) == label}
        if fits:
            return fits.pop() if len(fits) == 1 else None
        full = _untitled(self._people.full(name))
        return full if " " in full or self._is_told_of(name) else None

    def _is_told_of(self, name: str) -> bool:
        """Whether a single word is somebody's name by what the article says elsewhere."""
        if name not in self._told:
            text = self._text
            told = any(not text.startswith(":", at + len(name)) for at in places_of(name, text))
            self._told[name] = told and not names_nobody(name, self._source.text)
        return self._told[name]

    def _bare(self, label: str) -> str | None:
        """The name in a label, each looked for once; `None` for nobody, and in a list without end."""
        if label not in self._bared and len(self._bared) < _MOST_LABELS:
            self._bared[label] = self._named(label)
        return self._bared.get(label)

    def _named(self, label: str) -> str | None:
        """A name without titles, in its usual letters; `None` where it is nobody's."""
        cased = self._cased(label) if label.isupper() or label.islower() else label
        while (head := cased.partition(" "))[0].rstrip(".") in _HEADS and head[2]:
            cased = head[2]
        found = trim(cased, 0)
        if found is None or found.name.rstrip(".") in TITLES or is_office(found.name):
            return None
        name = _untitled(found.name)
        tokens = name.split()
        if len(tokens) > _MOST_OF_NAME or not _NO_PERSON.isdisjoint(map(str.casefold, tokens)):
            return None
        if not (tokens[0][0].isupper() and tokens[-1][0].isupper()):
            return None
        return None if self._is_of_the_house(name) else name

    def _is_of_the_house(self, name: str) -> bool:
        """Whether `name` is the paper's, or that of who writes: they ask."""
        lowered = name.casefold()
        return lowered in self._authors or (bool(self._house) and lowered in self._house)

    def _cased(self, label: str) -> str:
        """A label in capitals as the article writes it elsewhere, or as names are written."""
        text = self._text
        if len(self._folded) == len(text):
            for at in places_of(label.casefold(), self._folded):
                written = text[at : at + len(label)]
                if not (written.isupper() or written.islower()):
                    return written
        return label.title()

    def _intro(self, until: int) -> str:
        """The title and what an article says before offset `until`."""
        source = self._source
        parts = [source.title or ""]
        parts += [
            source.text[part.start : part.end]
            for part in source.segments
            if part.end <= until and part.kind in _INTRO
        ]
        return "\n".join(parts)

    def told(self, until: int) -> str | None:
        """With whom title or opening, up to `until`, say that there was an interview; else `None`."""
        return self._said_with(self._source.title or "") or self._said_with(self._intro(until))

    def interviewee(self, until: int) -> str | None:
        """The one person who is asked, as title and opening up to `until` tell; else `None`."""
        title, intro = self._source.title or "", self._intro(until)
        if told := self.told(until):
            return told
        if self._language != _ENGLISH:
            return None
        named, known = self._persons(title), self._persons(intro)
        if not named:
            named = {one for one in known if any(True for _ in places_of(one.split()[-1], title))}
        named = named or known
        return named.pop() if len(named) == 1 else None

    def _said_with(self, words: str) -> str | None:
        """Whom `words` say that there was an interview with, if it is one person."""
        found = {self._proper(match["name"]) for match in _WITH.finditer(words)} - {None}
        return found.pop() if len(found) == 1 else None

    def _proper(self, run: str) -> str | None:
        """The person at the end of a run of words with capitals; German roles have them too."""
        tokens = run.split()
        while len(tokens) > _WORDS_OF_NAME and pronoun_of(tokens[0]) is None:
            if not any(map(pronoun_of, tokens[1:-1])) and self._language != "de":
                break
            tokens.pop(0)
        if tokens[0] in _ARTICLES or any(token.isupper() for token in tokens):
            return None
        name = " ".join(tokens)
        if self._language == _ENGLISH and self._people.pronoun(name) is None:
            return None
        return self._named(name)

    def _persons(self, words: str) -> set[str]:
        """Who is named in full in `words` and is called he or she, or has a title."""
        return {
            self._people.full(one.name)
            for one in names(words, 0, len(words))
            if (one.title or self._people.pronoun(one.name)) and self._named(one.name)
        }


def _untitled(name: str) -> str:
    """A name without what a headline has before it: “OK Gov Moss” is Moss."""
    tokens = name.split()
    titles = [at for at, token in enumerate(tokens[:-1]) if token.rstrip(".") in TITLES]
    return " ".join(tokens[titles[-1] + 1 :]) if titles else name
