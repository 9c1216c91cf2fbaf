"""The command line keeps its contract: statuses, sentences, JSON."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.help_text import HELP
from briefing.cli.run import run
from briefing.resources import seeds
from tools.make_help import help_text

ARTICLE = """Port of Moss to reopen

By Ada Moss
12 April 2024

The northern lock of Moss harbour will open again on 4 May after repairs, the ministry said.

China has ordered nine ferries from the yard at Moss; the first is to be delivered next spring.

“A joint task force will watch the strait,” the harbour master told the Sample Gazette on Friday.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "moss.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_build_writes_what_is_asked_for(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    targets = [
        articles.parent / f"brief.{ending}" for ending in ("docx", "pdf", "html", "md", "json")
    ]
    outputs = [part for target in targets for part in ("-o", str(target))]

    assert run(["build", str(articles), *outputs, "--json"]) == 0

    told = _json(capsys)
    assert [Path(item["path"]) for item in told["outputs"]] == targets
    assert told["themes"] == {"command-structure": 1, "china": 1, "north-korea": 0, "industry": 0}
    assert targets[0].read_bytes()[:2] == b"PK"
    assert targets[1].read_bytes()[:5] == b"%PDF-"
    assert "China has ordered nine ferries" in targets[3].read_text(encoding="utf-8")


def test_sources_tells_how_each_was_read(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sources", str(articles), "--json"]) == 0

    told = _json(capsys)
    (source,) = told["sources"]
    assert told["schema"] == "briefing.sources/1"
    assert list(source) == [
        "id", "path", "sha256", "media_type", "language", "title", "publisher", "authors",
        "published", "accessed", "url", "evidence", "text", "passages", "quotations", "origins",
        "grade", "amendments",
    ]  # fmt: skip
    assert (source["title"], source["authors"]) == ("Port of Moss to reopen", ["Ada Moss"])
    assert (source["published"], source["publisher"], source["url"]) == ("2024-04-12", None, None)
    assert source["grade"] == "F6"
    for passage in source["passages"]:
        assert source["text"][passage["start"] : passage["end"]] == passage["text"]
    assert [item["kind"] for item in source["passages"]] == ["title", "byline", "date"] + [
        "body"
    ] * 3
    (quotation,) = [item for item in source["quotations"] if item["form"] == "direct"]
    assert source["text"][quotation["start"] : quotation["end"]] == quotation["text"]
    assert [item["name"] for item in source["origins"]] == ["Sample Gazette"]


def test_excerpts_are_ranked_and_explained(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["excerpts", str(articles), "--theme", "china", "--json"]) == 0

    told = _json(capsys)
    assert list(told) == [
        "schema", "themes", "corroboration", "conflicts", "figures", "chronology", "gaps",
        "events", "overtaken",
    ]  # fmt: skip
    (theme,) = told["themes"]
    (excerpt,) = theme["excerpts"]
    assert list(excerpt) == [
        "rank", "source", "start", "end", "text", "score", "because", "speaker", "origin",
        "also_in", "independent_origins",
    ]  # fmt: skip
    assert ARTICLE[excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert "“China”" in excerpt["because"][0]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["bulid"], "there is no command “bulid”. Did you mean “build”?", id="command"),
        pytest.param(
            ["build", "-o", "x.pdf", "--library", "none.db"],
            "there is no library",
            id="no sources and no library",
        ),
        pytest.param(["build", "{articles}"], "no output is named", id="no output"),
        pytest.param(["build", "nowhere", "-o", "x.pdf"], "there is no such file", id="no file"),
        pytest.param(
            ["build", "{articles}", "-o", "x.pdf", "--theme", "chnia"],
            "there is no theme “chnia”. Did you mean “china”?",
            id="theme",
        ),
        pytest.param(
            ["build", "{articles}", "-o", "x.odt"], "no format goes with the ending", id="format"
        ),
        pytest.param(
            ["build", "{articles}", "-o", "no/such/place/x.pdf"],
            "the folder does not exist",
            id="place",
        ),
        pytest.param(
            ["build", "{articles}", "-o", "x.pdf", "--template", "ful"],
            "there is no template “ful”. Did you mean “full”?",
            id="template",
        ),
        pytest.param(
            ["build", "{articles}", "-o", "x.pdf", "--citation-style", "mla"],
            "there is no citation style “mla”",
            id="style",
        ),
        pytest.param(
            ["build", "{articles}", "-o", "x.pdf", "--date", "12.4.24"], "is not a day", id="day"
        ),
        pytest.param(["build", "--nothing"], "No such option", id="option"),
        pytest.param(["sources", "{empty}"], "the file is empty", id="only an empty file"),
        pytest.param(["sources", "{binary}"], "the PDF is damaged", id="only a binary file"),
    ],
)
def test_a_request_that_cannot_be_carried_out(
    articles: Path,
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    empty, binary = articles.parent / "empty.txt", articles.parent / "binary.txt"
    empty.write_bytes(b"")
    binary.write_bytes(b"%PDF-1.7 ...")
    monkeypatch.chdir(articles.parent)
    places = {"articles": articles, "empty": empty, "binary": binary}

    assert run([argument.format(**places) for argument in arguments]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("briefing: error: ")
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert not list(articles.parent.glob("x.*"))


def test_a_bad_file_is_named_and_the_rest_goes_on(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    target = articles.parent / "brief.md"

    assert run(["build", str(articles), "-o", str(target)]) == 0

    assert "broken.txt: the file is a picture" in capsys.readouterr().err
    assert "broken.txt: the file is a picture" in target.read_text(encoding="utf-8")


def test_a_source_is_never_overwritten(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = articles / "moss.md"
    source.write_text(ARTICLE, encoding="utf-8")

    assert run(["build", str(articles), "-o", str(source)]) == 2

    assert "would overwrite a source" in capsys.readouterr().err
    assert source.read_text(encoding="utf-8") == ARTICLE


def test_a_terminal_is_not_driven_by_a_source(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "evil\x1b[2J.txt").write_text(ARTICLE, encoding="utf-8")

    assert run(["sources", str(articles), "--verbose"]) == 0

    assert "\x1b" not in capsys.readouterr().out


def test_a_recipe_is_carried_out_and_options_win(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = articles.parent / "brief.toml"
    recipe.write_text(
        '[brief]\ntitle = "From the recipe"\nthemes = ["china"]\nsources = ["articles"]\n'
        'outputs = ["brief.md"]\n[[note]]\nsection = "key-points"\ntext = "Our own view."\n',
        encoding="utf-8",
    )

    assert run(["build", "--recipe", str(recipe), "--title", "From the command line"]) == 0

    text = (articles.parent / "brief.md").read_text(encoding="utf-8")
    assert "From the command line" in text
    assert "Our own view." in text
    assert "North Korea" not in text


def test_a_pin_stands_and_a_drop_is_gone(articles: Path) -> None:
    start = ARTICLE.index("The northern lock")
    recipe = articles.parent / "brief.toml"
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()[:8]
    china = ARTICLE.index("China")
    recipe.write_text(
        f'[brief]\nthemes = ["china"]\nsources = ["articles"]\noutputs = ["brief.md"]\n'
        f'[[pin]]\nsource = "{digest}"\nstart = {start}\nend = {start + 50}\ntheme = "china"\n'
        f'[[drop]]\nsource = "{digest}"\nstart = {china}\nend = {china + 5}\n',
        encoding="utf-8",
    )

    assert run(["build", "--recipe", str(recipe)]) == 0

    text = (articles.parent / "brief.md").read_text(encoding="utf-8")
    assert ARTICLE[start : start + 50].strip() in text
    assert "nine ferries" not in text


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        pytest.param(["themes", "list"], "command-structure", id="themes list"),
        pytest.param(["themes", "show", "china"], "Beijing", id="themes show"),
        pytest.param(["themes", "try", "china", "{articles}"], "[China]", id="themes try"),
        pytest.param(["templates", "list"], "talking-points", id="templates list"),
        pytest.param(["templates", "show", "full"], "section: method", id="templates show"),
        pytest.param(["doctor"], "ok      Python", id="doctor"),
        pytest.param(["excerpts", "{articles}", "--theme", "china"], "nine ferries", id="excerpts"),
        pytest.param(["sources", "{articles}"], "published  2024-04-12", id="sources"),
    ],
)
def test_people_can_read_it(
    articles: Path, arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([argument.format(articles=articles) for argument in arguments]) == 0

    assert part in capsys.readouterr().out


def test_a_copied_template_builds(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = articles.parent / "mine"
    target = articles.parent / "brief.md"

    assert run(["templates", "copy", "one-page", str(folder)]) == 0
    assert (folder / "change.jinja").is_file()  # a section includes it
    assert run(["build", str(articles), "-o", str(target), "--template", str(folder)]) == 0
    assert run(["templates", "copy", "one-page", str(folder)]) == 2
    assert "cannot be made" in capsys.readouterr().err


def test_what_changed_says_the_same_once(articles: Path) -> None:
    old, new = articles.parent / "old.json", articles.parent / "new.md"

    assert run(["build", str(articles), "-o", str(old), "--theme", "china"]) == 0
    wanted = ["--theme", "industry", "--previous", str(old)]
    assert run(["build", str(articles), "-o", str(new), *wanted]) == 0

    changed = new.read_text(encoding="utf-8").partition("# What changed")[2].partition("\n# ")[0]
    told = [line for line in changed.splitlines() if line.startswith("- ")]
    assert len(told) == len(set(told)) > 1
    assert any(" places" in line for line in told)


def test_a_library_is_never_copied_over_a_file(articles: Path, tmp_path: Path) -> None:
    library, other = ["--library", str(tmp_path / "own.db")], tmp_path / "other.db"
    other.write_bytes(b"kept")

    assert run(["import", str(articles), *library, "--quiet"]) == 0
    assert run(["library", "copy", str(other), *library]) == 2
    assert other.read_bytes() == b"kept"
    assert run(["library", "copy", str(tmp_path / "new.db"), *library]) == 0


def test_the_ready_made_help_is_the_real_one() -> None:
    assert help_text() == HELP


def test_words_are_proposed_for_a_theme(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes", "suggest", "industry", str(seeds("articles")), "--quiet"]) == 0

    proposed = capsys.readouterr().out.splitlines()
    assert proposed
    assert all(re.search(r"[\d.]+  \d+ of its paragraphs, \d+ others$", line) for line in proposed)


def test_articles_in_which_a_theme_finds_nothing_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, words in (("one", "China sent a ship."), ("two", "It rained."), ("three", "It is.")):
        (tmp_path / f"{name}.txt").write_text(f"Of {name}\n\n{words} Nobody saw it come.\n")
    ask = ["themes", "try", "china", str(tmp_path), "--quiet"]

    assert run(ask) == 0
    brief = capsys.readouterr().out.splitlines()
    assert run([*ask, "--verbose"]) == 0
    whole = capsys.readouterr().out.splitlines()

    assert [line.partition(": ")[0].rsplit("/", 1)[-1] for line in brief[::2]] == [
        "one.txt",
        "no hit in 2 other articles (-v lists them)",
    ]
    assert sum(": 0 hits, answers by " in line for line in whole) == 2
    assert not any("no hit" in line for line in whole)


def test_words_from_examples_are_saved_as_a_theme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place, words in (("near", "The canal lock broke. Barges wait."), ("far", "Schools close.")):
        (tmp_path / place).mkdir()
        for number in range(4):
            text = f"Number {number}\n\n{words} That was reported on day {number} of the week.\n"
            (tmp_path / place / f"{number}.txt").write_text(text, encoding="utf-8")
    theme = tmp_path / "own.toml"
    theme.write_text('id = "own"\ntitle = "Own"\n[[match]]\nany = ["canal"]\n', encoding="utf-8")
    near, grown = str(tmp_path / "near"), str(tmp_path / "grown.toml")
    ask = ["themes", "suggest", str(theme), str(tmp_path / "far"), "--like", near, "-o", grown]

    assert run([*ask, "--quiet"]) == 0
    assert "4 of its articles, 0 others" in capsys.readouterr().out
    assert run(["themes", "try", grown, near, "--quiet"]) == 0
    assert re.search(r"3 hits, answers by \d\.\d\d \(\d\.\d deviations", capsys.readouterr().out)
    assert run([*ask, "--quiet"]) == 2
    assert "there is such a file already" in capsys.readouterr().err


def test_a_changed_theme_shows_what_it_gains_and_loses(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('id = "own"\ntitle = "Own"\nquestion = "?"\n[[match]]\nany = ["zebra"]\n')

    assert run(["themes", "try", str(own), str(articles), "--instead-of", "china", "--quiet"]) == 0

    first, *lost = capsys.readouterr().out.splitlines()
    assert first == f"0 paragraphs gained, {len(lost)} lost"
    assert lost
    assert all(line.startswith("- ") for line in lost)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("missle", "Did you mean: missile", id="a word"),
        pytest.param('sorce:wire "joint comand"', 'source:wire "joint command"', id="a filter"),
        pytest.param("12:30", None, id="a time of day"),
        pytest.param("qzzqz", None, id="nothing like it"),
    ],
)
def test_a_search_that_finds_nothing_says_what_may_be_meant(
    typed: str, meant: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "own.db")]
    assert run(["import", str(seeds("articles")), *library, "--quiet"]) == 0
    capsys.readouterr()

    assert run(["search", typed, *library]) == 0

    said = capsys.readouterr().out
    assert said.startswith("0 sources")
    assert (meant in said) if meant else "Did you mean" not in said


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("missile theme:chnia", "Did you mean “china”?"),
        ("theme:qzzqz", "Known: china, command-structure, industry, north-korea."),
    ],
)
def test_a_search_by_a_theme_that_there_is_not_is_told(
    typed: str, remedy: str, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "own.db")]
    assert run(["import", str(articles), *library, "--quiet"]) == 0

    assert run(["search", typed, *library]) == 2

    assert remedy in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [
        ["missile", "-gazette"],
        ["-gazette", "missile"],
        ["missile -gazette"],
        ["--", "missile", "-gazette"],
        ["-gazette", "--", "missile"],
    ],
)
def test_search_takes_a_word_that_is_kept_out_for_a_word(
    typed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "own.db")]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("A missile was shown to the press at the port on Monday.\n")
    (folder / "b.txt").write_text("A missile was named in the gazette of the port on Monday.\n")
    assert run(["import", str(folder), *library, "--quiet"]) == 0
    capsys.readouterr()

    assert run(["search", *library, *typed]) == 0

    said = capsys.readouterr().out
    assert "1 source\n" in said
    assert "shown" in said


def test_search_still_names_an_option_that_it_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "missile", "--exercise"]) == 2
    assert "No such option" in capsys.readouterr().err
