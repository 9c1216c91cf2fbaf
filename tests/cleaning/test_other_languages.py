"""What pages in other languages say of themselves: outlets, bylines, tags of languages."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.bylines import told_authors
from briefing.cleaning.names import byline_authors, lone_author
from briefing.model.source import Source
from briefing.readers import read


def _page(head: str, *, lang: str = "de", top: str = "") -> Source:
    told = (
        "<p>The port of Moss will reopen in May after two years of repairs, the council said.</p>"
        * 4
    )
    page = (
        f"<html lang='{lang}'><head>{head}</head><body><article>{top}{told}</article></body></html>"
    )
    return clean(read(page.encode(), PurePath("page.html"))[0])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Von Ada Moss", "Ada Moss"),
        ("Par Anne Lund", "Anne Lund"),
        ("Por Juana Moss", "Juana Moss"),
        ("Av Kari Lund", "Kari Lund"),
        ("Van Moss", "Van Moss"),
        ("Von DPA", None),
    ],
)
def test_the_word_before_a_name_is_none_of_it(words: str, name: str | None) -> None:
    assert lone_author(words) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("港口将于五月重新开放--国际--人民网", "人民网"),
        ("港口将于五月重新开放_新华网", "新华网"),
        ("港は五月に再開する：朝日新聞デジタル", "朝日新聞デジタル"),
        ("港口将于五月重新开放", None),
    ],
)
def test_the_outlet_at_the_end_of_a_title(title: str, name: str | None) -> None:
    assert _page(f"<title>{title}</title>", lang="zh").publisher == name


def test_the_owner_behind_a_papers_name_is_left_off() -> None:
    named = (
        '{"@type":"NewsArticle","publisher":{"name":"Harbour Gazette - Lund Press GmbH & Co. KG"}}'
    )
    address = "<link rel='canonical' href='https://www.harbourgazette.example/a'>"
    source = _page(f"<script type='application/ld+json'>{named}</script>{address}")

    assert source.publisher == "Harbour Gazette"


@pytest.mark.parametrize(("tag", "language"), [("jp", "ja"), ("EN", "en"), ("de_AT", "de-AT")])
def test_tags_of_languages_are_put_right(tag: str, language: str) -> None:
    assert _page("", lang=tag).language == language


def test_a_site_among_its_authors_is_none() -> None:
    named = '{"@type":"NewsArticle","author":[{"name":"Ada Moss"},{"name":"gazette.example"}]}'

    assert _page(f"<script type='application/ld+json'>{named}</script>").authors == ("Ada Moss",)


def test_what_is_left_of_a_kicker_is_no_part_of_the_title() -> None:
    assert _page("", top="<h1>: The port of Moss reopens in May</h1>").title == (
        "The port of Moss reopens in May"
    )


_TOLD = {
    "es": "El puerto de la ciudad se abre en mayo, según el ayuntamiento, que no ha dicho más. "
    "Los barcos de la isla van a ir dos veces por semana y el viejo no se va a vender por ahora.",
    "en": "The port of the city is to reopen in May, the council said, and it has not said more. "
    "The boats from the island are to call there twice a week, and the old one is not to be sold.",
}


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        pytest.param("es", "03/04/2024", date(2024, 4, 3), id="the day first"),
        pytest.param("es", "03/04/2024 a las 15:10", date(2024, 4, 3), id="with the hour"),
        pytest.param("en", "03/04/2024", None, id="either"),
        pytest.param("en", "3 April 2024, 5 min read", date(2024, 4, 3), id="in words"),
    ],
)
def test_the_line_of_the_day_below_a_headline(language: str, line: str, day: date | None) -> None:
    text = "\n\n".join(("El puerto de Moss", line, _TOLD[language], _TOLD[language][:90]))
    source = clean(read(text.encode(), PurePath("copy.txt"))[0])

    assert source.published == day
    assert not any(source.text[part.start : part.end] == line for part in source.body()) or not day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tekst: Kari Lund", ("Kari Lund",)),
        ("Napsala Jana Řeháková", ("Jana Řeháková",)),
        ("Opracowała: Żaneta Ćwik", ("Żaneta Ćwik",)),
        ("Yazan: Ayşe Öztürk", ("Ayşe Öztürk",)),
        ("Συντάκτης: Νίκος Παπάς", ("Νίκος Παπάς",)),
        ("Γράφει η Μαρία Λούντη", ("Μαρία Λούντη",)),
        ("Текст: Анна Лунд", ("Анна Лунд",)),
        ("Penulis: Budi Santoso", ("Budi Santoso",)),
        ("记者 王小明", ("王小明",)),
        ("本报记者：李雷、韩梅", ("李雷", "韩梅")),
        ("記者陳小華／台北報導", ("陳小華",)),
        ("文／林美麗", ("林美麗",)),
        ("取材・文：山田 花子", ("山田 花子",)),
        ("編集委員・山田花子", ("山田花子",)),
        ("【文・山田花子】", ("山田花子",)),
        ("記者・編集者", ()),
        ("بقلم: سامي الحداد", ("سامي الحداد",)),
        ("记者 综合报道", ()),
        ("文化 新闻", ()),
        ("كتب: سامي الحداد", ("سامي الحداد",)),
        ("كتب جديدة للأطفال", ()),
    ],
)
def test_bylines_of_many_languages(line: str, names: tuple[str, ...]) -> None:
    assert (byline_authors(line) or told_authors(line)) == names


_STORY = (
    "Der Hafen von Moss wird nach zwei Jahren im Mai wieder eröffnet, sagte der Rat am Dienstag.\n\n"
    "Schiffe aus Lund sollen dort zweimal in der Woche anlegen, und die alte Fähre wird verkauft.\n\n"
    "Die Fischer hatten einen längeren Steg gefordert, doch der Rat fand dafür heuer kein Geld.\n\n"
    "Das Hafenamt rechnet zuerst mit vierzig Schiffen im Monat, und das ist die Hälfte dessen, was vor dem "
    "Sturm kam, der die nördliche Mole weggerissen hatte und von dem noch heute viele in Moss erzählen."
)


@pytest.mark.parametrize(
    "head",
    [
        "Hafen von Moss öffnet im Mai wieder\nKari Falk\nPubliziert heute um 12:19 Uhr",
        "Hafen von Moss öffnet im Mai wieder\nKari Falk 3/5/2024 18:30 A- A+",
        "Hafen von Moss öffnet im Mai\nOrt\nKari Falk\n3.5.2024 - 16.03 Uhr\nHafen von Moss öffnet im Mai",
        "Hafen von Moss öffnet im Mai wieder\nKari Falk (Sonderkorrespondentin)\nMoss, Lund\n3.5.2024",
    ],
)
def test_a_name_beside_the_day_or_the_time_wrote_it(head: str) -> None:
    source = clean(read(f"{head}\n\n{_STORY}\n".encode(), PurePath("copy.txt"))[0])

    assert source.authors == ("Kari Falk",)


@pytest.mark.parametrize(
    "head",
    [
        "Hafen von Moss öffnet im Mai wieder\nSan Sebastián 3/5/2024 18:30",
        "Hafen von Moss öffnet im Mai\nAnja Berg 3/5/2024\nKran stürzt um\nAnja Berg 2/5/2024\nFähre sinkt",
        "Kari Falk\n3. Mai 2024 - 16.03 Uhr\nHafen von Moss öffnet: Kari Falk im Rat",
    ],
)
def test_a_place_or_one_who_is_spoken_of_did_not(head: str) -> None:
    story = f"{_STORY}\n\nKari Falk, die Bürgermeisterin von Moss, dankte am Dienstag dem Rat der Stadt."
    source = clean(read(f"{head}\n\n{story}\n".encode(), PurePath("copy.txt"))[0])

    assert source.authors == ()


def _copy(*lines: str) -> Source:
    return clean(read("\n".join(lines).encode(), PurePath("copy.txt"))[0])


@pytest.mark.parametrize(
    ("headline", "paragraphs"),
    [
        (
            "フェリーのスト、海峡の貨物輸送が停止",
            (
                "海峡の貨物輸送が15日、停止した。港湾労働者が夜勤の割り当てをめぐり職場を離れたと港湾局が明らかにした。",
                "労組の代表は「11月から話し合いを求めてきた。返ってきたのは手紙一通だった」と話した。",
            ),
        ),
        (
            "外交部发言人李海就海底电缆受损事件答记者问",
            (
                "问：据报道，北部海峡又有一条海底电缆受损。中方对此有何评论？",
                "答：我们注意到有关报道。有关各方应当保持冷静，通过对话查明事实，维护海底电缆的安全。",
            ),
        ),
        (
            "Забастовка паромщиков остановила грузы в проливе",
            (
                "Грузовое движение через пролив остановилось после того, как докеры прекратили работу.",
                "Докеры просят о встрече с ноября, а забастовка паромщиков идёт в проливе уже третий день.",
                "Через порт проходит около трети импорта. Запасов, по словам торговых сетей, хватит.",
            ),
        ),
    ],
)
def test_the_headline_of_a_short_copy_is_found_in_any_script(
    headline: str, paragraphs: tuple[str, ...]
) -> None:
    assert _copy(headline, "2027-03-15 18:04", *paragraphs).title == headline


def test_a_paragraph_ends_with_the_marks_of_its_language() -> None:
    said = (
        "»Wir bitten seit November um ein Gespräch«, sagte Ada Moss. »Die Antwort war ein Brief.«"
    )
    source = _copy(
        "Häfen melden Stillstand bei der Fracht",
        "15.03.2027",
        "Der Frachtverkehr über die Meerenge ist am Montag zum Erliegen gekommen, wie der Hafen mitteilte.",
        said,
        "Der Hafen schlägt rund ein Drittel der Einfuhren um, und die Vorräte reichen für neun Tage.",
    )

    assert said in [source.text[part.start : part.end] for part in source.article()]
