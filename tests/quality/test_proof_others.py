"""Finished files of others, and those made to do harm, are proven honestly or refused in a sentence."""

import json
import time
from pathlib import Path

import pytest

from briefing.errors import ProofError
from briefing.model.report import Standing, Strength
from briefing.workflow.verify import verify

EVERY = 4
"""Of the Word files of others, one in so many is tried."""
HONEST = {Standing.UNCHECKED, Standing.UNCITED}
TOLD = {
    "pdf-hidden": "unseen",
    "pdf-tounicode-lie": "deceptive",
    "pdf-actualtext": "deceptive",
    "pdf-no-tounicode": "no text",
    "pdf-scan": "no text",
    "pdf-fake-attach": "manifest",
    "docx-fake-manifest": "manifest",
}


def test_files_of_others_are_never_called_proven_without_sources(shared: Path) -> None:
    folder = shared / "data" / "docx-pdf"
    files = [*sorted(folder.rglob("*.docx"))[::EVERY], *sorted(folder.rglob("*.pdf"))]
    read = 0
    for file in files:
        try:
            (report,) = verify([file])
        except ProofError as error:
            assert error.what  # noqa: PT017 - a sentence is the right answer here, too
            continue
        read += 1
        assert {verdict.standing for verdict in report.verdicts} <= HONEST
        assert report.strength is Strength.NOTHING
    assert read > len(files) // 2


@pytest.mark.parametrize("group", ["docx", "pdf"])
def test_files_made_to_do_harm_are_told_or_refused(shared: Path, group: str) -> None:
    manifest = json.loads((shared / "hostile" / "MANIFEST.json").read_text(encoding="utf-8"))
    wrong: list[str] = []
    seen = 0
    for case in manifest["cases"]:
        if case["group"] != group:
            continue
        seen += 1
        began = time.monotonic()
        try:
            (report,) = verify([shared / "hostile" / case["file"]])
        except ProofError:
            report = None
        if time.monotonic() - began > 3 * case["sec"]:  # the machine may have other work
            wrong.append(f"{case['id']} took too long")
        kinds = {finding.kind for finding in report.findings} if report else set()
        if case["id"] in TOLD and TOLD[case["id"]] not in kinds:
            wrong.append(f"{case['id']}: {kinds}")
        if report and any(it.standing not in HONEST for it in report.verdicts):
            wrong.append(f"{case['id']}: {report.verdicts}")

    assert wrong == []
    assert seen > 20
