"""Subtitles (SubRip, WebVTT): what was said, joined to paragraphs; times and places are left out."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Kind, Notice
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

MEDIA_TYPE = "text/vtt"
_TIMES = re.compile(
    r"^(?:(\d{1,2}):)?(\d\d):(\d\d)[,.]\d{3} +--> +(?:(\d{1,2}):)?(\d\d):(\d\d)[,.]\d{3}.*$"
)
_TAG = re.compile(r"</?[a-zA-Z\d.:][^<>\n]{0,80}>|\{\\[^{}\n]{0,40}\}")
_ANEW = re.compile(r"^(?:>>+|[-–—] ?)\s*")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_PAUSE = 2
"""Seconds of silence behind a sentence after which a paragraph begins."""
_SAID = "These are subtitles: the words as somebody or a machine wrote them down."


def read_subtitles(data: bytes, path: PurePath) -> Reading:
    """The words of the subtitles `data`.

    Raises:
        SourceError: if there are none.
    """
    decoded = decode(data, None)
    parts = [Part(words, Kind.BODY) for words in _paragraphs(decoded.text)]
    if not any(map(str.isalnum, "".join(part.words for part in parts))):
        raise SourceError("there are no words in the subtitles", where=path)
    told = tuple(Notice(str(path), remark) for remark in (_SAID, *decoded.remarks))
    return Reading((article_of(parts, path, digest(data), MEDIA_TYPE, notices=told),))


def _paragraphs(text: str) -> Iterator[str]:
    said: list[str] = []
    ended = 0
    for begins, ends, lines in _cues(text):
        for at, line in enumerate(lines):
            anew = _ANEW.match(line)
            pause = at == 0 and begins - ended >= _PAUSE and said and _ENDS.search(said[-1])
            if said and (anew or pause):
                yield " ".join(said)
                said = []
            words = line[anew.end() :] if anew else line
            # Rolling subtitles show the last line again.
            if words and not (said and said[-1] == words):
                said.append(words)
        ended = ends
    if said:
        yield " ".join(said)


def _cues(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """When each cue begins and ends, in seconds, and its lines."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip().split("\n")
        for at, line in enumerate(lines[:2]):
            if found := _TIMES.match(line.strip()):
                times = [int(part or 0) for part in found.groups()]
                begins = times[0] * 3600 + times[1] * 60 + times[2]
                ends = times[3] * 3600 + times[4] * 60 + times[5]
                yield begins, ends, [_TAG.sub("", one).strip() for one in lines[at + 1 :]]
                break
