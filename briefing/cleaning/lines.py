"""Features of the lines of a text copy, each seen with its neighbours."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.cleaning import marks
from briefing.model.source import Article
from briefing.text.spaces import flat
from briefing.text.words import count_words

PROSE_WORDS = 9
"""Fewest words of a line that counts as a paragraph by its end alone."""
LONG_WORDS = 25
"""Words from which a line counts as a paragraph whatever its end."""
_CAPTION_WORDS = 60


class Feature(Struct, frozen=True):
    """One line: its words and what they give away."""

    text: str
    count: int
    ends: bool
    tight: bool
    bullet: bool
    repeated: bool
    credit: bool
    caption: bool
    promotion: bool
    asked: bool
    blurb: bool
    edited: bool
    end: bool
    url: bool
    gap: int = 1
    indent: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing speaks against the line being a paragraph of the article."""
        return not (
            self.caption or self.promotion or self.repeated or self.asked or self.blurb
            or self.edited or self.end or self.url
        )  # fmt: skip

    @property
    def prose(self) -> bool:
        """Whether the line reads like a paragraph of an article."""
        enough = self.count >= (PROSE_WORDS if self.ends else LONG_WORDS)
        return self.clean and enough and not (self.bullet and not self.ends)


def features(article: Article) -> tuple[Feature, ...]:
    """The features of each line of `article`, in order."""
    texts = [flat(article.text[line.start : line.end]) for line in article.lines]
    times = Counter(text for text in texts if len(text) > 15)  # noqa: PLR2004 - “Share”, “Menu”
    loose = _blank_lines_part_paragraphs(article)
    found = []
    for index, (line, text) in enumerate(zip(article.lines, texts, strict=True)):
        after = article.lines[index + 1].start if index + 1 < len(texts) else len(article.text)
        tight = loose and article.text.count("\n", line.end, after) == 1
        feature = _feature(text, tight=tight, repeated=times[text] > 1)
        before = article.lines[index - 1].end if index else 0
        gap = article.text.count("\n", before, line.start)
        indent = line.start - article.text.rfind("\n", 0, line.start) - 1
        found.append(replace(feature, gap=gap, indent=indent))
    return tuple(_with_captions(found))


def _blank_lines_part_paragraphs(article: Article) -> bool:
    """Whether the copy keeps a blank line between paragraphs, so that its absence says something."""
    lines = article.lines
    gaps = [article.text.count("\n", one.end, other.start) > 1 for one, other in pairwise(lines)]
    return bool(gaps) and sum(gaps) >= len(gaps) // 3


def _feature(text: str, *, tight: bool, repeated: bool) -> Feature:
    count = count_words(text)
    credit = marks.CREDIT.search(text) is not None and (
        count < _CAPTION_WORDS and not _credit_in_passing(text)
    )
    return Feature(
        text=text,
        count=count,
        ends=marks.SENTENCE_END.search(text) is not None,
        tight=tight,
        bullet=marks.BULLET.match(text) is not None,
        repeated=repeated,
        credit=credit,
        caption=credit,
        promotion=count < 70 and _promotes(text, count),  # noqa: PLR2004 - longer ones are articles
        asked=count < 60 and marks.ASKED_FOR_COMMENT.search(text) is not None,  # noqa: PLR2004
        blurb=marks.is_blurb(text, count) and not text.startswith(('"', "“")),
        edited=count < 40 and marks.EDITED.search(text) is not None,  # noqa: PLR2004
        end=count < 12 and marks.END.match(text) is not None,  # noqa: PLR2004
        url=marks.URL_ONLY.match(text) is not None,
    )


def _promotes(text: str, count: int) -> bool:
    hits = len({found.group().lower() for found in marks.PROMOTION.finditer(text)})
    return hits > (0 if count < 16 else 1 if count < 45 else 2) or (  # noqa: PLR2004
        hits == 1 and not marks.SENTENCE_END.search(text)
    )


def _credit_in_passing(text: str) -> bool:
    """A full sentence that only mentions an agency or a picture is no caption."""
    last = 0
    for found in marks.CREDIT.finditer(text):
        last = found.end()
    return marks.SENTENCE_END.search(text) is not None and last < len(text) * 0.6


def _with_captions(found: Sequence[Feature]) -> list[Feature]:
    """Lines that stand tight above a credit, or twice in a row, are captions too."""
    result = list(found)
    for index in range(len(result) - 1, -1, -1):
        feature = result[index]
        twin = index + 1 < len(result) and result[index + 1].text == feature.text
        if twin and feature.count > 4 and not feature.promotion:  # noqa: PLR2004 - menus repeat words
            result[index] = _as_caption(feature)
            result[index + 1] = _as_caption(result[index + 1])
        below = result[index + 1] if index + 1 < len(result) else None
        if below is None or not below.caption or feature.caption:
            continue
        short = feature.count <= 45 and not feature.promotion and not feature.end  # noqa: PLR2004
        names_picture = below.count <= 12 or not feature.ends  # noqa: PLR2004 - only a credit, or a label
        if feature.tight and short and names_picture:
            result[index] = _as_caption(feature)
    return result


def _as_caption(feature: Feature) -> Feature:
    return replace(feature, caption=True)
