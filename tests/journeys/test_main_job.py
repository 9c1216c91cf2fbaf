"""The main job as a new user runs it: articles in, a Word and a PDF briefing out."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.judges import judge

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "seeds" / "articles"


def _briefing(*arguments: object, seed: str = "0") -> str:
    """Run the real command in a process of its own; returns what it printed."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1712880000"}
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def _letters(text: str) -> str:
    """Letters and digits only: what stays the same however words are set and broken."""
    return "".join(filter(str.isalnum, text))


def _quotations(tree: Any) -> list[str]:
    """Every verbatim excerpt in a document tree."""
    if isinstance(tree, dict):
        own = [tree["text"]] if tree.get("type") == "quoted" else []
        return own + [text for value in tree.values() for text in _quotations(value)]
    if isinstance(tree, list):
        return [text for item in tree for text in _quotations(item)]
    return []


def _printed(tree: Any) -> list[str]:
    """The excerpts printed as quotations: not the words in the source list's remarks."""
    return [
        text
        for block in tree["blocks"]
        if block["type"] == "quotation"
        for text in _quotations(block)
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample briefing in every format."""
    folder = tmp_path_factory.mktemp("samples")
    outputs = [
        f"-o{folder / f'brief.{ending}'}" for ending in ("docx", "pdf", "json", "md", "html")
    ]
    _briefing("build", SAMPLES, *outputs, "--title", "Sample briefing", "--marking", "TLP:GREEN")
    return folder


def test_every_quotation_stands_in_a_source(built: Path) -> None:
    sources = json.loads(_briefing("sources", SAMPLES, "--json"))["sources"]
    tree = json.loads((built / "brief.json").read_text(encoding="utf-8"))
    quoted = _printed(tree)

    assert len(quoted) >= 12
    assert [text for text in quoted if not any(text in item["text"] for item in sources)] == []
    assert [text for text, times in Counter(quoted).items() if times > 1] == []


def test_only_body_paragraphs_are_quoted(built: Path) -> None:
    sources = json.loads(_briefing("sources", SAMPLES, "--json"))["sources"]
    bodies = [
        passage["text"]
        for item in sources
        for passage in item["passages"]
        if passage["kind"] == "body"
    ]
    tree = json.loads((built / "brief.json").read_text(encoding="utf-8"))

    assert all(any(text in body for body in bodies) for text in _printed(tree))


def test_both_files_hold_every_quotation(built: Path) -> None:
    tree = json.loads((built / "brief.json").read_text(encoding="utf-8"))
    text = subprocess.run(
        [judge("pdftotext"), "-layout", built / "brief.pdf", "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    with zipfile.ZipFile(built / "brief.docx") as package:
        body = package.read("word/document.xml").decode()
    words = _letters(re.sub(r"<[^>]+>", "", body))
    raw = subprocess.run(
        [judge("pdftotext"), "-raw", built / "brief.pdf", "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    heads = [_letters(quote)[:40] for quote in _printed(tree)]

    assert text.count("TLP:GREEN") == 2 * text.count("\f")
    assert [head for head in heads if head not in words] == []
    assert [head for head in heads if head not in _letters(raw)] == []


def test_the_same_order_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    outputs = [
        f"-o{tmp_path / f'brief.{ending}'}" for ending in ("docx", "pdf", "json", "md", "html")
    ]
    _briefing(
        "build", SAMPLES, *outputs, "--title", "Sample briefing", "--marking", "TLP:GREEN", seed="7"
    )

    for file in built.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_libreoffice_opens_the_word_file(built: Path, tmp_path: Path) -> None:
    office = judge("soffice")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, built / "brief.docx"],
        capture_output=True, check=True,
    )  # fmt: skip
    text = subprocess.run(
        [judge("pdftotext"), "-raw", tmp_path / "brief.pdf", "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    tree = json.loads((built / "brief.json").read_text(encoding="utf-8"))

    assert "Not stated in the document" in text
    assert [q for q in _printed(tree) if _letters(q)[:40] not in _letters(text)] == []


def test_qpdf_finds_nothing_wrong(built: Path) -> None:
    done = subprocess.run(
        [judge("qpdf"), "--check", built / "brief.pdf"], capture_output=True, check=False, text=True
    )

    assert done.returncode == 0, done.stdout


# What stands in the real documents beside their articles, as words to look for: other stories,
# newsletters, captions and credits, blurbs, requests for comment.
_FOREIGN = (
    "Tesla", "COP30", "trustworthy", "newsletter", "inbox", "LoScalzo", "Vucci", "Kiyoshi Ota",
    "is a reporter", "Journalist based", "contacted", "Uncommon", "committed to challenging",
    "Related posts", "unsubscribe", "Skip to", "Click here", "Edited by", "moonImage",
)  # fmt: skip


@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
def test_the_real_documents_make_a_clean_briefing(
    shared: Path, tmp_path: Path, template: str
) -> None:
    folder = shared / "seeds"
    _briefing("build", folder, f"-o{tmp_path / 'brief.json'}", "--template", template)
    tree = json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))
    quoted = _printed(tree)
    originals = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]

    assert len(quoted) >= (12 if template == "full" else 4)
    assert [text for text in quoted if not any(text in original for original in originals)] == []
    assert [text for text in quoted if any(words in text for words in _FOREIGN)] == []
    assert max(Counter(quoted).values()) == 1


def test_the_real_documents_are_read_as_what_they_are(shared: Path) -> None:
    told = json.loads(_briefing("sources", shared / "seeds", "--json"))
    by_name = {Path(item["path"]).name[:3]: item for item in told["sources"]}
    known = {
        name: [bool(item[key]) for key in ("title", "publisher", "authors", "published", "url")]
        for name, item in by_name.items()
    }

    assert known == {
        "000": [True, True, False, False, False],
        "001": [True, False, False, False, False],
        "002": [True, True, True, True, True],
        "003": [False, True, False, False, False],
        "004": [True, True, True, False, False],
    }
    assert by_name["002"]["published"] == "2024-04-11"
    assert by_name["002"]["url"] == "https://p.dw.com/p/4eeIR"
    bodies = {
        name: sum(passage["kind"] == "body" for passage in item["passages"])
        for name, item in by_name.items()
    }
    assert bodies == {"000": 5, "001": 20, "002": 22, "003": 7, "004": 12}
