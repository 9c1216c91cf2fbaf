"""Words of a source that nothing shows to be quoted: a program or an editor took their style away."""

import pytest

from briefing.model.report import Finding
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources

WORDS = "The port of Moss will not reopen before 4 May, the harbour master said."
PORT = Source(
    "a" * 16, "port.txt", "a" * 64, "text/plain", f"The port of Moss\n\n{WORDS}\n", (),
    title="The port of Moss",
)  # fmt: skip


def told(text: str) -> Finding:
    """What is told of a plain paragraph that a note follows."""
    cited = Printed(text, Part.BODY, 1, "paragraph 1", (Mark(len(text), "1"),))
    entry = Printed("[1] “The port of Moss.”", Part.ENTRY, 2, "paragraph 2")
    paper = Paper("word", (cited, entry), {"1": "The port of Moss [1]"})
    report = prove(paper, Sources((Held(PORT),)), "brief")
    assert not report.verdicts
    (finding,) = (one for one in report.findings if one.kind == "unread")
    return finding


@pytest.mark.parametrize(
    ("text", "said", "grave"),
    [
        pytest.param(WORDS, "stands so in port.txt", False, id="as it is"),
        pytest.param(WORDS.replace("not ", ""), "“not” is left out", True, id="a negation less"),
        pytest.param(WORDS.replace("4 May", "9 May"), "has “4”", True, id="another day"),
        pytest.param(
            "According to its harbour master the port of Moss stays closed until May.",
            "no quotation was made out", False, id="in other words"),
        pytest.param("The port of Moss will reopen.", "no quotation was made out", False, id="few words"),
    ],
)  # fmt: skip
def test_words_that_lost_their_style_are_compared(text: str, said: str, grave: bool) -> None:
    finding = told(text)

    assert said in finding.text
    assert finding.grave is grave
