"""`briefing themes`: list, show, try, suggest."""

from pathlib import Path
from textwrap import shorten

import click
from msgspec import to_builtins

from briefing.cli.options import LIBRARY, Whole, common, need_paths, print_json
from briefing.cli.showing import Verbs
from briefing.cli.terminal import Meter, visible
from briefing.model.theme import Theme
from briefing.words import mark, say, say_many
from briefing.workflow.catalogue import find_themes, starter_themes
from briefing.workflow.inspect import Tried, compare_themes, try_theme
from briefing.workflow.proposing import save_with_words, suggest_terms

_AROUND = 40
"""Characters shown on either side of a hit."""
_SHOWN = 160
"""Characters shown of a paragraph."""


@click.group(cls=Verbs, no_args_is_help=False)
def command() -> None:
    """List, show and try themes; suggest words for one."""


@command.command("list")
@common
def list_themes(as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """List the starter themes."""
    themes = starter_themes()
    if as_json:
        shown = [{"id": item.id, "title": item.title, "question": item.question} for item in themes]
        print_json({"schema": "briefing.themes/1", "themes": shown})
        return
    for theme in themes:
        click.echo(f"{theme.id:<18} {theme.title}: {theme.question}")


@command.command()
@click.argument("theme")
@common
def show(theme: str, as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """Show the words that THEME (an id or a file) answers to.

    Example: briefing themes show china
    """
    (found,) = find_themes((theme,))
    if as_json:
        print_json({"schema": "briefing.theme/1", **to_builtins(found)})
        return
    click.echo(visible(f"{found.title} ({found.id}): {found.question}"))
    for match in found.matches:
        for name in ("any", "all", "near"):
            if phrases := getattr(match, name):
                click.echo(visible(f"  {name} ({match.weight:g}): {', '.join(phrases)}"))
        if match.regex:
            click.echo(visible(f"  regex ({match.weight:g}): {match.regex}"))
    for part in found.exclusions:
        click.echo(visible(f"  not: {', '.join(part.any) or part.regex}"))


@command.command("try")
@click.argument("theme")
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--instead-of", "old", metavar="ID|FILE",
    help="Show only the paragraphs gained and lost against this theme.",
)  # fmt: skip
@common
def try_(
    theme: str,
    paths: tuple[Path, ...],
    old: str | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Show what THEME (an id or a file) would match in the files at PATH.

    Example: briefing themes try china articles
    """
    (found,) = find_themes((theme,))
    meter = Meter(quiet)
    if old is not None:
        (former,) = find_themes((old,))
        _compared(found, former, need_paths(paths), meter, as_json=as_json)
        return
    try:
        tried = try_theme(found, need_paths(paths), meter)
    finally:
        meter.clear()
    if as_json:
        print_json({"schema": "briefing.themes-try/1", "theme": found.id, "sources": _json(tried)})
        return
    told_of = [item for item in tried if verbose or item.hits or _stands_out(item)]
    for item in told_of:
        hits = say_many("{count} hit", "{count} hits", len(item.hits), count=str(len(item.hits)))
        told = f"{hits}, {say('answers by {score}', score=f'{item.score:.2f}')}{_among(item)}"
        click.echo(visible(f"{item.source.path}: {told}"))
        for hit in item.hits:
            text = item.source.text
            before, after = text[max(0, hit.start - _AROUND) : hit.start], text[hit.end :][:_AROUND]
            around = f"…{before}[{hit.words}]{after}…".replace("\n", " ")
            click.echo(visible(f"  {hit.weight:g}  {around}"))
    if others := len(tried) - len(told_of):
        none = say_many(
            "no hit in {count} other article (-v lists it)",
            "no hit in {count} other articles (-v lists them)",
            others,
            count=str(others),
        )
        click.echo(none)


def _stands_out(item: Tried) -> bool:
    """Whether a source answers much better than most: it may be on the theme without its words."""
    return item.standard_score is not None and item.standard_score >= 1


def _compared(
    new: Theme, old: Theme, paths: tuple[Path, ...], meter: Meter, *, as_json: bool
) -> None:
    try:
        gained, lost = compare_themes(new, old, paths, meter)
    finally:
        meter.clear()
    if as_json:
        told = {"gained": to_builtins(gained), "lost": to_builtins(lost)}
        print_json({"schema": "briefing.themes-compare/1", "theme": new.id, **told})
        return
    counts = say_many(
        "{count} paragraph gained, {lost} lost",
        "{count} paragraphs gained, {lost} lost",
        len(gained),
        count=str(len(gained)),
        lost=str(len(lost)),
    )
    click.echo(counts)
    for sign, excerpts in (("+", gained), ("-", lost)):
        for excerpt in excerpts:
            click.echo(visible(f"{sign} {shorten(excerpt.exact, _SHOWN, placeholder=' …')}"))


@command.command()
@click.argument("theme")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@LIBRARY
@click.option(
    "--limit", type=Whole(1, 200), default=20, metavar="N", help="Most words proposed; default: 20."
)
@click.option(
    "--like",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Articles that THEME should answer to, a file or a folder. Repeatable.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write THEME with the words added, each with its weight, to a new theme file.",
)
@common
def suggest(
    theme: str,
    paths: tuple[Path, ...],
    library: Path | None,
    limit: int,
    like: tuple[Path, ...],
    output: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Propose words for THEME: those that set its paragraphs at PATH, or in the library, apart.

    Example: briefing themes suggest china articles
    """
    (found,) = find_themes((theme,))
    meter = Meter(quiet)
    try:
        proposed = suggest_terms(found, paths, limit, meter, library, like)
    finally:
        meter.clear()
    if output:
        save_with_words(found, proposed, output)
    if as_json:
        shown = to_builtins(proposed)
        print_json({"schema": "briefing.themes-suggest/1", "theme": found.id, "terms": shown})
        return
    if not proposed:
        told = say("No word sets this theme's paragraphs apart. More articles would help.")
        click.echo(told)
    words = mark("{found} of its paragraphs, {others} others")
    if like:
        words = mark("{found} of its articles, {others} others")
    for item in proposed:
        told = say(words, found=str(item.found), others=str(item.others))
        click.echo(visible(f"{item.term:<28} {item.weight:g}  {told}"))


def _among(item: Tried) -> str:
    """How a source's answer stands among those of all that were tried."""
    if item.standard_score is None:
        return ""
    words = mark("{count} deviations above the mean")
    if item.standard_score < 0:
        words = mark("{count} deviations below the mean")
    return f" ({say(words, count=f'{abs(item.standard_score):.1f}')})"


def _json(tried: tuple[Tried, ...]) -> list[dict[str, object]]:
    return [
        {
            "source": item.source.id,
            "path": item.source.path,
            "score": item.score,
            "standard_score": item.standard_score,
            "hits": [to_builtins(hit) for hit in item.hits],
        }
        for item in tried
    ]
