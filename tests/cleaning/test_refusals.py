"""What a server, a browser or a wall for subscribers says in the publisher's stead is no article."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read

_PORT = (
    "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday, and "
    "ships from Lund are to call there twice a week for as long as the summer lasts."
)
_SHORT = "Havnen i Moss åbner igen i maj efter to års reparationer, oplyste rådet tirsdag."


def _page(title: str, *paragraphs: str) -> Source:
    menu = "".join(f"<li><a href='/{name}'>{name}</a>" for name in "Home World Sport".split())
    words = "".join(f"<p>{each}</p>" for each in paragraphs)
    page = (
        f"<html><head><title>{title}</title></head><body><ul>{menu}</ul><h1>{title}</h1>{words}"
        "<footer>© 2026 Harbour Gazette</footer></body></html>"
    )
    return clean(read(page.encode(), PurePath("a.html"))[0])


def _told(source: Source) -> str:
    return " ".join(notice.text for notice in source.notices)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Oops", "It looks like nothing was found at this location. Maybe try a search?"),
        ("Fehler 404", "Die von Ihnen aufgerufene Seite wurde leider verschoben oder gelöscht."),
        ("Erreur 404", "Désolé, la page que vous avez demandée est introuvable depuis hier."),
        ("Error 404", "Lo sentimos, la página que busca no existe o ha sido eliminada ya."),
        ("Ошибка 404", "К сожалению, запрашиваемая страница не найдена или удалена с сайта."),
        ("Hata", "Aradığınız sayfa bulunamadı. Sayfa taşınmış veya silinmiş olabilir."),
        ("404", "抱歉，您访问的页面不存在或已被删除。请返回首页，或者使用搜索功能查找其他新闻。"),
        ("Sorry, you have been blocked", f"Why? {'This site protects itself from attacks. ' * 4}"),
        (
            "Gazette",
            "Please enable JavaScript to proceed. A required part of this site is missing.",
        ),
        ("Gazette", "Sie nutzen einen Adblocker. Bitte deaktivieren Sie ihn, um weiterzulesen."),
        (
            "Unavailable",
            "This site is currently unavailable to visitors from Europe while we work.",
        ),
        ("Article removed", "This article has been removed and is no longer available to anybody."),
        ("Problem loading page", "We’re having trouble finding that site. Check your connection."),
    ],
)
def test_a_page_that_was_not_shown_is_no_article(title: str, words: str) -> None:
    source = _page(title, words)

    assert not source.body()
    assert "was not shown" in _told(source)


@pytest.mark.parametrize(
    "words",
    [
        "The page was not found in the archive, the minister said, and no longer exists anywhere.",
        "Readers must enable JavaScript, the court ruled; the page has been removed since then.",
    ],
)
def test_an_article_may_speak_of_pages_that_are_gone(words: str) -> None:
    source = _page("Port to reopen in May", _PORT, words, _PORT.replace("May", "June"))

    assert len(source.body()) == 3
    assert not source.notices


@pytest.mark.parametrize(
    ("wall", "prices"),
    [
        ("Subscribe to continue", "Get all our journalism for only a little, and cancel anytime."),
        ("Jetzt weiterlesen mit HG+", "Testen Sie unser Angebot einen Monat lang für nur 1 Euro."),
        ("Dieser Inhalt ist exklusiv für Abonnenten.", "Alle Inhalte und alle Vorteile für Sie."),
        ("Bu içeriği okumak için abone olun.", "Aboneyseniz lütfen hesabınıza giriş yapın artık."),
        ("Tento článek je pouze pro předplatitele.", "Získejte přístup ke všem článkům a archivu."),
        ("Για να συνεχίσετε, γίνετε συνδρομητής.", "Αποκτήστε πρόσβαση σε όλα τα άρθρα μας τώρα."),
        ("Artiklen er kun for abonnenter.", "Få adgang til hele artiklen og alt andet på siden."),
        (
            "Dalsza część artykułu dostępna dla subskrybentów.",
            "Kup dostęp i czytaj bez ograniczeń.",
        ),
    ],
)
def test_a_wall_for_subscribers_and_its_prices_are_no_words_of_the_article(
    wall: str, prices: str
) -> None:
    source = _page("Port to reopen in May", _PORT, wall, prices)

    assert [source.text[part.start : part.end] for part in source.body()] == [_PORT]
    assert "goes on for subscribers" in _told(source)


@pytest.mark.parametrize(
    "offer",
    [
        "Already a subscriber? You can log in here to read on.",
        "Danach zahlen Sie 9,99 € im Monat, so lange Sie mögen.",
        "Puis 4,99 € par mois, et vous lisez où vous voulez.",
    ],
)
def test_an_offer_below_a_few_words_is_told(offer: str) -> None:
    source = _page("Port to reopen in May", _PORT, offer)
    whole = _page("Port to reopen in May", *[_PORT.replace("two", f"{n}") for n in range(6)], offer)

    assert [source.text[part.start : part.end] for part in source.body()] == [_PORT]
    assert "subscription is offered" in _told(source)
    assert not whole.notices


def test_few_words_among_much_else_are_told() -> None:
    others = [f"<li><a href='/{n}'>Story {n}</a>" for n in range(20)]
    page = (
        f"<html><body><h1>Havnen åbner</h1><p>{_SHORT}</p><ul>{''.join(others)}</ul></body></html>"
    )
    source = clean(read(page.encode(), PurePath("a.html"))[0])

    assert len(source.body()) == 1
    assert "few words" in _told(source)


@pytest.mark.parametrize(
    ("foot", "told"),
    [
        (("Page 1 of 2",), "page 1 of 2"),
        (("1/2", "Next page"), "page 1 of 2"),
        (("Seite 2 von 3",), "page 2 of 3"),
        (("1/5", "Photo: Ada Moss"), ""),
        (("12/11",), ""),
    ],
)
def test_one_of_several_pages_says_so(foot: tuple[str, ...], told: str) -> None:
    source = _page("Port to reopen in May", _PORT, _PORT.replace("May", "June"), *foot)

    bodies = len(source.body())
    assert _told(source) == (
        f"It says that it is {told}: look whether the others are here." * bool(told)
    )
    assert bodies == 2 or not told


def test_a_page_of_which_only_the_beginning_is_shown_says_so_without_an_article() -> None:
    stub = """Le Courrier du Port
S’abonner
Se connecter
Accueil
Économie
Politique
Article réservé aux abonnés
Grève des ferries : le fret à l’arrêt
Par Jeanne Moss
Publié le 15 mars 2027 à 18h04
Temps de lecture : 4 min.
Ajouter à vos sélections
Partager
Le trafic de fret s’est arrêté lundi, a indiqué le port.
Il vous reste 72% de cet article à lire. La suite est réservée aux abonnés.
Le Courrier du Port
Lecture en cours sur un autre appareil.
Vous pouvez lire sur un seul appareil à la fois
Mentions légales
Gestion des cookies"""
    source = clean(read(stub.encode(), PurePath("stub.txt"))[0])

    assert [notice.text.split(" ", 3)[:3] for notice in source.notices] == [
        ["No", "paragraph", "of"],
        ["The", "document", "says"],
    ]
