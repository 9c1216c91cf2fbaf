"""`briefing verify` on files of about 100 pages against 10,000 sources, as files and as a library.

One quotation in twenty is changed by a word, and one in twenty has the citation of another, so that
what does not stand where it should is looked for everywhere. Whole cold processes: CPU seconds, and
the memory of the largest process. Takes another number of sources, if given.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from benches.kit.timing import verdict
from benches.kit.workload import SECTIONS, Writer, briefing
from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Document,
    Quotation,
    Quoted,
    Reference,
    SourceLink,
    SourceList,
    Text,
)
from briefing.workflow.writing import write_all

PAGES, SECONDS, MEGABYTES = 100, 5.0, 500.0
EVERY = 20
BRIEFING = (sys.executable, "-m", "briefing")


def main() -> int:
    """Make the files, prove them, print and judge; returns the exit status."""
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, library = folder / "articles", folder / "library.db"
        articles.mkdir()
        document = briefing(SECTIONS[PAGES])
        numbers = _make_articles(document, articles, count)
        changed, altered = _changed(document, numbers)
        files = (folder / "brief.docx", folder / "brief.pdf")
        for file, written in write_all(changed, files).items():
            file.write_bytes(written.data)
        subprocess.run([*BRIEFING, "import", articles, "--library", library, "--quiet"], check=True)
        status = 0
        for file in files:
            status |= _prove(file, ("--sources", articles), altered)
            status |= _prove(file, ("--library", library), altered)
        return status


def _make_articles(document: Document, folder: Path, count: int) -> dict[int, str]:
    """Write `count` articles, the first of them with the quotations; gives their digests by number."""
    said: defaultdict[int, list[str]] = defaultdict(list)
    for block in document.blocks:
        match block:
            case Quotation((Quoted() as words, Cite((citation,)))):
                said[citation.number].append(words.excerpt.exact)
    writer = Writer(2)
    digests = {}
    for number in range(1, count + 1):
        parts = [writer.words(5, 9)[:-1]]
        for quoted in said.get(number, ()):
            parts += [writer.words(30, 60), quoted]
        parts += [writer.words(40, 80) for _ in range(6)]
        data = "\n\n".join(parts).encode()
        (folder / f"article-{number}.txt").write_bytes(data)
        digests[number] = sha256(data).hexdigest()
    return digests


def _changed(document: Document, digests: dict[int, str]) -> tuple[Document, int]:
    """The document with faults and the names of its sources, and how many faults it has."""
    blocks: list[Block] = []
    seen = altered = 0
    for block in document.blocks:
        made = block
        match block:
            case SourceList(references):
                made = SourceList(tuple(_named(it, digests) for it in references))
            case Quotation((Quoted() as words, Cite((citation,)))):
                seen += 1
                if seen % EVERY == 0:
                    made = replace(block, inlines=(words, _moved(citation)))
                elif seen % EVERY == EVERY // 2:
                    made = replace(block, inlines=(_worded(words), Cite((citation,))))
                altered += made is not block
        blocks.append(made)
    return replace(document, blocks=tuple(blocks)), altered


def _named(reference: Reference, digests: dict[int, str]) -> Reference:
    digest = digests[reference.number]
    told = Text(f"File article-{reference.number}.txt, SHA-256 {digest[:16]}…")
    return replace(reference, notes=((told,),))


def _worded(words: Quoted) -> Text:
    parts = words.excerpt.exact.split()
    parts[len(parts) // 2] = "umbrella"
    return Text(" ".join(parts))


def _moved(citation: Citation) -> Cite:
    number = citation.number % 100 + 1
    link = SourceLink(number, (Text(f"[{number}]"),))
    return Cite((Citation(number, f"s{number}", (*citation.note[:-1], link)),))


def _prove(file: Path, against: tuple[str | Path, ...], altered: int) -> int:
    command = [*BRIEFING, "verify", file, *against, "--json", "--quiet"]
    with tempfile.TemporaryFile() as answer:
        process = subprocess.Popen([*map(str, command)], stdout=answer)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        summary = json.load(answer)["summary"]
    found = summary["altered"]
    name = f"{file.suffix[1:]} {against[0]}"
    print(f"{name}: {summary['quotations']} quotations, {found} altered of {altered}")
    wrong = int(found != altered or summary["proven"] != summary["quotations"] - altered)
    return max(
        wrong,
        verdict(f"{name}, CPU s", usage.ru_utime + usage.ru_stime, SECONDS),
        verdict(f"{name}, MB", usage.ru_maxrss / 1024, MEGABYTES),
    )


if __name__ == "__main__":
    sys.exit(main())
