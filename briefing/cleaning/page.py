"""The kinds of a web page's lines: the reader's judgment of where the article is, then the words."""

from collections.abc import Sequence
from functools import lru_cache

from briefing.cleaning.known import body_lines
from briefing.cleaning.labels import is_label
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import byline_authors, lone_author
from briefing.cleaning.textcopy import kinds, stopped
from briefing.model.source import Article, Field, Kind, Line
from briefing.text.dates import find_day
from briefing.text.plain import plain

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINKED = 0.6
_ALL_LINK = 0.9
"""Share of link text from which even a sentence is a pointer to another article."""
_TOO_LITTLE = 40
"""Words of article below which the page's structure says nothing and the words alone decide."""
_COMPANIONS = 3
"""Paragraphs of the article that a container must hold for one passed over to be theirs."""
_SENTENCE_WORDS = 8
_NOBODY_SEES = ({"visually", "hidden"}, {"sr", "only"}, {"screen", "reader"})
"""Class names of words that are there for reading aloud alone."""
_OF_THE_AUTHOR = frozenset(("biography", "bio"))
_OF_NOTES = frozenset(("footnotes", "endnotes", "msofootnotetext", "msoendnotetext"))
_BOXES = frozenset(("infobox", "factbox"))
_LEADING = 4
"""Lines that the reader's judge takes for the article's first and that may still be its head."""
_CREDIT_WORDS, _BYLINE_WORDS = 8, 18
_TEASERS = 2
"""Paragraphs below an end mark that are teasers; a single one may be the article's last."""


def page_kinds(article: Article, features: Sequence[Feature]) -> tuple[Kind, ...]:
    """The kind of each line of a page."""
    ranges = set(article.main)
    inside = [(line.start, line.end) in ranges and line.kind is None for line in article.lines]
    words = sum(feature.count for feature, main in zip(features, inside, strict=True) if main)
    if words < _TOO_LITTLE:
        return kinds(features)
    inside = _with_passed_over(article.lines, features, inside)
    rows = zip(article.lines, features, inside, strict=True)
    found = [_kind(line, feature, main=main) for line, feature, main in rows]
    _leave_out_teasers(article.lines, features, found)
    _free_the_head(article, features, found)
    return tuple(_with_sentences(article.lines, features, found))


def _leave_out_teasers(
    lines: Sequence[Line], features: Sequence[Feature], found: list[Kind]
) -> None:
    """Take what stands below an end mark (“More from …”) out of the article: links, and their teasers.

    Newsletters set them in the very table of the article. A box of links amid an article has its
    paragraphs below it, most of which stand below no link.
    """
    judged = [kind is Kind.BODY for kind in found]
    kept = stopped(features, judged)
    left = [index for index, yes in enumerate(judged) if yes and not kept[index]]
    led = sum(any(line.link_share > _LINKED for line in lines[at - 2 : at]) for at in left)
    if len(left) < _TEASERS or 2 * led < len(left):
        return
    for index in range(left[0] - 1, len(found)):
        if found[index] in (Kind.BODY, Kind.HEADING):
            found[index] = Kind.TEASER if features[index].prose else Kind.BOILERPLATE


def _free_the_head(article: Article, features: Sequence[Feature], found: list[Kind]) -> None:
    """Leave headline, names and days above the first paragraph to whoever reads the head.

    Short lines beside names and days are none of the article either: its house, its section.
    """
    titles = {plain(clue.value) for clue in article.clues if clue.field is Field.TITLE}
    short: list[int] = []
    named = False
    for index in body_lines(found)[:_LEADING]:
        feature = features[index]
        long = feature.count > _CREDIT_WORDS
        if plain(feature.text) in titles:
            found[index] = Kind.TITLE
        elif feature.prose or (long and not _is_long_byline(feature)):
            break
        elif long or _names_or_dates(feature.text):
            found[index] = Kind.BOILERPLATE
            named = True
        elif not feature.ends:
            short.append(index)
    for index in short if named else ():
        found[index] = Kind.BOILERPLATE


def _is_long_byline(feature: Feature) -> bool:
    return feature.count <= _BYLINE_WORDS and bool(byline_authors(feature.text))


def _names_or_dates(words: str) -> bool:
    return bool(find_day(words) or lone_author(words) or byline_authors(words))


def _with_sentences(
    lines: Sequence[Line], features: Sequence[Feature], found: list[Kind]
) -> list[Kind]:
    """`found`, where a heading below the first paragraph that is a whole sentence is body too."""
    if Kind.BODY not in found:
        return found
    for index in range(found.index(Kind.BODY) + 1, len(found)):
        feature, line = features[index], lines[index]
        sentence = feature.ends and feature.text[-1] in '.”"' and feature.count >= _SENTENCE_WORDS
        if found[index] is Kind.HEADING and sentence and line.tag != "h1" and line.link_share == 0:
            found[index] = Kind.BODY
    return found


def _with_passed_over(
    lines: Sequence[Line], features: Sequence[Feature], inside: Sequence[bool]
) -> list[bool]:
    """`inside` with the paragraphs among those of the article that the judge passed over.

    They stand in the very container of its other paragraphs, and between them.
    """
    company: dict[tuple[str, ...], list[int]] = {}
    for index, (line, feature) in enumerate(zip(lines, features, strict=True)):
        if inside[index] and feature.prose:
            company.setdefault((line.tag, *line.within), []).append(index)
    result = list(inside)
    for index, (line, feature) in enumerate(zip(lines, features, strict=True)):
        mates: Sequence[int] = company.get((line.tag, *line.within), ())
        between = len(mates) >= _COMPANIONS and mates[0] < index < mates[-1]
        if between and feature.prose and line.link_share < _ALL_LINK:
            result[index] = True
    return result


@lru_cache(maxsize=1024)
def _by_place(within: tuple[str, ...]) -> Kind | None:
    """The kind that the names of its containers give to a line, whatever its words are."""
    around = frozenset(within)
    if any(names <= around for names in _NOBODY_SEES):
        return Kind.BOILERPLATE
    if around & _OF_NOTES:
        return Kind.NOTE
    if ("author" in around and around & _OF_THE_AUTHOR) or around & _BOXES:
        return Kind.NOTE
    return None


def _kind(line: Line, feature: Feature, *, main: bool) -> Kind:
    if "figcaption" in line.within or (feature.caption and not feature.repeated):
        return Kind.CAPTION
    if feature.url:
        return Kind.URL
    if feature.asked or feature.edited or (feature.blurb and feature.count < 60):  # noqa: PLR2004
        return Kind.NOTE
    if special := _by_place(line.within):
        return special
    if not main:
        return Kind.TEASER if feature.prose else Kind.BOILERPLATE
    if is_label(feature):
        return Kind.BOILERPLATE
    if line.tag in _HEADINGS:
        return Kind.HEADING
    most = _ALL_LINK if line.tag == "p" and feature.prose else _LINKED
    linked = line.link_share > most
    if (feature.promotion and feature.count < 45) or linked:  # noqa: PLR2004
        return Kind.BOILERPLATE
    return Kind.BODY
