"""Writes what the window exports as a command line that makes the same files again."""

import shlex
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import BriefingError
from briefing.library.deciding import CORRECTED
from briefing.model.output import Written
from briefing.model.source import Source
from briefing.words import ENGLISH
from briefing.workflow.build import build
from briefing.workflow.catalogue import STARTERS
from briefing.workflow.draft import Draft, whole
from briefing.workflow.handing import house_document
from briefing.workflow.outputs import write_whole
from briefing.workflow.recipes import read_recipe
from briefing.workflow.toml_text import pairs, theme_text
from briefing.workflow.writing import write_all


class Command(Struct, frozen=True):
    """A command line, the files it needs, and what it cannot say."""

    line: str
    files: tuple[Path, ...]
    exact: bool
    """Whether it was run, and gave the same bytes."""
    lacking: tuple[str, ...] = ()


def write_command(
    draft: Draft, targets: Sequence[Path], reference: Path | None, library: Path
) -> Command:
    """Write the recipe of `draft` beside its targets, run it, and say whether it gives the same.

    Raises:
        OutputError: if the recipe cannot be written.
    """
    stem = targets[0].with_suffix("")
    recipe = stem.with_name(f"{stem.name}.recipe.toml")
    themes = {
        theme.id: stem.with_name(f"{stem.name}.{theme.id}.toml")
        for theme in draft.themes
        if theme.id not in STARTERS
    }
    for theme in draft.themes:
        if theme.id in themes:
            write_whole(themes[theme.id], theme_text(theme).encode())
    text = recipe_text(draft, targets, reference, library, themes)
    write_whole(recipe, text.encode())
    lacking = tuple(_lacking(draft))
    exact, trouble = _same(draft, targets, reference, recipe)
    if not exact:
        lacking += (trouble or "the files come out differently for the reasons above",)
    line = shlex.join(["briefing", "build", "--recipe", str(recipe)])
    return Command(line, (recipe, *themes.values()), exact, lacking)


def recipe_text(
    draft: Draft, targets: Sequence[Path], reference: Path | None, library: Path,
    themes: Mapping[str, Path],
) -> str:  # fmt: skip
    """The recipe of `draft`; its own themes lie in the files `themes`."""
    brief = draft.brief
    previous = draft.previous if draft.marks_changes else None
    head = pairs(
        (
            ("title", brief.title), ("for", brief.recipient), ("by", brief.author),
            ("date", brief.date), ("marking", brief.marking),
            ("themes", tuple(themes[name].name if name in themes else name for name in brief.themes)),
            ("template", brief.template), ("citation-style", brief.citation_style), ("limit", 0),
            ("language", None if brief.language == ENGLISH else brief.language),
            ("source-list", None if brief.source_list else False),
            ("sources", tuple(dict.fromkeys(source.path for source in draft.sources))),
            ("outputs", tuple(target.name for target in targets)),
            ("reference-doc", str(reference) if reference else None),
            ("library", str(library) if previous else None),
            ("previous", str(previous.number) if previous else None),
        )
    )  # fmt: skip
    notes = [
        f"\n[[note]]\n{pairs((('section', note.section), ('text', note.text)))}"
        for note in brief.notes
    ]
    pins = [
        f'\n[[pin]]\nsource = "{pin.passage.source}"\nstart = {pin.passage.start}\n'
        f'end = {pin.passage.end}\ntheme = "{pin.theme}"\n'
        for pin in brief.pins
    ]
    return f"[brief]\n{head}{''.join(notes)}{''.join(pins)}"


def _same(
    draft: Draft, targets: Sequence[Path], reference: Path | None, recipe: Path
) -> tuple[bool, str]:
    """Whether the recipe gives the bytes that the window gives, and what kept it from running."""
    ours = write_all(whole(draft).document, targets, house_document(reference))
    with tempfile.TemporaryDirectory() as folder:
        outputs = tuple(Path(folder) / target.name for target in targets)
        try:
            build(replace(read_recipe(recipe), outputs=outputs))
        except BriefingError as error:
            return False, str(error)
        theirs = [output.read_bytes() for output in outputs]
    return [_data(ours, target) for target in targets] == theirs, ""


def _data(written: Mapping[Path, Written], target: Path) -> bytes:
    return written[target].data


def _lacking(draft: Draft) -> list[str]:
    """What a recipe has no words for, as far as this briefing needs it."""
    told = []
    by_hand = [source for source in draft.sources if _corrected(source)]
    if by_hand:
        told.append(
            f"{len(by_hand)} sources bear corrections of yours, which only the library knows"
        )
    if draft.named:
        told.append(f"{draft.named} speakers were named by you, which only the library knows")
    gone = [source.path for source in draft.sources if not _is_as_read(source)]
    if gone:
        told.append(f"{len(gone)} files are gone or changed since: {Path(gone[0]).name}")
    return told


def _corrected(source: Source) -> bool:
    return any(item.found_in == CORRECTED for item in source.evidence.values())


def _is_as_read(source: Source) -> bool:
    try:
        return sha256(Path(source.path).read_bytes()).hexdigest() == source.sha256
    except OSError:
        return False
