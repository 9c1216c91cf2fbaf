"""Files made to do harm get the answer that they should: taken, taken with a notice, or refused."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import SourceError
from briefing.workflow.found import Found
from briefing.workflow.guarded import FIND, Guarded

READ = frozenset("txt nexis html eml mhtml docx pdf rtf".split())


def cases(shared: Path) -> list[dict[str, Any]]:
    manifest = json.loads((shared / "hostile" / "MANIFEST.json").read_text(encoding="utf-8"))
    return [case for case in manifest["cases"] if case["group"] in READ]


@pytest.mark.parametrize("group", sorted(READ))
def test_hostile_files_get_their_answer(shared: Path, group: str) -> None:
    wrong: list[str] = []
    with Guarded(FIND) as child:
        for case in cases(shared):
            if case["group"] == group:
                wrong.extend(_faults(child, shared / "hostile" / case["file"], case))

    assert wrong == []


def _faults(child: Guarded[Found], file: Path, case: dict[str, Any]) -> list[str]:
    began = time.monotonic()
    words, answer = "", "refuse"
    try:
        found = child.ask(file.read_bytes() or b" ", file.name)
        words = "\n".join(source.text for source in found.sources)
        notices = [notice for source in found.sources for notice in source.notices]
        answer = "flag" if (*notices, *found.notices, *found.refused) else "accept"
    except SourceError:
        pass
    faults = [f"lost: {part}" for part in case["must"] if part not in words and answer != "refuse"]
    faults += [f"let through: {part}" for part in case["mustnot"] if part in words]
    if case["expect"] not in ("any", answer) and (case["expect"], answer) != ("accept", "flag"):
        faults.append(f"{answer} instead of {case['expect']}")
    if time.monotonic() - began > 3 * case["sec"]:  # the machine may have other work
        faults.append("too slow")
    return [f"{case['id']}: {fault}" for fault in faults]
