"""What several sources share, and whether they agree on it."""

import pytest
from msgspec.structs import replace

from briefing.analysis.body import Body
from briefing.analysis.claims import agrees, nearest, shared_claims
from briefing.analysis.evidence import Closeness
from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Claim, SourceFindings
from briefing.model.passage import Excerpt
from tests.sources import make_source


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        pytest.param("abuse of power and obstruction of the council", False, id="only names it"),
        pytest.param("a naval exercise with Iceland", False, id="four words"),
        pytest.param("the harbour board was charged with fraud", True, id="four words and a verb"),
        pytest.param(
            "cheap ferry tickets for pupils, nurses and young teachers", True, id="many words"
        ),
    ],
)
def test_only_who_shares_a_statement_agrees(words: str, enough: bool) -> None:
    excerpt = Excerpt.cut(make_source(words), 0, 0 + len(words))

    assert agrees(Claim((excerpt,), 2)) is enough


@pytest.mark.parametrize("lead", ["Last month", "If", "As no", "Until every"])
def test_a_claim_begins_with_what_leads_it_in(lead: str) -> None:
    shared = "ferry boats carried timber to Iceland, the piers were full"
    sources = [
        make_source(f"{lead} {shared}, {who} said.", id=who) for who in ("Ada Moss", "Leo Brandt")
    ]
    claims = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert claims[0].excerpts[0].exact.startswith(f"{lead} ferry")


@pytest.mark.parametrize(
    ("one", "other", "claim"),
    [
        pytest.param(
            "In May the Vance Harbour Boards would like cheap ferries",
            "Later the Vance Harbour Boards would like cheap ferries",
            "the Vance Harbour Boards would like cheap ferries",
            id="a name whole",
        ),
        pytest.param(
            "they’ll never carry cheap timber for Mr. Brandt",
            "nobody thinks they’ll never carry cheap timber for Mr. Brandt",
            "they’ll never carry cheap timber for Mr. Brandt",
            id="no half of a word or a name",
        ),
        pytest.param(
            "cheap ferries carried timber to Iceland and neither paid for it",
            "cheap ferries carried timber to Iceland and neither paid a fee",
            "It is said that cheap ferries carried timber to Iceland",
            id="no clause that has only begun",
        ),
        pytest.param(
            "cheap ferries carried timber to Iceland and at least ten rafts",
            "cheap ferries carried timber to Iceland and at least four boats",
            "It is said that cheap ferries carried timber to Iceland",
            id="no amount that has only begun",
        ),
    ],
)
def test_a_claim_is_cut_where_its_words_part(one: str, other: str, claim: str) -> None:
    sources = [make_source(f"It is said that {words}.", id=words) for words in (one, other)]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert [excerpt.exact for excerpt in found[0].excerpts] == [claim, claim]


def test_words_that_end_before_what_was_done_are_no_claim() -> None:
    sources = [
        make_source(f"The Vance harbour guard said cheap ferries had sunk {words}.", id=words)
        for words in ("a raft", "two boats")
    ]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert found == ()


@pytest.mark.parametrize(
    ("one", "other", "claim"),
    [
        pytest.param(
            "“It is a legal port with ways to shut that old pier down,” Ada Moss said.",
            "Ada Moss: “It is a legal port with ways to shut that old pier down.”",
            "It is a legal port with ways to shut that old pier down",
            id="all that is the same",
        ),
        pytest.param(
            "On Friday the board declared a harbour emergency at the southern pier in Vance.",
            "Late the board declared a harbour emergency at the southern side, by the pier.",
            "the board declared a harbour emergency at the southern pier",
            id="a phrase to its end, if the others have its words",
        ),
        pytest.param(
            "It came in a statement released by the harbour department of Moss.",
            "She said so in a statement released by the harbour department of Vance.",
            None,
            id="no mere lead-in",
        ),
        pytest.param(
            "She wrote that it “would be met with cheap ferries and swift harbour boats.”",
            "That boat “would be met with cheap ferries and swift harbour boats.”",
            None,
            id="no clause without who does it",
        ),
        pytest.param(
            "They spoke of a joint harbour council with the old ferries of Vance.",
            "Moss saw a joint harbour council with the old ferries of Vance.",
            None,
            id="no thing without a verb",
        ),
        pytest.param(
            "They spoke of a joint harbour exercise with the old ferries of Vance.",
            "Moss saw a joint harbour exercise with the old ferries of Vance.",
            "a joint harbour exercise with the old ferries of Vance",
            id="an act, and with whom",
        ),
        pytest.param(
            "Vance wrote of a harbour team that can win the ferry race in Vance.",
            "Moss wants a harbour team that can win the ferry race in Vance.",
            None,
            id="no thing with a verb only in what is said of it",
        ),
        pytest.param(
            "The board wants to rebuild the old harbour piers at Vance.",
            "Moss has a plan to rebuild the old harbour piers at Vance.",
            "to rebuild the old harbour piers at Vance",
            id="what is to be done",
        ),
        pytest.param(
            "Vance lifts its outlay to 3 percent of its ferry revenue by 2031, Moss wrote.",
            "For cheap boats Moss wants to spend 3 percent of its ferry revenue by 2031.",
            "3 percent of its ferry revenue by 2031",
            id="a goal with its year",
        ),
        pytest.param(
            "Officials on both piers say that no ferry would come to harbour. Moss knew.",
            "Officials on both piers say that no ferry would come to harbour. Vance knew.",
            "Officials on both piers say that no ferry would come to harbour",
            id="what they say",
        ),
        pytest.param(
            "They say the harbour board remains short of ferry crews in Vance.",
            "By now the harbour board remains short of ferry crews in Vance.",
            "the harbour board remains short of ferry crews in Vance",
            id="a verb that is always one",
        ),
        pytest.param(
            "Vance will repair the old harbour piers at Moss.",
            "Vance repaired the old harbour piers at Moss.",
            None,
            id="nothing done and to come",
        ),
        pytest.param(
            "The board fired a short-range harbour rocket at Moss.",
            "The board fired a long-range harbour rocket at Moss.",
            None,
            id="no contraries",
        ),
        pytest.param(
            "A cheap harbour plan of Moss for 12 new ferries was made.",
            "A cheap harbour plan of Moss for 15 new ferries was made.",
            None,
            id="no two amounts",
        ),
        pytest.param(
            "A large wave off Vance flooded the old harbour ferries and piers.",
            "In 2004 a storm near Vance flooded the old harbour ferries and piers.",
            None,
            id="nobody made the subject who is none",
        ),
        pytest.param(
            "According to the harbour board, the ferry was lost in the waters of Vance.",
            "Moss rang. According to the harbour board, the ferry was lost in the waters of Vance.",
            "According to the harbour board, the ferry was lost in the waters of Vance",
            id="with whose words they are",
        ),
        pytest.param(
            "Moss spoke, adding that more than 300 harbour boats have been damaged in Vance.",
            "Late on Friday, adding that more than 300 harbour boats have been damaged in Vance.",
            "more than 300 harbour boats have been damaged in Vance",
            id="without what only adds it",
        ),
        pytest.param(
            "Harbour campaign manager Ada Moss said in a statement that she knew.",
            "Late on Friday harbour campaign manager Ada Moss said in a statement that it rains.",
            None,
            id="nothing where nobody is told what was said",
        ),
        pytest.param(
            "Brandt wrote that it “gave cheap hope to the harbour people of Vance.”",
            "Moss saw what “gave cheap hope to the harbour people of Vance.”",
            None,
            id="no verb without who does it",
        ),
        pytest.param(
            "The ferry board has closed the old harbour (not the northern piers) in May.",
            "The ferry board has closed the old harbour (not the northern piers or boats).",
            None,
            id="no half of a bracket",
        ),
        pytest.param(
            "The board wrote “tremendous anger and open harbour piers.”",
            "They saw “tremendous anger and open harbour piers.”",
            None,
            id="no thing with a verb that is none",
        ),
        pytest.param(
            "It is kept so that the old harbour ferries of Vance have. The board knew.",
            "Moss saw that the old harbour ferries of Vance have; they are old.",
            None,
            id="nothing that stops before what it says",
        ),
        pytest.param(
            "I think the old harbour master of Vance knows that ships sink.",
            "As the old harbour master of Vance knows ... words fail him.",
            None,
            id="nothing that stops before what is known",
        ),
        pytest.param(
            "It is called USMCA. It is great for all old ferry piers, and solves the many......",
            "It is the U.S.M.C.A. It is great for all old ferry piers, and solves the many ills.",
            "It is great for all old ferry piers",
            id="no letter of a name before it",
        ),
        pytest.param(
            "He drank so much his heart rate was 140 beats a minute.",
            "They asked how much his heart rate was, 140 beats a minute.",
            None,
            id="no half of a phrase",
        ),
    ],
)
def test_a_claim_says_something_whole(one: str, other: str, claim: str | None) -> None:
    sources = [make_source(words, id=words) for words in (one, other)]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert [item.excerpts[0].exact for item in found] == ([claim] if claim else [])


def test_who_said_what_several_sources_quote_is_named_with_it() -> None:
    texts = (
        "Ada Moss said: “The ferry boats carried stolen timber.” She left.",
        "“The ferry boats carried stolen timber,” Moss said at the quay. Ada Moss left.",
    )
    sources = [make_source(words, id=words) for words in texts]
    cues = CueVerbs(frozenset({"said"}), frozenset())
    claims = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {one.id: SourceFindings(one.id, attributions(one, cues)) for one in sources},
        {},
    )

    assert [(claim.speaker, claim.independent_origins) for claim in claims] == [("Ada Moss", 1)]


def test_a_claim_within_another_is_told_once() -> None:
    words = "Cheap ferries carried timber, coal and grain from the old harbour to Iceland in winter"
    sources = [make_source(f"{words}, {who} said.", id=who) for who in ("Ada Moss", "Leo Brandt")]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert [item.excerpts[0].exact for item in found] == [words]


def test_a_claim_goes_over_two_spellings_of_a_word() -> None:
    words = "the harbour defence programme was organised by the old centre"
    respelt = "the harbor defense program was organized by the old center"
    sources = [make_source(f"In Vance {one}.", id=one) for one in (words, respelt)]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert [[item.exact for item in claim.excerpts] for claim in found] == [
        [f"In Vance {words}", f"In Vance {respelt}"]
    ]


@pytest.mark.parametrize(
    ("language", "one", "other", "claim"),
    [
        pytest.param(
            "de",
            "Bei einem Brand in der alten Werft von Moss starben am Montag zehn Menschen.",
            "Bei einem Brand in der alten Werft von Moss starben am Montag zehn Menschen.",
            "Bei einem Brand in der alten Werft von Moss starben am Montag zehn Menschen",
            id="a sentence",
        ),
        pytest.param(
            "de",
            "Der Rat sagte, am Montag starben bei einem Brand im alten Hafen zehn Menschen.",
            "Die Wehr sagte, am Montag starben bei einem Brand im alten Hafen zehn Menschen.",
            None,
            id="a part of one",
        ),
        pytest.param(
            "de",
            "Bei einem Brand in der alten Werft des Hafens von St. Moss starben zehn Menschen.",
            "Bei einem Brand in der alten Werft des Hafens von St. Moss starben zehn Menschen.",
            None,
            id="cut at a stop within a name",
        ),
    ],
)
def test_of_other_languages_only_whole_sentences_are_claims(
    language: str, one: str, other: str, claim: str | None
) -> None:
    sources = [
        replace(make_source(f"{words} {who} war dort."), id=who, language=language)
        for words, who in ((one, "Ada Moss"), (other, "Leo Brandt"))
    ]
    found = shared_claims(
        list(map(Body, sources)),
        {source.id: 0 for source in sources},
        {source.id: source for source in sources},
        {},
        {},
    )

    assert [item.excerpts[0].exact for item in found] == ([claim] if claim else [])


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        pytest.param("its old harbour was closed by the council in May", False, id="its"),
        pytest.param("They closed the old harbour of Moss in May", False, id="they"),
        pytest.param("Moss closed its old harbour in May", True, id="by name"),
        pytest.param("I did not close the harbour of Moss in May", True, id="somebody speaks"),
    ],
)
def test_a_claim_that_points_back_is_not_printed(words: str, printed: bool) -> None:
    source = make_source(words)
    claim = Claim((Excerpt.cut(source, 0, len(words)),), 2)

    assert bool(nearest([claim], Closeness(()))) is printed
