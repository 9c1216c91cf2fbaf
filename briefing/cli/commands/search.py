"""`briefing search`: full-text search of the library."""

import re
from pathlib import Path
from typing import Any

import click

from briefing.cli.options import LIBRARY, Whole, common, print_json
from briefing.cli.terminal import visible
from briefing.model.library import Facet, Hit, Kept, Results
from briefing.words import say, say_many
from briefing.workflow.hinting import check_filters, respelt
from briefing.workflow.shelves import Access, open_shelf

_KEPT_OUT = re.compile(r"-[^\W\d_]{2}")
"""How a word that is kept out begins; an option has two dashes, or one letter."""


class _Search(click.Command):
    """A command whose words may begin with a dash, as those of a query do."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words that are kept out for words, not for options."""
        end = args.index("--") if "--" in args else len(args)
        kept_out = [word for word in args[:end] if _KEPT_OUT.match(word)]
        others = [word for word in args[:end] if not _KEPT_OUT.match(word)]
        return super().parse_args(ctx, [*others, "--", *kept_out, *args[end + 1 :]])


@click.command(cls=_Search)
@click.argument("query", nargs=-1)
@LIBRARY
@click.option(
    "--limit", type=Whole(1, 1000), default=20, metavar="N", help="Most sources shown; default: 20."
)
@click.option("--facets", "counted", is_flag=True, help="Count by publisher, theme, speaker, ….")
@common
def command(
    query: tuple[str, ...],
    library: Path | None,
    limit: int,
    counted: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Search the library for QUERY: all words must occur.

    \b
    "operations command"    these words in this order
    missil*                 words that begin so
    -exercise               without this word
    speaker:kishida         somebody of that name speaks
    source:gazette          published by (also publisher:gazette)
    theme:china             answers to this theme
    after:2024-04-01        published on that day or later; likewise before:
    is:disputed             sources disagree here; likewise is:new, is:changed, is:removed

    Example: briefing search '"operations command" source:gazette'
    """  # noqa: D301 - click looks for the character itself, to leave these lines as they are
    text = " ".join(query)
    with open_shelf(library, Access.READ) as shelf:
        check_filters(shelf, text)
        results = shelf.search(text, limit)
        facets = shelf.facets(text) if counted else ()
        parts, meant = respelt(shelf, text) if not results.total and not as_json else ([], ())
    if as_json:
        print_json(_json(text, results, facets))
        return
    for hit in results.hits:
        _print(hit)
    for facet in facets:
        # Of a theme it is excerpts that are counted, of all else sources.
        unit = f"  ({say('excerpts')})" if facet.sort == "theme" else ""
        click.echo(visible(f"{facet.sort:10} {facet.count:7}  {facet.value}{unit}"))
    if not quiet:
        total = results.total
        told = say_many("{count} source", "{count} sources", total, count=str(total))
        if results.more:
            told = say("more than {sources}", sources=told)
        order = "" if results.by_rank else f", {say('newest first')}"
        click.echo(f"{told}{order}")
        if meant:
            click.echo(visible(say("Did you mean: {words}", words=" ".join(parts))))


def _print(hit: Hit) -> None:
    kept = hit.kept
    day = kept.published.isoformat() if kept.published else say("no date")
    click.echo(visible(f"{kept.id}  {kept.title or kept.path}"))
    click.echo(visible(f"    {kept.publisher or say('publisher unknown')}, {day}, {kept.grade}"))
    click.echo(f"    {visible(_marked(hit))}\n")


def _marked(hit: Hit) -> str:
    text, at = "", hit.start
    for start, end in hit.marks:
        text += hit.text[at - hit.start : start - hit.start]
        text += f"[{hit.text[start - hit.start : end - hit.start]}]"
        at = end
    return " ".join((text + hit.text[at - hit.start :]).split())


def _json(query: str, results: Results, facets: tuple[Facet, ...]) -> dict[str, Any]:
    return {
        "schema": "briefing.search/1",
        "query": query,
        "total": results.total,
        "more": results.more,
        "by_rank": results.by_rank,
        "sources": [
            {
                **kept_json(hit.kept),
                "start": hit.start,
                "end": hit.end,
                "text": hit.text,
                "marks": [list(mark) for mark in hit.marks],
            }
            for hit in results.hits
        ],
        "facets": [
            {"facet": facet.sort, "value": facet.value, "count": facet.count} for facet in facets
        ],
    }


def kept_json(kept: Kept) -> dict[str, Any]:
    """The listing of a source."""
    return {
        "id": kept.id,
        "path": kept.path,
        "version": kept.version,
        "current": kept.current,
        "title": kept.title,
        "publisher": kept.publisher,
        "published": kept.published.isoformat() if kept.published else None,
        "language": kept.language,
        "grade": kept.grade,
    }
