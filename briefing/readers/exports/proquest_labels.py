"""The labels of ProQuest's fields: what they mean, and what they are called on other screens."""

from briefing.model.source import Field, Kind

LABELS: dict[str, tuple[Kind, Field | None]] = {
    "full text": (Kind.BODY, None),
    "title": (Kind.TITLE, Field.TITLE),
    "author": (Kind.BYLINE, Field.AUTHORS),
    "publication title": (Kind.NOTE, Field.PUBLISHER),
    "publication date": (Kind.DATE, Field.PUBLISHED),
    "document url": (Kind.URL, Field.URL),
    "language of publication": (Kind.NOTE, Field.LANGUAGE),
    "section": (Kind.SECTION, None),
    "abstract": (Kind.NOTE, None),
    "illustration": (Kind.CAPTION, None),
    "caption": (Kind.CAPTION, None),
    "credit": (Kind.NOTE, None),
    "word count": (Kind.NOTE, None),
}
"""The fields that tell of the article."""

INDEXING = frozenset(
    "publication info|proquest document link|links|subject|narrow subject|broad subject|location|"
    "people|company / organization|company/organization|business indexing term|classification|"
    "identifier / keyword|identifier/keyword|first page|pages|number of pages|publication year|"
    "column|dateline|publisher|place of publication|country of publication|publication subject|"
    "issn|e-issn|isbn|doi|source type|document type|proquest document id|copyright|last updated|"
    "full text availability|supplemental data|supplement|accession number|database|volume|issue|"
    "document feature|journal subject|source|language|year|edition|alternate title|series title|"
    "notes".split("|")
)
"""The database's own."""

HEADINGS = {
    name: english
    for english, names in {
        "full text": "full text|volltext|texte intégral|texto completo|testo completo|texto integral",
        "details": "details|detail|détails|detalles|dettagli|detalhes|indexing (details)",
        "abstract": "abstract|abstract (english)|abstract (translate)|summary|zusammenfassung|résumé|"
        "resumen|riassunto|resumo",
        "links": "links|enlaces|liens|link",
    }.items()
    for name in names.split("|")
}
"""The headings that part an article in Word and PDF files."""

SAME = {
    name: english
    for english, names in {
        "full text": "volltext|texte intégral|texto completo|testo completo|texto integral",
        "abstract": "zusammenfassung|résumé|resumen|riassunto|resumo",
        "title": "titel|titre|título|titolo",
        "author": "autor|auteur|autore",
        "publication title": "titel der publikation|titre de la publication|título de publicación|"
        "título de la publicación|titolo pubblicazione|título da publicação",
        "publication date": "publikationsdatum|date de publication|fecha de publicación|"
        "data di pubblicazione|data de publicação|data da publicação",
        "document url": "dokument-url|url du document|url del documento|url do documento",
        "language of publication": "publikationssprache|langue de publication|"
        "idioma de la publicación|lingua di pubblicazione|idioma de publicação",
        "section": "bereich|sección|sezione|seção|secção",
        "subject": "thema|sujet|materia|soggetto|assunto",
        "location": "ort|lieu|lugar|luogo|local",
        "people": "personen|personnes|personas|persone|pessoas",
        "company / organization": "firma/organisation|unternehmen/organisation|"
        "société / organisation|empresa / organización|empresa / organização",
        "identifier / keyword": "identifikator/schlüsselwort|identificateur / mot-clé|"
        "identificador / palabra clave|identificativo/parola chiave|identificador / palavra-chave",
        "pages": "seiten|páginas|pagine",
        "publication year": "erscheinungsjahr|année de publication|año de publicación|"
        "anno di pubblicazione|ano de publicação|ano da publicação",
        "publisher": "herausgeber|éditeur|editorial|casa editrice|editora",
        "place of publication": "verlagsort|lieu de publication|lugar de publicación|"
        "luogo di pubblicazione|local de publicação",
        "country of publication": "publikationsland|pays de publication|país de publicación|"
        "paese di pubblicazione|país de publicação",
        "source type": "quellentyp|type de source|tipo de fuente|tipo di fonte|tipo de fonte",
        "document type": "dokumententyp|type de document|tipo de documento|tipo di documento",
        "database": "datenbank|base de données|base de datos|base de dados",
    }.items()
    for name in names.split("|")
}
"""What English calls the fields of other screens."""
