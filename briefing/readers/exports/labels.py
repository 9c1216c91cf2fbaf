"""What the labels of news databases mean, in the languages of their screens."""

import re

from briefing.model.source import Field, Kind

LANGUAGES = {
    name: tag
    for tag, names in {
        "ar": "arabic arabisch arabe árabe arabo العربية",
        "da": "danish dänisch danois danés danese dansk",
        "de": "german deutsch allemand alemán tedesco alemão duits немецкий",
        "el": "greek griechisch grec ελληνικά",
        "en": "english englisch anglais inglés inglese inglês engels английский 英語 英语",
        "es": "spanish spanisch espagnol español spagnolo espanhol spaans",
        "fi": "finnish finnisch finnois suomi",
        "fr": "french französisch français francés francese francês frans французский",
        "it": "italian italienisch italien italiano italiaans",
        "ja": "japanese japanisch japonais japonés giapponese 日本語",
        "ko": "korean koreanisch coréen coreano 한국어",
        "nl": "dutch niederländisch néerlandais holandés olandese nederlands",
        "no": "norwegian norwegisch norvégien noruego norsk",
        "pl": "polish polnisch polonais polaco polski",
        "pt": "portuguese portugiesisch portugais portugués português portoghese",
        "ru": "russian russisch russe ruso russo русский",
        "sv": "swedish schwedisch suédois sueco svenska",
        "tr": "turkish türkisch turc turco türkçe",
        "uk": "ukrainian ukrainisch ukrainien ucraniano українська",
        "zh": "chinese chinesisch chinois chino cinese chinês 中文 简体中文 繁體中文",
    }.items()
    for name in names.split()
}

LEXIS: dict[str, tuple[Kind, Field | None]] = {
    "byline": (Kind.BYLINE, Field.AUTHORS),
    "author": (Kind.BYLINE, Field.AUTHORS),
    "autor": (Kind.BYLINE, Field.AUTHORS),
    "auteur": (Kind.BYLINE, Field.AUTHORS),
    "headline": (Kind.TITLE, Field.TITLE),
    "title": (Kind.TITLE, Field.TITLE),
    "section": (Kind.SECTION, None),
    "rubrik": (Kind.SECTION, None),
    "rubrique": (Kind.SECTION, None),
    "dateline": (Kind.NOTE, None),
    "highlight": (Kind.NOTE, None),
    "language": (Kind.NOTE, Field.LANGUAGE),
    "sprache": (Kind.NOTE, Field.LANGUAGE),
    "langue": (Kind.NOTE, Field.LANGUAGE),
    "url": (Kind.URL, Field.URL),
    "graphic": (Kind.CAPTION, None),
    "correction": (Kind.NOTE, None),
    "correction-date": (Kind.NOTE, None),
    "load-date": (Kind.NOTE, None),
    "ladedatum": (Kind.NOTE, None),
    "date de chargement": (Kind.NOTE, None),
    "fecha de carga": (Kind.NOTE, None),
    "sección": (Kind.SECTION, None),
    "idioma": (Kind.NOTE, Field.LANGUAGE),
    "longitud": (Kind.NOTE, None),
    "lengte": (Kind.NOTE, None),
    "rubriek": (Kind.SECTION, None),
    "taal": (Kind.NOTE, Field.LANGUAGE),
    "lunghezza": (Kind.NOTE, None),
    "encadré": (Kind.NOTE, None),
    "date-chargement": (Kind.NOTE, None),
    "fecha-carga": (Kind.NOTE, None),
    "laaddatum": (Kind.NOTE, None),
    "length": (Kind.NOTE, None),
    "länge": (Kind.NOTE, None),
    "longueur": (Kind.NOTE, None),
}
"""Labels of Nexis and LexisNexis; what is not here is the database's own indexing."""

FACTIVA: dict[str, tuple[Kind, Field | None]] = {
    "SE": (Kind.SECTION, None),
    "HD": (Kind.TITLE, Field.TITLE),
    "BY": (Kind.BYLINE, Field.AUTHORS),
    "CR": (Kind.NOTE, None),
    "WC": (Kind.NOTE, None),
    "PD": (Kind.DATE, Field.PUBLISHED),
    "ET": (Kind.NOTE, None),
    "SN": (Kind.NOTE, Field.PUBLISHER),
    "ED": (Kind.NOTE, None),
    "PG": (Kind.NOTE, None),
    "VOL": (Kind.NOTE, None),
    "LA": (Kind.NOTE, Field.LANGUAGE),
    "CLM": (Kind.SECTION, None),
    "LP": (Kind.BODY, None),
    "TD": (Kind.BODY, None),
    "ART": (Kind.CAPTION, None),
    "CT": (Kind.NOTE, None),
    "RF": (Kind.NOTE, None),
    "URL": (Kind.URL, Field.URL),
}
"""Factiva's two-letter fields; what is not here is its own indexing."""


_FROM = re.compile(r"^(?:From|Von|Par|Por|Di|Da|Door) (?=[A-ZÀ-Þ])")


def author_names(words: str) -> str:
    """What an author field says, without the word that leads it (“From ADA MOSS”)."""
    return _FROM.sub("", words.strip())


def language_tag(name: str) -> str:
    """The tag of the language called `name`; the first one known counts, else nothing."""
    words = name.replace(";", " ").replace(",", " ").casefold().split()
    return next((LANGUAGES[word] for word in words if word in LANGUAGES), "")
