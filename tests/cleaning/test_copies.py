"""Which lines of a page that was copied as text are the article."""

from collections.abc import Callable, Sequence
from itertools import compress
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.lines import features
from briefing.cleaning.listing import with_lists
from briefing.cleaning.signs import near_prose
from briefing.cleaning.strangers import without_author, without_captions, without_comments
from briefing.cleaning.textcopy import stopped, without_crumbs
from briefing.model.source import Article, Kind
from briefing.readers import read

_MENU = "Home\nWorld\nSport\nCulture\nWeather\nShop\nLetters\nArchive\nContact\nAbout\n"
_ENGLISH = (
    "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday.",
    "Ships from Lund are to call there twice a week, and the old ferry is to be sold at auction.",
    "Fishermen had asked for a longer pier, but the council found no money for it this year.",
)
_CHINESE = (
    "市议会星期二宣布,港口经过两年的修缮之后将于五月重新开放,届时每周将有两班轮船从邻近的城市开来。",
    "渔民们曾经要求把码头修得更长一些,但是议会今年没有找到这笔钱,市长答应明年再研究这个问题。",
    "旧的渡轮将在秋天公开拍卖,所得的款项会用来修理灯塔和通往海边的道路,工程预计需要三个月。",
)


def _copy(paragraphs: tuple[str, ...]) -> Article:
    text = f"{_MENU}\n" + "\n\n".join(paragraphs) + f"\n\n{_MENU}"
    return read(text.encode(), PurePath("copy.txt"))[0]


def test_the_paragraphs_between_two_menus_are_the_article() -> None:
    source = clean(_copy(_ENGLISH))

    body = [source.text[part.start : part.end] for part in source.body()]
    assert body == list(_ENGLISH)


def test_what_was_copied_without_its_page_is_the_article_from_its_first_sentence() -> None:
    first = "MOSS (Harbour Gazette) — The port reopened on Friday."
    source = clean(read("\n\n".join((first, *_ENGLISH[:2])).encode(), PurePath("copy.txt"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == [first, *_ENGLISH[:2]]


def test_a_headline_above_it_is_none_of_the_article() -> None:
    text = "\n\n".join(("The Port of Moss to Reopen", *_ENGLISH))
    source = clean(read(text.encode(), PurePath("copy.txt"))[0])

    assert source.title == "The Port of Moss to Reopen"
    assert [source.text[part.start : part.end] for part in source.body()] == list(_ENGLISH)


@pytest.mark.parametrize(
    "label",
    ["Advertisement", "ANZEIGE", "- Publicidad -", "Article continues after advertisement",
     "© 2024 Harbour Gazette", "Harbour Gazette © 2024"],
)  # fmt: skip
def test_what_only_says_that_an_advertisement_follows_or_whose_it_is_is_none_of_it(
    label: str,
) -> None:
    text = "\n\n".join(("The Port of Moss to Reopen", *_ENGLISH[:2], label, _ENGLISH[2]))
    source = clean(read(text.encode(), PurePath("copy.txt"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == list(_ENGLISH)


def test_sentences_without_spaces_between_their_words_are_paragraphs() -> None:
    found = [each for each in features(_copy(_CHINESE)) if each.text in _CHINESE]

    assert [each.prose for each in found] == [True, True, True]


def test_only_lines_that_have_a_sentence_within_reach_are_weighed() -> None:
    found = features(_copy(_ENGLISH))
    menu = len(_MENU.split())

    near = near_prose(found)

    # Of the menus' words only those right beside.
    assert near == list(range(menu - 1, menu + len(_ENGLISH) + 1))


def test_a_longer_line_within_reach_of_a_sentence_is_weighed_too() -> None:
    rows = ["What the ferry costs in May", *["Menu"] * 5, _ENGLISH[0], *["Menu"] * 6]
    found = features(read("\n".join(rows).encode(), PurePath("copy.txt"))[0])

    near = near_prose(found)

    assert near == [0, 5, 6, 7]


def test_a_page_without_any_sentence_has_no_article() -> None:
    source = clean(read((_MENU * 3).encode(), PurePath("copy.txt"))[0])

    assert Kind.BODY not in {part.kind for part in source.segments}


_TOUR = (
    "June 9 – Lund @ Harbour Hall",
    "June 10 – Moss @ Old Exchange",
    "June 14 – Port Adler @ Stone Theatre",
    "July 2 – Westmark @ Town Green",
)
_THINGS = (
    "1) A lantern of tin\nwww.shop.example/1",
    "2) A rope of forty feet\nwww.shop.example/2",
    "3) Two oars\nwww.shop.example/3",
    "4) A tin of tar",
)
_LINKS = (
    "Ferry sold at auction",
    "Council finds no money",
    "Mayor looks into it",
    "Storm of March",
)


def _kept_below(rows: tuple[str, ...]) -> list[str]:
    text = f"{_MENU}\n" + "\n\n".join(_ENGLISH) + "\n\n" + "\n".join(rows) + f"\n\n{_MENU}"
    found = features(read(text.encode(), PurePath("copy.txt"))[0])
    kept = with_lists(found, [each.text in _ENGLISH for each in found])
    return [each.text for each in compress(found, kept)][len(_ENGLISH) :]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        pytest.param(_TOUR, list(_TOUR), id="figures and marks in the same places"),
        pytest.param(_THINGS, "\n".join(_THINGS).split("\n"), id="numbered by hand"),
        pytest.param(_TOUR[:3], [], id="too few to be a list"),
        pytest.param(tuple(f"  {row}" for row in _TOUR), [], id="the page's own list"),
        pytest.param(("More from Moss", *_TOUR), [], id="below an end mark"),
        pytest.param(_LINKS, [], id="headlines of others"),
    ],
)
def test_a_list_right_below_the_article_is_kept_if_its_lines_are_built_alike(
    rows: tuple[str, ...], kept: list[str]
) -> None:
    assert _kept_below(rows) == kept


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Das könnte Sie auch interessieren", id="German"),
        pytest.param("Commentaires (12)", id="French"),
        pytest.param("Você pode gostar…", id="Portuguese"),
        pytest.param("Комментарии", id="Russian"),
        pytest.param("相关阅读", id="Chinese"),
    ],
)
def test_what_stands_below_an_article_is_announced_in_many_languages(words: str) -> None:
    found = features(_copy((*_ENGLISH, words)))

    assert [each.text for each in found if each.end] == [words]


def test_a_stray_line_far_from_the_article_is_none_of_it() -> None:
    found = features(_copy(_ENGLISH))
    article = [each.prose for each in found]

    assert without_crumbs(found, [True, *article[1:]]) == article


def test_a_long_heading_among_paragraphs_is_kept_as_the_articles() -> None:
    heading = "What the council in Moss wants to do next"
    source = clean(_copy((*_ENGLISH, heading, *(row.replace("the", "a") for row in _ENGLISH))))

    found = {source.text[part.start : part.end]: part.kind for part in source.segments}
    assert found[heading] is Kind.HEADING


def test_an_end_mark_right_after_the_opening_is_an_interruption() -> None:
    opening = [f"{row} {part}." for part in "xy" for row in _ENGLISH]
    below = [f"{row} {part}." for part in "abcdefgh" for row in _ENGLISH]
    # Captions part what stands below into pieces that are short each.
    pieces = [line for row in below for line in (row, f"The quay of {len(row)} (Image: Gazette)")]
    found = features(_copy((*opening, "More from Moss", "Ferry sold", *pieces)))
    judged = [each.prose for each in found]

    assert stopped(found, judged) == judged


def test_the_house_stands_behind_the_headline_in_the_first_line() -> None:
    title = "Moss reopens its port in May"
    rows = (f"{title} - World - Harbour Gazette", "Home", "World", title, *_ENGLISH, "Menu", "Shop")
    source = clean(read("\n\n".join(rows).encode(), PurePath("copy.txt"))[0])

    assert (source.title, source.publisher) == (title, "Harbour Gazette")


def test_whom_the_article_speaks_of_is_not_taken_for_its_author() -> None:
    title = "Moss reopens its port in May"
    about = "Per Lund had asked for it, the council of the town on the river said on Tuesday."
    named = {}
    for name in ("Per Lund", "Ada Moss-Adler"):
        rows = ("Home", title, name, "14 March 2024", *_ENGLISH, about, "Menu", "Shop")
        named[name] = clean(read("\n\n".join(rows).encode(), PurePath("copy.txt"))[0]).authors

    assert named == {"Per Lund": (), "Ada Moss-Adler": ("Ada Moss-Adler",)}


def _kept(rows: Sequence[str], without: Callable[..., list[bool]]) -> list[str]:
    """What is left of `rows`, where all but short lines pass for the article."""
    found = features(read("\n\n".join(rows).encode(), PurePath("copy.txt"))[0])
    kept = without(found, [each.prose or each.count > 12 for each in found])
    return [each.text for each in compress(found, kept)]


_MORE = (*_ENGLISH, *(row.replace("the", "a") for row in _ENGLISH))
_CAPTION = "Ships of the harbour company lie at the old quay of Moss on a morning in early spring"


def test_a_long_line_without_a_stop_between_paragraphs_is_a_caption_or_a_link() -> None:
    rows = (_MORE[0], _CAPTION, *_MORE[1:])

    assert _kept(rows, without_captions) == list(_MORE)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{_CAPTION}:", id="what it leads to follows"),
        pytest.param(f"“{_CAPTION}", id="somebody is speaking"),
    ],
)
def test_a_long_line_that_may_lack_its_stop_is_kept(line: str) -> None:
    assert line in _kept((_MORE[0], line, *_MORE[1:]), without_captions)


def test_where_paragraphs_have_no_stops_none_is_missed() -> None:
    bare = [f"{row} {row}".removesuffix(".") for row in _ENGLISH]
    rows = (_ENGLISH[0], _CAPTION, _ENGLISH[1], *bare)

    assert _kept(rows, without_captions) == list(rows)


_LONG = (*_MORE, *(f"{row[:-1]} in Lund." for row in _MORE))


def _commented(times: Sequence[str]) -> tuple[str, ...]:
    said = [f"{row[:-1]}, nobody said." for row in _LONG]
    comments = [
        row for time, words in zip(times, said, strict=False) for row in ("Reader", time, words)
    ]
    return (*_LONG, "Share", *comments, "Menu")


def test_comments_are_known_by_their_times() -> None:
    rows = _commented([f"{day} May 2024 at 10:1{day}" for day in range(2, 6)])

    assert _kept(rows, without_comments) == list(_LONG)


def test_entries_of_a_log_are_no_comments() -> None:
    rows = (
        "1 May 2024 at 09:10",
        *_commented([f"{day} May 2024 at 10:1{day}" for day in range(2, 6)]),
    )

    assert _kept(rows, without_comments) == [row for row in rows if row.endswith(".")]


@pytest.mark.parametrize(
    "times",
    [
        pytest.param(["2 May 2024 at 10:15", "3 May 2024 at 11:20"], id="two are none yet"),
        pytest.param([f"Image {at} of 4" for at in range(4)], id="figures are no times"),
        pytest.param(
            ["2 May 2024", "10:15, 3rd", "5th at 08:05", "11:12"], id="each written otherwise"
        ),
    ],
)
def test_paragraphs_between_other_short_lines_are_no_comments(times: list[str]) -> None:
    rows = _commented(times)

    assert _kept(rows, without_comments) == [row for row in rows if row.endswith(".")]


def test_much_below_the_last_time_is_the_article_itself() -> None:
    times = [f"{day} May 2024 at 10:1{day}" for day in range(2, 6)]
    rows = (*_commented(times), *(row.replace("the", "this") for row in _ENGLISH))

    assert _kept(rows, without_comments) == [row for row in rows if row.endswith(".")]


_ABOUT = "Ada Lind has been writing about harbours and their towns for the paper since 2019."


@pytest.mark.parametrize("heading", ["Ada Lind", "Über Ada Lind"])
def test_a_paragraph_below_the_name_of_the_byline_tells_of_the_author(heading: str) -> None:
    rows = ("By Ada Lind, 2 May", *_MORE, heading, _ABOUT)

    assert _kept(rows, without_author) == list(_MORE)


def test_a_heading_with_a_name_that_is_not_the_bylines_is_the_articles() -> None:
    rows = ("By Per Moss, 2 May", *_MORE, "Ada Lind", _ABOUT)

    assert _ABOUT in _kept(rows, without_author)


def test_a_credit_in_brackets_makes_a_line_a_caption() -> None:
    rows = ("The old quay (Image: Gazette)", "The old quay (image credit: Gazette)", _ENGLISH[0])

    assert [each.caption for each in features(_copy(rows)) if each.text in rows] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("sentence", "promotes"),
    [
        ("Lindgard Media lost a tenth of its subscribers and half its subscription income.", False),
        ("The mayor told reporters on WhatsApp that the pier would be closed.", False),
        ("Message us on WhatsApp to hear of the pier before it is closed.", True),
        ("Subscribers read every word of the council's debate on the old pier.", True),
    ],
)
def test_who_reports_of_subscribers_promotes_nothing(sentence: str, promotes: bool) -> None:
    (found,) = [each for each in features(_copy((*_ENGLISH, sentence))) if each.text == sentence]

    assert found.promotion is promotes


@pytest.mark.parametrize(
    ("words", "promotes"),
    [
        pytest.param("Read our guide to the port", True, id="read our"),
        pytest.param("He read the letter from Moss", False, id="read"),
        pytest.param("Follow us on the water", True, id="follow us"),
        pytest.param("They told us of the harbour", False, id="us"),
        pytest.param("Sign in", True, id="sign in"),
        pytest.param("A sign of spring at the port", False, id="sign"),
        pytest.param("Get the latest from the port", True, id="get the latest"),
        pytest.param("Your account", True, id="your account"),
        pytest.param("An account of the voyage", False, id="account"),
        pytest.param("Ad-free reading", True, id="ad-free"),
        pytest.param("Stay up to date", True, id="stay up to date"),
        pytest.param("How the Gazette uses AI", True, id="uses AI"),
        pytest.param("Become a member of the club", True, id="become a member"),
        pytest.param("This video is not available here", True, id="this video"),
    ],
)
def test_words_of_any_article_promote_only_beside_their_others(
    words: str, *, promotes: bool
) -> None:
    article = read(f"{words}\nMoss".encode(), PurePath("copy.txt"))[0]

    assert features(article)[0].promotion is promotes


def test_marks_that_say_nothing_are_no_paragraph() -> None:
    told = "The port of Moss will reopen in May after two years of repairs, the council said on {}."
    days = ("Monday", "Tuesday", "Wednesday", "Thursday")
    text = "\n\n".join(["Port to reopen in May", *map(told.format, days[:2]), "* * *",
                        *map(told.format, days[2:]), "###"])  # fmt: skip
    source = clean(read(f"{text}\n".encode(), PurePath("release.txt"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == [
        told.format(day) for day in days
    ]


def test_an_article_that_a_page_tells_twice_is_read_once() -> None:
    """For two sorts of screens, of which a page's style shows one."""
    rows = [f"{row} {' '.join(row.split()[:6])} once more before the summer." for row in _ENGLISH]
    menu = ("Home", "News", "Ports", "Ships", "Contact", "Search", "Follow us")
    source = clean(_copy((*menu, "Moss reopens its port", *rows, *menu[::-1], *rows, *menu)))

    assert [source.text[part.start : part.end] for part in source.body()] == rows


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Share", id="a button"),
        pytest.param(
            "Note to readers: if you buy something through one of our affiliate links, we may earn a "
            "commission.",
            id="what links earn",
        ),
        pytest.param(
            "Advertising disclosure: We may receive compensation for some of the links in our stories.",
            id="what advertisers pay",
        ),
    ],
)
def test_what_stands_below_the_last_paragraph_is_not_quoted(below: str) -> None:
    source = clean(_copy((*_ENGLISH, below)))

    assert [source.text[part.start : part.end] for part in source.body()] == list(_ENGLISH)
