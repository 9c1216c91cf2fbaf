"""What stands under an entry of the source list: the unknown, amendments, whom it leans on, its file."""

from collections.abc import Sequence

from briefing.compose.citation_words import file_name
from briefing.compose.citations import (
    amended_remarks,
    found_form,
    leaning_remark,
    unknown_fields,
)
from briefing.model.document import Facts, Inlines, Text
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.words import Speech


def remarks(source: Source, leaning: Sequence[Excerpt], tongue: Speech) -> tuple[Inlines, ...]:
    """The lines under the entry of a source; `leaning` are the words that show on whom it leans."""
    lines: list[Inlines] = []
    if unknown := unknown_fields(source, tongue):
        told = tongue.say("Not stated in the document: {fields}.", fields=", ".join(unknown))
        lines.append((Text(told),))
    if found := found_form(source):
        lines.append((Text(tongue.say("Link found as {link}", link=found)),))
    lines += amended_remarks(source, tongue)
    if leaning:
        lines.append(leaning_remark(leaning, tongue))
    file = tongue.say("File {file}", file=file_name(source))
    lines.append((Text(f"{file}, SHA-256 {source.sha256[:16]}…"),))
    return tuple(lines)


def facts(source: Source) -> Facts:
    """What a source says of itself."""
    return Facts(
        source.title,
        source.publisher,
        source.authors,
        source.published,
        source.accessed,
        source.url,
        source.language,
    )
