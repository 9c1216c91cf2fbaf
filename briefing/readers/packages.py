"""Opens zip packages of strangers: nothing is unpacked before its directory has been checked.

A package that says two things about one part, hides parts behind one another or unpacks to far
more than it is, is refused: readers would disagree on what it holds.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePath

from lxml import etree

from briefing.errors import SourceError

MOST_MEMBERS = 12_000
MOST_BYTES = 200 * 2**20
"""Bytes that all parts may have when they are unpacked."""
LARGEST_PART = 48 * 2**20
_MOST_RATIO = 200
_RATIO_FROM = 2**20
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_LOCAL = 30
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)


class Package:
    """A zip file whose directory has been checked; its parts are read one by one.

    `damaged` and `too_large` say what is wrong with a part: of a zip archive it is a file by itself.
    """

    damaged = "the package is damaged"
    too_large = "a part of the package has more than {} MB"

    def __init__(self, data: bytes, path: PurePath, *, largest: int = LARGEST_PART) -> None:
        self.path = path
        self._largest = largest
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            members = self._file.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError):
            raise SourceError("the file is a damaged zip package", where=path) from None
        self._check(members, data)
        self.members = {member.filename: member for member in members if not member.is_dir()}

    def _check(self, members: Iterable[zipfile.ZipInfo], data: bytes) -> None:
        every = list(members)
        names = [member.filename.casefold() for member in every]
        if len(every) > MOST_MEMBERS:
            self._refuse(f"the package has {len(every)} parts, more than {MOST_MEMBERS}")
        if len(set(names)) != len(names):
            self._refuse("the package holds two parts of one name")
        if any(member.flag_bits & _ENCRYPTED for member in every):
            self._refuse("the file is locked with a password", "Save it without the password.")
        if any(member.compress_type not in _METHODS for member in every):
            self._refuse("the package is packed in a way that is not read")
        if sum(member.file_size for member in every) > MOST_BYTES:
            self._refuse(f"the package unpacks to more than {MOST_BYTES // 2**20} MB")
        for member in every:
            most = max(_RATIO_FROM, member.compress_size * _MOST_RATIO)
            if member.file_size > most:
                self._refuse("the package unpacks to far more than it is")
        if _overlap(every, len(data)):
            self._refuse("the package holds parts that lie over one another")

    def _refuse(self, what: str, remedy: str = "") -> None:
        raise SourceError(what, where=self.path, remedy=remedy)

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """The bytes of the part `name`.

        Raises:
            SourceError: if it is missing, damaged or larger than the directory says.
        """
        member = self.members.get(name)
        if member is None:
            self._refuse(f"the package lacks its part {name}")
            raise AssertionError
        if member.file_size > self._largest:
            self._refuse(self.too_large.format(self._largest // 2**20))
        try:
            return self._file.read(member)
        except _DAMAGE:
            raise SourceError(self.damaged, where=self.path) from None

    def head(self, name: str, length: int = 65_536) -> bytes:
        """The first bytes of the part `name`; as :meth:`read`."""
        try:
            with self._file.open(self.members[name]) as part:
                return part.read(length)
        except _DAMAGE:
            raise SourceError(self.damaged, where=self.path) from None

    def xml(self, name: str) -> etree._Element:
        """The part `name`, parsed.

        Raises:
            SourceError: likewise, or if it is no XML, or defines entities.
        """
        return parse_xml(self.read(name), self.path)


def parse_xml(data: bytes, path: PurePath) -> etree._Element:
    """Parse the XML of a stranger: no document type, no entity, nothing loaded.

    Raises:
        SourceError: if it is no XML, or defines entities.
    """
    head = data.replace(b"\x00", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    if _DOCTYPE.search(head):
        raise SourceError("the file defines entities, which nothing honest needs", where=path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise SourceError("a part of the file is no valid XML", where=path) from None
    if root is None:
        raise SourceError("a part of the file is empty", where=path)
    return root


def _overlap(members: Iterable[zipfile.ZipInfo], length: int) -> bool:
    """Whether two parts share bytes of the package, or one reaches beyond it."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL + len(member.orig_filename) + member.compress_size
    return end > length
