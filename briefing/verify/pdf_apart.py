"""Lines that begin at the left, with a title or words behind a label that read from the right.

Writers isolate such parts, so that neither turns what stands around it. By the places of the letters
alone the figures of one would be read into the other: here each is read by itself.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.verify.paper import MARK, Mark
from briefing.verify.pdf_labels import label_end
from briefing.verify.pdf_lines import Line, without_bullet
from briefing.verify.pdf_written import apart, behind_label, has_titles, reads_right


def read_apart(lines: Sequence[Line], *, listed: bool) -> Sequence[Line]:
    """`lines` of one paragraph, such parts read by themselves; one that is `listed` may have a label."""
    seen = [line.seen or line.text for line in lines]
    if any(len(line.marks) > 1 for line in lines if line.other):
        return lines  # which is which cannot be told
    label = label_end(" ".join(seen)) if listed and lines[0].bold else 0
    if not label and not has_titles(seen):
        return lines
    found: list[Line] = []
    closes, left = "", label
    from_right: bool | None = None
    for line, shown in zip(lines, seen, strict=True):
        outer, rest = (shown[:left], shown[left:]) if label else (shown, "")
        if from_right is None and rest.strip(f" {MARK}"):
            from_right = reads_right(rest.rstrip().removesuffix(MARK))
        text, closes = apart(outer, closes)
        text += behind_label(rest, from_right=bool(from_right))
        left = max(0, left - len(shown) - 1)
        found.append(_reading(line, text) if line.other else line)
    return found


def _reading(line: Line, text: str) -> Line:
    """`line` as it reads so; its label is bold where it begins."""
    words, mark, behind = text.partition(MARK)
    marks = [Mark(len(words), line.marks[0].key)] if mark and line.marks else []
    bold = len(words) - len(without_bullet(words)) + 1 if line.bold else 0
    return replace(line, text=words + behind, marks=marks or line.marks, bold=bold)
