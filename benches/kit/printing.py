"""Programs that save or print a finished file again, where they are at hand."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

_PDF: dict[str, Sequence[str]] = {
    "qpdf, for the web": ("qpdf", "--linearize", "{file}", "{made}"),
    "qpdf, taken apart": ("qpdf", "--qdf", "{file}", "{made}"),
    "qpdf, turned": ("qpdf", "--rotate=+90", "{file}", "{made}"),
    "Ghostscript": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "{made}", "{file}"),
    "MuPDF": ("mutool", "clean", "-gggg", "-z", "-s", "{file}", "{made}"),
    "Cairo": ("pdftocairo", "-pdf", "{file}", "{made}"),
    "qpdf, the last page first": ("qpdf", "{file}", "--pages", ".", "z-1", "--", "{made}"),
    "PostScript": ("sh", "-c", "pdftops '{file}' '{made}.ps' && ps2pdf '{made}.ps' '{made}'"),
}  # fmt: skip
_OFFICE = ("pdf", "docx", "odt", "rtf", "doc")
"""Formats in which LibreOffice saves a Word file; of those that we do not read, it makes one anew."""
_READ = ("pdf", "docx")


def printed_anew(form: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """What each program makes of the file `x.pdf` or `x.docx` in `folder`, by its name."""
    if form == "pdf":
        yield "a printer, four pages on a sheet", _four_on_a_sheet(folder / "x.pdf")
        for number, (name, command) in enumerate(_PDF.items()):
            made = folder / f"printed-{number}.pdf"
            places = {"file": folder / "x.pdf", "made": made}
            if shutil.which(command[0]) and _run([part.format(**places) for part in command], made):
                yield name, made.read_bytes()
    elif shutil.which("soffice"):
        for kind in _OFFICE:
            saved = _by_office(folder / "x.docx", kind, folder / f"office-{kind}")
            if saved and kind in _READ:
                yield f"LibreOffice, as {kind}", saved.read_bytes()
            elif saved and (again := _by_office(saved, "docx", folder / f"office-{kind}-docx")):
                yield f"LibreOffice, as {kind} and docx", again.read_bytes()


def _four_on_a_sheet(file: Path) -> bytes:
    document, target = pdfium.PdfDocument(file), BytesIO()
    size = document[0].get_size()
    made = raw.FPDF_ImportNPagesToOne(document.raw, *size, 2, 2)
    pdfium.PdfDocument(made).save(target)
    return target.getvalue()


def _by_office(file: Path, kind: str, into: Path) -> Path | None:
    profile = f"-env:UserInstallation={(into.parent / 'office').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(into),
        str(file),
    ]
    made = into / f"{file.stem}.{kind}"
    return made if _run(command, made) else None


def _run(command: Sequence[str], made: Path) -> bool:
    subprocess.run(command, check=False, capture_output=True, timeout=180)
    return made.is_file()
