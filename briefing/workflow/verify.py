"""Proves finished files: reads them and the sources, gives both to the checker."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import NoSourcesError, ProofError, SourceError
from briefing.library.holding import Library
from briefing.model.findings import Attribution
from briefing.model.report import Report, Signed, Strength
from briefing.model.source import Source
from briefing.verify.annotating import annotate
from briefing.verify.paper import Paper
from briefing.verify.proving import prove
from briefing.verify.searching import Index
from briefing.verify.shelf import (
    SHORTEST_DIGEST,
    Clue,
    Held,
    Shelf,
    Sources,
    is_named,
    tell,
    tell_likely,
)
from briefing.verify.signing import check_signature, sign
from briefing.verify.word import read_word
from briefing.workflow.ingest import gather
from briefing.workflow.library_shelf import LibraryShelf
from briefing.workflow.outputs import check_targets, write_whole
from briefing.workflow.progress import Progress, silent
from briefing.workflow.reckoning import times_of
from briefing.workflow.shelves import Access, open_shelf
from briefing.workflow.verify_page import report_page

_MOST_READ = 60
"""Likely files that are asked whether a citation tells them."""
LARGEST = 256 * 2**20
"""Bytes a finished file may have."""
FORMATS = (".docx", ".pdf")


def verify(
    files: Sequence[Path],
    sources: Sequence[Path] = (),
    progress: Progress = silent,
    library: Library | None = None,
) -> tuple[Report, ...]:
    """Prove `files` against the files under `sources`, else `library`, else what they bring inside.

    Raises:
        BriefingError: if a file cannot be read as a Word or PDF file, or a path does not exist.
    """
    shelf: Shelf | None = FileShelf(sources, progress) if sources else None
    if shelf is None and library is not None:
        shelf = LibraryShelf(library)
    reports = (prove(read_paper(file), shelf, file.as_posix()) for file in files)
    if sources or library is None:
        return tuple(reports)
    return tuple(_with_changes(report, library) for report in reports)


def verify_with(library: Path, file: Path) -> Report:
    """Prove `file` against the library in the file `library`.

    Raises:
        BriefingError: if one of the two cannot be read.
    """
    with open_shelf(library, Access.READ) as shelf:
        (report,) = verify([file], library=shelf)
    return report


def _with_changes(report: Report, library: Library) -> Report:
    """`report` with what has become of its sources in the library since."""
    # Late: a build that proves what it wrote has no need of it.
    from briefing.verify.former import check_former

    quoted = {verdict.source for verdict in report.verdicts if verdict.source}
    after = library.successors(sorted(quoted))
    newer = {one.id: one.text for one in library.sources(sorted(set(after.values())), as_read=True)}
    now = {before: newer[source] for before, source in after.items()}
    return replace(report, findings=(*report.findings, *check_former(report.verdicts, now)))


def read_paper(file: Path) -> Paper:
    """The finished `file` as a reader sees it.

    Raises:
        ProofError: if it cannot be read.
    """
    if file.is_dir():
        raise ProofError(
            "a folder is named where a finished file is meant",
            where=file,
            remedy="Name a Word or PDF file; folders of sources go behind --sources.",
        )
    try:
        if file.stat().st_size > LARGEST:
            raise ProofError(f"the file has more than {LARGEST // 2**20} MB", where=file)
        data = file.read_bytes()
    except OSError as error:
        raise ProofError(f"the file cannot be opened: {error.strerror}", where=file) from None
    try:
        return paper_of(data)
    except ProofError as error:
        raise ProofError(error.what, where=file, remedy=error.remedy) from None


def paper_of(data: bytes) -> Paper:
    """The finished file with the bytes `data`; the format is told by them.

    Raises:
        ProofError: if it is neither a Word nor a PDF file.
    """
    if data.startswith(b"PK"):
        return read_word(data)
    if b"%PDF-" in data[:4096]:
        # Late: a child process reads PDF files, and Word files need none.
        from briefing.workflow.pdf_child import read_pdf_apart

        return read_pdf_apart(data)
    if not data:
        raise ProofError("the file is empty", remedy="Save it or copy it again.")
    raise ProofError(
        "the file is neither Word nor PDF",
        remedy="Save it as .docx or PDF; put copied text into a Word document.",
    )


class FileShelf(Struct):
    """Sources as files: all hashed, but only those read that a citation tells, until more is needed."""

    paths: Sequence[Path]
    progress: Progress = silent
    strength: Strength = Strength.SOURCES
    _files: dict[Path, str] = field(default_factory=dict)
    _heads: dict[str, list[tuple[int, Path]]] = field(default_factory=dict)
    _read: dict[Path, tuple[Held, ...]] = field(default_factory=dict)
    _told: dict[Clue, Sequence[Held]] = field(default_factory=dict)
    _said: dict[str, Sequence[Attribution]] = field(default_factory=dict)
    _index: Index = field(default_factory=Index)

    def __post_init__(self) -> None:
        files = list(gather(self.paths))
        if not files:
            raise NoSourcesError(
                "no files to read",
                where=", ".join(path.as_posix() for path in self.paths),
                remedy="Name a folder with articles.",
            )
        for number, file in enumerate(files):
            self.progress("Hashing", number, len(files))
            try:
                told = digest(file.read_bytes())
            except OSError:
                continue
            self._files[file] = told
            self._heads.setdefault(told[:SHORTEST_DIGEST], []).append((number, file))

    def told(self, clue: Clue) -> Sequence[Held]:
        """The sources that `clue` tells."""
        if clue not in self._told:
            self._told[clue] = self._tell(clue)
        return self._told[clue]

    def likely(self, printed: str, most: int) -> Sequence[Held]:
        """At most so many sources that may hold the words `printed`, the likeliest first."""
        files = list(self._files)
        for number, file in enumerate(files[self._index.count :]):
            self.progress("Searching", number, len(files))
            self._index.add(f"{self._words(file)} {file.name}")
        found = self._index.likely(printed, most)
        return [held for number in found for held in self._held(files[number])]

    def said(self, held: Held) -> Sequence[Attribution]:
        """What is reported in a source as said; only a source whose speakers are asked for is examined."""
        # Late: most files can be proven without.
        from briefing.analysis.examining import examine
        from briefing.workflow.wording import lexicon

        key = held.source.id
        if key not in self._said:
            self._said[key] = examine(held.source, lexicon()).attributions
        return self._said[key]

    def times(self, words: str, day: date, language: str | None) -> Sequence[str]:
        """The days that `words` in a language lead to when written on `day`."""
        return times_of(words, day, language)

    def _tell(self, clue: Clue) -> Sequence[Held]:
        named = self._by_digest(clue.digests)
        named = named or [file for file in self._files if is_named(clue.text, file.name)]
        if named and (found := tell(clue, [held for file in named for held in self._held(file)])):
            return found
        return tell_likely(clue, self, _MOST_READ)

    def _by_digest(self, heads: tuple[str, ...]) -> list[Path]:
        """The files whose digests begin with one of `heads`, in their order."""
        near = {one for head in heads for one in self._heads.get(head[:SHORTEST_DIGEST], ())}
        return [file for _, file in sorted(near) if self._files[file].startswith(heads)]

    def _words(self, file: Path) -> str:
        """The words of `file` as they stand in it; only what is no plain text is read for that."""
        with suppress(OSError):
            data = file.read_bytes()
            if b"\0" not in data and not data.startswith((b"%PDF", b"{\\rtf")):
                return data.decode("utf-8", "replace")
        return " ".join(held.source.text for held in self._held(file))

    def _held(self, file: Path) -> tuple[Held, ...]:
        if file not in self._read:
            self._read[file] = tuple(map(Held, _sources(file)))
        return self._read[file]


def annotated_copy(file: Path, report: Report, target: Path) -> None:
    """Write to `target` the Word `file` with a comment at each quotation that does not hold.

    Raises:
        BriefingError: if `file` is no Word file, or `target` cannot be written.
    """
    data = file.read_bytes()
    if not data.startswith(b"PK"):
        raise ProofError(
            "only Word files can have comments", where=file, remedy="Leave --annotate out."
        )
    write_whole(target, annotate(data, report.verdicts))


def check_beside(
    page: Path | None, copy: Path | None, files: Sequence[Path], sources: Sequence[Path]
) -> None:
    """Refuse a `page` or a `copy` in the place of a file to prove or of a source, before any work.

    Raises:
        BriefingError: if one stands there, cannot be written, or has the ending of another kind of file.
    """
    if copy and copy.resolve() in {file.resolve() for file in files}:
        raise ProofError("the copy would overwrite the file itself", where=copy)
    for target, endings in ((page, (".html",)), (copy, (".docx",))):
        if target:
            check_targets([target], gather(sources), endings)


def write_page(target: Path, reports: Sequence[Report]) -> None:
    """Write the report as an HTML page.

    Raises:
        OutputError: if `target` cannot be written.
    """
    write_whole(target, report_page(reports).encode("utf-8", "replace"))


def sign_manifest(file: Path, key: Path, target: Path) -> None:
    """Sign the manifest inside `file` with the private `key`; the signature goes to `target`.

    Raises:
        ProofError: if there is no manifest, or the key is none.
    """
    manifest, private = _manifest(file), _bytes(key)
    try:
        signed = sign(manifest, private)
    except ProofError as error:
        raise ProofError(
            error.what,
            where=key,
            remedy="Make one with `openssl genpkey -algorithm ed25519 -out key.pem`.",
        ) from None
    write_whole(target, signed)


def check_signed(file: Path, signature: Path) -> Signed:
    """Whether `signature` holds for the manifest inside `file`.

    Raises:
        ProofError: if there is no manifest, or the signature file is none.
    """
    manifest, told = _manifest(file), _bytes(signature)
    try:
        return check_signature(manifest, told)
    except ProofError as error:
        raise ProofError(
            error.what, where=signature, remedy="Name the .sig file that --sign wrote."
        ) from None


def _manifest(file: Path) -> bytes:
    manifest = read_paper(file).manifest
    if manifest is None:
        raise ProofError("the file carries no manifest", where=file)
    return manifest.strip() + b"\n"


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ProofError(f"the file cannot be opened: {error.strerror}", where=file) from None


def shelf_of(sources: Iterable[Source]) -> Shelf:
    """Sources that are in memory."""
    return Sources(tuple(map(Held, sources)), reckon=times_of)


def _sources(file: Path) -> list[Source]:
    # Late: reading and cleaning are needed only where sources come as files.
    from briefing.readers import read
    from briefing.workflow.found import cleaned

    try:
        return [cleaned(article) for article in read(file.read_bytes(), PurePath(file.as_posix()))]
    except (SourceError, OSError):
        return []
