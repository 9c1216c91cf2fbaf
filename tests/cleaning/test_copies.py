"""Which lines of a page that was copied as text are the article."""

from pathlib import PurePath

from briefing.cleaning import clean
from briefing.cleaning.lines import features
from briefing.cleaning.signs import near_prose
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


def test_sentences_without_spaces_between_their_words_are_paragraphs() -> None:
    found = [each for each in features(_copy(_CHINESE)) if each.text in _CHINESE]

    assert [each.prose for each in found] == [True, True, True]


def test_only_lines_that_have_a_sentence_within_reach_are_weighed() -> None:
    found = features(_copy(_ENGLISH))
    menu = len(_MENU.split())

    near = near_prose(found)

    assert near[menu : menu + len(_ENGLISH)] == [True] * len(_ENGLISH)
    assert near == near[::-1]
    assert near.count(False) == 4


def test_a_page_without_any_sentence_has_no_article() -> None:
    source = clean(read((_MENU * 3).encode(), PurePath("copy.txt"))[0])

    assert Kind.BODY not in {part.kind for part in source.segments}
