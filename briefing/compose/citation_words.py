"""Words that citation styles share: names, titles, days, and where in a source."""

import re

from briefing.model.csl import split_name
from briefing.model.source import Source
from briefing.model.typography import curl
from briefing.words import ENGLISH, Speech, mark

_SHORT_TITLE_WORDS = 5
_SINGLE = str.maketrans("“”„‟", "‘’‚‛")
_DOUBLE = str.maketrans("«»„", "“”“")
_SET_APART = re.compile(r"«[ \xa0\u202f]|[ \xa0\u202f]»")
_PAIRS = (("“", "”"), ("„", "“”"), ("«", "»"), ("‘", "’"), ("‚", "‘’"))
_LEADING_ARTICLES = frozenset({"a", "an", "the"})
_LOOSE_ENDS = {
    "en": "a after against an and are as at be but by for from has have in into is its of on or over "
    "than that the to was were will with without",
    "de": "als am an auf aus bei bis das dem den der des die durch ein eine einem einen einer eines "
    "für gegen im in ins ist mit nach oder ohne sich sind so über um und unter vom von vor war wegen "
    "wenn wie wird zu zum zur zwischen",
    "fr": "à au aux avec ce cette chez contre dans de des du en entre est et la le les leur ou où par "
    "pour que qui sa sans se ses son sont sous sur un une vers",
    "es": "a al ante con contra de del desde e el en entre es la las los o para por que se sin sobre "
    "su sus tras un una y",
    "it": "a ad ai al alla alle che con contro da dai dal dalla dei del della delle di e ed è gli i il "
    "in la le lo nei nel nella o per sul sulla tra un una",
    "nl": "aan als bij dat de den der die door een en het in is met na naar of om op over te tegen tot "
    "uit van voor zijn",
    "pt": "a ao à as às com contra da das de do dos e é em entre na nas no nos o os ou para pela pelo "
    "por que se sem sobre um uma",
}  # fmt: skip
"""Words after which a title cannot be cut, by the language of the title."""


def place(source: Source, offset: int, tongue: Speech) -> str:
    """Where in the source: its page where it has pages, else its paragraph or that it is the headline.

    A page is called what is printed on it. No line parts the place.
    """
    if number := source.page_number(offset):
        label = source.page_label(offset)
        if label == "":
            # For translators: a page whose printed number several share, so that it is counted.
            said = tongue.say("p.\N{NO-BREAK SPACE}{page} of the file", page=str(number))
            return said.replace(" ", "\N{NO-BREAK SPACE}")
        # For translators: a page, then a paragraph, where a note names the place.
        return tongue.say("p.\N{NO-BREAK SPACE}{page}", page=label or str(number))
    if number := source.paragraph_number(offset):
        return tongue.say("para.\N{NO-BREAK SPACE}{number}", number=str(number))
    return tongue.say("headline")


def file_name(source: Source) -> str:
    """The name of the file a source was read from."""
    return source.path.rsplit("/", 1)[-1]


def in_marks(title: str, tongue: Speech, mark: str = "") -> str:
    """A title in quotation marks, with a comma or full stop: inside of them in English, else behind."""
    if tongue.language == ENGLISH:
        return f"“{single_marks(title, tongue)}{mark}”"
    return f"{tongue.say('“{words}”', words=single_marks(title, tongue))}{mark}"


def single_marks(title: str, tongue: Speech) -> str:
    """Marks inside a title that stands in marks become single ones, straight or curled, low or high.

    Where those around it are «guillemets», they become “double ones”.
    """
    outer = tongue.say("“{words}”", words="")
    if outer[0] == "«":
        return _SET_APART.sub(lambda found: found[0].strip(), curl(title)).translate(_DOUBLE)
    return curl(title).translate(_SINGLE)


def untitled(source: Source, tongue: Speech) -> str:
    """What stands for a title that is not known."""
    return tongue.say("untitled document ({file})", file=file_name(source))


def shorten(title: str, language: str | None = None) -> str:
    """The first words of the main title, without the article before and loose ends behind.

    The title is in `language` (BCP 47); where that is not known, it is taken for English.
    """
    spoken = (language or ENGLISH).partition("-")[0].lower()
    loose = _LOOSE_ENDS.get(spoken, "").split()
    main, _, _ = curl(title).partition(": ")
    words = (main if any(map(str.isalnum, main)) else title).split()
    if spoken == ENGLISH and len(words) > 1 and words[0].lower() in _LEADING_ARTICLES:
        words = words[1:]
    if len(words) > _SHORT_TITLE_WORDS:
        words = words[:_SHORT_TITLE_WORDS]
        while len(words) > 1 and words[-1].lower() in loose:
            words.pop()
    return _closed(" ".join(words)).rstrip(",.;:–—- ")


def _closed(words: str) -> str:
    """`words` up to a quotation that opens in them and does not close, if any stand before it."""
    for opens, closes in _PAIRS:
        at = words.rfind(opens)
        if at > 0 and words[at - 1].isspace() and not any(mark in words[at:] for mark in closes):
            return words[:at]
    return words


def full_stop(words: str) -> str:
    """`words` with a full stop, unless they end in a mark that closes a sentence."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def joined(
    names: list[str], tongue: Speech, last: str = mark("and"), *, always_comma: bool = False
) -> str:
    """Names in a row; in English with the serial comma."""
    if len(names) == 1:
        return names[0]
    serial = (len(names) > 2 or always_comma) and tongue.language == ENGLISH  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{',' if serial else ''} {tongue.say(last)} {names[-1]}"


def family(name: str) -> str:
    """The family name of a person; a body's whole name."""
    parts = split_name(name)
    return parts.family if parts else name


def inverted(name: str) -> str:
    """Family name first, where the name is plainly a person's."""
    parts = split_name(name)
    if parts is None:
        return name
    suffix = f", {parts.suffix}" if parts.suffix else ""
    return f"{parts.family}, {parts.given}{suffix}"


def initials(name: str, *, family_first: bool) -> str:
    """“Moss, A. B.” or “A. B. Moss”; a body's whole name."""
    parts = split_name(name)
    if parts is None:
        return name
    firsts = " ".join(_initial(word) for word in parts.given.split())
    if family_first:
        return f"{parts.family}, {firsts}" + (f", {parts.suffix}" if parts.suffix else "")
    return f"{firsts} {parts.family}" + (f" {parts.suffix}" if parts.suffix else "")


def _initial(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part)


def capital(words: str | None) -> str | None:
    """“the Financial Times” begins a line as “The Financial Times”."""
    return f"{words[0].upper()}{words[1:]}" if words else None


def label(source: Source, tongue: Speech) -> str:
    """A short name for a source: publisher, else author, else title, else file.

    An author is said to be one: he stands where speakers do.
    """
    if source.publisher:
        return source.publisher
    if source.authors:
        author = source.authors[0]
        return tongue.say("an article by {author}", author=author) if split_name(author) else author
    if not source.title:
        return file_name(source)
    # In English the marks within a title are left as they are.
    return f"“{source.title}”" if tongue.language == ENGLISH else in_marks(source.title, tongue)


def opening(source: Source, tongue: Speech) -> str:
    """The short name of a source at the head of a line."""
    if not source.publisher and source.authors and split_name(source.authors[0]):
        return tongue.say("An article by {author}", author=source.authors[0])
    return label(source, tongue)
