"""What the engine says in English is said again in the language of the person, all of it."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing import errors, words
from briefing.analysis.gaps import find_gaps
from briefing.errors import BriefingError, OutputError, RecipeError
from briefing.library import Access
from briefing.model.source import Field
from briefing.model.theme import Match, Theme
from briefing.retold import retell, retell_each, told
from briefing.text.tables import open_table
from briefing.workflow import doctor, own_themes, versions
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from tests.gui.pseudo import CLOSES, OPENS, Pseudo, pseudo
from tests.house.code import ROOT, read_modules

_SAID_AS_IT_IS = frozenset({"gui", "cli", "retold"})
"""Rooms that say what they say by themselves."""
_MADE_OF_WORDS = frozenset(
    {
        "a 7 names the source “7”, and that is 7",
        "pip install 'briefing[cluster]'",
        "reading the file 7; it was given up",
        "the 7 cannot be opened: 7",
        "the file has 7",
        "there is nothing to read in the archive7",
        "there is nothing to read in the mail7",
        "there is nothing to read in the mailbox7",
        "“7” names 7",
    }
)
"""Sentences into which words are put, each known with those words; and a command."""
_LEFT = (
    "7: 7",
    "Correction appended7",
    "no font at hand has 7 printed as “?”. Install a font that has 7, such as Noto Sans.",
)
"""What is noticed and put together of words that are not the program's, or of many."""
_FAULTS = frozenset(name for name in vars(errors) if name.endswith("Error"))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use(None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        opened = Session(library, "Strait")
        assert all(told.sources for told in import_paths(library, [ROOT / "seeds" / "articles"]))
        yield opened


def _is_said(text: str) -> bool:
    said = retell(text)
    return said.startswith(OPENS) and said.endswith((CLOSES, f"{CLOSES}."))


def _of_excerpts(session: Session) -> Iterator[None]:
    """Do all that can be done with excerpts, an act a step."""
    cards = session.best("china", 3)
    session.include([(card.passage, "china") for card in cards])
    yield
    session.include([(cards[0].passage, "industry")])
    yield
    item, other, *_ = session.desk().included
    session.move(other, -1)
    yield
    session.place([item.whole], item.theme)
    yield
    session.place([item.whole], "industry")
    yield
    session.place([item.whole, other.whole], "china")
    yield
    session.place([session.best("north-korea", 1)[0].passage], "north-korea")
    yield
    item = session.desk().included[0]
    session.trim(item, item.whole.start, item.whole.end - 1)
    yield
    session.trim(item, item.whole.start, item.whole.end)
    yield
    session.park(item)
    yield
    session.park(item, on=False)
    yield
    session.leave_out([item.whole])
    yield
    session.dismiss([card.passage for card in cards])
    yield
    session.dismiss([cards[0].passage], on=False)
    yield
    session.remark(cards[0].passage, "ask again")
    yield
    session.settle("toll", "different times")
    yield
    session.settle("toll", "")
    yield


def _of_the_rest(session: Session) -> Iterator[None]:
    """Do all else that can be undone, an act a step."""
    passage = session.best("china", 1)[0].passage
    source = passage.source
    session.write("key-points", ["What matters."])
    yield
    session.set_theme(Theme("own", "Own", "Why?", (Match(any=("ships",)),)))
    yield
    session.set_theme(Theme("own", "Own", "How?", (Match(any=("ships",)),)))
    yield
    session.set_theme(Theme("china-own", "China", "Why?", (Match(any=("China",)),)))
    yield
    session.renew()
    own_themes.reset_theme(session, "china-own")
    yield
    session.colour_theme(["own"], "Own", "#aa0000")
    yield
    own_themes.remove_theme(session, "own")
    yield
    for field, value in (
        (Field.TITLE, "A title"),
        (Field.PUBLISHER, "A house"),
        (Field.AUTHORS, "Ada Moss"),
        (Field.PUBLISHED, "2024-04-12"),
        (Field.URL, "https://example.org/"),
        (Field.LANGUAGE, "en"),
    ):
        session.correct(source, field, value)
        yield
    session.date({source: date(2024, 4, 11)})
    yield
    session.grade(source, "B2")
    yield
    session.name_speaker(passage, "Ada Moss")
    yield
    session.remove([source])
    yield
    session.remove([source], on=False)
    yield
    session.note_added([source])
    yield
    versions.name_version(session, "first")
    yield
    versions.go_to_version(session, "first")
    yield


def test_every_act_is_called_by_its_name_in_the_language_of_the_person(session: Session) -> None:
    titles = [
        session.history()[0].title for act in (_of_excerpts, _of_the_rest) for _ in act(session)
    ]
    words.use(Pseudo(), "xx")

    assert len(titles) > 35
    assert [title for title in titles if not _is_said(title)] == []


@pytest.mark.parametrize(
    "title",
    (
        "Template: One-page note, Citations: Numbered, Marking: No marking, Themes, Tick all themes, "
        "Language: Deutsch, "
        "Change the title, Mark changes, Do not mark changes, Source list, No source list, "
        "New briefing Strait, Copy of Strait, Begin edition 2, Saved a copy of Strait"
    ).split(", "),
)
def test_so_are_the_acts_of_the_window(title: str) -> None:
    words.use(Pseudo(), "xx")

    assert _is_said(title)


def test_every_reason_of_a_rank_is_said(session: Session) -> None:
    reasons = {
        reason
        for theme in ("china", "north-korea", "industry", "command-structure")
        for card in session.best(theme, 200)
        for reason in card.because
    }
    words.use(Pseudo(), "xx")

    assert len(reasons) > 10
    assert [reason for reason in reasons if not _is_said(reason)] == []


def _sentences(node: ast.expr) -> Iterator[str]:
    """What an expression can be, with 7 for whatever is put into it."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(values):
            parts = (value.value if isinstance(value, ast.Constant) else "7" for value in values)
            yield "".join(map(str, parts))
        case ast.IfExp(_, yes, no):
            yield from (*_sentences(yes), *_sentences(no))


def _raised() -> Iterator[str]:
    """What is wrong and what to do, of every fault that the engine raises."""
    for module in read_modules():
        if module.room in _SAID_AS_IT_IS:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                if node.func.id not in _FAULTS - {"UnknownNameError", "PassageRangeError"}:
                    continue
                remedies = (part.value for part in node.keywords if part.arg == "remedy")
                for part in (node.args[0], *remedies):
                    yield from _sentences(part)


def _noticed() -> Iterator[str]:
    """What the engine notices, as far as it stands where it is noticed."""
    for module in read_modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Notice" and node.args[1:]:
                yield from _sentences(node.args[1])


def test_what_is_noticed_is_said() -> None:
    words.use(Pseudo(), "xx")
    noticed = set(_noticed())

    assert len(noticed) > 15
    assert sorted(text for text in noticed if not _is_said(text)) == sorted(_LEFT)


def test_every_fault_is_said() -> None:
    words.use(Pseudo(), "xx")
    raised = set(_raised())

    assert len(raised) > 200
    assert sorted(text for text in raised if not _is_said(text)) == sorted(_MADE_OF_WORDS)


def _found_in_own_files() -> Iterator[str]:
    """The faults of recipes, themes, templates and looks, with 7 for whatever is put into them."""
    for module in read_modules():
        if module.room in _SAID_AS_IT_IS:
            continue
        for node in ast.walk(module.tree):
            match node:
                case ast.Call(ast.Attribute(_, "fault"), [_, text]):
                    yield from _sentences(text)
                case ast.Call(ast.Attribute(ast.Attribute(_, "faults"), "add"), [_, text]):
                    yield from _sentences(text)
                case ast.Call(ast.Attribute(ast.Name("self"), "_fault"), [text]):
                    yield from _sentences(text)
                case ast.Call(ast.Attribute(ast.Name("self"), "_get"), [_, _, wanted]):
                    yield from (f"“7” must be {text}" for text in _sentences(wanted))
        if module.name.endswith("text.file_names"):
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Return) and node.value:
                    yield from (text for text in _sentences(node.value) if " " in text)


def test_every_fault_of_a_file_of_ones_own_is_said() -> None:
    words.use(Pseudo(), "xx")
    found = set(_found_in_own_files())

    assert len(found) > 45
    # Into three of them words are put: what is wanted, what is near, and two limits.
    put_together = {"“7” must be 7", "unknown key “7”, 7", "“7” must lie between 7 millimetres"}
    assert {text for text in found if not _is_said(text)} == put_together


def test_the_faults_of_a_recipe_are_said_with_their_lines() -> None:
    text = 'titel = "x; y"\nlimit = "ten"\nnear = ["a"]\n'
    table = open_table(text, "monday.toml")
    table.text("title")
    table.integer("limit")
    table.fault("near", "there is no theme “chnia”. Did you mean “china”?")
    table.known.add("near")
    table.close()
    words.speak(["de"])

    with pytest.raises(RecipeError) as caught:
        table.faults.complain()

    assert told(caught.value) == (
        "Zeile 1: unbekannter Schlüssel „titel“, meinten Sie „title“?; "
        "Zeile 2: „limit“ muss eine ganze Zahl sein; "
        "Zeile 3: es gibt kein Thema „chnia“. Meinten Sie „china“? "
        "(monday.toml). Bringen Sie die Datei in Ordnung."
    )


_TOLD_IN_PROOFS = frozenset({"detail", "text", "said", "told", "nowhere", "unseen", "where"})
"""Names under which `verify` puts together what it tells."""
_NOT_TOLD = frozenset({"7 …", "7…", "7-7-7"})


def _proven() -> Iterator[str]:
    """What the proof says of quotations and files, with 7 for whatever is put into it."""
    for module in read_modules():
        if module.room != "verify":
            continue
        for node in ast.walk(module.tree):
            match node:
                case ast.Call(ast.Name("Finding"), [_, text, *_]):
                    yield from _sentences(text)
                case ast.Assign([ast.Name(name)], value) | ast.AugAssign(ast.Name(name), _, value):
                    if name in _TOLD_IN_PROOFS or name in ("_LOST", "_CONSISTENT", "_NOT_LISTED"):
                        yield from _sentences(value)
                case ast.Return(value) if value and module.name.endswith((".wording", "_styles")):
                    yield from _sentences(value)
                case ast.Call(ast.Attribute(ast.Name("told"), "append"), [value]):
                    yield from _sentences(value)


def test_what_a_proof_finds_is_said() -> None:
    words.use(Pseudo(), "xx")
    found = {text.strip("; ") for text in _proven() if " " in text.strip("; ")} - _NOT_TOLD

    assert len(found) > 40
    stays = {text for text in found if not _is_said(text)}
    # What nobody sees is told with its words behind it.
    assert [text for text in stays if not _is_said(text.removesuffix(": “7”"))] == []


def test_findings_in_one_line_are_said_one_by_one() -> None:
    words.use(Pseudo(), "xx")
    altered = pseudo("“{words}” is printed where the source has “{value}”")
    left_out = pseudo("“{words}” is left out without an ellipsis")

    assert retell_each(
        "“will; may” is printed where the source has “may; will”; “not” is left out without an ellipsis"
    ) == "; ".join(
        (altered.format(words="will; may", value="may; will"), left_out.format(words="not"))
    )
    assert retell_each("the part a is no manifest; not used").startswith(OPENS)
    assert retell_each("what is unknown; stays") == "what is unknown; stays"


def test_what_nobody_sees_is_called_by_its_name() -> None:
    words.use(Pseudo(), "xx")

    shown = retell("hidden text: “the harbour”")

    assert pseudo("hidden text") in shown
    assert "“the harbour”" in shown


def test_gaps_are_said_with_their_days_in_the_language() -> None:
    theme = Theme("own", "Own", "Why?", (Match(any=("ships",)),))
    (gap,) = find_gaps([theme], {"own": []}, [])
    words.speak(["fr"])

    assert retell(gap.text) == "aucune source disponible n’y répond."
    newest = retell("the newest source that answers is of 12 April 2024.")
    assert newest == "la source la plus récente qui y répond est du 12 avril 2024."
    assert "4 sources" in retell("4 sources answer, and all go back to one origin.")
    only = retell("of the sources at hand only one answers, Sample Wire.")
    assert only.endswith("une seule y répond, Sample Wire.")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("speaks of “ship”", "spricht von „ship“"),
        ("speaks of “ship” near “harbour”", "spricht von „ship“ nahe „harbour“"),
        ("speaks of “a” near “b” near “c”", "spricht von „a“ nahe „b“ nahe „c“"),
        ("speaks of “a” near “b”, “c” near “d”", "spricht von „a“ nahe „b“, „c“ nahe „d“"),
        ("speaks of “a” and “b” and “c”, “d”", "spricht von „a“ und „b“ und „c“, „d“"),
        ("speaks of “sand and sea”", "spricht von „sand and sea“"),
    ],
)
def test_phrases_are_joined_in_the_language(reason: str, said: str) -> None:
    words.speak(["de"])

    assert retell(reason) == said


def test_what_a_machine_lacks_is_said() -> None:
    words.use(Pseudo(), "xx")
    found = [finding for finding in doctor.examine_machine() if finding.name != "Python"]

    assert len(found) > 8
    for finding in found:
        assert _is_said(finding.name)
        assert finding.remedy is None or _is_said(finding.remedy), finding.remedy


def test_a_fault_keeps_its_place_and_is_said_with_its_remedy() -> None:
    fault = OutputError("the output is a folder", where="a/b", remedy="Name a file in it.")
    assert told(fault) == "the output is a folder (a/b). Name a file in it."
    words.use(Pseudo(), "xx")
    assert told(fault) == (
        f"{pseudo('the output is a folder')} (a/b). {pseudo('Name a file in it.')}"
    )


def test_several_sentences_are_said_one_by_one() -> None:
    words.use(Pseudo(), "xx")
    assert retell("the file is empty. Save it again.") == (
        f"{pseudo('the file is empty')}. {pseudo('Save it again.')}"
    )
    assert retell("Include 2 excerpts under 3. Division") == (
        pseudo("Include {n} excerpts under {theme}").format(n=2, theme="3. Division")
    )


def test_a_fault_that_was_told_already_is_said_too() -> None:
    fault = OutputError("the output is a folder", where="a (b)", remedy="Name a file in it.")
    words.use(Pseudo(), "xx")
    assert retell(str(fault)) == told(fault)


def test_what_is_not_known_is_shown_as_it_is() -> None:
    words.use(Pseudo(), "xx")
    assert retell("Wholly unknown. Words") == "Wholly unknown. Words"
    assert told(BriefingError("wholly unknown")) == "wholly unknown."
    assert retell("") == ""


def test_however_much_is_told_it_is_said() -> None:
    words.use(Pseudo(), "xx")
    assert retell("Save it again. " * 2000 + "x") == f"{pseudo('Save it again.')}. " * 2000 + "x"
    endless = f"Include {'9' * 5000} excerpts"
    assert retell(endless) == endless
