"""Whatever lies in the data reads to articles or to one clear sentence, within the limits of a child."""

from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.workflow.guarded import FIND, Guarded

_EVERY = 25
_LONGEST_SENTENCE = 400
SETS = (
    "docx-pdf", "encodings", "exports", "html-dates", "news-exports", "publisher-pages",
    "site-metadata", "web-extract",
)  # fmt: skip


@pytest.mark.parametrize("name", SETS)
def test_a_sample_of_all_files_is_read_or_refused(shared: Path, name: str) -> None:
    every = sorted(path for path in (shared / "data" / name).rglob("*") if path.is_file())
    sample = every[::_EVERY] if len(every) > _EVERY else every
    bad: list[str] = []
    with Guarded(FIND) as child:
        for file in sample:
            try:
                found = child.ask(file.read_bytes() or b" ", file.name)
            except SourceError as error:
                sentence = str(error)
                silent = not error.remedy
                if silent or "given up" in sentence or len(sentence) > _LONGEST_SENTENCE:
                    bad.append(f"{file.name}: {sentence}")
                continue
            if not (found.sources or found.refused or found.notices or found.references):
                bad.append(f"{file.name}: nothing was said of it")

    assert sample
    assert bad == []
