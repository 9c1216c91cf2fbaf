"""Any text goes into the Word file and comes back as words, never as an element or a field."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from hypothesis import given, settings
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.writers.escaping import clean
from briefing.writers.word import write_docx
from tests.hostile import TEXTS, full_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


_OF_RUNS = {f"{W}{name}" for name in "r rPr rStyle rFonts b bCs i iCs u rtl lang t bidi".split()}


def _told(data: bytes) -> list[str]:
    """The elements but for runs, which part where scripts meet."""
    every = (node.tag for node in _part(data, "word/document.xml").iter())
    return [tag for tag in every if tag not in _OF_RUNS]


def _words(data: bytes) -> str:
    return "".join(node.text or "" for node in _part(data, "word/document.xml").iter(f"{W}t"))


@settings(max_examples=25)
@given(TEXTS.filter(bool))
def test_text_never_changes_the_shape_of_the_document(text: str) -> None:
    data = write_docx(full_of(text)).data

    assert _told(data) == _told(write_docx(full_of("words")).data)
    assert clean(text) in _words(data)


def test_no_run_has_a_property_twice_and_no_link_lies_in_a_link() -> None:
    data = write_docx(full_of("words")).data
    runs = [
        node
        for part in ("word/document.xml", "word/footnotes.xml")
        for node in _part(data, part).iter(f"{W}rPr")
    ]
    assert runs
    for properties in runs:
        tags = [child.tag for child in properties]
        assert len(tags) == len(set(tags))
    assert not _part(data, "word/footnotes.xml").findall(f".//{W}hyperlink//{W}hyperlink")


def test_the_validator_has_nothing_to_say(tmp_path: Path) -> None:
    path = tmp_path / "words.docx"
    path.write_bytes(write_docx(full_of("words")).data)

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


_DIGEST = (
    "import hashlib; from tests.hostile import full_of; "
    "from briefing.writers.word import write_docx; "
    "print(hashlib.sha256(write_docx(full_of('words')).data).hexdigest())"
)


def test_two_processes_write_the_same_bytes() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(digests) == 1
