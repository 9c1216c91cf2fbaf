"""What a Word file says of itself: properties, languages, settings."""

import re

from briefing.model.document import Document
from briefing.writers.escaping import escape
from briefing.writers.word.markup import HEAD
from briefing.writers.word.scripts import full_tag
from briefing.writers.word.skeleton import Skeleton

_LONGEST = 255
_LANGUAGE = re.compile(r'(<w:rPrDefault>.*?<w:lang\b[^>]*?w:val=")([^"]*)', re.DOTALL)
_NAMED_NOTES = re.compile(
    r"<w:(footnotePr|endnotePr)>.*?</w:\1>|<w:(?:footnotePr|endnotePr)/>", re.DOTALL
)
_AFTER_NOTES = re.compile(
    r"<w:(?:compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|"
    r"doNotIncludeSubdocsInStats|doNotAutoCompressPictures|forceUpgrade|captions|"
    r"readModeInkLockDown|smartTagType|schemaLibrary|shapeDefaults|doNotEmbedSmartTags|"
    r"decimalSymbol|listSeparator)\b|<(?!w:|/w:)\w+:|</w:settings>"
)
"""What follows the notes in the schema's order."""
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/"
_CUSTOM_KEY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def describe(skeleton: Skeleton, document: Document) -> None:
    """Properties and language; no trace of the reference's author is left."""
    stamp = f"{document.date.isoformat()}T00:00:00Z"
    values = {
        "dc:title": document.title,
        "dc:subject": document.subject or "",
        "dc:creator": document.author or "",
        "dc:language": document.language,
    }
    inner = "".join(f"<{tag}>{escape(value[:_LONGEST])}</{tag}>" for tag, value in values.items())
    times = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    skeleton.parts["docProps/core.xml"] = (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}{times}</cp:coreProperties>'
    ).encode()
    skeleton.parts["docProps/app.xml"] = (
        f'{HEAD}<Properties xmlns="{_PROPERTIES}extended-properties">'
        f"<Application>{escape(document.generator)}</Application></Properties>"
    ).encode()
    skeleton.parts["word/styles.xml"] = _LANGUAGE.sub(
        lambda found: found[1] + _language(found[2], document.language),
        skeleton.text("word/styles.xml"),
    ).encode()


def _language(house: str, ours: str) -> str:
    """The house's own tag where it says the same language: en-GB stays for en."""
    same = house.partition("-")[0].lower() == ours.partition("-")[0].lower()
    return house if same and house else full_tag(ours) or "en-US"


def add_properties(skeleton: Skeleton, values: dict[str, str]) -> None:
    """Custom properties by name, each at most as long as Word takes."""
    told = "".join(
        f'<property fmtid="{_CUSTOM_KEY}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value[:_LONGEST])}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    part = (
        f'{HEAD}<Properties xmlns="{_PROPERTIES}custom-properties" '
        f'xmlns:vt="{_PROPERTIES}docPropsVTypes">{told}</Properties>'
    )
    skeleton.parts["docProps/custom.xml"] = part.encode()
    skeleton.declare(
        "/docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    head, found, tail = skeleton.text("_rels/.rels").rpartition("</Relationships>")
    kind = f"{_PROPERTIES}relationships/custom-properties"
    relation = f'<Relationship Id="rIdCustom" Type="{kind}" Target="docProps/custom.xml"/>'
    skeleton.parts["_rels/.rels"] = f"{head}{relation}{found}{tail}".encode()


def name_separators(skeleton: Skeleton, sort: str) -> None:
    """Name the notes' separators in the settings, as Word wants it."""
    settings = _NAMED_NOTES.sub("", skeleton.text("word/settings.xml"))
    after = _AFTER_NOTES.search(settings, max(settings.find("<w:settings"), 0) + 1)
    at = after.start() if after else len(settings)
    inner = "".join(f'<w:{sort} w:id="{key}"/>' for key in (-1, 0))
    named = f"<w:{sort}Pr>{inner}</w:{sort}Pr>"
    skeleton.parts["word/settings.xml"] = f"{settings[:at]}{named}{settings[at:]}".encode()
