"""Proposes words for a theme from articles, and adds them to it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.analysis.profiles import corpus, nearest
from briefing.analysis.suggesting import Suggestion, suggest, with_suggestions
from briefing.analysis.themes import compile_theme, find_hits
from briefing.errors import OutputError
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.text.spaces import flat
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.ingest import ingest
from briefing.workflow.inspect import read_or_open
from briefing.workflow.memory import Memory
from briefing.workflow.progress import Progress, silent
from briefing.workflow.theme_sharing import save_theme

FEW = 3
"""Paragraphs of a theme below which its name has to say more than its phrases."""
_NEAREST = 10
"""Articles that stand in for them."""


def suggest_terms(
    theme: Theme,
    paths: Sequence[Path],
    limit: int,
    progress: Progress = silent,
    library: Path | None = None,
    like: Sequence[Path] = (),
) -> tuple[Suggestion, ...]:
    """Words that set the paragraphs of `theme` apart, in `paths` or in the library.

    Where its phrases find next to nothing, the articles that answer to its name stand in for them.
    With articles `like` those that are wanted, words are proposed that set these apart as a whole.
    """
    sources = read_or_open(paths, (theme,), progress, library, Memory()).sources
    if like:
        return _by_examples(theme, ingest(like, progress).sources, sources, limit)
    matcher = compile_theme(theme)
    inside: list[str] = []
    outside: list[str] = []
    for source in sources:
        text = flat(source.text)
        for part in source.body():
            found = any(True for _ in find_hits(matcher, text, part.start, part.end))
            (inside if found else outside).append(text[part.start : part.end])
    if len(inside) < FEW:
        inside, outside = by_name(theme, [_article(source) for source in sources])
    return suggest(theme, inside, outside, limit)


def by_name(
    theme: Theme, articles: Sequence[tuple[str, Sequence[str]]]
) -> tuple[list[str], list[str]]:
    """The paragraphs of the articles that answer best to the name of `theme`, and all others.

    An article is its title and its paragraphs.
    """
    told = [(title, "\n".join(body)) for title, body in articles]
    others = [other.title for other in starter_themes() if other.id != theme.id]
    near = set(nearest(theme.title, others, corpus(told), _NEAREST))
    inside = [part for at, (_, body) in enumerate(articles) if at in near for part in body]
    return inside, [
        part for at, (_, body) in enumerate(articles) if at not in near for part in body
    ]


def _article(source: Source) -> tuple[str, list[str]]:
    body = [flat(source.text[part.start : part.end]) for part in source.body()]
    return source.title or "", body


def _by_examples(
    theme: Theme, examples: Sequence[Source], sources: Sequence[Source], limit: int
) -> tuple[Suggestion, ...]:
    wanted = {source.id for source in examples}
    outside = [_whole(source) for source in sources if source.id not in wanted]
    return suggest(theme, list(map(_whole, examples)), outside, limit)


def _whole(source: Source) -> str:
    """The title and the body of a source."""
    parts = [source.text[part.start : part.end] for part in source.body()]
    return flat("\n".join((source.title or "", *parts)))


def save_with_words(theme: Theme, found: Iterable[Suggestion], target: Path) -> None:
    """Write `theme` with the words of `found` to a new file.

    Raises:
        OutputError: if there is such a file, or it cannot be written.
    """
    if target.exists():
        raise OutputError("there is such a file already", where=target, remedy="Name another file.")
    save_theme(with_suggestions(theme, found), target)
